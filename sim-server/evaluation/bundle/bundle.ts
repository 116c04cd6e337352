// The signed bundle of one run: everything an auditor needs in one ZIP, each file's digest in a signed manifest.
import { hash, type KeyObject } from "node:crypto";
import { canonicalJson, type Link } from "../../journal/chain.ts";
import { headerOf } from "../../journal/entry.ts";
import type { RunDetail } from "../../protocol/api.ts";
import { exportCsv } from "../export-csv.ts";
import type { MerkleLog } from "../merkle-log.ts";
import { type Suite, signed } from "./signature.ts";
import { writeZip, type ZipEntry } from "./stored-zip.ts";

export const BUNDLE = "sandtable-bundle-1";
export const MANIFEST = "manifest.json";
export const SIGNATURE = "manifest.jws";

export type Inclusion = NonNullable<Awaited<ReturnType<MerkleLog["inclusion"]>>>;
export type Manifest = {
  readonly document: typeof BUNDLE;
  readonly runId: string;
  readonly scenario: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly engine: string;
  readonly exportedAtMs: number;
  readonly journal: { readonly entries: number; readonly head: string };
  /** The log whose checkpoint is in the bundle; null for a run that has not ended. */
  readonly log: { readonly verifierKey: string } | null;
  readonly files: readonly FileDigest[];
};
/** SM3 stands beside SHA-256 where the national suite signs. */
export type FileDigest = {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sm3?: string;
};

export type BundleParts = {
  readonly detail: RunDetail;
  readonly links: readonly Link[];
  /** xAPI statements as JSON texts, in order. */
  readonly statements: readonly string[];
  readonly log: { readonly inclusion: Inclusion; readonly checkpoint: string; readonly verifierKey: string } | null;
  readonly atMs: number;
};

const lines = (rows: readonly string[]): string => rows.map((row) => `${row}\n`).join("");

export async function bundleOf(parts: BundleParts, key: KeyObject, suite: Suite): Promise<Uint8Array> {
  const { detail, links, statements, log, atMs } = parts;
  const [first] = links;
  if (!first) throw new RangeError("a run without a journal has nothing to bundle");
  const { runId, scenario, engine } = headerOf(first.text);
  const texts: readonly (readonly [string, string])[] = [
    ["README.txt", README],
    ["journal.jsonl", lines(links.map(({ seq, prev, sha256, text }) => JSON.stringify({ seq, prev, sha256, text })))],
    ["events.jsonl", lines(detail.facts.map((fact) => JSON.stringify(fact)))],
    ["score.json", `${JSON.stringify(detail.score)}\n`],
    ["ratings.json", `${JSON.stringify(detail.ratings)}\n`],
    ["statements.jsonl", lines(statements)],
    ["tasks.zh.csv", exportCsv(detail, "zh")],
    ["tasks.en.csv", exportCsv(detail, "en")],
    ...(log
      ? [["inclusion.json", `${JSON.stringify(log.inclusion)}\n`] as const, ["checkpoint.txt", log.checkpoint] as const]
      : []),
  ];
  const files = texts.map(([name, text]): ZipEntry => ({ name, bytes: Buffer.from(text, "utf8") }));
  const manifest: Manifest = {
    document: BUNDLE,
    runId,
    scenario: { id: scenario.id, version: scenario.version, sha256: scenario.sha256 },
    engine,
    exportedAtMs: atMs,
    journal: { entries: links.length, head: links.at(-1)?.sha256 ?? "" },
    log: log ? { verifierKey: log.verifierKey } : null,
    files: files.map((file) => digestOf(file, suite)),
  };
  const bytes = Buffer.from(canonicalJson(manifest), "utf8");
  const jws = Buffer.from(await signed(bytes, key, suite), "ascii");
  return writeZip([{ name: MANIFEST, bytes }, { name: SIGNATURE, bytes: jws }, ...files]);
}

export function digestOf({ name, bytes }: ZipEntry, suite: Suite): FileDigest {
  const sha256 = hash("sha256", bytes, "hex");
  return { name, bytes: bytes.length, sha256, ...(suite === "sm2" ? { sm3: hash("sm3", bytes, "hex") } : {}) };
}

const README = `Sandtable 沙盘 · 演练记录证据包 / signed record of one exercise

manifest.json     每个文件的摘要 / the digest of every file (canonical JSON, RFC 8785)
manifest.jws      对清单的签名 / detached signature over the manifest (RFC 7515, RFC 7797)
journal.jsonl     输入日志，逐条哈希相连 / the journal of inputs, hash-chained entry by entry
events.jsonl      事实记录 / the facts that came of them
score.json        自动评定及其证据 / automatic ratings with their evidence
ratings.json      人工评定 / ratings by people
statements.jsonl  xAPI 学习记录 / xAPI statements
tasks.*.csv       关键任务表 / table of critical tasks
inclusion.json, checkpoint.txt
                  在全部演练的 Merkle 日志中的位置证明 / proof of its place in the Merkle log of all runs (RFC 9162, C2SP)

核验 / verify:  sandtable verify bundle.zip --key pub.jwk
`;
