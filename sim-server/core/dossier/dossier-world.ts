// What conditions may ask of a tax case: where things stand in the plan in hand, and the tax as it truly is.
import type { World } from "../conditions.ts";
import type { Run } from "../run.ts";
import { parseDecimal } from "../tax/decimal.ts";
import { dossierOf, totalOf, trueOutcome } from "./group-outcome.ts";
import { plannedGroup, trueFacts } from "./planned-group.ts";

type Asked = Pick<World, "entityIn" | "amountOf" | "factOf" | "taxIn" | "flagged">;

export function dossierWorld(run: Run): Asked & { groupTax: () => number } {
  const planned = () => {
    const { plan, state } = dossierOf(run);
    return plannedGroup(plan.dossier, trueFacts(plan.dossier, state), state.changes);
  };
  const has = (): boolean => run.state.dossier !== null;
  const tax = () => {
    const outcome = trueOutcome(run);
    return "tax" in outcome ? outcome.tax : undefined;
  };
  return {
    entityIn: (entity, country) =>
      has() && planned().entities.some(({ id, jurisdiction }) => id === entity && jurisdiction === country),
    amountOf: (flow) => (has() ? numberOf(planned().flows.find(({ id }) => id === flow)?.amount) : 0),
    factOf: (thing, name) => {
      if (!has()) return 0;
      const { entities, flows } = planned();
      const found = entities.find(({ id }) => id === thing) ?? flows.find(({ id }) => id === thing);
      return numberOf(found?.facts[name]);
    },
    taxIn: (country) =>
      has()
        ? (tax()
            ?.countries.find(({ id }) => id === country)
            ?.total.value.toNumber() ?? 0)
        : 0,
    flagged: (kind) => has() && (tax()?.flags.some((flag) => flag.kind === kind) ?? false),
    groupTax: () => (has() ? totalOf(trueOutcome(run)) : 0),
  };
}

const numberOf = (value: unknown): number => (value === true ? 1 : (parseDecimal(value)?.toNumber() ?? 0));
