// The consoles' feed: each account is told of its unit's open runs, at once when it comes and whenever one changes.
import { type AuthContext, type Client, matchMaker, Room } from "@colyseus/core";
import type { AccountActor } from "../access/access.ts";
import { maySeeUnit } from "../access/account.ts";
import { classProgress } from "../core/views/class.ts";
import type { FeedMessages } from "../protocol/api.ts";
import type { ClassMessages, ClassRun } from "../protocol/class.ts";
import type { House } from "./live-run.ts";
import type { RunPapers } from "./run-papers.ts";
import { staffActor } from "./staff-only.ts";

/** The kind of the room, and the id of the only one there is. */
export const FEED = "feed";

const WATCH_MS = 500;
const MOST_WATCHERS = 200;
const MOST_RUNS = 200;

/** The class is told once a second to those who look at it. */
const CLASS_BEATS = 2;

type Watcher = Client<{ auth: AccountActor; messages: FeedMessages & ClassMessages; userData: { inClass: boolean } }>;

export function feedRoom(house: House, papers: RunPapers) {
  return class FeedRoom extends Room<{ client: Watcher }> {
    override maxClients = MOST_WATCHERS;
    override maxMessagesPerSecond = 10;
    override autoDispose = false;
    override messages = {
      class: (client: Watcher) => {
        client.userData = { inClass: true };
        this.#tellClass(client);
      },
      "*": () => undefined,
    };
    #told = house.runs.changes();
    #beats = 0;

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
      this.#beats += 1;
      if (this.#beats % CLASS_BEATS === 0)
        for (const client of this.clients) if (client.userData?.inClass) this.#tellClass(client);
      const changes = house.runs.changes();
      if (changes === this.#told) return;
      this.#told = changes;
      for (const client of this.clients) {
        this.#tell(client).catch((error: unknown) => house.note(`feed: ${String(error)}`));
      }
    }

    #tellClass(client: Watcher): void {
      const actor = client.auth;
      if (actor) client.send("class", { runs: classOf(house, actor) });
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

/** The live runs this account may see, oldest first. */
function classOf(house: House, actor: AccountActor): readonly ClassRun[] {
  const mine = [...house.live.values()].filter(({ header }) => maySeeUnit(actor, header.unit));
  return mine
    .sort((a, b) => a.header.createdAtMs - b.header.createdAtMs)
    .map(({ header, simulation }) => {
      const { title, positions } = simulation.compiled.scenario;
      return {
        runId: header.runId,
        title,
        positions: Object.fromEntries(Object.entries(positions).map(([id, position]) => [id, position.title])),
        ...classProgress(simulation.session.run),
      };
    });
}

export async function openFeed(): Promise<void> {
  await matchMaker.createRoom(FEED, {});
}
