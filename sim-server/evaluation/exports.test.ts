import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadScales } from "../../scenarios/format/load-rating.ts";
import { chlorine, readCase } from "../../tests/chlorine.fixture.ts";
import { playCase } from "../core/play-case.ts";
import { consoleBriefing } from "../core/views/briefings.ts";
import { logEntries } from "../core/views/log.ts";
import type { RunDetail } from "../protocol/api.ts";
import { cell, exportCsv, harmless } from "./export-csv.ts";
import { exportXlsx } from "./export-xlsx.ts";
import { scaled } from "./rating/scaled.ts";

function textbook(): RunDetail {
  const played = playCase(chlorine(), readCase("late-report"));
  return {
    row: {
      runId: "run-1",
      scenario: "chlorine-station",
      title: { zh: "=液氯", en: "Chlorine" },
      unit: "水务局",
      createdBy: "a",
      createdAtMs: 0,
      startedAtMs: 0,
      endedAtMs: 1,
      state: "ended",
      outcome: played.score.outcome,
      percent: played.score.percent,
      passed: played.score.passed,
      people: ["张三", "李四"],
      code: null,
    },
    briefing: consoleBriefing(chlorine(), { runId: "run-1", seed: 1, parameters: {}, sha256: "ab", names: {} }),
    score: played.score,
    facts: logEntries(played.session.run.index.all),
    ratings: [{ id: 1, task: "raise-alarm", rating: "S", reason: "-先按后报", by: "王五", atMs: 0 }],
    journal: { entries: 1, head: "cd", intact: true },
  };
}

describe("exports of a scored run", () => {
  test("say each rating as the chosen scale does, beside the rating itself", () => {
    const detail = textbook();
    const scale = loadScales().get("cn-four-grade");
    if (!scale || !detail.score) throw new Error("no scale or no score");
    const [, ...rows] = exportCsv(detail, "zh", scaled(scale, detail.score, {}))
      .trimEnd()
      .split("\r\n");
    const grade = { P: "优", S: "良", M: "中", U: "差" } as const;
    const results = new Map(detail.score.tasks.map(({ task, rating }) => [task, grade[rating]]));
    const tasks = detail.briefing.objectives.flatMap((one) => one.capabilities.flatMap((two) => two.tasks));
    expect(rows.map((row) => row.split(",").at(-1))).toEqual(tasks.map(({ id }) => results.get(id)));
  });

  test("the workbook opens with one row for each critical task, its rating and points", async () => {
    const detail = textbook();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await exportXlsx(detail)) as unknown as ArrayBuffer);
    const tasks = book.getWorksheet("关键任务");
    expect(tasks?.rowCount).toBe(1 + (detail.score?.tasks.length ?? 0));
    const ratings = (tasks?.getColumn(6).values ?? []).slice(2);
    expect(ratings).toEqual(detail.score?.tasks.map((task) => task.rating));
    expect(book.getWorksheet("事实记录")?.rowCount).toBe(1 + detail.facts.length);
    expect(book.getWorksheet("概况")?.getCell("B2").value).toBe("'=液氯");
    expect(book.getWorksheet("人工评定")?.getCell("C2").value).toBe("'-先按后报");
  });

  test("the CSV starts with a byte-order mark and keeps the human rating beside the automatic one", () => {
    const csv = exportCsv(textbook());
    expect(csv.codePointAt(0)).toBe(0xfeff);
    const line = csv.split("\r\n").find((row) => row.includes("-先按后报"));
    expect(line).toContain(",P,S,王五,'-先按后报,");
  });

  test("no cell can run as a formula, and every cell reads back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = cell(text);
        const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(read).toBe(harmless(text));
        expect("=+-@\t\r").not.toContain(read.charAt(0) || " ");
      }),
    );
  });
});
