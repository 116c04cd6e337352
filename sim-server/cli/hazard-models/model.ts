// What a hazard model is to the command line and to the published cases: inputs with units, answers, sources.
import { z } from "zod";
import type { Finding, Sentence } from "../../../scenarios/format/problem.ts";
import { wordIssues } from "../../../scenarios/format/wording.ts";

export type Value = number | string | boolean | null;
export type Values = Readonly<Record<string, Value>>;

/** Results by name; `quantity@where@when` where one quantity has many, e.g. `layerHeightM@hall@120`. */
export type Outcome = { readonly results: Values; readonly between?: Values };

export type HazardModel = {
  readonly id: string;
  readonly title: Sentence;
  /** Where the formulas come from, and where they hold. */
  readonly sources: readonly string[];
  readonly inputs: z.ZodObject;
  answer(inputs: unknown): Outcome | { readonly findings: readonly Finding[] };
};

type Parts<S extends z.ZodRawShape> = {
  readonly id: string;
  readonly title: Sentence;
  readonly sources: readonly string[];
  readonly inputs: S;
  run(inputs: z.output<z.ZodObject<S, z.core.$strict>>): Outcome;
};

export function model<S extends z.ZodRawShape>({ id, title, sources, inputs: shape, run }: Parts<S>): HazardModel {
  const inputs = z.strictObject(shape);
  return {
    id,
    title,
    sources,
    inputs,
    answer(given) {
      const parsed = inputs.safeParse(given);
      return parsed.success ? run(parsed.data) : { findings: wordIssues(inputs, given, parsed.error.issues) };
    },
  };
}

export const says = (zh: string, en: string): Sentence => ({ zh, en });

type About = { readonly unit: string; readonly zh: string; readonly en: string };
const about = (unit: string, zh: string, en: string): About => ({ unit, zh, en });

/** Any number; the unit stands in the input's name and is told again here. */
export const number = (unit: string, zh: string, en: string): z.ZodNumber => z.number().meta(about(unit, zh, en));
export const positive = (unit: string, zh: string, en: string): z.ZodNumber =>
  z
    .number()
    .positive()
    .meta(about(unit, zh, en));
export const notNegative = (unit: string, zh: string, en: string): z.ZodNumber =>
  z
    .number()
    .nonnegative()
    .meta(about(unit, zh, en));
export const share = (zh: string, en: string): z.ZodNumber =>
  z
    .number()
    .min(0)
    .max(1)
    .meta(about("1", zh, en));
export const oneOf = <const T extends readonly [string, ...string[]]>(of: T, zh: string, en: string) =>
  z.enum(of).meta(about(of.join(" | "), zh, en));

/** An input as `--list` tells it. */
export type InputLine = About & { readonly name: string; readonly needed: boolean };
const described = z.object({ unit: z.string(), zh: z.string(), en: z.string() });

export function inputLines({ inputs }: Pick<HazardModel, "inputs">): InputLine[] {
  return Object.entries(inputs.shape).map(([name, schema]) => {
    const told = described.safeParse(z.globalRegistry.get(schema) ?? {});
    const needed = !(schema instanceof z.ZodOptional || schema instanceof z.ZodDefault);
    return { name, needed, ...(told.success ? told.data : about("", "", "")) };
  });
}
