// The command line for kept runs: what verify, replay, score and export say of a run that is sound, and of one that is not.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readKeptRun } from "../sim-server/cli/kept-run.ts";
import { CHAIN_START, chainOn, type Link } from "../sim-server/journal/chain.ts";
import { openStore } from "../sim-server/store/open-store.ts";
import { type Home, openHome } from "./cli.fixture.ts";
import { TEMPLATE } from "./kept-run.fixture.ts";

let home: Home;
beforeAll(async () => {
  home = await openHome();
});
afterAll(() => home.remove());

describe("verify", () => {
  test("a kept run is intact, and its last hash is what --head asks for", async () => {
    const { code, data } = await home.json<{ intact: boolean; head: string; entries: number; closed: boolean }>(
      "verify",
      "kept.json",
    );
    expect(code).toBe(0);
    expect(data).toMatchObject({ intact: true, closed: true, runId: home.runId, fault: null });
    expect((await home.sandtable("verify", "kept.json", "--head", data.head)).code).toBe(0);
    expect((await home.sandtable("verify", "kept.json", "--head", "0".repeat(64))).code).toBe(1);
  });

  test("an altered entry is named", async () => {
    const whole = JSON.parse(home.document) as { journal: { text: string }[] };
    const odd = whole.journal[7];
    if (!odd) throw new Error("the run is too short");
    odd.text = odd.text.replace(/"tick":\d+/, '"tick":99999');
    writeFileSync(join(home.folder, "altered.json"), JSON.stringify(whole));
    const { code, data } = await home.json<{ fault: unknown }>("verify", "altered.json");
    expect(code).toBe(1);
    expect(data.fault).toMatchObject({ entry: 7, why: "altered" });
    const told = await home.sandtable("verify", "altered.json");
    expect([told.code, told.out]).toEqual([
      1,
      "altered.json is not to be trusted: entry 7 was altered: its text no longer gives its hash.\n",
    ]);
    for (const command of ["replay", "score"]) expect((await home.sandtable(command, "altered.json")).code).toBe(1);
  });

  test("a file that is no run is said to be none", async () => {
    writeFileSync(join(home.folder, "list.json"), "[]");
    writeFileSync(join(home.folder, "torn.json"), home.document.slice(0, home.document.length / 2));
    for (const name of ["list.json", "torn.json"]) {
      const { code, data } = await home.json<{ intact: boolean }>("verify", name);
      expect([code, data.intact]).toEqual([1, false]);
    }
  });

  test("any single byte changed anywhere in the chained part is caught, at 200 random places", () => {
    const bytes = Buffer.from(home.document);
    const from = bytes.indexOf('"journal":[') + '"journal":['.length;
    const to = bytes.indexOf('],"facts":');
    expect(to).toBeGreaterThan(from);
    expect(readKeptRun(bytes)).not.toHaveProperty("fault");
    fc.assert(
      fc.property(fc.integer({ min: from, max: to - 1 }), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        expect(readKeptRun(flipped)).toHaveProperty("fault");
      }),
      { numRuns: 200 },
    );
  });
});

describe("a run that another engine played", () => {
  test("is intact, and is refused by replay and score in a sentence that names both engines", async () => {
    const whole = JSON.parse(home.document) as { journal: Link[] };
    let head: { seq: number; sha256: string } = CHAIN_START;
    whole.journal = whole.journal.map(({ seq, text }) => {
      const link = chainOn(head, seq === 0 ? text.replace(/"engine":"[^"]*"/, '"engine":"sandtable-0"') : text);
      head = link;
      return link;
    });
    writeFileSync(join(home.folder, "older.json"), JSON.stringify(whole));
    expect((await home.sandtable("verify", "older.json")).code).toBe(0);
    for (const command of ["replay", "score"]) {
      const told = await home.sandtable(command, "older.json");
      expect([told.code, told.out]).toEqual([1, expect.stringMatching(/sandtable-0.*sandtable-\d+.*replay it with/)]);
    }
  });
});

describe("replay", () => {
  test("a kept run meets every hash and every fact again", async () => {
    const { code, data } = await home.json<{ ticks: number; hashes: { kept: number; met: number } }>(
      "replay",
      "kept.json",
    );
    expect(code).toBe(0);
    expect(data).toMatchObject({ same: true, firstMismatch: null, facts: { firstDifference: null } });
    expect(data.hashes.kept).toBeGreaterThan(data.ticks / 50 - 1);
    expect(data.hashes.met).toBe(data.hashes.kept);
  });

  test("a journal written anew with a valid chain still betrays its first false state", async () => {
    const whole = JSON.parse(home.document) as { journal: Link[] };
    let head: { seq: number; sha256: string } = CHAIN_START;
    whole.journal = whole.journal.map(({ text }) => {
      const link = chainOn(
        head,
        text.includes('"kind":"hash"') ? text.replace(/"stateSha256":"./, '"stateSha256":"x') : text,
      );
      head = link;
      return link;
    });
    writeFileSync(join(home.folder, "forged.json"), JSON.stringify(whole));
    expect((await home.sandtable("verify", "forged.json")).code).toBe(0);
    const { code, data } = await home.json<unknown>("replay", "forged.json");
    expect(code).toBe(1);
    expect(data).toMatchObject({ same: false, firstMismatch: 50, hashes: { met: 0 } });
  });

  test("a fact changed outside the chain is found out", async () => {
    const whole = JSON.parse(home.document) as { facts: { by: string }[] };
    const odd = whole.facts[4];
    if (!odd) throw new Error("the run has too few facts");
    odd.by = "somebody-else";
    writeFileSync(join(home.folder, "told-otherwise.json"), JSON.stringify(whole));
    expect((await home.sandtable("verify", "told-otherwise.json")).code).toBe(0);
    const { code, data } = await home.json<unknown>("replay", "told-otherwise.json");
    expect(code).toBe(1);
    expect(data).toMatchObject({ same: false, firstMismatch: null, facts: { firstDifference: 5 } });
  });
});

type Rescored = {
  same: boolean;
  percent: { before: number; now: number };
  tasks: { task: string; changed: boolean }[];
};

describe("score", () => {
  test("the kept score is confirmed by its own rubric", async () => {
    const { code, data } = await home.json<Rescored>("score", "kept.json");
    expect(code).toBe(0);
    expect(data.same).toBe(true);
    expect(data.percent.now).toBe(data.percent.before);
    expect(data.tasks.length).toBeGreaterThan(0);
  });

  test("a score that was changed by hand is found out", async () => {
    const whole = JSON.parse(home.document) as {
      score: { percent: number; tasks: { task: string; points: number }[] };
    };
    const [task] = whole.score.tasks;
    if (!task) throw new Error("the run has no task");
    task.points -= 1;
    writeFileSync(join(home.folder, "lowered.json"), JSON.stringify(whole));
    const { code, data } = await home.json<Rescored>("score", "lowered.json");
    expect(code).toBe(1);
    expect(data.tasks.filter((one) => one.changed).map((one) => one.task)).toEqual([task.task]);
  });

  test("under another version of the rubric the difference is shown per task, and is no problem", async () => {
    const text = readFileSync(join(TEMPLATE, "scenario.yaml"), "utf8");
    const weight = /weight: \d+/.exec(text)?.[0] ?? "";
    home.changed("stricter", weight, "weight: 1");
    const { code, data } = await home.json<Rescored>("score", "kept.json", "--scenario", "stricter");
    expect(code).toBe(0);
    expect(data.same).toBe(false);
    expect(data.tasks.filter((one) => one.changed)).toHaveLength(1);
    const told = await home.sandtable("score", "kept.json", "--scenario", "stricter");
    expect(told.out.split("\n").filter((line) => line.startsWith("*"))).toHaveLength(1);
  });
});

describe("export", () => {
  test("a run leaves the data folder and comes out of its document as the same table", async () => {
    expect(
      (await home.sandtable("export", home.runId, "--data", "data", "--out", "stored.csv", "--lang", "zh")).code,
    ).toBe(0);
    expect(
      (await home.sandtable("export", "kept.json", "--format", "csv", "--out", "read.csv", "--lang", "zh")).code,
    ).toBe(0);
    const csv = readFileSync(join(home.folder, "stored.csv"), "utf8");
    expect(readFileSync(join(home.folder, "read.csv"), "utf8")).toBe(csv);
    expect(csv.startsWith("\uFEFF")).toBe(true);
    expect(csv).toContain(",S,王五,'=HYPERLINK(1),");
  });

  test("the workbook opens and holds no formula", async () => {
    const { code, data } = await home.json<{ bytes: number }>("export", "kept.json", "--out", "kept.xlsx");
    expect(code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(home.folder, "kept.xlsx"));
    expect(data.bytes).toBeGreaterThan(1000);
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Summary", "Critical tasks", "Facts", "Human ratings"]);
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.formula).toBeUndefined();
        }),
      ),
    );
  });

  test("a document exported again is the same home.document, and may only replace a file when told to", async () => {
    expect((await home.sandtable("export", "kept.json", "--out", "again.json")).code).toBe(0);
    expect((await home.sandtable("export", "kept.json", "--out", "again.json", "--force")).code).toBe(0);
    expect(readFileSync(join(home.folder, "again.json"), "utf8")).toBe(home.document);
  });

  test("a data folder that a server holds is left alone, in one sentence", async () => {
    const store = await openStore(join(home.folder, "data"));
    const { code, out } = await home.sandtable("export", home.runId, "--out", "held.csv");
    await store.close();
    expect(code).toBe(1);
    expect(out).toContain("in use by another Sandtable server");
  });
});
