// `export`: writes a run as CSV, workbook or complete document, from the data folder or from a complete run.
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { SUITES } from "../evaluation/bundle/signature.ts";
import { EXPORTS } from "../evaluation/export.ts";
import type { ExportFormat } from "../protocol/api.ts";
import { StoreProblem } from "../store/store-problem.ts";
import type { Answer, Asked, Command, Place } from "./command.ts";
import { exportBundle } from "./export-bundle.ts";
import { type KeptRun, readBytes, readKeptRun } from "./kept-run.ts";
import { playable } from "./playable-run.ts";
import { detailOf, type KnownRow } from "./run-detail.ts";
import { storedRun } from "./stored-run.ts";
import { broken } from "./verify.ts";

const FORMATS: readonly ExportFormat[] = ["csv", "xlsx", "json"];

export const exportRun: Command = {
  name: "export",
  summary: "Writes a run as CSV, as a workbook, or as the complete document that verify, replay and score read.",
  operands: { usage: "<run id or complete-run.json>", least: 1, most: 1 },
  options: {
    format: { takes: "csv|xlsx|json", says: "what to write (default: as the file's name ends)" },
    out: { takes: "file", says: "the file to write" },
    data: { takes: "folder", says: "where the server keeps its runs (default: SANDTABLE_DATA or data)" },
    bundle: { says: "write a signed ZIP with journal, facts, score, statements and proof, from the data folder" },
    signature: { takes: "ed25519|sm2", says: "how a bundle is signed (default: ed25519; sm2 signs with SM2 and SM3)" },
    "key-out": { takes: "file", says: "also write the public key that verifies the bundle" },
    force: { says: "write over a file that is there" },
  },
  examples: [
    "0f9c2c1e-… --data data --bundle --out drill.zip --key-out pub.jwk",
    "drill.json --format xlsx --out drill.xlsx",
    "0f9c2c1e-… --data data --out drill.json",
  ],

  async run(asked, place) {
    const [word = ""] = asked.operands;
    const out = asked.one("out");
    if (out === undefined) return { misuse: "Say where to write with --out." };
    if (asked.has("bundle")) return bundle(word, out, asked, place);
    const format = FORMATS.find((one) => one === (asked.one("format") ?? out.split(".").at(-1)));
    if (!format) return { misuse: `--format is one of ${FORMATS.join(", ")}.` };
    if (existsSync(resolve(place.cwd, out)) && !asked.has("force"))
      return { misuse: `${out} is there already; --force writes over it.` };
    const found = await keptRun(word, asked.one("data"), place);
    if ("answer" in found) return found.answer;
    const run = playable(found.kept);
    if ("fault" in run) return broken(word, run.fault);
    const { journal: links, exportedAtMs: atMs } = run.complete;
    const content = await EXPORTS[format].write({ detail: detailOf(run, found.row), links, atMs }, place.language);
    writeFileSync(resolve(place.cwd, out), content);
    const bytes = Buffer.byteLength(content);
    const { runId } = found.kept.header;
    return {
      exit: 0,
      data: { runId, format, out, bytes },
      lines: [`${out} holds run ${runId} (${format}, ${bytes} bytes).`],
    };
  },
};

async function bundle(runId: string, out: string, asked: Asked, place: Place): Promise<Answer> {
  const path = resolve(place.cwd, out);
  if (existsSync(path) && !asked.has("force")) return { misuse: `${out} is there already; --force writes over it.` };
  const suite = SUITES.find((one) => one === (asked.one("signature") ?? "ed25519"));
  if (!suite) return { misuse: `--signature is one of ${SUITES.join(", ")}.` };
  const data = asked.one("data");
  const dataDir = data === undefined ? place.dataDir : resolve(place.cwd, data);
  if (!existsSync(resolve(dataDir, "sandtable.db")))
    return { misuse: `There is no database in ${dataDir}; name the data folder with --data.` };
  const keyOut = asked.one("key-out");
  try {
    return await exportBundle({ runId, dataDir, out: path, suite, keyOut: keyOut && resolve(place.cwd, keyOut) });
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error;
    return { exit: 1, data: { problem: error.code }, lines: [error.message] };
  }
}

type Found = { readonly kept: KeptRun; readonly row: KnownRow } | { readonly answer: Answer };

async function keptRun(word: string, data: string | undefined, place: Place): Promise<Found> {
  const read = readBytes(word, place.cwd);
  if (!("misuse" in read)) return trusted(word, readKeptRun(read.bytes));
  if (word.endsWith(".json")) return { answer: read };
  const dataDir = data === undefined ? place.dataDir : resolve(place.cwd, data);
  if (!existsSync(resolve(dataDir, "sandtable.db")))
    return {
      answer: {
        misuse: `There is neither a file ${word} nor a database in ${dataDir}; name the data folder with --data.`,
      },
    };
  try {
    const stored = await storedRun(dataDir, word);
    if (!stored) return { answer: { misuse: `There is no run ${word} in ${dataDir}.` } };
    const kept = readKeptRun(new TextEncoder().encode(JSON.stringify(stored.complete)));
    return trusted(word, kept, stored.row);
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error;
    return { answer: { exit: 1, data: { problem: error.code }, lines: [error.message] } };
  }
}

function trusted(name: string, kept: ReturnType<typeof readKeptRun>, row: KnownRow = {}): Found {
  return "fault" in kept ? { answer: broken(name, kept.fault) } : { kept, row };
}
