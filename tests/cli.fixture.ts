// The real program of the command line as a child process, at home in a folder of its own that holds one kept run.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepRun, TEMPLATE } from "./kept-run.fixture.ts";

const PROGRAM = join(import.meta.dirname, "../sim-server/cli.ts");

export type Said = { code: number | null; out: string; err: string };

export type Home = {
  readonly folder: string;
  /** The run in the home's data folder, exported as kept.json. */
  readonly runId: string;
  readonly document: string;
  sandtable(...args: string[]): Promise<Said>;
  json<T>(...args: string[]): Promise<{ code: number | null; data: T }>;
  /** A copy of the template with one thing changed. */
  changed(name: string, from: string, to: string): string;
  remove(): void;
};

export async function openHome(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-cli-"));
  const sandtable = (...args: string[]): Promise<Said> => said(folder, args);
  const runId = await keepRun(join(folder, "data"));
  const { code, err } = await sandtable("export", runId, "--out", "kept.json");
  if (code !== 0) throw new Error(`the kept run cannot be exported: ${err}`);
  return {
    folder,
    runId,
    document: readFileSync(join(folder, "kept.json"), "utf8"),
    sandtable,
    json: async <T>(...args: string[]) => {
      const { code, out } = await sandtable(...args, "--json");
      return { code, data: JSON.parse(out) as T };
    },
    changed(name, from, to) {
      const copy = join(folder, name);
      cpSync(TEMPLATE, copy, { recursive: true });
      const file = join(copy, "scenario.yaml");
      const text = readFileSync(file, "utf8");
      if (!text.includes(from)) throw new Error(`the template does not say "${from}"`);
      writeFileSync(file, text.replace(from, to));
      return copy;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function said(cwd: string, args: readonly string[]): Promise<Said> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" };
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env });
    const told: Said = { code: null, out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      told.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      told.err += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...told, code }));
  });
}
