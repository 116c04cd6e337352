// Who is in trouble, in the story or with the line, and how badly.
import type { ConsoleView } from "../../sim-server/protocol/views.ts";

type Person = ConsoleView["people"][number];
/** What tells trouble from none. */
type Telling = Pick<Person, "condition" | "scba" | "airMin" | "dosePercent" | "simulated" | "connected">;
export type Trouble = "down" | "poisoned" | "air" | "exposed" | "offline" | "none";

const AIR_LOW_MIN = 5;
const DOSE_HIGH_PERCENT = 25;

export function troubleOf(person: Telling): Trouble {
  if (person.condition === "collapsed" || person.condition === "dead") return "down";
  if (person.condition === "impaired") return "poisoned";
  if (person.scba && person.airMin !== null && person.airMin <= AIR_LOW_MIN) return "air";
  if (person.condition === "irritated" || person.dosePercent >= DOSE_HIGH_PERCENT) return "exposed";
  return !person.simulated && !person.connected ? "offline" : "none";
}

/** From the worst to none. */
export const ORDER: readonly Trouble[] = ["down", "poisoned", "air", "exposed", "offline", "none"];

/** The worst off first; otherwise as in the roster. */
export function byTrouble(people: ConsoleView["people"]): readonly Person[] {
  return [...people].sort((a, b) => ORDER.indexOf(troubleOf(a)) - ORDER.indexOf(troubleOf(b)));
}

/** In trouble inside the story: what the map marks red. */
export function troubledSlots(people: ConsoleView["people"]): ReadonlySet<string> {
  return new Set(
    people.filter((person) => !["none", "offline"].includes(troubleOf(person))).map((person) => person.slot),
  );
}
