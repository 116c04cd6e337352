// The improvement plan of a run: suggested by its score, worded by people, and every wording kept.
import type { RunDetail } from "../../protocol/api.ts";
import type { PlanChange, PlanItem, PlanState } from "../../protocol/improvement.ts";
import type { Database } from "../../store/tables.ts";
import type { Language } from "../told-fact.ts";

export type Plans = {
  /** What is in force: the latest wording of each item, suggestions where nobody has worded one. */
  of(detail: RunDetail, language: Language): Promise<readonly PlanItem[]>;
  change(runId: string, change: PlanChange, by: string): Promise<PlanItem>;
};

export function openPlans(db: Database, now: () => number = Date.now): Plans {
  return {
    async of(detail, language) {
      const rows = await db
        .selectFrom("improvements")
        .selectAll()
        .where("run_id", "=", detail.row.runId)
        .orderBy("revision")
        .execute();
      const worded = new Map(rows.map((row) => [row.item, toldRow(row)]));
      const suggested = suggestions(detail, language).filter(({ item }) => !worded.has(item));
      return [...suggested, ...worded.values()].sort((a, b) => (a.item < b.item ? -1 : 1));
    },

    change: (runId, { item, finding, action, owner, dueOn, state }, by) =>
      db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom("improvements")
          .select("revision")
          .where("run_id", "=", runId)
          .where("item", "=", item)
          .orderBy("revision", "desc")
          .executeTakeFirst();
        const revision = (last?.revision ?? 0) + 1;
        const row = {
          run_id: runId,
          item,
          revision,
          finding,
          action,
          owner,
          due_on: dueOn,
          state,
          by_id: by,
          at_ms: now(),
        };
        await transaction.insertInto("improvements").values(row).execute();
        return toldRow(row);
      }),
  };
}

type Row = {
  item: string;
  revision: number;
  finding: string;
  action: string;
  owner: string;
  due_on: string | null;
  state: string;
  by_id: string;
  at_ms: number;
};

const toldRow = (row: Row): PlanItem => ({
  item: row.item,
  finding: row.finding,
  action: row.action,
  owner: row.owner,
  dueOn: row.due_on,
  state: row.state as PlanState,
  revision: row.revision,
  by: row.by_id,
  atMs: Number(row.at_ms),
});

/** What did not meet its standard, with the standard as the thing to reach; who and when is for people to say. */
export function suggestions({ briefing, score }: RunDetail, language: Language): PlanItem[] {
  if (!score) return [];
  const empty = { owner: "", dueOn: null, state: "open", revision: 0, by: "", atMs: null } as const;
  const tasks = briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks));
  const results = new Map(score.tasks.map((result) => [result.task, result]));
  const reach = language === "zh" ? "达到标准：" : "Reach the standard: ";
  const obey = language === "zh" ? "对照条款复训，杜绝再犯" : "Train again on the rule and check that it is kept";
  return [
    ...tasks.flatMap((task): PlanItem[] => {
      const result = results.get(task.id);
      if (!result || (result.rating !== "M" && result.rating !== "U")) return [];
      const standard = task.standard["P"]?.[language] ?? "";
      const colon = language === "zh" ? "：" : ": ";
      return [
        {
          ...empty,
          item: `task:${task.id}`,
          finding: `${task.title[language]}${colon}${result.reason[language]}`,
          action: `${reach}${standard}`,
        },
      ];
    }),
    ...[...new Set(score.violations.map(({ id }) => id))].flatMap((id): PlanItem[] => {
      const known = briefing.violations.find((one) => one.id === id);
      return known ? [{ ...empty, item: `violation:${id}`, finding: known.text[language], action: obey }] : [];
    }),
    ...score.duties
      .filter(({ status }) => status === "expired")
      .flatMap(({ id }): PlanItem[] => {
        const known = briefing.duties.find((one) => one.id === id);
        return known ? [{ ...empty, item: `duty:${id}`, finding: known.text[language], action: obey }] : [];
      }),
  ];
}
