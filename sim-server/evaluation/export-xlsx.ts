// A scored run as a workbook: summary, tasks, facts and ratings on sheets of their own, with filters.
import ExcelJS from "exceljs";
import type { RunDetail } from "../protocol/api.ts";
import type { ScaledResult } from "../protocol/assessment.ts";
import { harmless } from "./export-csv.ts";
import { clock, HEADINGS, type TaskRow, taskRows } from "./scored-run.ts";
import { type Language, openTeller, outcomeWords } from "./told-fact.ts";

type Cell = string | number;

const WORDS = {
  zh: {
    sheets: { summary: "概况", tasks: "关键任务", facts: "事实记录", ratings: "人工评定" },
    summary: [
      "演练情景",
      "实施编号",
      "单位",
      "结局",
      "得分",
      "合格",
      "参演人员",
      "开始时间",
      "随机种子",
      "情景哈希",
      "日志哈希",
      "日志完整",
    ],
    facts: ["序号", "时间", "人员", "事实", "对象", "细节"],
    ratings: ["任务", "评定", "理由", "评定人", "时间"],
    yes: "是",
    no: "否",
  },
  en: {
    sheets: { summary: "Summary", tasks: "Critical tasks", facts: "Facts", ratings: "Human ratings" },
    summary: [
      "Scenario",
      "Run",
      "Unit",
      "Outcome",
      "Score",
      "Passed",
      "Players",
      "Started",
      "Seed",
      "Scenario hash",
      "Journal hash",
      "Journal intact",
    ],
    facts: ["No.", "Time", "By", "Fact", "Of", "Detail"],
    ratings: ["Task", "Rating", "Reason", "By", "At"],
    yes: "yes",
    no: "no",
  },
} as const;

export async function exportXlsx(
  detail: RunDetail,
  language: Language = "zh",
  scaled?: ScaledResult,
): Promise<Uint8Array> {
  const words = WORDS[language];
  const book = new ExcelJS.Workbook();
  book.creator = "Sandtable";
  const yes = (value: boolean): string => (value ? words.yes : words.no);
  const { row, score, briefing, journal } = detail;
  const tell = openTeller(briefing, language);
  const tasksTold = briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap(({ tasks }) => tasks));
  const titles = new Map(tasksTold.map(({ id, title }) => [id, title[language]]));
  const values: Cell[] = [
    row.title[language],
    row.runId,
    row.unit,
    outcomeWords(score?.outcome ?? row.outcome, language),
    score?.percent ?? "",
    score ? yes(score.passed) : "",
    row.people.join(language === "zh" ? "、" : ", "),
    row.startedAtMs === null ? "" : new Date(row.startedAtMs).toISOString(),
    briefing.seed,
    briefing.scenario.sha256,
    journal.head,
    yes(journal.intact),
  ];
  sheet(
    book,
    words.sheets.summary,
    ["", ""],
    [
      ...words.summary.map((label, at): Cell[] => [label, values[at] ?? ""]),
      ...(scaled ? [[scaled.scale.title[language], `${scaled.whole.mark} ${scaled.whole.title[language]}`]] : []),
    ],
    [18, 60],
  );
  const columns = Object.keys(HEADINGS[language]) as (keyof TaskRow)[];
  sheet(
    book,
    words.sheets.tasks,
    columns.map((column) => HEADINGS[language][column]),
    taskRows(detail, language, scaled).map((task) => columns.map((column) => task[column])),
    [18, 18, 36, 8, 8, 12, 12, 14, 30, 48, 28, 60, 16],
  );
  sheet(
    book,
    words.sheets.facts,
    words.facts,
    detail.facts.map((fact) => {
      const { by, kind, of, detail: more } = tell(fact);
      return [fact.seq, clock(fact.tick), by, kind, of, more];
    }),
    [8, 8, 18, 18, 36, 70],
  );
  sheet(
    book,
    words.sheets.ratings,
    words.ratings,
    detail.ratings.map((rating) => [
      titles.get(rating.task) ?? rating.task,
      rating.rating,
      rating.reason,
      rating.by,
      new Date(rating.atMs).toISOString(),
    ]),
    [28, 8, 50, 18, 24],
  );
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function sheet(
  book: ExcelJS.Workbook,
  name: string,
  head: readonly string[],
  rows: readonly Cell[][],
  widths: readonly number[],
): void {
  const page = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  page.columns = widths.map((width) => ({ width }));
  page.addRow([...head]).font = { bold: true };
  for (const row of rows) page.addRow(row.map((value) => (typeof value === "string" ? harmless(value) : value)));
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: head.length } };
  page.eachRow((row) => {
    row.alignment = { vertical: "top", wrapText: true };
  });
}
