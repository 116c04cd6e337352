// The trainee's seat on this device: a token per run, kept so that a reload or a new server gives the seat back.
import type { SeatToken } from "../../sim-server/protocol/api.ts";

const DEVICE = "sandtable.device";
const key = (runId: string) => `sandtable.seat.${runId}`;

/** A name for this device that says nothing about its owner. */
export function deviceId(): string {
  const kept = localStorage.getItem(DEVICE);
  if (kept !== null) return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  localStorage.setItem(DEVICE, made);
  return made;
}

export function keepSeat(seat: SeatToken): void {
  localStorage.setItem(key(seat.runId), JSON.stringify(seat));
}

export function keptSeat(runId: string): SeatToken | null {
  const kept = localStorage.getItem(key(runId));
  if (kept === null) return null;
  const seat = JSON.parse(kept) as Partial<SeatToken>;
  return seat.token && seat.slot ? { token: seat.token, runId, slot: seat.slot } : null;
}
