// `export --bundle`: a run from the data folder as one signed ZIP, and the public key that verifies it.
import { writeFileSync } from "node:fs";
import { bundleOf } from "../evaluation/bundle/bundle.ts";
import { bundleKey, publicText, type Suite } from "../evaluation/bundle/signature.ts";
import { statementTexts } from "../evaluation/bundle/statement-texts.ts";
import { checkpointKey } from "../evaluation/checkpoint-key.ts";
import { openMerkleLog } from "../evaluation/merkle-log.ts";
import { openStore } from "../store/open-store.ts";
import type { Answer } from "./command.ts";
import { readKeptRun } from "./kept-run.ts";
import { playable } from "./playable-run.ts";
import { detailOf } from "./run-detail.ts";
import { storedRun } from "./stored-run.ts";
import { broken } from "./verify.ts";

export type BundleWish = {
  readonly runId: string;
  readonly dataDir: string;
  readonly out: string;
  readonly keyOut: string | undefined;
  readonly suite: Suite;
};

/** As the server names its log when no public address is set. */
const ORIGIN = "localhost:2567/runs";

export async function exportBundle({ runId, dataDir, out, keyOut, suite }: BundleWish): Promise<Answer> {
  const stored = await storedRun(dataDir, runId);
  if (!stored) return { misuse: `There is no run ${runId} in ${dataDir}.` };
  const kept = readKeptRun(new TextEncoder().encode(JSON.stringify(stored.complete)));
  if ("fault" in kept) return broken(runId, kept.fault);
  const run = playable(kept);
  if ("fault" in run) return broken(runId, run.fault);
  const detail = detailOf(run, stored.row);
  const store = await openStore(dataDir);
  try {
    const log = openMerkleLog(store.db, ORIGIN, checkpointKey(dataDir));
    const inclusion = await log.inclusion(runId);
    const place = inclusion ? { inclusion, checkpoint: await log.checkpoint(), verifierKey: log.verifierKey } : null;
    const key = bundleKey(dataDir, suite);
    const statements = await statementTexts(store.db, detail);
    const links = run.complete.journal;
    const zip = await bundleOf({ detail, links, statements, log: place, atMs: Date.now() }, key, suite);
    writeFileSync(out, zip);
    if (keyOut !== undefined) writeFileSync(keyOut, publicText(key, suite));
    return {
      exit: 0,
      data: { runId, out, bytes: zip.length, suite, keyOut: keyOut ?? null, logged: place !== null },
      lines: [
        `${out} holds run ${runId}, signed (${suite}, ${zip.length} bytes).`,
        ...(keyOut === undefined ? [] : [`${keyOut} is the key to verify it with; hand it over by another way.`]),
        ...(place ? [] : ["The run is not in the log of ended runs: the bundle carries no proof of its place."]),
      ],
    };
  } finally {
    await store.close();
  }
}
