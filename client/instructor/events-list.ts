// The events list as a controller thinks of it: what comes next, what waits for a hand, what is past.
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { ConsoleView } from "../../sim-server/protocol/views.ts";
import { ticksOf } from "../record/time.ts";

export type Item = ConsoleBriefing["msel"][number] & {
  readonly status: ConsoleView["msel"][number]["status"];
  readonly tick: number | null;
};
export type Sorted = {
  readonly next: readonly Item[];
  readonly manual: readonly Item[];
  readonly past: readonly Item[];
};

/** Timed injects by their time, conditional ones after them; the past newest first. */
export function sorted(msel: ConsoleBriefing["msel"], states: ConsoleView["msel"]): Sorted {
  const stateOf = new Map(states.map((state) => [state.id, state]));
  const items: Item[] = msel.map((inject) => ({
    ...inject,
    status: stateOf.get(inject.id)?.status ?? "pending",
    tick: stateOf.get(inject.id)?.tick ?? null,
  }));
  const waiting = items.filter((item) => item.status === "pending" || item.status === "held");
  return {
    next: waiting
      .filter((item) => !item.manual)
      .sort((a, b) => (a.atS ?? Number.POSITIVE_INFINITY) - (b.atS ?? Number.POSITIVE_INFINITY) || 0),
    manual: waiting.filter((item) => item.manual),
    past: items
      .filter((item) => item.status === "released" || item.status === "skipped")
      .sort((a, b) => (b.tick ?? 0) - (a.tick ?? 0)),
  };
}

/** What the key F fires: the next one with a time that is not held, else the next on condition. */
export function nextToFire(lists: Sorted): Item | null {
  return lists.next.find((item) => item.status === "pending") ?? null;
}

/** Ticks until a timed inject fires by itself; null without a time. */
export function ticksToGo(item: Item, tick: number): number | null {
  return item.atS === null ? null : ticksOf(item.atS) - tick;
}
