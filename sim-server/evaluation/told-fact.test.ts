// Tables are for people: whatever happened in any case of the drill stands in them by title, in the reader's language.
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { loadLaws } from "../../scenarios/format/load-law.ts";
import { caseNames, chlorine, readCase } from "../../tests/chlorine.fixture.ts";
import { playCase } from "../core/play-case.ts";
import { consoleBriefing } from "../core/views/briefings.ts";
import { logEntries } from "../core/views/log.ts";
import type { RunDetail } from "../protocol/api.ts";
import { exportCsv } from "./export-csv.ts";
import { exportXlsx } from "./export-xlsx.ts";
import { openTeller } from "./told-fact.ts";

const compiled = chlorine();
const names = { "shift-leader-1": "欧阳建国", "operator-1": "李娜", "operator-2": "" };
const briefing = consoleBriefing(compiled, {
  runId: "r",
  seed: 1,
  parameters: {},
  sha256: "ab",
  laws: loadLaws(),
  names,
});
const told: string = JSON.stringify(compiled.scenario);
/** Ids that no author also uses as words. */
const ids = [...new Set(told.match(/(?<=")[a-z0-9]+(-[a-z0-9]+)+(?=")/g))].filter(
  (id) => !new RegExp(`[ “]${id}[ ,."]`).test(told),
);
const leaked = (text: string) => ids.filter((id) => new RegExp(`(^|[^a-z-])${id}($|[^a-z-])`).test(text));

function detailOf(name: string): RunDetail {
  const played = playCase(compiled, readCase(name));
  const { outcome, percent, passed } = played.score;
  return {
    row: {
      runId: "run-1",
      scenario: compiled.scenario.id,
      title: compiled.scenario.title,
      unit: "水务局",
      createdBy: "周建国",
      createdAtMs: 0,
      startedAtMs: 0,
      endedAtMs: 1,
      state: "ended",
      outcome,
      percent,
      passed,
      people: ["欧阳建国", "李娜"],
      code: null,
    },
    briefing,
    score: played.score,
    facts: logEntries(played.session.run.index.all),
    ratings: [{ id: 1, task: played.score.tasks[0]?.task ?? "", rating: "S", reason: "稳", by: "王五", atMs: 0 }],
    journal: { entries: 1, head: "cd", intact: true },
  };
}

describe.each(["zh", "en"] as const)("in %s", (language) => {
  test("no fact of any case is told by an id, and none of its fields by its key", () => {
    const tell = openTeller(briefing, language);
    const poor = caseNames().flatMap((name) =>
      detailOf(name)
        .facts.map(tell)
        .filter(({ by, kind, of, detail }) => {
          const row = [by, kind, of, detail].join(" | ");
          const latin = language === "zh" ? /[a-z]{4,}/.test(row.replace(/shift-leader-1|operator-[12]/g, "")) : false;
          return leaked(row).length > 0 || /[a-z][A-Z]|undefined| (true|false)(;|；|$)/.test(row) || latin;
        }),
    );
    expect(poor.slice(0, 5)).toEqual([]);
  });

  test("the workbook has a row for every task and every fact, in their order, under the headings of its language", async () => {
    const detail = detailOf("textbook");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await exportXlsx(detail, language)) as unknown as ArrayBuffer);
    const [summary, tasks, facts, ratings] = book.worksheets;
    const column = (sheet: ExcelJS.Worksheet | undefined, at: number) =>
      (sheet?.getColumn(at).values ?? []).slice(2).map((cell) => `${cell}`);
    const list = briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks));
    expect(column(tasks, 3)).toEqual(list.map(({ title }) => title[language]));
    expect(column(tasks, 6)).toEqual(
      list.map(({ id }) => detail.score?.tasks.find((result) => result.task === id)?.rating ?? ""),
    );
    expect(column(facts, 1)).toEqual(detail.facts.map(({ seq }) => `${seq}`));
    expect(column(ratings, 1)).toEqual([list.find(({ id }) => id === detail.ratings[0]?.task)?.title[language]]);
    expect(summary?.getCell("B2").value).toBe(compiled.scenario.title[language]);
    expect(summary?.getCell("B5").value).toBe(language === "zh" ? "完成" : "completed");
    expect(book.worksheets.map(({ name }) => name)).toEqual(
      language === "zh"
        ? ["概况", "关键任务", "事实记录", "人工评定"]
        : ["Summary", "Critical tasks", "Facts", "Human ratings"],
    );
    expect(leaked(exportCsv(detail, language))).toEqual([]);
    expect(leaked([tasks, facts, ratings].flatMap((sheet) => sheet?.getSheetValues() ?? []).join("|"))).toEqual([]);
  });

  test("laws are cited by their titles", () => {
    const csv = exportCsv(detailOf("late-report"), language);
    expect(csv).toContain(
      language === "zh" ? "生产安全事故报告和调查处理条例" : "Reporting and Investigating Work Safety Accidents",
    );
    expect(csv).not.toMatch(/cn-decree-\d+#/);
  });
});
