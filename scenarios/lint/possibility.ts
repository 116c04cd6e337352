// What could ever happen in a scenario, as the linter keeps it.
import type { FactKind } from "../format/facts.ts";
import type { Names } from "../format/names.ts";
import type { Scenario } from "../format/scenario.ts";
import type { Change } from "../format/storyline.ts";

/** Kinds of things that happen or not, each to be reached. */
export const THINGS = [
  "task",
  "inject",
  "event",
  "decision",
  "option",
  "probe",
  "phase",
  "duty",
  "duty met",
  "violation",
  "message",
  "report",
  "end",
  "population",
  "act",
  "entered",
] as const;
export type Thing = (typeof THINGS)[number];

export type Possible = {
  scenario: Scenario;
  names: Names;
  /** What could happen, by kind: an id, `decision/option`, or `prop/action`. */
  can: Record<Thing, Set<string>>;
  facts: Set<FactKind>;
  changes: Change[];
  /** No run lasts longer than this many seconds. */
  limitS: number;
};

/** Whether anything can burn or blow up at all; when depends on conditions, so it may at any time. */
export const canBurn = ({ fires, explosions }: Scenario): boolean =>
  Object.keys(fires).length + Object.keys(explosions).length > 0;

export const canLeak = (scenario: Scenario, limitS: number): boolean =>
  [...Object.values(scenario.hazards), ...scenario.air].some(({ starts }) => starts <= limitS);
