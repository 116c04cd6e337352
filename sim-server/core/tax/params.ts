// The numbers of the law as dated data: a lookup finds what was in force on a day and leaves itself in the trace.
import type { Day } from "./calendar.ts";
import { parseDecimal } from "./decimal.ts";
import { type Cite, type Text, type Trace, type Traced, traced } from "./trace.ts";

/** One value of a parameter for a span of days; decimals are written as text. */
type ParamVersion = {
  readonly value: string;
  /** First day in force, and the last one, both included; without the first, how long it has been so is not recorded. */
  readonly from?: Day;
  readonly to?: Day;
  /** The day it became known law; a run pinned to an earlier day does not see it. Without it, `from`. */
  readonly published?: Day;
  readonly cite: Cite;
  readonly note?: string;
};

/** `CN.cit.rate`; the unit is rate, money with its currency (`CNY`), days, months, count, flag or word. */
export type ParamData = {
  readonly id: string;
  readonly unit: string;
  readonly title: Text;
  readonly versions: readonly ParamVersion[];
};

type Known = {
  readonly version: ParamVersion;
  readonly number: Traced | undefined;
  readonly word: Traced<string>;
};

export type Params = {
  /** The parameter as a number on a day (the pinned day unless told); undefined if the law has none. */
  number(id: string, on?: Day): Traced | undefined;
  word(id: string, on?: Day): Traced<string> | undefined;
  /** The number of a parameter our own data must have; its absence is a bug. */
  need(id: string, on?: Day): Traced;
};

export function openParams(data: readonly ParamData[], asOf: Day): Params {
  const table = new Map<string, readonly Known[]>();
  for (const param of data) {
    if (table.has(param.id)) throw new Error(`the parameter ${param.id} is defined twice`);
    table.set(
      param.id,
      param.versions
        .filter(({ published, from }) => (published ?? from ?? "") <= asOf)
        .map((version) => known(param, version)),
    );
  }
  const at = (id: string, on: Day): Known | undefined => {
    const versions = table.get(id);
    for (let index = (versions?.length ?? 0) - 1; index >= 0; index -= 1) {
      const known = versions?.[index];
      if (known && (known.version.from ?? "") <= on && (known.version.to === undefined || on <= known.version.to))
        return known;
    }
    return undefined;
  };
  const number = (id: string, on: Day = asOf): Traced | undefined => at(id, on)?.number;
  return {
    number,
    word: (id, on = asOf) => at(id, on)?.word,
    need: (id, on = asOf) => {
      const found = number(id, on);
      if (found === undefined) throw new Error(`the law of ${on} has no number ${id}`);
      return found;
    },
  };
}

function known(param: ParamData, version: ParamVersion): Known {
  const trace = lookup(param, version);
  const value = parseDecimal(version.value);
  return { version, number: value && { value, trace }, word: { value: version.value, trace } };
}

const lookup = ({ id, unit, title }: ParamData, { value, from, to, cite, note }: ParamVersion): Trace =>
  traced(value, {
    rule: `param:${id}`,
    title,
    formula: note ?? id,
    inputs: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    unit,
    cites: [from === undefined ? cite : { effectiveFrom: from, ...cite }],
  }).trace;
