// The command line: what authors, evaluators and auditors do without a browser, and without a running server.
import { resolve } from "node:path";
import { meant, readArguments } from "./cli/arguments.ts";
import type { Answer, Command, Language, Place } from "./cli/command.ts";
import { commandUsage, usage } from "./cli/usage.ts";

/** In the order an author meets them; each is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import("./cli/new.ts")).newScenario,
  check: async () => (await import("./cli/check.ts")).check,
  run: async () => (await import("./cli/run.ts")).runCases,
  replay: async () => (await import("./cli/replay.ts")).replayRun,
  score: async () => (await import("./cli/score.ts")).scoreRun,
  seed: async () => (await import("./cli/seed.ts")).seed,
  export: async () => (await import("./cli/export.ts")).exportRun,
  hazard: async () => (await import("./cli/hazard.ts")).hazard,
  tax: async () => (await import("./cli/tax.ts")).tax,
  verify: async () => (await import("./cli/verify.ts")).verify,
};

process.exitCode = await answer(process.argv.slice(2));

async function answer([word, ...words]: readonly string[]): Promise<number> {
  // Whoever reads our output may stop early, as `head` does; that is no fault of the command.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  if (word === "--help" || word === "help") return print(await wholeUsage());
  const load = word !== undefined && Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  if (!load) return wrong(unknown(word), await wholeUsage());
  const command = await load();
  const reading = readArguments(command, words);
  if ("misuse" in reading) return wrong(reading.misuse, commandUsage(command));
  const { asked } = reading;
  if (asked.has("help")) return print(commandUsage(command));
  const found = await command.run(asked, placeOf(process.env, asked.one("lang")));
  if ("misuse" in found) return wrong(found.misuse, commandUsage(command));
  return say(found, asked.has("json"));
}

function say({ exit, data, lines }: Exclude<Answer, { misuse: string }>, json: boolean): number {
  const text = lines.join("\n");
  if (json) process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
  if (text !== "") (json ? process.stderr : process.stdout).write(`${text}\n`);
  return exit;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function wrong(sentence: string, help: string): number {
  process.stderr.write(`${sentence}\n\n${help}\n`);
  return 2;
}

function unknown(word: string | undefined): string {
  if (word === undefined) return "Say what to do: a command is missing.";
  return `"${word}" is not a command${meant(word, COMMANDS, "")}`;
}

async function wholeUsage(): Promise<string> {
  return usage(await Promise.all(Object.values(COMMANDS).map((load) => load())));
}

function placeOf(env: Readonly<Record<string, string | undefined>>, asked: string | undefined): Place {
  // npm runs scripts in the project's folder and remembers where the person stood.
  const cwd = env["npm_lifecycle_event"] === "sandtable" ? (env["INIT_CWD"] ?? process.cwd()) : process.cwd();
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "en";
  const language: Language = (asked ?? locale).startsWith("zh") ? "zh" : "en";
  return { cwd, language, dataDir: resolve(cwd, env["SANDTABLE_DATA"] ?? "data") };
}
