// Who is asking, and how they came in: the one door the rooms and the HTTP routes ask.
import type { Config } from "../config.ts";
import type { Store } from "../store/open-store.ts";
import { type Account, type Accounts, openAccounts, type Role } from "./account.ts";
import { type JoinCodes, openJoinCodes } from "./join-code.ts";
import { openSeats, type Seats } from "./seat.ts";
import { openSessions, type Sessions } from "./session.ts";
import { openSignIn, type SignIn } from "./sign-in.ts";
import { tokenKind } from "./token.ts";

export type SeatActor = {
  readonly kind: "seat";
  readonly runId: string;
  readonly slot: string;
  readonly position: string;
  readonly name: string;
};
export type AccountActor = {
  readonly kind: "account";
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit: string;
};
export type Actor = SeatActor | AccountActor;

export type Access = {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly codes: JoinCodes;
  readonly seats: Seats;
  /** For a websocket's token: a seat's token as often as it is shown, an account's ticket once. */
  authenticate(token: string): Promise<Actor | undefined>;
  /** For a websocket that comes back: the same actor as things stand now, or nothing if the right has gone. */
  stillAllowed(actor: Actor): Promise<Actor | undefined>;
  /** When a run has ended, its code and its seats lead nowhere. */
  endRun(runId: string): Promise<void>;
};

export function openAccess(
  store: Store,
  config: Pick<Config, "joinCodeLifeMin" | "sessionLifeH">,
  now: () => number = Date.now,
): Access {
  const accounts = openAccounts(store, now);
  const sessions = openSessions(store, config.sessionLifeH, now);
  const codes = openJoinCodes(store, config.joinCodeLifeMin, now);
  const seats = openSeats(store, now);

  return {
    accounts,
    sessions,
    codes,
    seats,
    signIn: openSignIn(accounts, now),

    async authenticate(token) {
      const kind = tokenKind(token);
      if (kind === "seat") {
        const seat = await seats.byToken(token);
        return seat && { kind, runId: seat.runId, slot: seat.slot, position: seat.position, name: seat.name };
      }
      if (kind !== "ticket") return undefined;
      const account = await sessions.redeem(token);
      return account && accountActor(account);
    },

    async stillAllowed(actor) {
      if (actor.kind === "account") {
        const account = await accounts.byId(actor.accountId);
        return account && !account.disabled ? accountActor(account) : undefined;
      }
      const seat = (await seats.of(actor.runId)).find((candidate) => candidate.slot === actor.slot);
      return seat?.name === actor.name ? actor : undefined;
    },

    async endRun(runId) {
      await codes.revoke(runId);
      await seats.releaseAll(runId);
    },
  };
}

function accountActor(account: Account): AccountActor {
  const { accountId, name, roles, unit } = account;
  return { kind: "account", accountId, name, roles, unit };
}
