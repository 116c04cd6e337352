// Which rubric each later scoring of a run was made by, kept with the revision it made.
import type { Database, Tables } from "../../store/tables.ts";

export type Rescoring = {
  readonly runId: string;
  readonly revision: number;
  readonly version: string;
  readonly sha256: string;
  readonly files: Readonly<Record<string, string>>;
  readonly sameWorld: boolean;
  readonly reason: string;
  readonly by: string;
  readonly atMs: number;
};

export type Rescorings = {
  keep(transaction: Database, rescoring: Rescoring): Promise<void>;
  ofRun(runId: string): Promise<readonly Rescoring[]>;
};

export function openRescorings(db: Database): Rescorings {
  return {
    async keep(transaction, one) {
      const row = {
        run_id: one.runId,
        revision: one.revision,
        scenario_version: one.version,
        scenario_sha256: one.sha256,
        files: JSON.stringify(one.files),
        same_world: one.sameWorld ? 1 : 0,
        reason: one.reason,
        by_name: one.by,
        at_ms: one.atMs,
      };
      await transaction.insertInto("rescorings").values(row).execute();
    },

    async ofRun(runId) {
      const rows = await db
        .selectFrom("rescorings")
        .selectAll()
        .where("run_id", "=", runId)
        .orderBy("revision")
        .execute();
      return rows.map(rescoringOf);
    },
  };
}

const rescoringOf = (row: Tables["rescorings"]): Rescoring => ({
  runId: row.run_id,
  revision: row.revision,
  version: row.scenario_version,
  sha256: row.scenario_sha256,
  files: JSON.parse(row.files) as Record<string, string>,
  sameWorld: row.same_world === 1,
  reason: row.reason,
  by: row.by_name,
  atMs: Number(row.at_ms),
});
