// Checks a signed bundle with nothing but the signer's public key, and names the first thing that was altered.
import { canonicalJson } from "../../journal/chain.ts";
import { openNote, readCheckpoint } from "../checkpoint.ts";
import { isIncluded } from "../merkle.ts";
import { runLeaf } from "../merkle-log.ts";
import { BUNDLE, digestOf, type Inclusion, MANIFEST, type Manifest, SIGNATURE } from "./bundle.ts";
import { holds, type readPublicKey } from "./signature.ts";
import { readZip } from "./stored-zip.ts";

export type BundleFault = { readonly file: string | null; readonly sentence: string };
export type OpenBundle = { readonly manifest: Manifest; readonly files: ReadonlyMap<string, Uint8Array> };
type Key = NonNullable<ReturnType<typeof readPublicKey>>;

const fault = (file: string | null, sentence: string): { fault: BundleFault } => ({ fault: { file, sentence } });
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");

/** Container, signature, digests and the proof of the run's place in the log; the journal's own chain comes after. */
export async function openBundle(zip: Uint8Array, { key, suite }: Key): Promise<OpenBundle | { fault: BundleFault }> {
  const read = readZip(zip);
  if ("fault" in read) {
    const { file, at } = read.fault;
    return file === null
      ? fault(null, `the list at the end of the file was altered at byte ${at}`)
      : fault(file, `${file} was altered: its part of the bundle no longer gives its checksum (byte ${at})`);
  }
  const files = new Map(read.entries.map(({ name, bytes }) => [name, bytes]));
  const [bytes, jws] = [files.get(MANIFEST), files.get(SIGNATURE)];
  if (!bytes || !jws) return fault(MANIFEST, "it holds no signed manifest: this is no bundle of Sandtable");
  if (!(await holds(text(jws), bytes, key, suite)))
    return fault(
      MANIFEST,
      "the manifest's signature is not by this key: the manifest, the signature or the key is another",
    );
  const manifest = JSON.parse(text(bytes)) as Manifest;
  if (manifest.document !== BUNDLE || canonicalJson(manifest) !== text(bytes))
    return fault(MANIFEST, "the manifest is of a kind this version does not know");
  for (const known of manifest.files) {
    const own = files.get(known.name);
    if (!own) return fault(known.name, `${known.name} is missing`);
    if (canonicalJson(digestOf({ name: known.name, bytes: own }, suite)) !== canonicalJson(known))
      return fault(known.name, `${known.name} was altered: it no longer gives the digest in the manifest`);
  }
  const extra = [...files.keys()].find(
    (name) => name !== MANIFEST && name !== SIGNATURE && !manifest.files.some((known) => known.name === name),
  );
  if (extra !== undefined) return fault(extra, `${extra} was added: the manifest does not know it`);
  return placeFault(manifest, files) ?? { manifest, files };
}

function placeFault({ runId, journal, log }: Manifest, files: ReadonlyMap<string, Uint8Array>) {
  if (!log) return undefined;
  const note = openNote(text(files.get("checkpoint.txt")), log.verifierKey);
  const checkpoint = note === undefined ? undefined : readCheckpoint(note);
  if (!checkpoint) return fault("checkpoint.txt", "the log's checkpoint is not signed by the log's key");
  const inclusion = JSON.parse(text(files.get("inclusion.json"))) as Inclusion;
  const hashes = inclusion.proof.map((one) => Buffer.from(one, "base64"));
  const { index, size } = inclusion;
  const leaf = runLeaf(runId, journal.head);
  const included = size === checkpoint.size && isIncluded({ leaf, index, size, proof: hashes, root: checkpoint.root });
  return included
    ? undefined
    : fault("inclusion.json", "the proof does not lead from this run to the log's checkpoint");
}

/** The bundle's parts as the document that the journal's own check reads. */
export function completeRunOf({ manifest, files }: OpenBundle): Uint8Array {
  const rows = (name: string): unknown[] =>
    text(files.get(name))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as unknown);
  const whole = {
    document: "sandtable-run-1",
    exportedAtMs: manifest.exportedAtMs,
    journal: rows("journal.jsonl"),
    facts: rows("events.jsonl"),
    score: JSON.parse(text(files.get("score.json"))) as unknown,
    ratings: JSON.parse(text(files.get("ratings.json"))) as unknown,
  };
  return Buffer.from(JSON.stringify(whole), "utf8");
}
