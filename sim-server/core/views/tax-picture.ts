// The engine's answer about a group as plain numbers for the chart, decimals as text.
import type { TaxPicture } from "../../protocol/tax-views.ts";
import type { GroupOutcome } from "../dossier/group-outcome.ts";
import type { Decimal } from "../tax/decimal.ts";

const PLACES = 6;
const text = (value: Decimal): string => value.toDecimalPlaces(PLACES).toString();

/** Null where the group's data does not fit the engine. */
export function pictureOf(outcome: GroupOutcome): TaxPicture | null {
  if ("problems" in outcome) return null;
  if ("missing" in outcome)
    return { total: "0", countries: [], entities: [], flows: [], flags: [], missing: outcome.missing };
  const { tax } = outcome;
  return {
    total: text(tax.total.value),
    countries: tax.countries.map((one) => ({
      id: one.id,
      profit: text(one.profit),
      incomeTax: text(one.incomeTax),
      cfc: text(one.cfc),
      withheld: text(one.withheld),
      topUp: text(one.topUp),
      total: text(one.total.value),
      etr: one.etr ? text(one.etr) : null,
      missing: one.missing,
    })),
    entities: tax.entities.map(({ entity, home, tax: own, credit }) => ({
      id: entity.id,
      home,
      tax: own ? text(own.value) : null,
      credit: text(credit),
    })),
    flows: tax.flows.map(({ flow, tax: own, rate, regime }) => ({
      id: flow.id,
      tax: own ? text(own.value) : null,
      rate: text(rate),
      regime,
    })),
    flags: tax.flags,
    missing: tax.missing,
  };
}
