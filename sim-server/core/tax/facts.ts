// What a rule is told: named facts of declared kinds, read from plain data; what is missing or misspelt is said.
import { type Day, dayNumber } from "./calendar.ts";
import { type Decimal, parseDecimal } from "./decimal.ts";
import type { Text } from "./trace.ts";

/** Numbers: money, rate (0.1 or "10%"), share, days, months, years, count, number. */
const NUMBERS = ["money", "rate", "share", "days", "months", "years", "count", "number"] as const;
/** `list` and `record` hold further facts, named in `of`; `words` is a list of plain words; `numbers` of decimals. */
const UNITS = [...NUMBERS, "day", "flag", "word", "words", "numbers", "list", "record"] as const;
export type Unit = (typeof UNITS)[number];

export type FactSpec = {
  readonly name: string;
  readonly unit: Unit;
  readonly says: Text;
  readonly optional?: boolean;
  /** The words a word may be. */
  readonly choices?: readonly string[];
  readonly of?: readonly FactSpec[];
};

/** A value that is not what it should be: an author's problem, with its path in the input. */
export type InputProblem = { readonly path: readonly (string | number)[]; readonly sentence: Text };

/** Facts by name. The plain getters are for facts that must be there; those ending in If may find nothing. */
export type Facts = {
  has(name: string): boolean;
  number(name: string): Decimal;
  numberIf(name: string): Decimal | undefined;
  flag(name: string): boolean;
  flagIf(name: string): boolean | undefined;
  word(name: string): string;
  wordIf(name: string): string | undefined;
  day(name: string): Day;
  dayIf(name: string): Day | undefined;
  words(name: string): readonly string[];
  numbers(name: string): readonly Decimal[];
  /** An optional list that is absent is empty. */
  list(name: string): readonly Facts[];
  record(name: string): Facts | undefined;
  /** The fact as it is kept, whatever its kind. */
  held(name: string): Held | undefined;
};

export type FactReading =
  | { readonly facts: Facts }
  | { readonly missing: readonly string[] }
  | { readonly problems: readonly InputProblem[] };

/** Checks plain data against what a rule declares; a fact written `unknown`, null or not at all is missing. */
export function readFacts(specs: readonly FactSpec[], input: unknown): FactReading {
  const missing: string[] = [];
  const problems: InputProblem[] = [];
  const facts = readRecord(specs, input, [], missing, problems);
  if (problems.length > 0) return { problems };
  return missing.length > 0 ? { missing } : { facts };
}

type Path = readonly (string | number)[];
/** A fact as it is kept once read. */
export type Held = Decimal | boolean | string | readonly string[] | readonly Decimal[] | readonly Facts[] | Facts;

function readRecord(
  specs: readonly FactSpec[],
  input: unknown,
  path: Path,
  missing: string[],
  problems: InputProblem[],
): Facts {
  const held = new Map<string, Held>();
  const given = isObject(input) ? input : {};
  if (!isObject(input)) problems.push(problem(path, "names and values belong here", "此处应为名称与值"));
  for (const name of Object.keys(given))
    if (!specs.some((spec) => spec.name === name))
      problems.push(problem([...path, name], `"${name}" is not a fact of this rule`, `“${name}”不是本规则的事实`));
  for (const spec of specs) {
    const raw = given[spec.name];
    const at = [...path, spec.name];
    if (raw === undefined || raw === null || raw === "unknown") {
      if (spec.optional !== true) missing.push(at.join("."));
      continue;
    }
    const value = readOne(spec, raw, at, missing, problems);
    if (value !== undefined) held.set(spec.name, value);
  }
  return factsOf(held);
}

function readOne(spec: FactSpec, raw: unknown, path: Path, missing: string[], problems: InputProblem[]) {
  const wrong = (en: string, zh: string): undefined => void problems.push(problem(path, en, zh));
  switch (spec.unit) {
    case "day":
      return typeof raw === "string" && dayNumber(raw) !== undefined
        ? raw
        : wrong("a day is written 2025-07-31", "日期写作 2025-07-31");
    case "flag":
      return typeof raw === "boolean" ? raw : wrong("this is true, false or unknown", "此处为 true、false 或 unknown");
    case "word":
      if (typeof raw === "string" && (spec.choices?.includes(raw) ?? true)) return raw;
      return wrong(`this is ${spec.choices?.join(", ") ?? "a word"}`, `此处为 ${spec.choices?.join("、") ?? "文字"}`);
    case "words":
      return Array.isArray(raw) && raw.every((one) => typeof one === "string")
        ? raw
        : wrong("a list of words belongs here", "此处应为文字列表");
    case "numbers":
      if (!Array.isArray(raw)) return wrong("a list of numbers belongs here", "此处应为数字列表");
      return raw.map((one, index) => readNumber(one, [...path, index], problems)).filter((one) => one !== undefined);
    case "list":
      if (!Array.isArray(raw)) return wrong("a list belongs here", "此处应为列表");
      return raw.map((one, index) => readRecord(spec.of ?? [], one, [...path, index], missing, problems));
    case "record":
      return readRecord(spec.of ?? [], raw, path, missing, problems);
    case "money":
    case "rate":
    case "share":
    case "days":
    case "months":
    case "years":
    case "count":
    case "number":
      return readNumber(raw, path, problems);
  }
}

function readNumber(raw: unknown, path: Path, problems: InputProblem[]): Decimal | undefined {
  const value = parseDecimal(raw);
  if (value === undefined)
    problems.push(problem(path, 'a number is written "0.1", "10%" or 1200', "数字写作 0.1、10% 或 1200"));
  return value;
}

/** Facts from values that are already read. */
export function factsOf(held: ReadonlyMap<string, Held>): Facts {
  const get = <T>(name: string): T | undefined => held.get(name) as T | undefined;
  const need = <T>(name: string): T => {
    const value = get<T>(name);
    if (value === undefined) throw new Error(`the fact ${name} was read without being there`);
    return value;
  };
  return {
    has: (name) => held.has(name),
    number: need,
    numberIf: get,
    flag: need,
    flagIf: get,
    word: need,
    wordIf: get,
    day: need,
    dayIf: get,
    words: (name) => get<readonly string[]>(name) ?? [],
    numbers: (name) => get<readonly Decimal[]>(name) ?? [],
    list: (name) => get<readonly Facts[]>(name) ?? [],
    record: get,
    held: (name) => held.get(name),
  };
}

const problem = (path: Path, en: string, zh: string): InputProblem => ({ path, sentence: { zh, en } });
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
