// A trace is the tree behind a value: the rule, its inputs, the formula, the law, and why it is not something else.
import type { Decimal } from "./decimal.ts";

export type Text = { readonly zh: string; readonly en: string };

export type Cite = {
  readonly law: string;
  readonly article: string;
  /** YYYY-MM-DD. */
  readonly effectiveFrom?: string;
  /** Whether the value was read in the source named, or stands from background knowledge. */
  readonly status: "verified" | "unverified";
};

/** An alternative somebody may ask for, the rule that blocked it, and the reason. */
export type WhyNot = { readonly alternative: string; readonly rule: string; readonly reason: Text };

export type Trace = {
  readonly rule: string;
  readonly title: Text;
  readonly inputs: Readonly<Record<string, string>>;
  readonly formula: string;
  readonly value: string;
  readonly unit?: string;
  readonly rounding?: string;
  readonly cites: readonly Cite[];
  readonly exception?: string;
  readonly children: readonly Trace[];
  readonly whyNot?: readonly WhyNot[];
};

export type Value = Decimal | boolean | string;
/** A value that carries where it came from. */
export type Traced<V extends Value = Decimal> = { readonly value: V; readonly trace: Trace };

export type Step = {
  readonly rule: string;
  readonly title: Text;
  readonly formula: string;
  /** What the formula names; a traced input becomes a child by itself. */
  readonly inputs: Readonly<Record<string, Value | Traced<Value>>>;
  readonly unit?: string;
  readonly rounding?: string;
  readonly cites?: readonly Cite[];
  readonly exception?: string | undefined;
  /** Further children that the formula does not name. */
  readonly children?: readonly Trace[];
  readonly whyNot?: readonly WhyNot[];
};

type Growing = { -readonly [Key in keyof Trace]: Trace[Key] };
const NOTHING: readonly never[] = [];

/** The only way a value comes about: with its trace. Made thousands of times a recomputation, so without spreads. */
export function traced<V extends Value>(value: V, step: Step): Traced<V> {
  const inputs: Record<string, string> = {};
  let children: Trace[] | undefined;
  for (const name of Object.keys(step.inputs)) {
    const input = step.inputs[name];
    if (input === undefined) continue;
    if (isTraced(input)) {
      inputs[name] = input.trace.value;
      children ??= [];
      children.push(input.trace);
    } else inputs[name] = written(input);
  }
  if (step.children !== undefined && step.children.length > 0) children = [...(children ?? []), ...step.children];
  const trace: Growing = {
    rule: step.rule,
    title: step.title,
    inputs,
    formula: step.formula,
    value: written(value),
    cites: step.cites ?? NOTHING,
    children: children ?? NOTHING,
  };
  if (step.unit !== undefined) trace.unit = step.unit;
  if (step.rounding !== undefined) trace.rounding = step.rounding;
  if (step.exception !== undefined) trace.exception = step.exception;
  if (step.whyNot !== undefined && step.whyNot.length > 0) trace.whyNot = step.whyNot;
  return { value, trace };
}

export const written = (value: Value): string =>
  typeof value === "string" ? value : typeof value === "boolean" ? (value ? "yes" : "no") : value.toString();

const isTraced = (input: Value | Traced<Value>): input is Traced<Value> =>
  typeof input === "object" && "trace" in input;
