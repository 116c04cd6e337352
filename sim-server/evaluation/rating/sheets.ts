// The raters' sheets on disk: opened, marked, finished; every mark ever given stays on record.
import { randomUUID } from "node:crypto";
import type { Mark, MarkKind, RaterSource } from "../../protocol/assessment.ts";
import type { Database, Tables } from "../../store/tables.ts";

export type Sheet = {
  readonly sheetId: string;
  readonly runId: string;
  readonly source: RaterSource;
  readonly about: string;
  readonly rater: string;
  readonly accountId: string | null;
  readonly inviteId: string | null;
  readonly blind: boolean;
  readonly openedAtMs: number;
  readonly doneAtMs: number | null;
  readonly remark: string;
  readonly marks: readonly Mark[];
  /** How many marks replaced an earlier one. */
  readonly changed: number;
};
export type NewSheet = Pick<
  Sheet,
  "runId" | "source" | "about" | "rater" | "accountId" | "inviteId" | "blind" | "openedAtMs"
>;

export type Sheets = {
  open(sheet: NewSheet, transaction?: Database): Promise<string>;
  ofRun(runId: string): Promise<readonly Sheet[]>;
  /** Adds the marks that differ from what holds; `doneAtMs` closes the sheet for good. */
  save(
    sheetId: string,
    given: { marks: readonly Mark[]; remark: string; atMs: number; doneAtMs: number | null },
    transaction?: Database,
  ): Promise<void>;
  sawOthers(runId: string, accountId: string, atMs: number): Promise<void>;
  hasSeenOthers(runId: string, accountId: string): Promise<boolean>;
};

export function openSheets(db: Database): Sheets {
  return {
    async open(sheet, transaction = db) {
      const sheetId = randomUUID();
      await transaction
        .insertInto("rating_sheets")
        .values({
          sheet_id: sheetId,
          run_id: sheet.runId,
          source: sheet.source,
          about: sheet.about,
          rater: sheet.rater,
          account_id: sheet.accountId,
          invite_id: sheet.inviteId,
          blind: sheet.blind ? 1 : 0,
          opened_at_ms: sheet.openedAtMs,
          done_at_ms: null,
          remark: "",
        })
        .execute();
      return sheetId;
    },

    async ofRun(runId) {
      const sheets = await db
        .selectFrom("rating_sheets")
        .selectAll()
        .where("run_id", "=", runId)
        .orderBy("opened_at_ms")
        .orderBy("sheet_id")
        .execute();
      const marks = await db
        .selectFrom("rating_marks")
        .innerJoin("rating_sheets", "rating_sheets.sheet_id", "rating_marks.sheet_id")
        .selectAll("rating_marks")
        .where("rating_sheets.run_id", "=", runId)
        .orderBy("rating_marks.number")
        .execute();
      return sheets.map((row) =>
        sheetOf(
          row,
          marks.filter((mark) => mark.sheet_id === row.sheet_id),
        ),
      );
    },

    save: async (sheetId, { marks, remark, atMs, doneAtMs }, transaction) => {
      const write = async (inside: Database): Promise<void> => {
        const rows = await inside
          .selectFrom("rating_marks")
          .selectAll()
          .where("sheet_id", "=", sheetId)
          .orderBy("number")
          .execute();
        const known = holding(rows);
        let number = rows.at(-1)?.number ?? 0;
        for (const { kind, item, value, reason } of marks) {
          const before = known.get(`${kind} ${item}`);
          if (before ? before.value === value && before.reason === reason : value === null && reason === "") continue;
          number += 1;
          const row = { sheet_id: sheetId, number, kind, item, value, reason, at_ms: atMs };
          await inside.insertInto("rating_marks").values(row).execute();
        }
        await inside
          .updateTable("rating_sheets")
          .set({ remark, ...(doneAtMs === null ? {} : { done_at_ms: doneAtMs }) })
          .where("sheet_id", "=", sheetId)
          .execute();
      };
      await (transaction ? write(transaction) : db.transaction().execute(write));
    },

    async sawOthers(runId, accountId, atMs) {
      await db
        .insertInto("rating_views")
        .values({ run_id: runId, account_id: accountId, at_ms: atMs })
        .onConflict((conflict) => conflict.columns(["run_id", "account_id"]).doNothing())
        .execute();
    },

    async hasSeenOthers(runId, accountId) {
      const row = await db
        .selectFrom("rating_views")
        .select("at_ms")
        .where("run_id", "=", runId)
        .where("account_id", "=", accountId)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

type MarkRow = Tables["rating_marks"];

/** The last mark of each kind and item. */
function holding(rows: readonly MarkRow[]): Map<string, Mark> {
  return new Map(
    rows.map(({ kind, item, value, reason }) => [
      `${kind} ${item}`,
      { kind: kind as MarkKind, item, value: value === null ? null : Number(value), reason },
    ]),
  );
}

function sheetOf(row: Tables["rating_sheets"], rows: readonly MarkRow[]): Sheet {
  const marks = holding(rows);
  return {
    sheetId: row.sheet_id,
    runId: row.run_id,
    source: row.source as RaterSource,
    about: row.about,
    rater: row.rater,
    accountId: row.account_id,
    inviteId: row.invite_id,
    blind: row.blind === 1,
    openedAtMs: Number(row.opened_at_ms),
    doneAtMs: row.done_at_ms === null ? null : Number(row.done_at_ms),
    remark: row.remark,
    marks: [...marks.values()],
    changed: rows.length - marks.size,
  };
}
