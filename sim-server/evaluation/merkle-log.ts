// The log of ended runs: each run's last journal hash is a leaf, kept with its results; proofs and checkpoints over all.
import { canonicalJson } from "../journal/chain.ts";
import type { Database } from "../store/tables.ts";
import { bodyOf, signNote, verifierKey } from "./checkpoint.ts";
import { consistencyProof, type Hash, inclusionProof, leafHash, rootOf } from "./merkle.ts";

type InclusionProof = {
  readonly runId: string;
  readonly index: number;
  readonly size: number;
  readonly leaf: string;
  readonly root: string;
  readonly proof: readonly string[];
};

export type MerkleLog = {
  /** In the transaction that keeps a run's results; a run scored again stays the leaf it is. */
  append(transaction: Database, runId: string, nowMs: number): Promise<void>;
  /** The present size and root as a signed note. */
  checkpoint(): Promise<string>;
  /** What others need to believe our checkpoints. */
  readonly verifierKey: string;
  inclusion(runId: string): Promise<InclusionProof | undefined>;
  /** Shows that the log of `size` runs is the beginning of the present one; nothing if it never had that size. */
  consistency(size: number): Promise<{ readonly size: number; readonly proof: readonly string[] } | undefined>;
};

const LEAF_DOCUMENT = "sandtable-run-leaf-1";

/** What a leaf vouches for: the run and the end of its hash-chained journal, which vouches for all before it. */
export const runLeaf = (runId: string, headSha256: string): Hash =>
  leafHash(Buffer.from(canonicalJson({ document: LEAF_DOCUMENT, run: runId, head: headSha256 })));

export function openMerkleLog(db: Database, origin: string, privateKeyPem: string): MerkleLog {
  const leaves = async () => {
    const rows = await db.selectFrom("run_log").selectAll().orderBy("leaf_index").execute();
    return rows.map((row) => ({ runId: row.run_id, hash: Buffer.from(row.leaf_sha256, "hex") }));
  };
  const base64 = (hash: Hash): string => hash.toString("base64");

  return {
    verifierKey: verifierKey(origin, privateKeyPem),

    async append(transaction, runId, nowMs) {
      const known = await transaction
        .selectFrom("run_log")
        .select("run_id")
        .where("run_id", "=", runId)
        .executeTakeFirst();
      const journal = await transaction
        .selectFrom("journals")
        .select("head_sha256")
        .where("run_id", "=", runId)
        .executeTakeFirst();
      if (known || !journal) return;
      const last = await transaction
        .selectFrom("run_log")
        .select("leaf_index")
        .orderBy("leaf_index", "desc")
        .executeTakeFirst();
      const leaf_sha256 = runLeaf(runId, journal.head_sha256).toString("hex");
      const leaf_index = Number(last?.leaf_index ?? -1) + 1;
      await transaction
        .insertInto("run_log")
        .values({ leaf_index, run_id: runId, leaf_sha256, at_ms: nowMs })
        .execute();
    },

    async checkpoint() {
      const all = await leaves();
      const root = rootOf(all.map(({ hash }) => hash));
      return signNote(bodyOf({ origin, size: all.length, root }), origin, privateKeyPem);
    },

    async inclusion(runId) {
      const all = await leaves();
      const index = all.findIndex((leaf) => leaf.runId === runId);
      const leaf = all[index];
      if (!leaf) return undefined;
      const hashes = all.map(({ hash }) => hash);
      return {
        runId,
        index,
        size: all.length,
        leaf: base64(leaf.hash),
        root: base64(rootOf(hashes)),
        proof: inclusionProof(hashes, index).map(base64),
      };
    },

    async consistency(size) {
      const hashes = (await leaves()).map(({ hash }) => hash);
      if (size < 1 || size > hashes.length) return undefined;
      return { size: hashes.length, proof: consistencyProof(hashes, size).map(base64) };
    },
  };
}
