// A tax rule: what it is told, what it answers, and the door through which every rule is asked.
import { type FactSpec, type Facts, type InputProblem, readFacts, type Unit } from "./facts.ts";
import type { Law } from "./law.ts";
import { type Insufficient, insufficient } from "./outcome.ts";
import type { Text, Trace, Value } from "./trace.ts";

/** A value a rule answers; a name such as `share.<jurisdiction>` stands for one value each. */
export type OutputSpec = { readonly name: string; readonly unit: Unit; readonly says: Text };

/** Everything a rule worked out, by name, and the trace of the whole. */
export type Answered = { readonly values: Readonly<Record<string, Value>>; readonly trace: Trace };
export type RuleAnswer = Answered | Insufficient;
/** What asking a rule gives: an answer, missing facts, or input that does not fit. */
export type Reply = RuleAnswer | { readonly problems: readonly InputProblem[] };

export type TaxRule = {
  readonly id: string;
  readonly title: Text;
  readonly inputs: readonly FactSpec[];
  readonly outputs: readonly OutputSpec[];
  /** Facts that must be there are there; a rule that needs more of the optional ones says `insufficient`. */
  run(facts: Facts, law: Law): RuleAnswer;
};

/** Asks a rule about plain data. */
export function ask(rule: TaxRule, input: unknown, law: Law): Reply {
  const reading = readFacts(rule.inputs, input);
  if ("problems" in reading) return reading;
  if ("missing" in reading) return insufficient(rule.id, reading.missing);
  return rule.run(reading.facts, law);
}
