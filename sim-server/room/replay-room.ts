// Several people watch one recorded run together: the room keeps the place in it, and anybody present may move it.
import { type AuthContext, type Client, matchMaker, Room, ServerError } from "@colyseus/core";
import { z } from "zod";
import type { AccountActor } from "../access/access.ts";
import { WATCH_RATES, type WatchAsk, Watching } from "../protocol/watching.ts";
import type { House } from "./live-run.ts";
import { seesUnit, staffActor } from "./staff-only.ts";

export const REPLAY = "replay";
export const replayRoomId = (runId: string): string => `replay-${runId}`;

const BEAT_MS = 100;
const TICK_MS = 100;
const MOST_WATCHERS = 32;

const ask = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("play") }),
  z.strictObject({ do: z.literal("stop") }),
  z.strictObject({ do: z.literal("seek"), tick: z.number().min(0).max(10_000_000) }),
  z.strictObject({ do: z.literal("rate"), rate: z.literal(WATCH_RATES) }),
]);

type Watcher = Client<{ auth: AccountActor }>;
type Wish = { readonly runId: string; readonly unit: string; readonly lastTick: number };

export function replayRoom(house: House) {
  return class ReplayRoom extends Room<{ state: Watching; client: Watcher }> {
    override maxClients = MOST_WATCHERS;
    override maxMessagesPerSecond = 40;
    override patchRate = BEAT_MS;
    override state = new Watching();
    override messages = {
      watch: (client: Watcher, message: unknown) => this.#take(client, message),
      "*": () => undefined,
    };
    #unit = "";
    #lastTick = 0;
    #tick = 0;

    static override onAuth(token: string, _options: unknown, _context: AuthContext): Promise<AccountActor> {
      return staffActor(house.access, token);
    }

    override onCreate({ runId, unit, lastTick }: Wish) {
      this.roomId = replayRoomId(runId);
      this.#unit = unit;
      this.#lastTick = lastTick;
      this.setSimulationInterval((passedMs) => this.#play(passedMs), BEAT_MS);
    }

    override onJoin(client: Watcher) {
      if (!client.auth || !seesUnit(client.auth, this.#unit)) throw new ServerError(403, "forbidden");
      this.state.people = this.clients.length;
    }

    override onLeave() {
      this.state.people = this.clients.length;
    }

    override onUncaughtException(error: Error, where: string) {
      house.note(`${this.roomId}, ${where}: ${error.stack ?? error.message}`);
    }

    #take(client: Watcher, message: unknown): void {
      const asked = ask.safeParse(message);
      if (!asked.success || !client.auth) return;
      this.state.by = client.auth.name;
      this.#move(asked.data);
    }

    #move(asked: WatchAsk): void {
      switch (asked.do) {
        case "play":
          if (this.#tick >= this.#lastTick) this.#tick = 0;
          this.state.playing = true;
          break;
        case "stop":
          this.state.playing = false;
          break;
        case "seek":
          this.#tick = Math.min(this.#lastTick, asked.tick);
          break;
        case "rate":
          this.state.rate = asked.rate;
          break;
      }
      this.state.tick = Math.round(this.#tick);
    }

    #play(passedMs: number): void {
      if (!this.state.playing) return;
      this.#tick = Math.min(this.#lastTick, this.#tick + (passedMs / TICK_MS) * this.state.rate);
      this.state.tick = Math.round(this.#tick);
      if (this.#tick >= this.#lastTick) this.state.playing = false;
    }
  };
}

/** The room in which a run is watched together; the first to ask opens it, and it closes behind the last. */
export async function openReplayRoom(wish: Wish): Promise<string> {
  const roomId = replayRoomId(wish.runId);
  const [known] = await matchMaker.query({ roomId });
  if (!known) await matchMaker.createRoom(REPLAY, wish);
  return roomId;
}
