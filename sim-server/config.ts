// Reads flags and environment once and says every problem at once; nothing else in the server reads process.env.
import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly scenariosDir: string;
  readonly lan: boolean;
  readonly logLevel: LogLevel;
  readonly joinCodeLifeMin: number;
  readonly sessionLifeH: number;
  /** From one address; a proxy in front makes all addresses one. */
  readonly joinsPerMin: number;
  readonly publicOrigin?: string;
  /** A foreign record store in the embedded one's place: https://key:secret@host/path */
  readonly recordStore?: string;
};

export type ConfigReading = { readonly config: Config } | { readonly problems: readonly string[] };

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to);

type Setting = { readonly env: string; readonly flag: string; readonly expects: string; readonly schema: z.ZodType };

const SETTINGS = {
  host: {
    env: "SANDTABLE_HOST",
    flag: "host",
    expects: "a host name or IP address to listen on",
    schema: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/),
  },
  port: {
    env: "SANDTABLE_PORT",
    flag: "port",
    expects: "a whole number from 1 to 65534 (the next port up serves the LAN certificate)",
    schema: wholeNumber(1, 65534),
  },
  dataDir: { env: "SANDTABLE_DATA", flag: "data", expects: "a folder name", schema: z.string().min(1) },
  scenariosDir: { env: "SANDTABLE_SCENARIOS", flag: "scenarios", expects: "a folder name", schema: z.string().min(1) },
  lan: {
    env: "SANDTABLE_LAN",
    flag: "lan",
    expects: "1, true, 0 or false",
    schema: z.enum(["1", "true", "0", "false"]).transform((value) => value === "1" || value === "true"),
  },
  logLevel: {
    env: "SANDTABLE_LOG",
    flag: "log",
    expects: `one of ${LOG_LEVELS.join(", ")}`,
    schema: z.enum(LOG_LEVELS),
  },
  joinCodeLifeMin: {
    env: "SANDTABLE_JOIN_CODE_LIFE_MIN",
    flag: "join-code-life-min",
    expects: "a whole number of minutes from 5 to 1440",
    schema: wholeNumber(5, 1440),
  },
  sessionLifeH: {
    env: "SANDTABLE_SESSION_LIFE_H",
    flag: "session-life-h",
    expects: "a whole number of hours from 1 to 168",
    schema: wholeNumber(1, 168),
  },
  joinsPerMin: {
    env: "SANDTABLE_JOINS_PER_MIN",
    flag: "joins-per-min",
    expects: "a whole number of joins from one address, 30 to 100000 (raise it behind a proxy)",
    schema: wholeNumber(30, 100_000),
  },
  publicOrigin: {
    env: "SANDTABLE_PUBLIC_ORIGIN",
    flag: "public-origin",
    expects: "an address without a path, such as https://sandtable.example.gov.cn",
    schema: z
      .string()
      .refine((value) => URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value)),
  },
  recordStore: {
    env: "SANDTABLE_RECORD_STORE",
    flag: "record-store",
    expects: "the xAPI address of a record store with its key, such as https://key:secret@lrs.example.gov.cn/xapi",
    schema: z
      .string()
      .refine((value) => URL.canParse(value) && /^https?:/.test(value) && new URL(value).username !== ""),
  },
} satisfies Record<string, Setting>;

type Key = keyof typeof SETTINGS;
const KEYS = Object.keys(SETTINGS) as Key[];

export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): ConfigReading {
  const problems: string[] = [];
  const said = { ...fromEnvironment(env, problems), ...fromFlags(argv, problems) };
  const values: Partial<Record<Key, unknown>> = {};
  for (const key of KEYS) {
    const word = said[key];
    if (word === undefined) continue;
    const parsed = SETTINGS[key].schema.safeParse(word.text);
    if (parsed.success) values[key] = parsed.data;
    // What was meant as a record store's address may hold its secret, and is not repeated.
    else
      problems.push(
        `${word.source} must be ${SETTINGS[key].expects}${key === "recordStore" ? "" : `, not "${word.text}"`}.`,
      );
  }
  const config = withDefaults(values);
  if (values.dataDir !== undefined || said.dataDir === undefined) checkDataDir(config.dataDir, problems);
  checkScenariosDir(config.scenariosDir, problems);
  return problems.length > 0 ? { problems } : { config };
}

type Said = Partial<Record<Key, { readonly text: string; readonly source: string }>>;

function fromEnvironment(env: Readonly<Record<string, string | undefined>>, problems: string[]): Said {
  const said: Said = {};
  for (const [name, text] of Object.entries(env)) {
    if (!name.startsWith("SANDTABLE_") || text === undefined) continue;
    const key = KEYS.find((candidate) => SETTINGS[candidate].env === name);
    if (key) said[key] = { text, source: name };
    else problems.push(`${name} is not a setting; the settings are ${KEYS.map((k) => SETTINGS[k].env).join(", ")}.`);
  }
  return said;
}

function fromFlags(argv: readonly string[], problems: string[]): Said {
  const said: Said = {};
  const flags = KEYS.map((key) => `--${SETTINGS[key].flag}`).join(", ");
  const { tokens } = parseArgs({ args: [...argv], strict: false, tokens: true, allowPositionals: true });
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      problems.push(`"${token.value}" is not understood; the flags are ${flags}.`);
      continue;
    }
    const key = KEYS.find((candidate) => `--${SETTINGS[candidate].flag}` === token.rawName);
    const next = tokens[index + 1];
    let text = token.value;
    if (text === undefined && key !== "lan" && next?.kind === "positional") {
      text = next.value;
      index += 1;
    }
    if (!key) problems.push(`${token.rawName} is not a flag; the flags are ${flags}.`);
    else if (text !== undefined) said[key] = { text, source: token.rawName };
    else if (key === "lan") said.lan = { text: "true", source: "--lan" };
    else problems.push(`${token.rawName} needs a value: ${SETTINGS[key].expects}.`);
  }
  return said;
}

function withDefaults(values: Partial<Record<Key, unknown>>): Config {
  const lan = values.lan === true;
  const base = {
    host: lan ? "0.0.0.0" : "127.0.0.1",
    port: 2567,
    lan,
    logLevel: "info",
    joinCodeLifeMin: 240,
    sessionLifeH: 12,
    joinsPerMin: 240,
    ...values,
    dataDir: resolve((values.dataDir as string | undefined) ?? "data"),
    scenariosDir: resolve((values.scenariosDir as string | undefined) ?? "scenarios"),
  };
  return base as Config;
}

function checkDataDir(path: string, problems: string[]): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    problems.push(`The data folder ${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`);
  }
}

function checkScenariosDir(path: string, problems: string[]): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    problems.push(`The scenarios folder ${path} does not exist.`);
  }
}
