import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../store/open-store.ts";
import { openResults } from "./results.ts";
import { openRunList, RUN_ORDERS, type RunList, type RunQuery } from "./runs.ts";

const folder = mkdtempSync(join(tmpdir(), "sandtable-runs-"));
let store: Store;
let runs: RunList;
beforeAll(async () => {
  store = await openStore(folder);
  runs = openRunList(store);
  for (let index = 0; index < 25; index += 1) {
    const tax = index % 5 === 0;
    await runs.add({
      runId: `r${String(index).padStart(2, "0")}`,
      scenario: tax
        ? { id: "royalty", title: { zh: "特许权使用费 100%", en: "Royalty case" } }
        : { id: "chlorine", title: { zh: "液氯泄漏", en: "Chlorine leak" } },
      unit: index < 20 ? "north" : "south",
      createdBy: "acc1",
      createdAtMs: 1000 + Math.floor(index / 2),
      people: [],
    });
  }
  await runs.change("r03", {
    state: "ended",
    outcome: "completed",
    endedAtMs: 5000,
    scorePercent: 81.5,
    passed: true,
    people: ["李明"],
  });
  await runs.change("r04", { state: "running", startedAtMs: 4000 });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ids = async (query: RunQuery) => (await runs.page(query)).runs.map((run) => run.runId);

describe("the list of runs", () => {
  test("a run begins in the lobby and keeps what later became of it", async () => {
    expect(await runs.get("r00")).toMatchObject({
      state: "lobby",
      startedAtMs: null,
      scorePercent: null,
      passed: null,
    });
    expect(await runs.get("r03")).toMatchObject({
      state: "ended",
      outcome: "completed",
      scorePercent: 81.5,
      passed: true,
      people: ["李明"],
    });
    expect(await runs.get("nope")).toBeUndefined();
  });

  test("shows one unit only its own runs", async () => {
    expect(await ids({ unit: "south" })).toEqual(["r24", "r23", "r22", "r21", "r20"]);
    expect((await runs.page({ unit: "west" })).total).toBe(0);
  });

  test("filters by state, scenario and time", async () => {
    expect(await ids({ states: ["running", "ended"] })).toEqual(["r04", "r03"]);
    expect((await runs.page({ scenarioId: "royalty" })).total).toBe(5);
    expect(await ids({ createdFromMs: 1003, createdBeforeMs: 1004, descending: false })).toEqual(["r06", "r07"]);
  });

  test("finds part of a title in either language, taking signs as they are written", async () => {
    expect((await runs.page({ text: "泄漏" })).total).toBe(20);
    expect((await runs.page({ text: "ROYALTY" })).total).toBe(5);
    expect((await runs.page({ text: "100%" })).total).toBe(5);
    expect((await runs.page({ text: "%" })).total).toBe(5);
    expect((await runs.page({ text: "_" })).total).toBe(0);
    expect((await runs.page({ text: "'; drop table runs; --" })).total).toBe(0);
  });

  test.each(RUN_ORDERS)("ordered by %s, its pages put together are every run once", async (orderBy) => {
    const seen: string[] = [];
    for (let offset = 0; offset < 25; offset += 7) seen.push(...(await ids({ orderBy, offset, limit: 7 })));
    expect(seen.toSorted()).toEqual(Array.from({ length: 25 }, (_, index) => `r${String(index).padStart(2, "0")}`));
  });
});

describe("results and ratings", () => {
  test("scoring again keeps the earlier results and replaces the facts", async () => {
    const results = openResults(store);
    const fact = (tick: number, kind: string) => ({ tick, by: "a", kind, of: "valve-1", detail: { degrees: 90 } });
    const facts = Array.from({ length: 1200 }, (_, tick) => fact(tick, tick === 7 ? "valve-closed" : "moved"));
    expect(await results.saveResults("r03", { percent: 60 }, facts, 1)).toEqual({ revision: 1 });
    expect(await results.facts("r03")).toEqual(facts);
    expect(await results.saveResults("r03", { percent: 70 }, facts.slice(0, 10), 2)).toEqual({ revision: 2 });
    expect(await results.latest("r03")).toEqual({ revision: 2, atMs: 2, results: { percent: 70 } });
    expect(await results.revisions("r03")).toHaveLength(2);
    expect(await results.facts("r03", "valve-closed")).toEqual([fact(7, "valve-closed")]);
    expect(await results.latest("r04")).toBeUndefined();
  });

  test("a rater's second thought supersedes the first, another rater's does not, and all stay", async () => {
    const results = openResults(store);
    const rate = (by: string, rating: string, atMs: number) =>
      results.rate("r03", { task: "report", rating, reason: "late", by, atMs });
    await rate("eva", "M", 1);
    await rate("bo", "P", 2);
    await rate("eva", "S", 3);
    expect((await results.ratings("r03")).map(({ by, rating, superseded }) => [by, rating, superseded])).toEqual([
      ["eva", "M", true],
      ["bo", "P", false],
      ["eva", "S", false],
    ]);
  });

  test("results for a run that is not on the list are refused by the database", async () => {
    await expect(openResults(store).saveResults("ghost", {}, [], 1)).rejects.toThrow(/FOREIGN KEY/i);
  });
});
