// The feed of open runs: says when the list has changed, and whether it can be relied on to say so.
import type { FeedMessages } from "../../sim-server/protocol/api.ts";
import type { ClassMessages } from "../../sim-server/protocol/class.ts";
import { keepJoined } from "./staff-room.ts";

/** How all open runs of the unit stand, once a second. Returns how to leave. */
export function openClass(
  heard: (runs: ClassMessages["class"]["runs"]) => void,
  connection: (live: boolean) => void,
): () => void {
  return keepJoined<unknown>(() => Promise.resolve("feed"), {
    joined: (room) => {
      connection(true);
      room.onMessage("runs", () => undefined);
      room.onMessage("class", ({ runs }: ClassMessages["class"]) => heard(runs));
      room.send("class", {});
    },
    lost: () => connection(false),
  });
}

export type Feed = { readonly connected: () => boolean; readonly close: () => void };

export function openFeed(changed: () => void): Feed {
  let connected = false;
  const close = keepJoined<unknown>(() => Promise.resolve("feed"), {
    joined: (room) => {
      connected = true;
      room.onMessage("runs", (_: FeedMessages["runs"]) => changed());
    },
    lost: () => {
      connected = false;
    },
  });
  return { connected: () => connected, close };
}
