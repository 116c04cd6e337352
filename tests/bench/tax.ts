// Measures how long the tax engine needs to recompute a whole multinational; `main.ts` puts the rows into its table.
import { loadTaxLaw } from "../../scenarios/format/tax-law.ts";
import { readGroup } from "../../sim-server/core/tax/group.ts";
import { recompute } from "../../sim-server/core/tax/group-tax.ts";
import { openLaw } from "../../sim-server/core/tax/law.ts";

const PLACES = ["CN", "HK", "SG", "JP", "DE", "IE", "NL", "LU", "UK", "US", "CH", "AE", "KY", "VG", "VN", "IN", "HU"];
const KINDS = ["royalty", "service", "interest", "dividend", "goods"] as const;

/** A made-up group: one Chinese parent, holdings two to five deep, a flow for each entity but the first. */
export function madeGroup(entities: number, places: readonly string[] = PLACES): unknown {
  const at = (index: number): string => (index === 0 ? "CN" : (places[index % places.length] ?? "CN"));
  const above = (index: number): number => Math.floor((index - 1) / 4);
  return {
    upe: "e0",
    revenuesEur: ["900000000", "900000000", "900000000", "900000000"],
    entities: Array.from({ length: entities }, (_, index) => ({
      id: `e${index}`,
      jurisdiction: at(index),
      profit: String(10_000_000 + ((index * 7919) % 97) * 100_000),
      payroll: String(2_000_000 + index * 1000),
      assets: String(5_000_000 + index * 500),
      staff: String(20 + (index % 50)),
      ebitda: String(15_000_000),
      relatedDebt: String(4_000_000),
      equity: String(3_000_000),
      activeIncome: index % 3 === 0,
      certificate: true,
      beneficialOwner: index % 5 !== 0,
      limitationMet: true,
    })),
    links: Array.from({ length: entities - 1 }, (_, index) => ({
      holder: `e${above(index + 1)}`,
      held: `e${index + 1}`,
      share: index % 6 === 0 ? "0.6" : "1",
    })),
    flows: Array.from({ length: entities - 1 }, (_, index) => ({
      id: `f${index}`,
      kind: KINDS[index % KINDS.length],
      from: `e${index + 1}`,
      to: `e${above(index + 1)}`,
      amount: String(1_000_000 + (index % 13) * 10_000),
      holdingMonths: "24",
      performedHere: false,
      ...(at(index + 1) === "CN" || at(above(index + 1)) === "CN" ? {} : { claimTreaty: false }),
    })),
  };
}

/** The middle of many runs, warm, in milliseconds; everything is worked out anew each time. */
export function recomputeMs(entities: number, runs: number): number {
  const law = openLaw(loadTaxLaw(), "2025-12-31");
  const reading = readGroup(madeGroup(entities));
  if (!("group" in reading)) throw new Error(`the made group does not read: ${JSON.stringify(reading)}`);
  const { group } = reading;
  const times = Array.from({ length: runs }, () => {
    const startedMs = performance.now();
    recompute(group, law);
    return performance.now() - startedMs;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** Rows for the table of the bench: what, measured. */
export function taxRows(): [string, string][] {
  return [
    ["tax of a group of 60 entities in 17 jurisdictions, recomputed", `${recomputeMs(60, 100).toFixed(1)} ms`],
    ["tax of a group of 1,000 entities, recomputed", `${recomputeMs(1000, 9).toFixed(0)} ms`],
  ];
}
