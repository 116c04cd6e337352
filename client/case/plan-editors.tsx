// Changing one thing of the plan without a mouse: where an entity stands, what a flow is, a new holding.
import { useState } from "react";
import type { LeverView } from "../../sim-server/protocol/tax-briefing.ts";
import { useText, useWords } from "../words/language.ts";
import { kindOf } from "./case-chart-model.ts";
import { type CaseActs, type CaseModel, movesTo } from "./case-model.ts";
import { fullMoney } from "./money.ts";

type Props = { id: string; model: CaseModel; acts: CaseActs };

export function EntityEditor({ id, model, acts }: Props) {
  const t = useWords("case");
  const entity = model.chart.entities.find((one) => one.id === id);
  if (!entity) return null;
  const places = movesTo(model, id);
  return (
    <section className="case-block">
      <header>
        <h3>{entity.name}</h3>
        <span>
          <b>{entity.place}</b> {entity.placeName}
        </span>
      </header>
      {entity.note === "" ? null : <p>{entity.note}</p>}
      {entity.risks.map((risk) => (
        <p key={risk} className="tone-warn">
          ⚠ {risk}
        </p>
      ))}
      {places.length > 0 ? (
        <fieldset className="places">
          <legend>{t("plan.moveTo")}</legend>
          {places.map((place) => (
            <button
              key={place.id}
              type="button"
              className="press"
              data-id={`move-${place.id}`}
              disabled={place.id === entity.place}
              onClick={() => void acts.change({ what: "move", entity: id, to: place.id })}
            >
              <b>{place.id}</b> {place.name}
            </button>
          ))}
        </fieldset>
      ) : (
        <p className="case-quiet">{t("plan.fixed")}</p>
      )}
      <Settings id={id} model={model} acts={acts} />
    </section>
  );
}

export function FlowEditor({ id, model, acts }: Props) {
  const t = useWords("case");
  const flow = model.chart.flows.find((one) => one.id === id);
  const lever = model.levers.find((one) => one.what === "flow" && one.flow === id);
  const fields = lever?.what === "flow" ? lever : null;
  const name = (entity: string) => model.chart.entities.find((one) => one.id === entity)?.name ?? entity;
  if (!flow) return null;
  const change = (field: "amount" | "price" | "date", value: string) =>
    void acts.change({ what: "flow", flow: id, [field]: value });
  const kinds = fields?.kinds ?? [];
  return (
    <section className="case-block">
      <header>
        <h3>
          {flow.kindName} <span className="clock">{fullMoney(flow.amount)}</span> {model.currency}
        </h3>
      </header>
      <p>
        {name(flow.from)} → {name(flow.to)}
      </p>
      {flow.risks.map((risk) => (
        <p key={risk} className="tone-warn">
          ⚠ {risk}
        </p>
      ))}
      {fields === null ? <p className="case-quiet">{t("plan.fixedFlow")}</p> : null}
      {kinds.length > 1 ? (
        <label>
          {t("plan.kind")}
          <select
            value={flow.kind}
            data-id="flow-kind"
            onChange={(event) => void acts.change({ what: "flow", flow: id, kind: kindOf(event.target.value) })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`flow.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {fields?.amount ? (
        <Field
          label={t("plan.amount", { currency: model.currency })}
          range={fields.amount}
          start={flow.amount}
          onSet={(value) => change("amount", value)}
          name="flow-amount"
        />
      ) : null}
      {fields?.price ? (
        <Field
          label={t("plan.price")}
          range={fields.price}
          start=""
          onSet={(value) => change("price", value)}
          name="flow-price"
        />
      ) : null}
      {fields?.dates ? (
        <Field
          label={t("plan.date")}
          range={{ min: fields.dates.from, max: fields.dates.to }}
          start={fields.dates.from}
          onSet={(value) => change("date", value)}
          name="flow-date"
          type="date"
        />
      ) : null}
      <Settings id={id} model={model} acts={acts} />
    </section>
  );
}

/** Facts a plan may set of an entity or a flow: a number within limits, or one of a few. */
function Settings({ id, model, acts }: Props) {
  return model.levers.map((lever) =>
    lever.what === "set" && lever.of === id ? <Setting key={lever.fact} lever={lever} acts={acts} /> : null,
  );
}

function Setting({ lever, acts }: { lever: LeverView & { what: "set" }; acts: CaseActs }) {
  const text = useText();
  const set = (value: string | number | boolean) =>
    void acts.change({ what: "set", of: lever.of, fact: lever.fact, value });
  if (!lever.choices)
    return (
      <Field
        label={`${text(lever.title)} ${lever.unit}`}
        range={lever.range}
        start=""
        onSet={set}
        name={`set-${lever.fact}`}
      />
    );
  return (
    <fieldset className="places">
      <legend>{text(lever.title)}</legend>
      {lever.choices.map((choice) => (
        <button
          key={String(choice.value)}
          type="button"
          className="press"
          data-id={`set-${lever.fact}-${choice.value}`}
          onClick={() => set(choice.value)}
        >
          {text(choice.text)}
        </button>
      ))}
    </fieldset>
  );
}

type FieldProps = {
  label: string;
  range: { min: string; max: string } | null;
  start: string;
  onSet: (value: string) => void;
  name: string;
  type?: "text" | "date";
};

function Field({ label, range, start, onSet, name, type = "text" }: FieldProps) {
  const t = useWords("case");
  const [value, setValue] = useState(start);
  const plain = value.replace(/[,，\s]/g, "");
  const fits =
    type === "date"
      ? range !== null && plain >= range.min && plain <= range.max
      : /^-?\d+(\.\d+)?$/.test(plain) &&
        (range === null || (Number(plain) >= Number(range.min) && Number(plain) <= Number(range.max)));
  return (
    <form
      className="case-inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) onSet(plain);
      }}
    >
      <label>
        {label}{" "}
        <small className="case-quiet clock">{range ? `${fullMoney(range.min)} – ${fullMoney(range.max)}` : ""}</small>
        <input
          type={type}
          value={value}
          data-id={name}
          aria-invalid={value !== "" && !fits}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <button type="submit" className="press" data-id={`${name}-set`} disabled={!fits}>
        {t("plan.set")}
      </button>
    </form>
  );
}

type InsertProps = { lever: LeverView & { what: "insert" }; model: CaseModel; acts: CaseActs };

export function InsertEditor({ lever, model, acts }: InsertProps) {
  const t = useWords("case");
  const text = useText();
  const name = (entity: string) => model.chart.entities.find((one) => one.id === entity)?.name ?? entity;
  const place = (id: string) => model.places.find((one) => one.id === id)?.name ?? id;
  return (
    <fieldset className="places case-block">
      <legend>{t("plan.insert", { name: text(lever.name) })}</legend>
      <p className="case-quiet">{t("plan.insertHint", { holder: name(lever.holder), held: name(lever.held) })}</p>
      {lever.in.map((id) => (
        <button
          key={id}
          type="button"
          className="press"
          data-id={`insert-${lever.entity}-${id}`}
          onClick={() => void acts.change({ what: "insert", entity: lever.entity, in: id })}
        >
          <b>{id}</b> {place(id)}
        </button>
      ))}
    </fieldset>
  );
}
