// The feed of open runs: says when the list has changed, and whether it can be relied on to say so.
import type { FeedMessages } from "../../sim-server/protocol/api.ts";
import { keepJoined } from "./staff-room.ts";

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
