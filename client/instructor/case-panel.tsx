// The middle of the console in a tax case: the team's chart and bars, what they read, and every finding with its worth.
import { useMemo, useState } from "react";
import type { TaxConsoleBriefing } from "../../sim-server/protocol/tax-briefing.ts";
import type { TaxConsoleView } from "../../sim-server/protocol/tax-views.ts";
import { amountWords, buildModel, type Papers } from "../case/build-model.ts";
import { percent, shortMoney } from "../case/money.ts";
import { type Selection, StructureChart } from "../case/structure-chart.tsx";
import { TaxBars } from "../case/tax-bars.tsx";
import { useBarWords } from "../case/use-bar-words.ts";
import { useWording } from "../case/words.ts";
import "./case-panel.css";

const NO_PAPERS: Papers = {};
const nowhere = () => [];
const nothing = () => undefined;

export default function CasePanel({ briefing, view }: { briefing: TaxConsoleBriefing; view: TaxConsoleView | null }) {
  const wording = useWording();
  const { t } = wording;
  const words = useBarWords();
  const [selection, setSelection] = useState<Selection>(null);
  const model = useMemo(
    () => (view ? buildModel(briefing, view, NO_PAPERS, wording) : null),
    [briefing, view, wording],
  );
  if (!view || !model) return <p className="page-wait">{t("watch.wait")}</p>;
  return (
    <section className="panel case-watch" aria-label={t("watch.title")}>
      <div className="case-watch-chart">
        <StructureChart
          chart={model.chart}
          label={t("chart")}
          selection={selection}
          onSelect={setSelection}
          padsFor={nowhere}
          onMove={nothing}
          dropHint=""
        />
        {model.totals ? (
          <TaxBars
            now={model.now}
            before={model.before}
            totals={model.totals}
            words={words}
            language={wording.language}
          />
        ) : null}
      </div>
      <div className="case-watch-side">
        <p>
          {t("watch.hours")} <b className="clock">{t("hours.left", { ...model.hours })}</b>
        </p>
        <Findings briefing={briefing} view={view} />
        <h3>{t("watch.documents")}</h3>
        <ul>
          {model.documents.map((document) => (
            <li key={document.id} className={document.open ? "good" : ""}>
              {document.open ? "✓" : "○"} {document.title}
            </li>
          ))}
        </ul>
        <p>{t("watch.pinned", { count: view.pinned.length })}</p>
        {view.plan ? (
          <>
            <h3>{t("watch.plan")}</h3>
            <p>{t("watch.planShare", { percent: percent(String(view.plan.share)) })}</p>
            <ul>
              {model.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </>
        ) : null}
        <p className="case-watch-truth">
          {t("watch.truth", { amount: shortMoney(view.truth.total, wording.language) })}
        </p>
      </div>
    </section>
  );
}

/** What should be found, what was stated last on it, and what it earned. */
function Findings({ briefing, view }: { briefing: TaxConsoleBriefing; view: TaxConsoleView }) {
  const { t, text } = useWording();
  const unitOf = (issue: string) => briefing.issues.find(({ id }) => id === issue)?.unit ?? "money";
  const strays = view.findings.filter(({ issue }) => !briefing.findings.some((one) => one.issue === issue));
  return (
    <>
      <h3>{t("watch.findings")}</h3>
      <ul>
        {briefing.findings.map((expected) => {
          const worth = view.worth.find(({ finding }) => finding === expected.id)?.share ?? null;
          const last = view.findings.findLast(({ issue }) => issue === expected.issue);
          const unit = unitOf(expected.issue);
          const amount = (value: string) => amountWords(value, unit, briefing.currency, t);
          return (
            <li key={expected.id} className={worth === null ? "" : worth >= 0.7 ? "good" : "warn"}>
              <b>
                {worth === null ? "○" : worth >= 0.7 ? "✓" : "!"} {text(expected.title)}
              </b>
              <span className="clock">{worth === null ? t("watch.notStated") : percent(String(worth))}</span>
              <small className="clock">
                {expected.amount ? `${t("watch.expected")} ${amount(expected.amount)}` : ""}
                {last?.amount ? ` · ${t("watch.last", { amount: amount(last.amount) })}` : ""}
              </small>
            </li>
          );
        })}
        {strays.map((one) => (
          <li key={`${one.issue} ${one.tick}`} className="warn">
            <b>
              ✕ {text(briefing.issues.find(({ id }) => id === one.issue)?.title ?? { zh: one.issue, en: one.issue })}
            </b>
            <small>{t("watch.stray")}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
