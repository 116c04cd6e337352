// Plays a year's plan on a few threads and files every run as it comes back, in the order of the year.
import { checkpointKey } from "../../evaluation/checkpoint-key.ts";
import { openMerkleLog } from "../../evaluation/merkle-log.ts";
import { NAMESPACE, uuidV5 } from "../../evaluation/xapi/statement-id.ts";
import { JournalProblem } from "../../journal/journal-problem.ts";
import type { Store } from "../../store/open-store.ts";
import { openCabinet } from "./filing.ts";
import type { Trainee } from "./people.ts";
import type { Drill, Session } from "./plan.ts";
import { openPool } from "./pool.ts";
import type { Judged } from "./power.ts";

export const COHORT = 30;
/** Rehearsals in the air at once, per thread. */
const AHEAD = 4;

export type Year = { readonly dataDir: string; readonly unit: string; readonly seed: number; readonly threads: number };

export async function openCohorts({ db }: Store, people: readonly Trainee[], { unit, seed: from }: Year, atMs: number) {
  for (let cohort = 0; cohort * COHORT < people.length; cohort += 1) {
    const cohort_id = `rehearsed-${from}-${cohort + 1}`;
    const row = {
      cohort_id,
      unit,
      name: `第${cohort + 1}期应急处置培训班`,
      created_by: "rehearsal",
      created_at_ms: atMs,
    };
    await db
      .insertInto("cohorts")
      .values(row)
      .onConflict((at) => at.column("cohort_id").doNothing())
      .execute();
    const rows = people.filter((one) => one.cohort === cohort).map(({ name }) => ({ cohort_id, person: name }));
    await db
      .insertInto("cohort_people")
      .values(rows)
      .onConflict((at) => at.columns(["cohort_id", "person"]).doNothing())
      .execute();
  }
}

export async function playAll(store: Store, wish: Year, drills: readonly Drill[], sessions: readonly Session[]) {
  const judged = new Map<string, Judged[]>();
  const log = openMerkleLog(store.db, "localhost/runs", checkpointKey(wish.dataDir));
  const idOf = (number: number): string => uuidV5(NAMESPACE, `rehearsed:${wish.seed}:${wish.unit}:${number}`);
  const there = await store.db.selectFrom("runs").select("run_id").where("run_id", "=", idOf(0)).executeTakeFirst();
  if (there) throw new JournalProblem("run-exists", idOf(0));
  const cabinet = openCabinet(store, log);
  const pool = openPool(
    wish.threads,
    drills.map(({ item: { files, sha256 } }) => ({ files, sha256 })),
  );
  try {
    const window = wish.threads * AHEAD;
    const ahead = sessions.map((session, number) => ({
      session,
      number,
      played: undefined as ReturnType<typeof pool.play> | undefined,
    }));
    const begin = (at: number): void => {
      const one = ahead[at];
      if (one)
        one.played = pool.play({
          number: one.number,
          sha256: one.session.item.sha256,
          script: one.session.script,
          names: one.session.names,
        });
    };
    for (let at = 0; at < window; at += 1) begin(at);
    for (const [at, one] of ahead.entries()) {
      const rehearsal = await one.played;
      if (!rehearsal) continue;
      begin(at + window);
      const { item, script, names, atMs, skills } = one.session;
      const people = Object.values(names);
      const filed = {
        runId: idOf(one.number),
        unit: wish.unit,
        atMs,
        seed: script.seed,
        parameters: script.parameters,
        people,
      };
      await cabinet.file(item, filed, rehearsal);
      const values = Object.values(skills);
      const { id } = item.compiled.scenario;
      const known = judged.get(id) ?? [];
      judged.set(id, known);
      known.push({
        skill: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length),
        score: rehearsal.score,
      });
      one.played = undefined;
    }
  } finally {
    await pool.close();
  }
  return judged;
}
