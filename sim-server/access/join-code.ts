// The six digits that lead to a run, and the limits that make trying them out hopeless.
import { randomInt } from "node:crypto";
import type { Text } from "../protocol/words.ts";
import type { Store } from "../store/open-store.ts";
import type { Tables } from "../store/tables.ts";
import { addressKey, openBudget } from "./budget.ts";
import { granted, type Outcome, refused, tooMany } from "./refusal.ts";

export type OfferedSlot = {
  readonly slot: string;
  readonly position: string;
  readonly positionTitle: Text;
  /** The person expected there; empty when anyone may come. */
  readonly name: string;
};
export type OfferedRun = { readonly runId: string; readonly title: Text; readonly slots: readonly OfferedSlot[] };
export type JoinCode = { readonly code: string; readonly expiresAtMs: number };

export type JoinCodes = {
  /** A run has one code at a time: a new one ends the old one. */
  issue(run: OfferedRun): Promise<JoinCode>;
  of(runId: string): Promise<JoinCode | undefined>;
  revoke(runId: string): Promise<void>;
  /** Every wrong code is counted, by address and for everybody together. */
  redeem(code: string, address: string): Promise<Outcome<OfferedRun>>;
};

/*
 * A code is one of 1,000,000 and lives 240 minutes. In that time one address can try 30 + 240 / 4 = 90 wrong codes and
 * all addresses together 100 + 240 / 2 = 220, whoever they are. So a given code is found with a chance of 220 in a
 * million (0.022 %) at most, any of 20 live codes with 0.44 %, and what is found is a free seat that the instructor
 * sees being taken. A class of 30 may still mistype three times each before anyone has to wait. When the common budget
 * is spent, right codes wait too, for otherwise the refusal itself would tell right from wrong; seats already taken
 * are not touched by it.
 */
const GUESSES = { addressFree: 30, addressPerMin: 1 / 4, commonFree: 100, commonPerMin: 1 / 2 } as const;

const CODES = 1_000_000;
const EVERYBODY = "everybody";
// For so long an ended code is remembered, to say "expired" rather than "unknown".
const REMEMBERED_MS = 24 * 3_600_000;

export function openJoinCodes({ db }: Store, lifeMin: number, now: () => number): JoinCodes {
  const byAddress = openBudget(GUESSES.addressFree, GUESSES.addressPerMin, now);
  const common = openBudget(GUESSES.commonFree, GUESSES.commonPerMin, now);

  const revoke = async (runId: string) => {
    await db.deleteFrom("join_codes").where("run_id", "=", runId).execute();
  };

  return {
    revoke,

    issue: (run) =>
      db.transaction().execute(async (transaction) => {
        const atMs = now();
        await transaction
          .deleteFrom("join_codes")
          .where((e) => e.or([e("run_id", "=", run.runId), e("expires_at_ms", "<=", atMs - REMEMBERED_MS)]))
          .execute();
        for (;;) {
          const code = String(randomInt(CODES)).padStart(6, "0");
          const known = await transaction
            .selectFrom("join_codes")
            .select("expires_at_ms")
            .where("code", "=", code)
            .executeTakeFirst();
          if (known && known.expires_at_ms > atMs) continue;
          if (known) await transaction.deleteFrom("join_codes").where("code", "=", code).execute();
          const expiresAtMs = atMs + lifeMin * 60_000;
          const row = { code, ...columnsOf(run), created_at_ms: atMs, expires_at_ms: expiresAtMs };
          await transaction.insertInto("join_codes").values(row).execute();
          return { code, expiresAtMs };
        }
      }),

    async of(runId) {
      const row = await db
        .selectFrom("join_codes")
        .select(["code", "expires_at_ms"])
        .where("run_id", "=", runId)
        .where("expires_at_ms", ">", now())
        .executeTakeFirst();
      return row && { code: row.code, expiresAtMs: row.expires_at_ms };
    },

    async redeem(code, address) {
      const place = addressKey(address);
      // Taken before looking and given back when right, so that tries sent together are counted together.
      if (!byAddress.take(place)) return tooMany(byAddress.retryAfterS(place));
      if (!common.take(EVERYBODY)) {
        byAddress.giveBack(place);
        return tooMany(common.retryAfterS(EVERYBODY));
      }
      const row = await db.selectFrom("join_codes").selectAll().where("code", "=", code).executeTakeFirst();
      if (!row) return refused("code-unknown");
      if (row.expires_at_ms <= now()) return refused("code-expired");
      byAddress.giveBack(place);
      common.giveBack(EVERYBODY);
      return granted(offerOf(row));
    },
  };
}

function columnsOf(run: OfferedRun) {
  return {
    run_id: run.runId,
    title_zh: run.title.zh,
    title_en: run.title.en,
    slots: JSON.stringify(run.slots),
  };
}

function offerOf(row: Tables["join_codes"]): OfferedRun {
  return {
    runId: row.run_id,
    title: { zh: row.title_zh, en: row.title_en },
    slots: JSON.parse(row.slots) as OfferedSlot[],
  };
}
