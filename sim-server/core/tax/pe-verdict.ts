// An establishment by a table of facts: there is one unless something blocks it, and every block is a why-not.
import { doubtful } from "./spec.ts";
import { type Traced, traced, type WhyNot } from "./trace.ts";

/** Yes unless something blocks it; every block is told as a why-not. */
export function decided(
  rule: string,
  title: WhyNot["reason"],
  blocks: readonly (readonly [boolean, WhyNot["reason"]])[],
  more: {
    readonly formula: string;
    readonly inputs: Readonly<Record<string, Traced["value"] | boolean | string | Traced>>;
    readonly article: string;
    readonly law?: string;
  },
): Traced<boolean> {
  const blocked = blocks.filter(([blocks]) => blocks);
  return traced(blocked.length === 0, {
    rule,
    title,
    formula: more.formula,
    inputs: more.inputs,
    cites: [doubtful(more.law ?? "税收协定", more.article)],
    whyNot: blocked.map(([, reason]) => ({ alternative: "PE", rule, reason })),
  });
}
