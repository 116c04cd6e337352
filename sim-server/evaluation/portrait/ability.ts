// What a person can do, and how sure that is: Glicko's update of an estimate by tasks of known difficulty, in logits.
// Source: Glickman, Applied Statistics 48 (1999) 377-394; the drift between attempts as in Glicko-2's step 6 (2013).
import { logistic } from "./linear.ts";

export type Ability = { readonly logits: number; readonly standardError: number };
/** One task that was to be done: its difficulty in logits, how sure that is, and whether it was done to standard. */
export type Trial = { readonly difficulty: number; readonly standardError: number; readonly done: number };

/** Before anything is known: about as the average newcomer, whose place is zero. */
export const UNKNOWN: Ability = { logits: 0, standardError: 1.2 };
/** Skill wanders by this much in a month without practice, logits. */
export const DRIFT_PER_ROOT_MONTH = 0.18;
export const MONTH_MS = 30.44 * 24 * 3600 * 1000;

/** Time makes an estimate less sure, up to knowing nothing. */
export function aged(ability: Ability, months: number): Ability {
  const variance = ability.standardError ** 2 + DRIFT_PER_ROOT_MONTH ** 2 * Math.max(0, months);
  return {
    logits: ability.logits,
    standardError: Math.min(Math.sqrt(variance), Math.max(UNKNOWN.standardError, ability.standardError)),
  };
}

/** All trials of one attempt at once. */
export function updated(ability: Ability, trials: readonly Trial[]): Ability {
  let information = 0;
  let surprise = 0;
  for (const { difficulty, standardError, done } of trials) {
    const weight = damping(standardError);
    const expected = logistic(weight * (ability.logits - difficulty));
    information += weight ** 2 * expected * (1 - expected);
    surprise += weight * (done - expected);
  }
  const variance = 1 / (1 / ability.standardError ** 2 + information);
  return { logits: ability.logits + variance * surprise, standardError: Math.sqrt(variance) };
}

/** A difficulty that is itself unsure counts for less: Glicko's g. */
const damping = (standardError: number): number => 1 / Math.sqrt(1 + (3 * standardError ** 2) / Math.PI ** 2);

/** The chance that somebody of this ability does a task to standard, both errors taken into account. */
export function chanceOf({ logits, standardError }: Ability, difficulty: number, difficultyError = 0): number {
  return logistic(damping(Math.hypot(standardError, difficultyError)) * (logits - difficulty));
}
