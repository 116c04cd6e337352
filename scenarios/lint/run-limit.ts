// How long a run can last: until an end that time alone brings, or else the scenario's duration.
import type { Scenario } from "../format/scenario.ts";
import { ANY, between, canBeFalse, type Value } from "./abstract-value.ts";
import { foresee, type Outlook } from "./foresee.ts";

const STEP_S = 5;
const LONGEST_S = 6 * 3600;
const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600 };

/** Seconds of exercise time after which no run of this scenario is still going. */
export function runLimitS(scenario: Scenario): number {
  const waits = scenario.end.filter(({ when }) => /\belapsed\b/.test(when));
  for (let time = 0; waits.length > 0 && time <= LONGEST_S; time += STEP_S)
    if (waits.some(({ when }) => !canBeFalse(foresee(when, atTime(time))))) return time;
  return scenario.duration;
}

/** Knows the time and nothing else. */
const atTime = (time: number): Outlook => ({
  variable: (name) => (name === "elapsed" ? between(time, time) : ANY),
  quantity: (name, _words, [value = ANY]) => {
    const by = Object.hasOwn(SECONDS, name) ? SECONDS[name] : undefined;
    return by !== undefined && value.is === "number" ? scaled(value, by) : ANY;
  },
});

const scaled = ({ low, high }: Extract<Value, { is: "number" }>, by: number): Value => between(low * by, high * by);
