// What comes of a rule that lacks facts: their names and what was worked out so far; an unknown fact is never zero.
import { type Text, type Trace, traced } from "./trace.ts";

export type Insufficient = { readonly insufficientEvidence: readonly string[]; readonly trace: Trace };

const TITLE: Text = { zh: "证据不足", en: "Insufficient evidence" };

/** The named facts are needed and not known; what was worked out before goes along as children. */
export function insufficient(rule: string, facts: readonly string[], children: readonly Trace[] = []): Insufficient {
  const step = traced(facts.join(", "), {
    rule,
    title: TITLE,
    formula: "insufficientEvidence",
    inputs: {},
    children,
    exception: "insufficientEvidence",
  });
  return { insufficientEvidence: facts, trace: step.trace };
}

export const isInsufficient = (outcome: object): outcome is Insufficient => "insufficientEvidence" in outcome;
