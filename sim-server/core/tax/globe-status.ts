// What a jurisdiction applies in a fiscal year: as the case says, else as the law's data have it.
import type { Day } from "./calendar.ts";
import type { Decimal } from "./decimal.ts";
import type { Law } from "./law.ts";

/** What a case may say of a jurisdiction; all amounts in euro. */
export type GlobeJurisdiction = {
  readonly id: string;
  readonly qdmtt?: boolean | undefined;
  readonly iir?: boolean | undefined;
  readonly utpr?: boolean | undefined;
  /** Its income inclusion rule also reaches entities at home, as in the European Union and the United Kingdom. */
  readonly iirDomestic?: boolean | undefined;
  readonly nominalRate?: Decimal | undefined;
  /** Its domestic top-up tax does not meet the safe harbour, so that only the amount is credited. */
  readonly qdmttCreditOnly?: boolean | undefined;
  readonly claimSubstance?: boolean | undefined;
  readonly substance?: Decimal | undefined;
  readonly broughtForward?: Decimal | undefined;
  readonly carryNegativeTax?: boolean | undefined;
  /** An election of the transitional CbCR safe harbour, with what the report says. */
  readonly cbcr?: CbcrElection | undefined;
  /** An election of the de minimis exclusion: this year and the two before. */
  readonly deMinimis?: { readonly revenues: readonly Decimal[]; readonly incomes: readonly Decimal[] } | undefined;
  /** For sharing the UTPR; without them the entities' own are added up. */
  readonly employees?: Decimal | undefined;
  readonly tangibleAssets?: Decimal | undefined;
  readonly priorUnpaid?: boolean | undefined;
};

type CbcrElection = {
  readonly revenue: Decimal;
  readonly profitBeforeTax: Decimal;
  readonly simplifiedTax: Decimal;
  readonly lostBefore: boolean;
};

const REGIMES = ["qdmtt", "iir", "utpr"] as const;
type Regime = (typeof REGIMES)[number];
export type Status = Readonly<Record<Regime, boolean>> & { readonly given: GlobeJurisdiction };

/** The status of every jurisdiction of the group, and what is not known of them. */
export function statusesOf(
  ids: readonly string[],
  given: readonly GlobeJurisdiction[],
  law: Law,
  start: Day,
): { statuses: ReadonlyMap<string, Status>; missing: readonly string[] } {
  const said = new Map(given.map((one) => [one.id, one]));
  const statuses = new Map<string, Status>();
  const missing: string[] = [];
  for (const id of new Set([...ids, ...said.keys()])) {
    const own: GlobeJurisdiction = said.get(id) ?? { id };
    const known = law.jurisdictions.has(id);
    const regime = (name: Regime): boolean => {
      const told = own[name];
      if (told !== undefined) return told;
      if (!known) missing.push(`jurisdictions.${id}.${name}`);
      return law.params.word(`${id}.pillarTwo.${name}`, start)?.value === "true";
    };
    statuses.set(id, { qdmtt: regime("qdmtt"), iir: regime("iir"), utpr: regime("utpr"), given: own });
  }
  return { statuses, missing };
}

/** The nominal rate as told, else the statutory rate of the law's data. */
export const nominalRateOf = (status: Status, law: Law, start: Day): Decimal | undefined =>
  status.given.nominalRate ?? law.params.number(`${status.given.id}.cit.rate`, start)?.value;
