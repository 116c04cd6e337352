import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact, FactKind } from "../../scenarios/format/facts.ts";
import { hut, judging, parseHut, task } from "./hut.fixture.ts";
import { score } from "./score.ts";

const t = (words: string) => ({ zh: words, en: words });
const compiled = hut({
  ...judging(
    task("plain", { met: "true", weight: 40, critical: true }),
    task("graded", {
      met: "true",
      weight: 60,
      rating: { P: "count('washed') >= 3.0", S: "count('washed') >= 2.0", M: "happened('washed')" },
    }),
  ),
  duties: {
    tell: { text: t("tell"), starts: "true", met: "true", deadline: "1h", cite: "cn-decree-493#9" },
  },
  pass: { percent: 60, unlessCritical: true },
});
const fact = (kind: FactKind, of: string, more: object = {}, tick = 10): Fact =>
  ({ tick, by: "hand-1", kind, of, ...more }) as unknown as Fact;
const met = (id: string, late = false) => fact("task-met", id, { late, seconds: 1 });
const washed = (times: number) => new Array<Fact>(times).fill(fact("washed", "shower"));
const violation = (points: number, critical = false) => fact("violation-committed", "v", { points, critical });

describe("a score", () => {
  test("without a rating of its own gives P in time, M late and U not at all", () => {
    const plain = (...facts: Fact[]) => score(compiled, facts).tasks[0]?.rating;
    expect([plain(met("plain")), plain(met("plain", true)), plain()]).toEqual(["P", "M", "U"]);
  });

  test("takes the best rating whose condition holds over the facts", () => {
    const graded = (times: number) => score(compiled, washed(times)).tasks[1];
    expect([0, 1, 2, 3].map((times) => graded(times)?.rating)).toEqual(["U", "M", "S", "P"]);
    expect([0, 1, 2, 3].map((times) => graded(times)?.points)).toEqual([0, 30, 48, 60]);
  });

  test("is weighted: all of a 40 and half of a 60 are 70 per cent", () => {
    expect(score(compiled, [met("plain"), ...washed(1)])).toMatchObject({ percent: 70, passed: true });
  });

  test("loses what violations cost and never leaves 0 to 100", () => {
    const all = [met("plain"), ...washed(3)];
    expect(score(compiled, [...all, violation(-15)]).percent).toBe(85);
    expect(score(compiled, [violation(-15)]).percent).toBe(0);
    expect(score(compiled, all).percent).toBe(100);
  });

  test("fails for a critical task not done or a critical violation, whatever the percent", () => {
    expect(score(compiled, washed(3))).toMatchObject({ percent: 60, passed: false });
    const all = [met("plain"), ...washed(3)];
    expect(score(compiled, [...all, violation(-1, true)])).toMatchObject({ percent: 99, passed: false });
    expect(score(compiled, [...all, violation(-1)])).toMatchObject({ percent: 99, passed: true });
  });

  test("reads the same in every scale: 90 is P and 优, 75 S and 中, 60 中, below it 差", () => {
    const scales = (points: number) => score(compiled, [met("plain"), ...washed(3), violation(points)]).scales;
    expect([-10, -20, -25, -40, -41, -51].map((points) => scales(points))).toEqual([
      { percent: 90, psmu: "P", cnFourGrade: "优" },
      { percent: 80, psmu: "S", cnFourGrade: "良" },
      { percent: 75, psmu: "S", cnFourGrade: "中" },
      { percent: 60, psmu: "M", cnFourGrade: "中" },
      { percent: 59, psmu: "M", cnFourGrade: "差" },
      { percent: 49, psmu: "U", cnFourGrade: "差" },
    ]);
  });

  test("names the facts each point rests on, with what was done just before", () => {
    const facts = [fact("washed", "shower", {}, 5), fact("operated", "tap", { action: "open" }, 9), met("plain")];
    const evidence = score(compiled, facts).tasks[0]?.evidence;
    expect(evidence?.map(({ kind, seq }) => [kind, seq])).toEqual([
      ["washed", 1],
      ["operated", 2],
      ["task-met", 3],
    ]);
  });

  test("tells how duties and probes came out", () => {
    const duty = (...facts: Fact[]) => score(compiled, facts).duties[0]?.status;
    expect(duty()).toBe("not-started");
    expect(duty(fact("duty-started", "tell"))).toBe("open");
    expect(duty(fact("duty-started", "tell"), fact("duty-met", "tell", { seconds: 9 }))).toBe("met");
    expect(duty(fact("duty-started", "tell"), fact("duty-expired", "tell"))).toBe("expired");
    const asked = fact("probe-asked", "p", { level: 2 });
    expect(score(compiled, [asked]).probes).toMatchObject([{ id: "p", by: "hand-1", level: 2, right: null }]);
    const answered = fact("probe-answered", "p", { option: "x", right: true, level: 2, seconds: 3 });
    expect(score(compiled, [asked, answered]).probes).toMatchObject([{ right: true, seconds: 3 }]);
  });

  test("never falls for another task met and never rises for another violation", () => {
    fc.assert(
      fc.property(fc.nat(4), fc.array(fc.integer({ min: -50, max: 0 }), { maxLength: 4 }), (times, costs) => {
        const facts = [...washed(times), ...costs.map((points) => violation(points))];
        const { percent } = score(compiled, facts);
        expect(score(compiled, [...facts, met("plain")]).percent).toBeGreaterThanOrEqual(percent);
        expect(score(compiled, [...facts, violation(-5)]).percent).toBeLessThanOrEqual(percent);
      }),
    );
  });

  test("may not look at the world: a rating that asks for ppm is refused where the scenario is read", () => {
    const asking = (condition: string) =>
      parseHut(judging(task("x", { met: "true", weight: 1, rating: { P: condition } })));
    expect(asking("ppm('store') < 1.0").scenario).toBeUndefined();
    expect(asking("dead == 0.0").problems.map(({ path }) => path)).toEqual([
      "objectives.0.capabilities.0.tasks.0.rating.P",
    ]);
    expect(asking("happened('washed')").scenario).toBeDefined();
  });
});
