// The threshold of a permanent establishment: told, or from the treaty of the two countries, or from domestic law.
import type { Facts } from "./facts.ts";
import type { Law } from "./law.ts";
import { text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

export type Threshold = { readonly found: Traced } | { readonly missing: readonly string[] };

/** `toldAs` is the fact that overrides the law. A treaty that is silent leaves nothing to fall back on but the fact. */
export function treatyOrDomestic(facts: Facts, law: Law, name: string, toldAs: string): Threshold {
  const told = facts.numberIf(toldAs);
  if (told !== undefined)
    return {
      found: traced(told, {
        rule: `fact:${toldAs}`,
        title: text("所给门槛", "Threshold as told"),
        formula: toldAs,
        inputs: {},
      }),
    };
  const source = facts.wordIf("source") ?? "CN";
  const residence = facts.wordIf("residence");
  if (residence === undefined) return { missing: [toldAs, "residence"] };
  const treaty = law.treaty(source, residence);
  const found = law.params.number(`${treaty?.id ?? source}.${name}`);
  return found === undefined ? { missing: [toldAs] } : { found };
}
