// The board against people whose true skill is known: it finds who can do what, says how sure it is, and forecasts.
import { describe, expect, test } from "vitest";
import { nextRandom, openRandom } from "../../core/random.ts";
import { adviceFor } from "./advice.ts";
import { type Attempt, type Mark, openBoard } from "./board.ts";
import { estimateOf } from "./estimate.ts";
import { backTest, forecast } from "./forecast.ts";
import { logistic } from "./linear.ts";
import { beforeAfter, rateOf } from "./pass-rate.ts";

const random = openRandom(7);
const uniform = (): number => nextRandom(random);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

const CAPABILITIES = ["warn", "protect", "report"];
const TASKS = Array.from({ length: 12 }, (_, at) => ({
  task: `task-${at}`,
  capability: CAPABILITIES[at % 3] ?? "",
  difficulty: -1.8 + at * 0.22,
}));
const DAY = 24 * 3600 * 1000;
const NOW = Date.UTC(2026, 10, 1);

/** People of known skill who try the same twelve tasks every month; `learns` is their monthly gain, logits. */
function year(people: number, months: number, learns = 0) {
  const attempts: Attempt[] = [];
  const marks: Mark[] = [];
  const truth = new Map<string, Map<string, number>>();
  for (let at = 0; at < people; at += 1) {
    const person = `p${at}`;
    const base = normal();
    const skills = new Map(CAPABILITIES.map((capability) => [capability, base + normal() * 0.5]));
    truth.set(person, skills);
    for (let month = 0; month < months; month += 1) {
      const runId = `${person}-${month}`;
      const own = TASKS.map(({ task, capability, difficulty }): Mark => {
        const met = uniform() < logistic((skills.get(capability) ?? 0) + learns * month - difficulty);
        return { runId, person, scenario: "s", task, capability, rating: met ? "P" : "U", met };
      });
      marks.push(...own);
      const percent = (own.filter(({ met }) => met).length / own.length) * 100;
      const atMs = NOW - (months - month) * 30.44 * DAY + at * 1000;
      attempts.push({ runId, person, scenario: "s", position: "all", atMs, percent, passed: percent >= 70 });
    }
  }
  return { board: openBoard(attempts, marks, NOW), truth, attempts };
}

describe("the board of people whose skill is known", () => {
  const { board, truth, attempts } = year(120, 8);

  test("orders tasks as hard as they are", () => {
    const found = TASKS.map(({ task }) => board.tasks.get(`s/${task}`)?.difficulty ?? 0);
    const spacing = found.map((value, at) => value - (TASKS[at]?.difficulty ?? 0));
    const shift = spacing.reduce((sum, value) => sum + value, 0) / spacing.length;
    for (const value of spacing) expect(Math.abs(value - shift)).toBeLessThan(0.35);
  });

  test("holds the true skill within its 90 % interval about as often as it says", () => {
    let [inside, all] = [0, 0];
    // The scale's zero is the average newcomer, wherever that is in truth.
    const gaps: { gap: number; error: number }[] = [];
    for (const [person, skills] of truth)
      for (const [capability, skill] of skills) {
        const one = board.people.get(person)?.competencies.get(capability);
        if (one) gaps.push({ gap: one.ability.logits - skill, error: one.ability.standardError });
      }
    const shift = gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length;
    for (const { gap, error } of gaps) {
      all += 1;
      if (Math.abs(gap - shift) <= 1.645 * error) inside += 1;
    }
    expect(inside / all).toBeGreaterThan(0.82);
    expect(inside / all).toBeLessThan(0.98);
  });

  test("says there is not enough evidence after one attempt and that there is after eight", () => {
    const once = year(10, 1).board;
    for (const { competencies } of once.people.values())
      for (const one of competencies.values())
        expect(estimateOf(once, one, [...once.tasks.values()]).enough).toBe(false);
    const rows = [...board.people.values()].flatMap(({ competencies }) => [...competencies.values()]);
    const enough = rows.filter((one) => estimateOf(board, one, [...board.tasks.values()]).enough);
    expect(enough.length / rows.length).toBeGreaterThan(0.9);
  });

  test("forecasts better than saying the same as last time, and covers most months", () => {
    const test = backTest(board, "s");
    expect(test?.brier.model).toBeLessThan(test?.brier.sameAsLast ?? 0);
    expect(test?.brier.model).toBeLessThan(test?.brier.rateSoFar ?? 0);
    expect((test?.covered ?? 0) / (test?.months.length ?? 1)).toBeGreaterThanOrEqual(0.6);
  });

  test("gives the stronger half of the people a higher forecast than the weaker half, each with an interval", () => {
    const cases = [...board.people.values()]
      .map(({ person }) => board.cases.findLast((one) => one.person === person))
      .filter((one) => one !== undefined);
    cases.sort((a, b) => b.expected - a.expected);
    const [strong, weak] = [forecast(board, "s", cases.slice(0, 60)), forecast(board, "s", cases.slice(60))];
    expect(strong?.mean ?? 0).toBeGreaterThan(weak?.mean ?? 1);
    for (const one of [strong, weak]) {
      expect(one?.low ?? 1).toBeLessThanOrEqual(one?.mean ?? 0);
      expect(one?.high ?? 0).toBeGreaterThanOrEqual(one?.mean ?? 1);
    }
  });

  test("refuses a forecast where the unit has tried too little", () => {
    expect(forecast(year(5, 2).board, "s", [])).toBeUndefined();
  });

  test("advises the drill that trains what the person does worst, and says it is new to a newcomer", () => {
    const offers = [
      { scenario: "s", positions: ["all"], tasks: TASKS.map((one) => ({ ...one, positions: [], weight: 1 })) },
    ];
    for (const person of board.people.values()) {
      const [best] = adviceFor(board, person, offers);
      expect(["weak", "rusty", "unsure"]).toContain(best?.reason);
      expect(CAPABILITIES).toContain(best?.capability);
    }
    const nobody = {
      person: "n",
      attempts: [],
      competencies: new Map(),
      seen: new Set<string>(),
      overall: [...board.people.values()][0]?.overall,
    };
    if (!nobody.overall) throw new Error("no people");
    expect(adviceFor(board, { ...nobody, overall: nobody.overall }, offers)[0]?.reason).toBe("new");
  });

  test("counts first against latest attempts of the same people", () => {
    const { people, improved, worsened, before, after } = beforeAfter(attempts);
    expect(people).toBe(120);
    expect(after.passed - before.passed).toBe(improved - worsened);
  });
});

test("people who learn are seen rising, people who do not mostly are not", () => {
  const rising = (learns: number): number => {
    const { board } = year(60, 10, learns);
    const trends = [...board.people.values()].map(
      ({ overall }) => estimateOf(board, overall, [...board.tasks.values()]).trend,
    );
    return trends.filter((trend) => trend === "rising").length / trends.length;
  };
  expect(rising(0.25)).toBeGreaterThan(0.6);
  expect(rising(0)).toBeLessThan(0.35);
});

test("the interval of a share is Wilson's, as Newcombe (1998) tabulates it", () => {
  for (const [passed, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const rate = rateOf(passed, of);
    expect(rate.low).toBeCloseTo(low, 4);
    expect(rate.high).toBeCloseTo(high, 4);
  }
});
