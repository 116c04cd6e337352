// The line to one run: joins, listens, asks, and comes back by itself when the line or the server was lost.
import { Client, type Room } from "@colyseus/sdk";
import type { ControlIntent, PlayerIntent } from "../../sim-server/protocol/intents.ts";
import type { Mirror } from "../../sim-server/protocol/mirror.ts";
import type { Answer } from "../../sim-server/protocol/refusals.ts";
import type { RoomMessages } from "../../sim-server/protocol/views.ts";
import { type MirrorSource, openMirrorFeed } from "./mirror.ts";

/** `replaced`: the same seat was opened in another window; `turned-away`: the seat's token or ticket is not (or no longer) good; trying again will not help. */
export type Connection = "connecting" | "live" | "lost" | "replaced" | "turned-away" | "closed";
type MessageName = keyof RoomMessages;
type Listener = (payload: never) => void;

export type Line = {
  readonly source: MirrorSource;
  readonly ask: (intent: PlayerIntent | ControlIntent) => Promise<Answer>;
  /** Asks for something to look at; nothing of the run changes, and null where there is no answer. */
  readonly look: <T>(name: string, about: unknown) => Promise<T | null>;
  readonly sendPose: (pose: readonly number[]) => void;
  readonly onMessage: <Name extends MessageName>(
    name: Name,
    listener: (payload: RoomMessages[Name]) => void,
  ) => () => void;
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
  readonly connection: () => Connection;
  readonly close: () => void;
};

const MESSAGES: readonly MessageName[] = [
  "briefing",
  "console-briefing",
  "self",
  "inbox",
  "cloud",
  "fire",
  "crowd",
  "console",
  "log",
  "field",
  "tax",
  "tax-console",
  "paper",
];
const RETRY_MS = [250, 500, 1000, 2000, 3000] as const;
const SILENCE_MS = 3000;
const ANSWER_MS = 5000;
/** The room's word to a client whose seat was taken up elsewhere. */
const REPLACED = 4010;

/** `token` is asked for anew at each join: a seat's token stays the same, a console's ticket does not. */
export function openLine(runId: string, token: () => Promise<string>): Line {
  const feed = openMirrorFeed();
  const sdk = new Client(globalThis.location.origin);
  const listeners = new Map<MessageName, Set<Listener>>(MESSAGES.map((name) => [name, new Set()]));
  const watchers = new Set<(connection: Connection) => void>();
  const waiting = new Map<string, { intent: PlayerIntent | ControlIntent; done: (answer: Answer) => void }>();
  let connection: Connection = "connecting";
  let room: Room<unknown, Mirror> | null = null;
  let attempt = 0;
  let heardAtMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const become = (next: Connection) => {
    if (connection === next) return;
    connection = next;
    for (const watcher of watchers) watcher(next);
  };
  const closed = () => connection === "closed" || connection === "turned-away" || connection === "replaced";

  const deliver = (name: MessageName, payload: unknown) => {
    heardAtMs = Date.now();
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  };

  const retry = () => {
    if (closed()) return;
    room = null;
    become("lost");
    clearTimeout(timer);
    timer = setTimeout(() => void join(), RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
    attempt += 1;
  };

  const left = (code: number) => {
    room = null;
    if (code === REPLACED) become("replaced");
    else if (feed.getFrame()?.phase === "ended") become("closed");
    else retry();
  };

  const put = async (askId: string) => {
    const asked = waiting.get(askId);
    if (!asked || !room) return;
    const through = room;
    try {
      const answer = await through.request<unknown, Answer>(
        "ask",
        { askId, intent: asked.intent },
        { timeout: ANSWER_MS },
      );
      waiting.delete(askId);
      asked.done(answer);
    } catch (problem) {
      // Unanswered: the same ask with the same id goes out again once the line is back; the room answers it once.
      if (room === through) console.warn("no answer yet", asked.intent.do, problem);
    }
  };

  const join = async (): Promise<void> => {
    try {
      sdk.auth.token = await token();
      const joined = await sdk.joinById<Mirror>(runId);
      if (closed()) return void joined.leave();
      joined.reconnection.enabled = false;
      room = joined;
      listen(joined);
    } catch (problem) {
      const code = codeOf(problem);
      if (attempt > 0 || !isTurnedAway(code)) retry();
      else become("turned-away");
      if (isTurnedAway(code) && attempt > 6) become("turned-away");
    }
  };

  const listen = (joined: Room<unknown, Mirror>) => {
    heardAtMs = Date.now();
    for (const name of MESSAGES) joined.onMessage(name, (payload: unknown) => deliver(name, payload));
    joined.onMessage("cloud", (cloud: RoomMessages["cloud"]) => feed.takeCloud(cloud));
    joined.onMessage("fire", (fire: RoomMessages["fire"]) => feed.takeFire(fire));
    joined.onMessage("crowd", (crowd: RoomMessages["crowd"]) => feed.takeCrowd(crowd));
    joined.onStateChange((state) => {
      heardAtMs = Date.now();
      feed.takeState(state);
      if (connection !== "live" && room === joined) {
        attempt = 0;
        become("live");
        for (const askId of waiting.keys()) void put(askId);
      }
    });
    joined.onError((code, message) => console.warn("room error", code, message));
    joined.onLeave((code) => room === joined && left(code));
  };

  const watchdog = setInterval(() => {
    const silent = Date.now() - heardAtMs > SILENCE_MS;
    if (!room || !silent || feed.getFrame()?.phase !== "running") return;
    const stale = room;
    room = null;
    stale.removeAllListeners();
    void stale.leave(false);
    retry();
  }, 1000);

  void join();
  return {
    source: feed,
    connection: () => connection,
    ask: (intent) =>
      new Promise((done) => {
        const askId = freshId();
        waiting.set(askId, { intent, done });
        void put(askId);
      }),
    look: async <T>(name: string, about: unknown) => {
      if (!room) return null;
      try {
        return await room.request<unknown, T>(name, about, { timeout: ANSWER_MS });
      } catch (problem) {
        console.warn("nothing to look at", name, problem);
        return null;
      }
    },
    sendPose: (pose) => {
      if (connection === "live") room?.send("pose", pose);
    },
    onMessage: (name, listener) => {
      listeners.get(name)?.add(listener as Listener);
      return () => listeners.get(name)?.delete(listener as Listener);
    },
    onConnection: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    close: () => {
      become("closed");
      clearTimeout(timer);
      clearInterval(watchdog);
      void room?.leave();
      room = null;
    },
  };
}

/** A version 4 UUID; `crypto.randomUUID` is missing where a page came over plain http from another machine. */
function freshId(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}

const codeOf = (problem: unknown): number =>
  typeof problem === "object" && problem !== null && "code" in problem ? Number(problem.code) : 0;

/** 401 and 403 by HTTP, 525 (authentication failed) by Colyseus. */
const isTurnedAway = (code: number): boolean => code === 401 || code === 403 || code === 525;
