// A trainee's seat: one slot of one run, held by whoever has its token.
import type { Store } from "../store/open-store.ts";
import type { Tables } from "../store/tables.ts";
import type { OfferedRun } from "./join-code.ts";
import { granted, type Outcome, refused } from "./refusal.ts";
import { newToken, tokenKind, tokenSha256 } from "./token.ts";

export type Seat = {
  readonly runId: string;
  readonly slot: string;
  readonly position: string;
  readonly name: string;
  readonly deviceId: string | null;
  readonly claimedAtMs: number;
};

export type SeatClaim = {
  readonly slot: string;
  readonly name: string;
  readonly deviceId?: string | undefined;
  /** A device that still has the seat's token gets the same seat back. */
  readonly token?: string | undefined;
};

export type Seats = {
  claim(run: OfferedRun, claim: SeatClaim): Promise<Outcome<{ readonly token: string; readonly seat: Seat }>>;
  byToken(token: string): Promise<Seat | undefined>;
  of(runId: string): Promise<readonly Seat[]>;
  /** Frees a seat, so that another device may claim it; its token is worth nothing from then on. */
  release(runId: string, slot: string): Promise<void>;
  releaseAll(runId: string): Promise<void>;
};

export function openSeats({ db }: Store, now: () => number): Seats {
  return {
    async claim(run, claim) {
      const offered = run.slots.find((candidate) => candidate.slot === claim.slot);
      if (!offered) return refused("not-found", "slot");
      const token = newToken("seat");
      const row = {
        run_id: run.runId,
        slot: offered.slot,
        position: offered.position,
        name: claim.name,
        device_id: claim.deviceId ?? null,
        token_sha256: tokenSha256(token),
        claimed_at_ms: now(),
      };
      return db.transaction().execute(async (transaction) => {
        const taken = await transaction
          .selectFrom("seats")
          .selectAll()
          .where("run_id", "=", run.runId)
          .where("slot", "=", claim.slot)
          .executeTakeFirst();
        if (!taken) {
          await transaction.insertInto("seats").values(row).execute();
          return granted({ token, seat: seatOf(row) });
        }
        const held = claim.token !== undefined && tokenSha256(claim.token) === taken.token_sha256;
        return held ? granted({ token: claim.token, seat: seatOf(taken) }) : refused("seat-taken");
      });
    },

    async byToken(token) {
      if (tokenKind(token) !== "seat") return undefined;
      const row = await db
        .selectFrom("seats")
        .selectAll()
        .where("token_sha256", "=", tokenSha256(token))
        .executeTakeFirst();
      return row && seatOf(row);
    },

    async of(runId) {
      return (await db.selectFrom("seats").selectAll().where("run_id", "=", runId).orderBy("slot").execute()).map(
        seatOf,
      );
    },

    async release(runId, slot) {
      await db.deleteFrom("seats").where("run_id", "=", runId).where("slot", "=", slot).execute();
    },

    async releaseAll(runId) {
      await db.deleteFrom("seats").where("run_id", "=", runId).execute();
    },
  };
}

function seatOf(row: Tables["seats"]): Seat {
  return {
    runId: row.run_id,
    slot: row.slot,
    position: row.position,
    name: row.name,
    deviceId: row.device_id,
    claimedAtMs: row.claimed_at_ms,
  };
}
