// Reads the words after a command's name; whatever does not fit is one sentence, never a guess.
import { parseArgs } from "node:util";
import { nearest } from "../../scenarios/format/problem.ts";
import type { Asked, Command, Option } from "./command.ts";

export const COMMON: Readonly<Record<string, Option>> = {
  help: { says: "explain this command" },
  json: { says: "print data for programs on stdout, messages on stderr" },
  lang: { takes: "zh|en", says: "the language of sentences and titles (default: from LANG)" },
};

export type Reading = { readonly asked: Asked } | { readonly misuse: string };

export function readArguments(command: Command, argv: readonly string[]): Reading {
  const known: Readonly<Record<string, Option>> = { ...command.options, ...COMMON };
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { takes }]) => [name, { type: takes ? "string" : "boolean" }] as const),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      operands.push(token.value);
      continue;
    }
    const option = Object.hasOwn(known, token.name) && token.rawName.startsWith("--") ? known[token.name] : undefined;
    const misuse = option
      ? unfit(token, option)
      : `${token.rawName} is not a flag of ${command.name}${meant(token.name, known)}`;
    if (misuse) return { misuse };
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ""]);
  }
  const lang = values.get("lang")?.at(-1);
  if (lang !== undefined && lang !== "zh" && lang !== "en") return { misuse: `--lang is zh or en, not "${lang}".` };
  const misuse = values.has("help") ? undefined : miscounted(command, operands);
  if (misuse) return { misuse };
  return {
    asked: {
      operands,
      has: (flag) => values.has(flag),
      all: (flag) => values.get(flag) ?? [],
      one: (flag) => values.get(flag)?.at(-1),
    },
  };
}

/** The nearest word that is known, as the end of a sentence. */
export function meant(word: string, known: Readonly<Record<string, unknown>>, dashes = "--"): string {
  const near = nearest(word, Object.keys(known));
  return near === undefined ? "." : `; did you mean ${dashes}${near}?`;
}

type OptionToken = { rawName: string; value: string | undefined; inlineValue: boolean | undefined };

function unfit({ rawName, value, inlineValue }: OptionToken, { takes }: Option): string | undefined {
  if (takes === undefined) return value === undefined ? undefined : `${rawName} takes no value.`;
  const missing = value === undefined || value === "" || (!inlineValue && value.startsWith("-"));
  return missing ? `${rawName} needs a value: ${takes}.` : undefined;
}

function miscounted(
  { name, operands: { usage, least, most } }: Command,
  operands: readonly string[],
): string | undefined {
  if (operands.length < least) return `${name} needs ${usage}.`;
  if (operands.length > most) return `${name} takes no more than ${usage}; "${operands[most] ?? ""}" is too much.`;
  return undefined;
}
