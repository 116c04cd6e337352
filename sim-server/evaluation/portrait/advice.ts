// Which drill a person should do next, and why: where a result would tell most, most where the person is weak or rusty.
import { chanceOf, MONTH_MS, UNKNOWN } from "./ability.ts";
import { type Board, type PersonBoard, presentAbility, taskKey } from "./board.ts";
import { TRIALS_LEAST } from "./estimate.ts";

/** A scenario on the shelf as advice needs it. */
export type Offer = {
  readonly scenario: string;
  readonly tasks: readonly {
    readonly task: string;
    readonly capability: string;
    readonly positions: readonly string[];
    readonly weight: number;
  }[];
  readonly positions: readonly string[];
};
export type Advice = {
  readonly scenario: string;
  readonly position: string;
  /** new: never scored in it; unsure: too little evidence; weak: least likely to be done; rusty: long not practised. */
  readonly reason: "new" | "unsure" | "weak" | "rusty";
  readonly capability: string;
  readonly chance: number;
  readonly monthsSince: number | null;
  readonly value: number;
};

const RUSTY_MONTHS = 4;

export function adviceFor(board: Board, person: PersonBoard, offers: readonly Offer[]): Advice[] {
  return offers
    .flatMap(({ scenario, tasks, positions }) =>
      positions.flatMap((position) => {
        const own = tasks.filter((one) => one.positions.length === 0 || one.positions.includes(position));
        return own.length === 0 ? [] : [valued(board, person, scenario, position, own)];
      }),
    )
    .sort((a, b) => b.value - a.value);
}

function valued(board: Board, person: PersonBoard, scenario: string, position: string, tasks: Offer["tasks"]): Advice {
  let value = 0;
  const needs = new Map<
    string,
    { need: number; chance: number; tasks: number; months: number | null; trials: number }
  >();
  for (const { task, capability } of tasks) {
    const known = person.competencies.get(capability);
    const ability = known ? presentAbility(board, known) : UNKNOWN;
    const level = board.tasks.get(taskKey(scenario, task));
    const chance = chanceOf(ability, level?.difficulty ?? 0, level?.standardError ?? 0);
    const months = known && known.trials > 0 ? (board.nowMs - known.lastMs) / MONTH_MS : null;
    // What the result would teach us (Fisher's information, weighed by what is not known yet), and how much it is needed.
    const need =
      chance * (1 - chance) * ability.standardError ** 2 + 0.35 * (1 - chance) + 0.02 * Math.min(12, months ?? 12);
    value += need;
    const sum = needs.get(capability) ?? { need: 0, chance: 0, tasks: 0, months, trials: known?.trials ?? 0 };
    needs.set(capability, { ...sum, need: sum.need + need, chance: sum.chance + chance, tasks: sum.tasks + 1 });
  }
  const [capability, most] = [...needs].sort((a, b) => b[1].need / b[1].tasks - a[1].need / a[1].tasks)[0] ?? [
    "",
    { chance: 0, tasks: 1, months: null, trials: 0 },
  ];
  const { months, trials } = most;
  const reason =
    trials === 0 ? "new" : trials < TRIALS_LEAST ? "unsure" : (months ?? 0) > RUSTY_MONTHS ? "rusty" : "weak";
  return {
    scenario,
    position,
    reason,
    capability,
    chance: most.chance / most.tasks,
    monthsSince: months,
    value: value / tasks.length,
  };
}
