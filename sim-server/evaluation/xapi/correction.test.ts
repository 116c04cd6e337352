// A corrected score: only what no longer holds is voided, what holds instead is sent, and twice corrected is still right.
import { expect, test } from "vitest";
import { checkStatement } from "../lrs/form/statement.ts";
import { statementsOf } from "./catalogue.ts";
import { correction } from "./correction.ts";
import { reportedCase } from "./reported-run.fixture.ts";
import type { ReportedRun, Statement } from "./reported-run.ts";

type Shown = Statement & {
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string; readonly objectType?: string };
  readonly result?: { readonly score?: { readonly raw: number } };
};
const NOW = Date.UTC(2026, 10, 24);
const run = reportedCase("late-report");
const task = run.score.tasks.find(({ rating }) => rating === "P")?.task ?? "";
/** The same run, the first well done task now rated M at half its points. */
const stricter: ReportedRun = {
  ...run,
  score: {
    ...run.score,
    percent: run.score.percent - 5,
    tasks: run.score.tasks.map((one) =>
      one.task === task ? { ...one, rating: "M" as const, points: one.maxPoints / 2 } : one,
    ),
  },
};
const voids = (statements: readonly Statement[]) =>
  (statements as readonly Shown[]).filter(({ verb }) => verb.id.endsWith("/voided"));
const about = (statements: readonly Statement[], part: string) =>
  (statements as readonly Shown[]).filter(({ object }) => object.id.endsWith(part));

test("the same score again corrects nothing", () => {
  expect(correction(statementsOf(run), run, 2, NOW)).toEqual([]);
});

test("a changed task is voided and sent anew under another id, and so is each player's result", () => {
  const sent = statementsOf(run);
  const corrected = correction(sent, stricter, 2, NOW);
  const targets = voids(corrected).map(({ object }) => object.id);
  const [old] = about(sent, `/tasks/${task}`);
  const [fresh] = about(corrected, `/tasks/${task}`);
  expect(targets).toContain(old?.id);
  expect(fresh?.id).not.toBe(old?.id);
  expect(fresh?.result?.score?.raw).toBe((old?.result?.score?.raw ?? 0) / 2);
  const players = new Set(run.facts.filter(({ kind }) => kind === "joined").map(({ by }) => by)).size;
  // The task, and passed or failed and terminated for each player; nobody's deeds.
  expect(targets).toHaveLength(1 + 2 * players);
  expect(corrected).toHaveLength(2 * targets.length);
  expect(corrected.flatMap((one) => checkStatement(one, one.id, "2.0.0"))).toEqual([]);
});

test("corrected back again, each score stands once and every void hits what was sent", () => {
  const once = [...statementsOf(run), ...correction(statementsOf(run), stricter, 2, NOW)];
  const twice = [...once, ...correction(once, run, 3, NOW + 1)];
  const ids = twice.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const gone = new Set(voids(twice).map(({ object }) => object.id));
  for (const id of gone) expect(ids).toContain(id);
  const standing = about(twice, `/tasks/${task}`).filter(({ id }) => !gone.has(id));
  expect(standing.map(({ result }) => result?.score?.raw)).toEqual([
    run.score.tasks.find((one) => one.task === task)?.points,
  ]);
});
