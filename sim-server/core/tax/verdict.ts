// Holds what a rule answers against what a case expects, each value within the case's tolerance.
import { Decimal, parseDecimal, ZERO } from "./decimal.ts";
import type { Law } from "./law.ts";
import { isInsufficient } from "./outcome.ts";
import { ask, type Reply, type TaxRule } from "./rule.ts";
import { type Value, written } from "./trace.ts";

export type Expected = string | number | boolean | readonly string[];
export type Verdict = {
  readonly name: string;
  readonly wanted: string;
  /** Undefined where the rule answered no such value. */
  readonly found: string | undefined;
  /** How far off a number is. */
  readonly off: string | undefined;
  readonly met: boolean;
};
export type Judged = { readonly reply: Reply; readonly verdicts: readonly Verdict[] };

/** The name under which a case expects missing facts. */
const EVIDENCE = "insufficientEvidence";

export function judgeCase(
  rule: TaxRule,
  given: {
    readonly input: unknown;
    readonly expect: Readonly<Record<string, Expected>>;
    readonly tolerance: string | number | Readonly<Record<string, string | number>>;
  },
  law: Law,
): Judged {
  const reply = ask(rule, given.input, law);
  const { tolerance } = given;
  const toleranceOf = (name: string): Decimal =>
    parseDecimal(typeof tolerance === "object" ? (Object.hasOwn(tolerance, name) ? tolerance[name] : 0) : tolerance) ??
    ZERO;
  const verdicts = Object.entries(given.expect).map(([name, wanted]): Verdict => {
    if (name === EVIDENCE) return evidenceVerdict(reply, wanted);
    const value = "values" in reply && Object.hasOwn(reply.values, name) ? reply.values[name] : undefined;
    return verdictOn(name, wanted, value, toleranceOf(name));
  });
  return { reply, verdicts };
}

function verdictOn(name: string, wanted: Expected, value: Value | undefined, tolerance: Decimal): Verdict {
  const found = value === undefined ? undefined : written(value);
  const number = parseDecimal(wanted);
  if (value instanceof Decimal && number !== undefined) {
    const off = value.minus(number);
    return { name, wanted: String(wanted), found, off: off.toString(), met: off.abs().lessThanOrEqualTo(tolerance) };
  }
  const met = typeof wanted === "boolean" ? value === wanted : value !== undefined && String(wanted) === found;
  return { name, wanted: typeof wanted === "boolean" ? written(wanted) : String(wanted), found, off: undefined, met };
}

function evidenceVerdict(reply: Reply, wanted: Expected): Verdict {
  const names = typeof wanted === "object" ? wanted : [String(wanted)];
  const found = !("problems" in reply) && isInsufficient(reply) ? reply.insufficientEvidence : undefined;
  const met = found !== undefined && found.length === names.length && names.every((name) => found.includes(name));
  return { name: EVIDENCE, wanted: names.join(", "), found: found?.join(", "), off: undefined, met };
}
