// Judges what a trainee finds against what the engine finds: number, method, citations, traps and hours.
import { type Decimal, decimal, max, ONE, parseDecimal, sum, ZERO } from "./decimal.ts";
import type { Cite, Trace } from "./trace.ts";

/** What a trainee states; decimals as text, citations as `law#article`. */
export type Finding = {
  readonly choice?: string;
  readonly amount?: string;
  readonly rules: readonly string[];
  readonly cites: readonly string[];
};

/** A mistake worth naming: it is made when every condition that is given holds. */
type Trap = {
  readonly id: string;
  readonly penalty: string;
  readonly choice?: string;
  readonly amount?: string;
  /** Within this of the amount; the expected answer's tolerance unless told. */
  readonly tolerance?: string;
  readonly rule?: string;
  readonly cite?: string;
};

export type Expected = {
  readonly weight: string;
  readonly choice?: string;
  readonly amount?: string;
  /** How far an amount may be off; exact unless told. */
  readonly tolerance?: string;
  /** The method's rules, the leading one first; those of the expert's trace unless told. */
  readonly rules?: readonly string[];
  readonly cites: { readonly required: readonly string[]; readonly accepted: readonly string[] };
  readonly traps: readonly Trap[];
  /** How the weight is shared; 0.5, 0.3 and 0.2 unless told. */
  readonly parts?: { readonly number: string; readonly method: string; readonly cites: string };
};

export type Judgement = {
  /** Each from 0 to 1. */
  readonly number: Decimal;
  readonly method: Decimal;
  readonly cites: Decimal;
  /** How far the amount is off; undefined where one of the two is missing. */
  readonly off: Decimal | undefined;
  readonly missingRules: readonly string[];
  readonly strayRules: readonly string[];
  readonly missingCites: readonly string[];
  readonly wrongCites: readonly string[];
  readonly traps: readonly string[];
  readonly penalty: Decimal;
  /** Weight times the parts, less the traps; below zero where the traps outweigh the rest. */
  readonly points: Decimal;
};

const HALF = decimal("0.5");
const PARTS = { number: "0.5", method: "0.3", cites: "0.2" };
const AN_HOUR = decimal("0.1");

const citeKey = ({ law, article }: Cite): string => `${law}#${article}`;

/** The rules of a trace from its root down, each once; looked-up numbers are no method. */
export function rulesOf(trace: Trace): readonly string[] {
  const found = new Set<string>();
  const walk = (one: Trace): void => {
    if (!one.rule.startsWith("param:")) found.add(one.rule);
    one.children.forEach(walk);
  };
  walk(trace);
  return [...found];
}

/** Every citation of a trace, each once: what the whole answer rests on. */
export function citesOf(trace: Trace): readonly string[] {
  const found = new Set<string>();
  const walk = (one: Trace): void => {
    for (const cite of one.cites) found.add(citeKey(cite));
    one.children.forEach(walk);
  };
  walk(trace);
  return [...found];
}

/** Pure: the same finding, expectation and trace always get the same judgement. */
export function judge(finding: Finding, expected: Expected, trace: Trace): Judgement {
  const { value: number, off } = numberOf(finding, expected);
  const wanted = expected.rules ?? rulesOf(trace);
  const method = methodOf(new Set(finding.rules), wanted);
  const cites = citesPart(new Set(finding.cites), expected.cites);
  const traps = expected.traps.filter((trap) => fallsInto(finding, trap, expected.tolerance));
  const penalty = sum(traps.map((trap) => written(trap.penalty)));
  const parts = expected.parts ?? PARTS;
  const share = written(parts.number)
    .times(number)
    .plus(written(parts.method).times(method.value))
    .plus(written(parts.cites).times(cites.value));
  return {
    number,
    method: method.value,
    cites: cites.value,
    off,
    missingRules: method.missing,
    strayRules: method.stray,
    missingCites: cites.missing,
    wrongCites: cites.wrong,
    traps: traps.map(({ id }) => id),
    penalty,
    points: written(expected.weight).times(share).minus(penalty),
  };
}

/** All findings together, less a tenth of a point an hour; never below zero. */
export const scoreOf = (judgements: readonly Judgement[], hours: string): Decimal =>
  max(ZERO, sum(judgements.map(({ points }) => points)).minus(written(hours).times(AN_HOUR)));

function numberOf(finding: Finding, expected: Expected): { value: Decimal; off: Decimal | undefined } {
  const wanted = expected.amount === undefined ? undefined : written(expected.amount);
  const stated = parseDecimal(finding.amount);
  const off = wanted && stated ? stated.minus(wanted) : undefined;
  const asked: boolean[] = [];
  if (expected.choice !== undefined) asked.push(finding.choice === expected.choice);
  if (wanted) asked.push(off?.abs().lessThanOrEqualTo(written(expected.tolerance ?? "0")) ?? false);
  const right = asked.filter((one) => one).length;
  return { value: asked.length === 0 ? ONE : decimal(right).dividedBy(asked.length), off };
}

/** Half for the leading rule, half for those below it; a rule that does not belong costs half of one that does. */
function methodOf(chosen: ReadonlySet<string>, wanted: readonly string[]) {
  const [leading, ...below] = [...new Set(wanted)];
  const missing = wanted.filter((rule) => !chosen.has(rule));
  const stray = [...chosen].filter((rule) => !wanted.includes(rule)).toSorted();
  if (leading === undefined) return { value: stray.length === 0 ? ONE : ZERO, missing, stray };
  const lead = chosen.has(leading) ? HALF : ZERO;
  const found = below.filter((rule) => chosen.has(rule)).length;
  const rest = below.length === 0 ? lead : HALF.times(found).dividedBy(below.length);
  const lost = HALF.times(stray.length).dividedBy(below.length + 1);
  return { value: max(ZERO, lead.plus(rest).minus(lost)), missing, stray };
}

/** Overlap with what is required; a wrong one costs half of its share, an accepted one nothing. */
function citesPart(chosen: ReadonlySet<string>, { required, accepted }: Expected["cites"]) {
  const needed = [...new Set(required)];
  const missing = needed.filter((cite) => !chosen.has(cite));
  const wrong = [...chosen].filter((cite) => !needed.includes(cite) && !accepted.includes(cite)).toSorted();
  const size = Math.max(needed.length, 1);
  const found = needed.length === 0 ? 1 : needed.length - missing.length;
  const value = decimal(found).minus(HALF.times(wrong.length)).dividedBy(size);
  return { value: max(ZERO, value), missing, wrong };
}

function fallsInto(finding: Finding, trap: Trap, tolerance: string | undefined): boolean {
  const stated = parseDecimal(finding.amount);
  const near = written(trap.tolerance ?? tolerance ?? "0");
  const conditions = [
    ...(trap.choice === undefined ? [] : [finding.choice === trap.choice]),
    ...(trap.amount === undefined ? [] : [stated?.minus(written(trap.amount)).abs().lessThanOrEqualTo(near) ?? false]),
    ...(trap.rule === undefined ? [] : [finding.rules.includes(trap.rule)]),
    ...(trap.cite === undefined ? [] : [finding.cites.includes(trap.cite)]),
  ];
  return conditions.length > 0 && conditions.every((one) => one);
}

/** A number of the expectation: an author's file was read before it came here, so anything else is a bug. */
function written(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no number`);
  return value;
}
