// The plan: what was changed, the chosen entity or flow to change, undo, and kept plans side by side.
import { useState } from "react";
import { useLanguage, useWords } from "../words/language.ts";
import type { CaseActs, CaseModel } from "./case-model.ts";
import { fullMoney, percent, shortMoney } from "./money.ts";
import { EntityEditor, FlowEditor, InsertEditor } from "./plan-editors.tsx";
import type { Selection } from "./structure-chart.tsx";

export function PlanPanel({ model, acts, selection }: { model: CaseModel; acts: CaseActs; selection: Selection }) {
  const t = useWords("case");
  return (
    <div className="case-scroll">
      {selection?.kind === "entity" ? (
        <EntityEditor key={selection.id} id={selection.id} model={model} acts={acts} />
      ) : null}
      {selection?.kind === "flow" ? (
        <FlowEditor key={selection.id} id={selection.id} model={model} acts={acts} />
      ) : null}
      {selection === null ? <p className="case-quiet">{t("plan.hint")}</p> : null}
      {model.levers.map((lever) =>
        lever.what === "insert" && !model.chart.entities.some(({ id }) => id === lever.entity) ? (
          <InsertEditor key={lever.entity} lever={lever} model={model} acts={acts} />
        ) : null,
      )}
      <section className="case-block">
        <header>
          <h3>{t("plan.changes", { count: model.changes.length })}</h3>
          <button
            type="button"
            className="press"
            data-id="undo"
            disabled={model.changes.length === 0}
            onClick={() => void acts.undo()}
          >
            ↶ {t("plan.undo")}
          </button>
        </header>
        <ol>
          {model.changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes are a stack; the place is the name
            <li key={index}>{change}</li>
          ))}
        </ol>
      </section>
      <Plans model={model} acts={acts} />
    </div>
  );
}

function Plans({ model, acts }: { model: CaseModel; acts: CaseActs }) {
  const t = useWords("case");
  const language = useLanguage();
  const [name, setName] = useState("");
  const keep = async () => {
    const given = name.trim() === "" ? t("plan.unnamed", { number: model.plans.length + 1 }) : name.trim();
    if (await acts.keepPlan(given)) setName("");
  };
  const least = Math.min(...model.plans.map(({ totals }) => Number(totals?.total ?? Number.POSITIVE_INFINITY)));
  return (
    <section className="case-block">
      <header>
        <h3>{t("plan.kept")}</h3>
      </header>
      <form
        className="case-inline"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <input
          aria-label={t("plan.name")}
          placeholder={t("plan.name")}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="press" data-id="keep-plan">
          {t("plan.keep")}
        </button>
      </form>
      {model.plans.length > 0 ? (
        <table className="plans">
          <thead>
            <tr>
              <th>{t("plan.plan")}</th>
              <th>{t("bars.total")}</th>
              <th>{t("bars.etr")}</th>
              <th>{t("bars.topUp")}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {model.plans.map((plan) => (
              <tr key={plan.plan}>
                <th scope="row">{plan.name}</th>
                <td className="clock" title={fullMoney(plan.totals?.total ?? "")}>
                  {plan.totals ? shortMoney(plan.totals.total, language) : "–"}
                  {plan.totals && Number(plan.totals.total) === least && model.plans.length > 1 ? (
                    <em className="tone-safe"> ▼ {t("plan.least")}</em>
                  ) : null}
                </td>
                <td className="clock">{percent(plan.totals?.etr ?? null)}</td>
                <td className="clock">{plan.totals ? shortMoney(plan.totals.topUp, language) : "–"}</td>
                <td>
                  <button
                    type="button"
                    className="press"
                    data-id={`take-${plan.plan}`}
                    onClick={() => void acts.takePlan(plan.plan)}
                  >
                    {t("plan.take")}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="case-quiet">{t("plan.none")}</p>
      )}
      {model.submitted === null ? null : (
        <button
          type="button"
          className="press tone-act"
          data-id="submit-plan"
          disabled={model.submitted}
          onClick={() => void acts.submitPlan()}
        >
          {model.submitted ? `✓ ${t("plan.submitted")}` : t("plan.submit")}
        </button>
      )}
    </section>
  );
}
