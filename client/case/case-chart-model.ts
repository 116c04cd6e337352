// The chart and the bars of a case out of what the room tells: entities, holdings, flows, tax by country.
import type { TaxBriefing } from "../../sim-server/protocol/tax-briefing.ts";
import type { ChartView, FlowView, TaxPicture, TaxView } from "../../sim-server/protocol/tax-views.ts";
import type { Text } from "../../sim-server/protocol/words.ts";
import type { Language } from "../words/language.ts";
import type { Totals } from "./case-model.ts";
import { type Chart, type ChartEntity, type ChartFlow, type EntityShape, FLOW_KINDS, type FlowKind } from "./chart.ts";
import { shortMoney } from "./money.ts";
import type { CountryBar } from "./tax-bars.tsx";

/** `t` words of the case, `text` the reader's language of an author's text. */
export type Wording = {
  readonly t: (key: string, values?: Record<string, string | number>) => string;
  readonly text: (text: Text) => string;
  readonly language: Language;
};

const SHAPES: Readonly<Record<string, EntityShape>> = {
  company: "rectangle",
  partnership: "triangle",
  branch: "oval",
  individual: "oval",
  fund: "rounded",
  trust: "rounded",
  authority: "rounded",
};

export const kindOf = (kind: string): FlowKind => FLOW_KINDS.find((known) => known === kind) ?? "goods";

export function chartOf(briefing: TaxBriefing, view: Pick<TaxView, "chart" | "changes">, wording: Wording): Chart {
  const { chart } = view;
  const names = new Map(briefing.jurisdictions.map(({ id, name }) => [id, wording.text(name)]));
  const movable = new Set(briefing.levers.flatMap((lever) => (lever.what === "move" ? [lever.entity] : [])));
  const moved = touched(view);
  return {
    entities: chart.entities.map(
      (entity): ChartEntity => ({
        id: entity.id,
        name: wording.text(entity.name),
        shape: SHAPES[entity.form] ?? "rectangle",
        place: entity.jurisdiction,
        placeName: names.get(entity.jurisdiction) ?? entity.jurisdiction,
        movable: movable.has(entity.id),
        moved: moved.has(entity.id),
        risks: risksOf(chart.tax, entity.id, wording),
        note: entity.role ? wording.text(entity.role) : "",
      }),
    ),
    holdings: chart.links,
    flows: chart.flows.map((flow) => flowOf(flow, chart, moved, wording)),
  };
}

/** What the plan in hand has changed: entities moved or put in, flows and facts set. */
function touched(view: Pick<TaxView, "chart" | "changes">): ReadonlySet<string> {
  const ids = view.changes.map((change) => {
    if (change.what === "flow") return change.flow;
    return change.what === "set" ? change.of : change.entity;
  });
  return new Set([...ids, ...view.chart.entities.flatMap(({ id, added }) => (added ? [id] : []))]);
}

function flowOf(flow: FlowView, chart: ChartView, changed: ReadonlySet<string>, wording: Wording): ChartFlow {
  return {
    id: flow.id,
    kind: kindOf(flow.kind),
    kindName: wording.t(`flow.${flow.kind}`),
    from: flow.from,
    to: flow.to,
    amount: flow.amount,
    amountName: shortMoney(flow.amount, wording.language),
    changed: changed.has(flow.id),
    risks: risksOf(chart.tax, flow.id, wording),
  };
}

const risksOf = (tax: TaxPicture | null, of: string, { t }: Wording): string[] =>
  (tax?.flags ?? []).filter((flag) => flag.of === of).map(({ kind }) => t(`flag.${kind}`));

export function barsOf(tax: TaxPicture | null, briefing: TaxBriefing, { text }: Wording): readonly CountryBar[] {
  const names = new Map(briefing.jurisdictions.map(({ id, name }) => [id, text(name)]));
  return (tax?.countries ?? []).map((country) => ({
    id: country.id,
    name: names.get(country.id) ?? country.id,
    incomeTax: String(Number(country.incomeTax) + Number(country.cfc)),
    withheld: country.withheld,
    topUp: country.topUp,
    total: country.total,
    etr: country.etr,
    missing: country.missing.length > 0,
  }));
}

/** The group's effective rate is all its tax over all its profit; none where there is no profit. */
export function totalsOf(tax: TaxPicture | null): Totals | null {
  if (!tax) return null;
  const sum = (of: "profit" | "topUp") => tax.countries.reduce((all, country) => all + Number(country[of]), 0);
  const profit = sum("profit");
  return {
    total: tax.total,
    etr: profit > 0 && tax.missing.length === 0 ? String(Number(tax.total) / profit) : null,
    topUp: String(sum("topUp")),
  };
}
