// A room that accounts join by ticket, kept joined: when the line or the server is lost it comes back by itself.
import { Client, type Room } from "@colyseus/sdk";
import { api } from "./api.ts";

const RETRY_MS = [500, 1000, 2000, 4000] as const;

/** A ticket is good for one joining, so each joining fetches its own. */
export async function freshTicket(): Promise<string> {
  const reply = await api.roomTicket();
  if (reply.ok) return reply.value.ticket;
  throw Object.assign(new Error(reply.code), { code: reply.status });
}

export type Watcher<State> = {
  readonly joined: (room: Room<unknown, State>) => void;
  readonly lost: () => void;
};

/** `roomId` is asked for at each joining, because the room itself may have to be opened again. Returns how to leave. */
export function keepJoined<State>(roomId: () => Promise<string>, { joined, lost }: Watcher<State>): () => void {
  const sdk = new Client(globalThis.location.origin);
  let room: Room<unknown, State> | null = null;
  let attempt = 0;
  let left = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = () => {
    if (left) return;
    room = null;
    lost();
    timer = setTimeout(() => void join(), RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
    attempt += 1;
  };
  const join = async (): Promise<void> => {
    try {
      const id = await roomId();
      sdk.auth.token = await freshTicket();
      const taken = await sdk.joinById<State>(id);
      if (left) return void taken.leave();
      taken.reconnection.enabled = false;
      taken.onLeave(again);
      room = taken;
      attempt = 0;
      joined(taken);
    } catch (problem) {
      console.warn("not joined yet", problem);
      again();
    }
  };

  void join();
  return () => {
    left = true;
    clearTimeout(timer);
    void room?.leave();
  };
}
