// `verify bundle.zip --key`: signature, digests, journal chain and Merkle proof, with no database and no server to trust.
import { completeRunOf, openBundle } from "../evaluation/bundle/bundle-check.ts";
import { readPublicKey } from "../evaluation/bundle/signature.ts";
import type { Answer } from "./command.ts";
import { readBytes, readKeptRun } from "./kept-run.ts";

export async function verifyBundle(
  name: string,
  bytes: Uint8Array,
  keyFile: string | undefined,
  cwd: string,
): Promise<Answer> {
  if (keyFile === undefined) return { misuse: "A bundle is checked with the signer's public key: name it with --key." };
  const read = readBytes(keyFile, cwd);
  if ("misuse" in read) return read;
  const key = readPublicKey(Buffer.from(read.bytes).toString("utf8"));
  if (!key)
    return { misuse: `${keyFile} is no public key that bundles are signed with: a JWK (Ed25519) or PEM (SM2).` };
  const opened = await openBundle(bytes, key);
  if ("fault" in opened) return untrusted(name, opened.fault.file, opened.fault.sentence);
  const kept = readKeptRun(completeRunOf(opened));
  if ("fault" in kept) return untrusted(name, "journal.jsonl", kept.fault.sentence);
  const { manifest } = opened;
  const { runId, journal, scenario, log, files } = manifest;
  const last = kept.complete.journal.at(-1);
  if (kept.header.runId !== runId || last?.sha256 !== journal.head)
    return untrusted(name, "journal.jsonl", "the journal is not the one the manifest speaks of");
  return {
    exit: 0,
    data: {
      intact: true,
      runId,
      scenario,
      entries: journal.entries,
      head: journal.head,
      files: files.length,
      logged: log !== null,
      suite: key.suite,
      fault: null,
    },
    lines: [
      `${name} is intact and signed by this key (${key.suite}): all ${files.length} files are as the manifest says.`,
      `All ${journal.entries} journal entries of run ${runId} (${scenario.id} ${scenario.version}) follow from one another.`,
      log
        ? "Its place in the log of ended runs is proved by the log's signed checkpoint."
        : "The run had not ended: there is no proof of its place in a log.",
    ],
  };
}

const untrusted = (name: string, file: string | null, sentence: string): Answer => ({
  exit: 1,
  data: { intact: false, fault: { file, sentence } },
  lines: [`${name} is not to be trusted: ${sentence}.`],
});
