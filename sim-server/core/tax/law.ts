// The law of a run: parameters, jurisdictions and treaties, pinned to a day.
import type { Day } from "./calendar.ts";
import { openParams, type ParamData, type Params } from "./params.ts";
import type { Cite, Text } from "./trace.ts";

/** Official wording in both languages; everything that is a number lives in the parameters (`CN.cit.rate`). */
type JurisdictionData = { readonly id: string; readonly name: Text; readonly currency: string };

/** One line of a treaty's table; the numbers are parameters under the treaty's id (`CN-HK.dividend.direct`). */
export type TreatyRow = {
  readonly income: "dividend" | "interest" | "royalty" | "service";
  /** The kind the row is for, such as `equipment` or `bank`; a row without one is for every other. */
  readonly sub?: string;
  /** The parameter of the rate. */
  readonly rate: string;
  /** The parameter of the share of the gross that the rate is applied to; all of it without one. */
  readonly baseFactor?: string;
  /** The holding the recipient must have, direct unless told, for so many months before. */
  readonly minHolding?: string;
  readonly directOnly?: boolean;
  readonly holdingMonths?: string;
  readonly cite: Cite;
};

export type TreatyData = {
  readonly id: string;
  readonly pair: readonly [string, string];
  readonly inForce?: Day;
  readonly ppt: boolean;
  readonly lob: boolean;
  readonly rows: readonly TreatyRow[];
};

/** Plain data, as the loader of `scenarios/format` hands it in. */
export type LawData = {
  readonly params: readonly ParamData[];
  readonly jurisdictions: readonly JurisdictionData[];
  readonly treaties: readonly TreatyData[];
};

export type Law = {
  readonly asOf: Day;
  readonly params: Params;
  readonly jurisdictions: ReadonlyMap<string, JurisdictionData>;
  /** The treaty between two jurisdictions, in either order. */
  treaty(one: string, other: string): TreatyData | undefined;
};

export function openLaw(data: LawData, asOf: Day): Law {
  const treaties = new Map<string, TreatyData>();
  for (const treaty of data.treaties) {
    const [one, other] = treaty.pair;
    treaties.set(`${one} ${other}`, treaty);
    treaties.set(`${other} ${one}`, treaty);
  }
  return {
    asOf,
    params: openParams(data.params, asOf),
    jurisdictions: new Map(data.jurisdictions.map((one) => [one.id, one])),
    treaty: (one, other) => {
      const found = treaties.get(`${one} ${other}`);
      return found?.inForce !== undefined && found.inForce > asOf ? undefined : found;
    },
  };
}
