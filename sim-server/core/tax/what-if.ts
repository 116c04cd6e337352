// What if: the same rule asked again with one fact changed, and which of its values differ.
import type { Law } from "./law.ts";
import { ask, type Reply, type TaxRule } from "./rule.ts";
import { written } from "./trace.ts";

export type Change = { readonly path: readonly (string | number)[]; readonly value: unknown };
type Difference = {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
};
export type WhatIf = { readonly before: Reply; readonly after: Reply; readonly differences: readonly Difference[] };

export function whatIf(rule: TaxRule, input: unknown, change: Change, law: Law): WhatIf {
  const before = ask(rule, input, law);
  const after = ask(rule, changed(input, change.path, change.value), law);
  const [one, other] = [valuesOf(before), valuesOf(after)];
  const differences = [...new Set([...one.keys(), ...other.keys()])].flatMap((name): Difference[] =>
    one.get(name) === other.get(name) ? [] : [{ name, before: one.get(name), after: other.get(name) }],
  );
  return { before, after, differences };
}

/** A copy with one place changed; a place that was not there is made. */
export function changed(input: unknown, [head, ...rest]: Change["path"], value: unknown): unknown {
  if (head === undefined) return value;
  if (Array.isArray(input)) {
    const copy: unknown[] = [...input];
    copy[Number(head)] = changed(copy[Number(head)], rest, value);
    return copy;
  }
  const entries = typeof input === "object" && input !== null ? Object.entries(input) : [];
  const below = entries.find(([name]) => name === String(head))?.[1];
  return { ...Object.fromEntries(entries), [head]: changed(below, rest, value) };
}

function valuesOf(reply: Reply): ReadonlyMap<string, string> {
  if ("values" in reply) return new Map(Object.entries(reply.values).map(([name, value]) => [name, written(value)]));
  if ("problems" in reply) return new Map([["problems", reply.problems.map(({ path }) => path.join(".")).join(", ")]]);
  return new Map([["insufficientEvidence", reply.insufficientEvidence.join(", ")]]);
}
