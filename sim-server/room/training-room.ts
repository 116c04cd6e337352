// The room of one run: who is in it, what comes in from them, and the mirror that goes out. It decides nothing itself.
import { type AuthContext, type Client, Room, ServerError } from "@colyseus/core";
import type { Actor } from "../access/access.ts";
import { traceOf, whatIfOf } from "../core/views/tax-trace.ts";
import { Mirror } from "../protocol/mirror.ts";
import type { Answer, RefusalCode } from "../protocol/refusals.ts";
import type { TaxPicture, TraceView } from "../protocol/tax-views.ts";
import { type Announcer, type Listener, openAnnouncer } from "./announcer.ts";
import { mayEnter, openMeter, readAsk, readPose, readTraceAsk, readWhatIfAsk } from "./asking.ts";
import type { House, LiveRun } from "./live-run.ts";
import { openMirrorFill } from "./mirror-fill.ts";

const ASKS_PER_S = 30;
const POSES_PER_S = 40;
/** Past this a client is not careless but hostile, and is closed. */
const FLOOD_PER_S = 400;
const MOST_CLIENTS = 64;
/** Ten patches a second, each right after the tick it shows; a little less, so that a late tick leaves none out. */
const PATCH_MS = 90;
const HOUSEKEEPING_MS = 1000;
/** A seat taken again elsewhere: the older connection goes. */
const REPLACED = 4010;
const SHUTDOWN = 4001;
/** After a restart, whoever has not come back by then is marked as away. */
const COME_BACK_MS = 15_000;
const STAYS_AFTER_END_MS = 30 * 60_000;

type Guest = Client<{ auth: Actor; userData: Presence }>;
type Presence = { readonly listener: Listener; readonly mayAsk: () => boolean; readonly mayPose: () => boolean };

/** The room class of this server; Colyseus makes the instances. */
export function trainingRoom(house: House) {
  return class TrainingRoom extends Room<{ state: Mirror; client: Guest }> {
    override maxClients = MOST_CLIENTS;
    override autoDispose = false;
    override maxMessagesPerSecond = FLOOD_PER_S;
    override state = new Mirror();

    #patchedMs = 0;
    #live: LiveRun | undefined;
    #announcer: Announcer | undefined;
    #fill = openMirrorFill(this.state);
    readonly #holders = new Map<string, Guest>();

    static override async onAuth(token: string, _options: unknown, _context: AuthContext): Promise<Actor> {
      const actor = typeof token === "string" ? await house.access.authenticate(token) : undefined;
      if (!actor) throw new ServerError(401, "unauthorised");
      return actor;
    }

    override messages = {
      ask: (client: Guest, message: unknown) => this.#ask(client, message),
      trace: (client: Guest, message: unknown) => this.#trace(client, message),
      "what-if": (client: Guest, message: unknown) => this.#whatIf(client, message),
      pose: (client: Guest, message: unknown) => this.#pose(client, message),
      "*": () => this.#count("unknown-message"),
    };

    override onCreate({ runId }: { runId: string }) {
      this.roomId = runId;
      const live = house.live.get(runId);
      if (!live) throw new ServerError(404, "no such run");
      this.#live = live;
      this.#announcer = openAnnouncer(live);
      this.#fill(live.simulation.session.run);
      live.onFailure(() => void this.disconnect(SHUTDOWN));
      live.onTurn(() => this.#patch());
      // The room's own clock only serves its timeouts; patches follow the run's ticks.
      this.setSimulationInterval(() => undefined, HOUSEKEEPING_MS);
      this.patchRate = null;
      live.simulation.start();
      this.clock.setTimeout(() => this.#markAway(), COME_BACK_MS);
    }

    #patch(): void {
      const nowMs = performance.now();
      if (nowMs - this.#patchedMs < PATCH_MS) return;
      this.#patchedMs = nowMs;
      try {
        this.broadcastPatch();
      } catch (error) {
        house.note(`run ${this.roomId}, patch: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }

    override onBeforePatch() {
      if (!this.#live) return;
      this.#fill(this.#live.simulation.session.run);
      this.#announcer?.beat();
      if (this.state.phase === "ended" && !this.autoDispose) {
        this.autoDispose = true;
        this.clock.setTimeout(
          () => void this.disconnect(SHUTDOWN),
          this.clients.length > 0 ? STAYS_AFTER_END_MS : 1000,
        );
      }
    }

    override async onJoin(client: Guest) {
      const live = this.#live;
      const actor = client.auth;
      if (!live || !actor || !mayEnter(actor, live.header)) throw new ServerError(403, "forbidden");
      const slot = actor.kind === "seat" ? actor.slot : null;
      const listener: Listener = { slot, send: (name, payload) => client.send(name as never, payload as never) };
      client.userData = { listener, mayAsk: openMeter(ASKS_PER_S), mayPose: openMeter(POSES_PER_S) };
      if (actor.kind === "seat") this.#takeSeat(live, client, actor.slot, actor.name);
      this.#announcer?.welcome(listener);
    }

    override onLeave(client: Guest) {
      const presence = client.userData;
      if (!presence) return;
      this.#announcer?.forget(presence.listener);
      const { slot } = presence.listener;
      if (slot === null || this.#holders.get(slot) !== client) return;
      this.#holders.delete(slot);
      void this.#live?.simulation.ask(slot, { do: "disconnected" });
    }

    override async onDispose() {
      const live = this.#live;
      if (!live) return;
      await live.simulation.stop("room closed");
      const counted = [...live.counted].map(([why, times]) => `${why} ${times}`).join(", ");
      if (counted !== "") house.note(`run ${this.roomId} turned away: ${counted}`);
      house.live.delete(this.roomId);
      if (live.simulation.session.run.state.phase === "ended") await house.access.endRun(this.roomId);
    }

    /** Whatever goes wrong in a handler costs one message, never the process. */
    override onUncaughtException(error: Error, where: string) {
      house.note(`run ${this.roomId}, ${where}: ${error.stack ?? error.message}`);
    }

    #takeSeat(live: LiveRun, client: Guest, slot: string, name: string): void {
      const before = this.#holders.get(slot);
      this.#holders.set(slot, client);
      before?.leave(REPLACED);
      const body = live.simulation.session.run.state.bodies[slot];
      if (!body?.player || body.name !== name) void live.simulation.ask(slot, { do: "joined", name });
      else if (!body.connected || before) void live.simulation.ask(slot, { do: "reconnected" });
    }

    #markAway(): void {
      const bodies = this.#live?.simulation.session.run.state.bodies ?? {};
      for (const { slot, connected } of Object.values(bodies)) {
        if (connected && !this.#holders.has(slot)) void this.#live?.simulation.ask(slot, { do: "disconnected" });
      }
    }

    async #ask(client: Guest, message: unknown): Promise<Answer> {
      const live = this.#live;
      const actor = client.auth;
      if (!live || !actor) return { ok: false, refusal: { code: "forbidden" } };
      if (client.userData?.mayAsk() !== true) return this.#refuse("rate-limited");
      const read = readAsk(actor, message);
      if ("code" in read) return this.#refuse(read.code);
      return live.simulation.ask(read.by, read.intent, read.askId);
    }

    /** The tree behind a number of a tax case; a trainee's only where the case tells the tax at all. */
    #trace(client: Guest, message: unknown): TraceView | null {
      const ask = readTraceAsk(message);
      const run = this.#taxRun(client);
      return ask && run ? traceOf(run, ask.of) : null;
    }

    #whatIf(client: Guest, message: unknown): TaxPicture | null {
      const ask = readWhatIfAsk(message);
      const run = this.#taxRun(client);
      return ask && run ? whatIfOf(run, ask.change) : null;
    }

    #taxRun(client: Guest) {
      const run = this.#live?.simulation.session.run;
      const dossier = run?.compiled.dossier?.dossier;
      if (!run || !dossier || client.userData?.mayAsk() !== true) return null;
      return client.auth?.kind === "seat" && !dossier.pricing ? null : run;
    }

    #pose(client: Guest, message: unknown): void {
      const pose = readPose(message);
      if (client.userData?.mayPose() !== true) this.#count("rate-limited");
      else if (client.auth?.kind !== "seat") this.#count("forbidden");
      else if (!pose) this.#count("malformed");
      else this.#live?.simulation.pose(client.auth.slot, pose);
    }

    #refuse(code: RefusalCode): Answer {
      this.#count(code);
      return { ok: false, refusal: { code } };
    }

    #count(why: string): void {
      const counted = this.#live?.counted;
      counted?.set(why, (counted.get(why) ?? 0) + 1);
    }
  };
}
