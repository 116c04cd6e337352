// The group with a plan's changes and the facts known of it: as people see it, or as it truly is.
import type { Dossier } from "../../../scenarios/format/tax-dossier.ts";
import type { FactValue, TaxGroup } from "../../../scenarios/format/tax-group.ts";
import type { PlanChange } from "../../protocol/tax-intents.ts";
import { parseDecimal } from "../tax/decimal.ts";
import type { DossierState } from "./dossier-state.ts";

type Told = { of: string; fact: string; value: FactValue };
type Facts = Record<string, FactValue>;
export type PlannedEntity = TaxGroup["entities"][string] & { id: string; added: boolean; facts: Facts };
export type PlannedFlow = TaxGroup["flows"][string] & { id: string; facts: Facts };
export type PlannedGroup = {
  upe: string;
  entities: PlannedEntity[];
  links: TaxGroup["links"];
  flows: PlannedFlow[];
};

/** What has become known so far: from what was read and asked, and what injects have said. */
export function knownFacts({ documents }: Dossier, { opened, asked, facts }: DossierState): Told[] {
  const read = opened.flatMap((id) => documents[id]?.reveals ?? []);
  const answered = asked.flatMap((key) => {
    const [id = "", question] = key.split("/");
    return documents[id]?.interview?.questions.find((one) => one.id === question)?.reveals ?? [];
  });
  return [...read, ...answered, ...facts];
}

/** What would be known if everything were read. */
export const trueFacts = ({ documents }: Dossier, { facts }: DossierState): Told[] => [
  ...Object.values(documents).flatMap(({ reveals, interview }) => [
    ...reveals,
    ...(interview?.questions.flatMap((one) => one.reveals) ?? []),
  ]),
  ...facts,
];

/** The group as it was found, told these facts, with these changes made one after the other. */
export function plannedGroup({ group }: Dossier, told: readonly Told[], changes: readonly PlanChange[]): PlannedGroup {
  const planned: PlannedGroup = {
    upe: group.upe,
    entities: Object.entries(group.entities).map(([id, one]) => ({
      ...one,
      id,
      added: false,
      facts: { ...one.facts },
    })),
    links: [...group.links],
    flows: Object.entries(group.flows).map(([id, one]) => ({ ...one, id, facts: { ...one.facts } })),
  };
  for (const { of, fact, value } of told) setFact(planned, of, fact, value);
  for (const change of changes) make(planned, group, change);
  return planned;
}

function setFact(planned: PlannedGroup, of: string, fact: string, value: FactValue): void {
  const thing = planned.entities.find(({ id }) => id === of) ?? planned.flows.find(({ id }) => id === of);
  if (thing) thing.facts[fact] = value;
}

function make(planned: PlannedGroup, group: TaxGroup, change: PlanChange): void {
  switch (change.what) {
    case "move": {
      const entity = planned.entities.find(({ id }) => id === change.entity);
      if (entity) entity.jurisdiction = change.to;
      return;
    }
    case "flow": {
      const flow = planned.flows.find(({ id }) => id === change.flow);
      if (!flow) return;
      if (change.kind !== undefined) flow.kind = change.kind;
      if (change.date !== undefined) flow.date = change.date;
      if (change.amount !== undefined) flow.amount = change.amount;
      if (change.price !== undefined) {
        flow.price = change.price;
        const amount = parseDecimal(change.price)?.times(parseDecimal(flow.quantity) ?? 1);
        if (amount) flow.amount = amount.toString();
      }
      return;
    }
    case "set":
      setFact(planned, change.of, change.fact, change.value);
      return;
    case "insert": {
      const lever = group.levers.find((one) => "insert" in one && one.insert === change.entity);
      if (!lever || !("insert" in lever) || planned.entities.some(({ id }) => id === change.entity)) return;
      planned.entities.push({
        id: lever.insert,
        name: lever.name,
        jurisdiction: change.in,
        form: "company",
        outside: false,
        added: true,
        facts: { ...lever.facts },
      });
      const between = planned.links.find(({ holder, held }) => holder === lever.holder && held === lever.held);
      planned.links = planned.links.filter((one) => one !== between);
      planned.links.push({ holder: lever.holder, held: lever.insert, share: "1" });
      planned.links.push({ holder: lever.insert, held: lever.held, share: between?.share ?? "1" });
    }
  }
}

const WORKED_OUT = new Set(["dividend", "interest", "royalty", "service", "goods"]);

/** What the engine's rule GROUP is told of it; what is drawn only stays out. */
export function engineInput({ group }: Dossier, planned: PlannedGroup): Record<string, unknown> {
  const flows = planned.flows.filter(({ kind }) => WORKED_OUT.has(kind));
  const inside = planned.entities.filter(
    ({ id, outside }) => !outside || flows.some(({ from, to }) => from === id || to === id),
  );
  const known = new Set(inside.map(({ id }) => id));
  return {
    upe: planned.upe,
    currency: group.currency,
    overallCredit: group.overallCredit,
    ...(group.revenuesEur ? { revenuesEur: group.revenuesEur } : {}),
    entities: inside.map(({ id, jurisdiction, facts }) => ({ id, jurisdiction, profit: "0", ...nested(facts) })),
    links: planned.links.filter(({ holder, held }) => known.has(holder) && known.has(held)),
    flows: flows.map(({ id, kind, from, to, amount, date, facts }) => ({
      id,
      kind,
      from,
      to,
      amount,
      ...(date === undefined || kind === "goods" ? {} : { date }),
      ...nested(facts),
    })),
  };
}

/** `owner.onPaymentShare` is a fact of the record `owner`. */
function nested(facts: Readonly<Facts>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts)) {
    const [head = name, ...rest] = name.split(".");
    if (rest.length === 0) out[head] = value;
    else {
      const inner = typeof out[head] === "object" ? (out[head] as Record<string, unknown>) : {};
      out[head] = { ...inner, [rest.join(".")]: value };
    }
  }
  return out;
}
