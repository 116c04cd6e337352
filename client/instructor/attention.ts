// Which people and runs of a class need the instructor, the worst first.
import type { ClassPerson, ClassRun } from "../../sim-server/protocol/class.ts";
import { ORDER, type Trouble, troubleOf } from "./trouble.ts";

export type Attention = Trouble | "stuck";

/** Somebody who asked for nothing this long, while time runs, is likely stuck. */
export const STUCK_S = 120;
const RANKS: readonly Attention[] = [...ORDER.filter((trouble) => trouble !== "none"), "stuck", "none"];

export function attentionOf(run: Pick<ClassRun, "phase">, person: ClassPerson): Attention {
  const trouble = troubleOf(person);
  if (trouble !== "none") return trouble;
  const waits = run.phase === "running" && !person.simulated && person.idleS >= STUCK_S;
  return waits ? "stuck" : "none";
}

/** People of a run who need somebody: simulated ones only when they are hurt. */
export const needy = (run: ClassRun): number =>
  run.people.filter((person) => attentionOf(run, person) !== "none").length;

const rankOf = (run: ClassRun): number =>
  Math.min(RANKS.length - 1, ...run.people.map((person) => RANKS.indexOf(attentionOf(run, person))));

/** The run whose worst-off person is worst off comes first; otherwise as opened. */
export const byAttention = (runs: readonly ClassRun[]): readonly ClassRun[] =>
  [...runs].sort((a, b) => rankOf(a) - rankOf(b));
