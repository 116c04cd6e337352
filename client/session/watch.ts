// Watching a recorded run together: what the room says of the place in it, and moving that place for everybody.
import type { WatchAsk, Watching } from "../../sim-server/protocol/watching.ts";
import { api } from "./api.ts";
import { keepJoined } from "./staff-room.ts";

export type WatchPlace = Pick<Watching, "tick" | "playing" | "rate" | "by" | "people">;
export type Watch = { readonly ask: (ask: WatchAsk) => void; readonly close: () => void };

/** `null` while nobody else can be reached. */
export function openWatch(runId: string, told: (place: WatchPlace | null) => void): Watch {
  let send: ((ask: WatchAsk) => void) | null = null;
  const roomId = async (): Promise<string> => {
    const reply = await api.watch(runId);
    if (reply.ok) return reply.value.roomId;
    throw new Error(reply.code);
  };
  const close = keepJoined<Watching>(roomId, {
    joined: (room) => {
      send = (ask) => room.send("watch", ask);
      room.onStateChange(({ tick, playing, rate, by, people }) => told({ tick, playing, rate, by, people }));
    },
    lost: () => {
      send = null;
      told(null);
    },
  });
  return { ask: (ask) => send?.(ask), close };
}
