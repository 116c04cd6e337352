// The consoles' feed: each account is told of its unit's open runs, at once when it comes and whenever one changes.
import { type AuthContext, type Client, matchMaker, Room } from "@colyseus/core";
import type { AccountActor } from "../access/access.ts";
import type { FeedMessages } from "../protocol/api.ts";
import type { House } from "./live-run.ts";
import type { RunPapers } from "./run-papers.ts";
import { staffActor } from "./staff-only.ts";

/** The kind of the room, and the id of the only one there is. */
export const FEED = "feed";

const WATCH_MS = 500;
const MOST_WATCHERS = 200;
const MOST_RUNS = 200;

type Watcher = Client<{ auth: AccountActor; messages: FeedMessages }>;

export function feedRoom(house: House, papers: RunPapers) {
  return class FeedRoom extends Room<{ client: Watcher }> {
    override maxClients = MOST_WATCHERS;
    override maxMessagesPerSecond = 10;
    override autoDispose = false;
    override messages = { "*": () => undefined };
    #told = house.runs.changes();

    static override onAuth(token: string, _options: unknown, _context: AuthContext): Promise<AccountActor> {
      return staffActor(house.access, token);
    }

    override onCreate() {
      this.roomId = FEED;
      this.setSimulationInterval(() => this.#watch(), WATCH_MS);
      this.patchRate = null;
    }

    override async onJoin(client: Watcher) {
      await this.#tell(client);
    }

    override onUncaughtException(error: Error, where: string) {
      house.note(`feed, ${where}: ${error.stack ?? error.message}`);
    }

    #watch(): void {
      const changes = house.runs.changes();
      if (changes === this.#told) return;
      this.#told = changes;
      for (const client of this.clients) {
        this.#tell(client).catch((error: unknown) => house.note(`feed: ${String(error)}`));
      }
    }

    async #tell(client: Watcher): Promise<void> {
      const actor = client.auth;
      if (!actor) return;
      const admin = actor.roles.includes("admin");
      const { runs } = await house.runs.page({
        ...(admin ? {} : { unit: actor.unit }),
        states: ["lobby", "running", "paused"],
        limit: MOST_RUNS,
      });
      const withCode = admin || actor.roles.includes("instructor");
      client.send("runs", { rows: await Promise.all(runs.map((run) => papers.row(run, withCode))) });
    }
  };
}

export async function openFeed(): Promise<void> {
  await matchMaker.createRoom(FEED, {});
}
