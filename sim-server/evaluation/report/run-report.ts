// The after-action report of one run: HSEEP's outline in English, that of AQ/T 9009 in Chinese, all from the record.
import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { RunDetail } from "../../protocol/api.ts";
import type { PlanItem } from "../../protocol/improvement.ts";
import type { LogEntry } from "../../protocol/views.ts";
import { clock } from "../scored-run.ts";
import { type Language, openTeller, outcomeWords } from "../told-fact.ts";
import { bars, lanes } from "./chart-svg.ts";
import { DANGER, facts, heading, list, printed, QUIET, SAFE, table } from "./page.ts";
import { RUN_WORDS } from "./words.ts";

export type RunReportData = { readonly detail: RunDetail; readonly plan: readonly PlanItem[] };

const TICKS_PER_MINUTE = 600;

export function runReport({ detail, plan }: RunReportData, language: Language): Promise<Uint8Array> {
  const words = RUN_WORDS[language];
  const { row, briefing, journal } = detail;
  const title = `${row.title[language]} · ${words.title}`;
  const content: Content[] = [
    { text: words.title, style: "title" },
    { text: row.title[language], style: "subtitle" },
    heading(words.basics),
    facts(basics(detail, language)),
    heading(words.method),
    { text: words.methodText },
    heading(words.course),
    ...course(detail, language),
    heading(words.analysis),
    ...analysis(detail, language),
    heading(words.strengths),
    list(judged(detail, language, ["P"]), words.none),
    heading(words.improvements),
    list(problems(detail, language), words.none),
    heading(words.plan),
    planTable(plan, language),
    heading(words.verdict),
    ...verdict(detail, language),
    heading(words.record),
    {
      text: journal.intact ? words.intact.replace("{n}", String(journal.entries)) : words.broken,
      color: journal.intact ? SAFE : DANGER,
    },
    { text: journal.head, style: "quiet" },
    { text: `${briefing.scenario.id} ${briefing.scenario.version} · ${words.seed} ${briefing.seed}`, style: "quiet" },
    signatures(words.sign),
  ];
  return printed({ title, subject: row.runId, footer: `Sandtable · ${row.unit} · ${row.runId}`, content }, language);
}

function basics({ row, briefing, facts: log, score }: RunDetail, language: Language): [string, string][] {
  const { names, comma, passed, failed } = RUN_WORDS[language];
  const settings = briefing.settings.map(({ title, value, unit }) => `${title[language]} ${value} ${unit}`.trim());
  return [
    [names.scenario, `${row.title[language]} (${briefing.scenario.version})`],
    [names.unit, row.unit],
    [names.by, row.createdBy],
    [names.started, row.startedAtMs === null ? "" : dayAndTime(row.startedAtMs)],
    [names.lasted, clock(log.at(-1)?.tick ?? 0)],
    [names.people, row.people.join(comma)],
    [names.settings, settings.join(comma)],
    [names.outcome, outcomeWords(score?.outcome ?? row.outcome, language)],
    [names.score, score ? `${score.percent} % · ${score.scales.psmu} · ${score.scales.cnFourGrade}` : ""],
    [names.verdict, score ? (score.passed ? passed : failed) : ""],
  ];
}

/** The server's own clock; reports are read where it stands. */
export const dayAndTime = (ms: number): string => {
  const at = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
};

const LANES: readonly (readonly string[])[] = [
  ["inject-released", "event-happened"],
  ["said", "ordered", "report-sent", "decided"],
  [
    "operated",
    "worn",
    "doffed",
    "buddy-checked",
    "inspected",
    "measured",
    "washed",
    "counted",
    "alarm-pressed",
    "water-applied",
    "fire-attacked",
  ],
  ["task-met", "task-overdue", "duty-met", "duty-expired"],
  ["violation-committed", "standing-broken", "condition-changed", "casualties-changed"],
];
const STORY = new Set([
  ...(LANES[0] ?? []),
  ...(LANES[3] ?? []),
  ...(LANES[4] ?? []),
  "report-sent",
  "ordered",
  "decided",
  "leak-stopped",
  "leak-started",
  "evacuation-ordered",
  "run-started",
  "run-ended",
]);
const STORY_MOST = 70;

function course({ facts: log, briefing }: RunDetail, language: Language): Content[] {
  const tell = openTeller(briefing, language);
  const dots = log.flatMap((fact) => {
    const lane = LANES.findIndex((kinds) => kinds.includes(fact.kind));
    return lane < 0 ? [] : [{ minute: fact.tick / TICKS_PER_MINUTE, lane, good: goodness(fact) }];
  });
  const story = log.filter(({ kind }) => STORY.has(kind)).slice(0, STORY_MOST);
  return [
    lanes(RUN_WORDS[language].lanes, dots, (log.at(-1)?.tick ?? 0) / TICKS_PER_MINUTE),
    table(
      [36, 70, 80, "*"],
      [],
      story.map((fact): TableCell[] => {
        const { by, kind, of } = tell(fact);
        return [{ text: clock(fact.tick), color: QUIET }, by, kind, of];
      }),
    ),
  ];
}

function goodness({ kind, detail }: LogEntry): boolean | null {
  if (
    [
      "task-overdue",
      "duty-expired",
      "violation-committed",
      "standing-broken",
      "condition-changed",
      "casualties-changed",
    ].includes(kind)
  )
    return false;
  if (kind === "task-met" || kind === "duty-met") return detail["late"] !== true;
  if (kind === "decided") return detail["judgement"] !== "wrong";
  return null;
}

function analysis({ briefing, score, ratings }: RunDetail, language: Language): Content[] {
  if (!score) return [];
  const words = RUN_WORDS[language];
  const capabilities = briefing.objectives.flatMap((one) => one.capabilities);
  const percents = new Map(score.capabilities.map(({ id, percent }) => [id, percent]));
  const results = new Map(score.tasks.map((result) => [result.task, result]));
  return [
    bars(capabilities.map(({ id, title }) => ({ name: title[language], percent: percents.get(id) ?? 0 }))),
    ...capabilities.map(({ title, tasks }): Content => {
      const rows = tasks.map((task): TableCell[] => {
        const result = results.get(task.id);
        const human = ratings.filter((rating) => rating.task === task.id);
        return [
          `${task.critical ? "★ " : ""}${task.title[language]}`,
          result
            ? {
                text: `${result.rating} ${words.ratings[result.rating]}`,
                color: result.rating === "U" ? DANGER : result.rating === "P" ? SAFE : "#8a5f00",
              }
            : "",
          human.map(({ rating, by }) => `${rating} ${by}`).join("\n"),
          result ? result.reason[language] : "",
          { text: basisOf(briefing, task.cite, language), style: "quiet" },
        ];
      });
      return {
        stack: [
          { text: title[language], style: "h2", headlineLevel: 2 },
          table([120, 52, 52, "*", 110], words.tasks, rows),
        ],
      };
    }),
  ];
}

/** Laws by title, with the article where it has a number; each once. */
function basisOf({ citations }: RunDetail["briefing"], cites: readonly string[], language: Language): string {
  const named = cites.map((cite) => {
    const found = citations[cite];
    if (!found) return cite;
    if (!/^\d/.test(found.article)) return found.law[language];
    return `${found.law[language]} ${language === "zh" ? `第 ${found.article} 条` : `art. ${found.article}`}`;
  });
  return [...new Set(named)].join(language === "zh" ? "；" : "; ");
}

function judged({ briefing, score }: RunDetail, language: Language, ratings: readonly string[]): string[] {
  const tasks = briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks));
  return (score?.tasks ?? [])
    .filter(({ rating }) => ratings.includes(rating))
    .sort((a, b) => b.maxPoints - a.maxPoints)
    .map(({ task, reason }) => {
      const title = tasks.find(({ id }) => id === task)?.title[language] ?? task;
      return `${title}${RUN_WORDS[language].colon}${reason[language]}`;
    });
}

function problems(detail: RunDetail, language: Language): string[] {
  const words = RUN_WORDS[language];
  const { briefing, score } = detail;
  const violations = (score?.violations ?? []).map(({ id, tick, points }) => {
    const text = briefing.violations.find((one) => one.id === id)?.text[language] ?? id;
    return `${words.violations}${words.colon}${clock(tick)} ${text} (${points})`;
  });
  const duties = (score?.duties ?? [])
    .filter(({ status }) => status === "expired" || status === "open")
    .map(({ id, status }) => {
      const text = briefing.duties.find((one) => one.id === id)?.text[language] ?? id;
      return `${words.duties}${words.colon}${text} (${words.dutyState[status]})`;
    });
  return [...violations, ...duties, ...judged(detail, language, ["U", "M", "S"])];
}

function planTable(plan: readonly PlanItem[], language: Language): Content {
  const words = RUN_WORDS[language];
  const rows = plan
    .filter(({ state }) => state !== "dropped")
    .map(({ finding, action, owner, dueOn, state }): TableCell[] => [
      finding,
      action,
      owner || "________",
      dueOn ?? "________",
      words.states[state],
    ]);
  if (rows.length === 0) return { text: words.none, style: "quiet" };
  return table(["*", "*", 62, 58, 42], words.planHead, rows);
}

function verdict({ score, briefing }: RunDetail, language: Language): Content[] {
  const words = RUN_WORDS[language];
  if (!score) return [];
  const line = `${score.percent} % · ${score.scales.psmu} ${words.ratings[score.scales.psmu]} · ${score.scales.cnFourGrade} · ${score.passed ? words.passed : words.failed}`;
  return [
    { text: line, bold: true, fontSize: 12, color: score.passed ? SAFE : DANGER },
    ...(briefing.debrief.length === 0
      ? []
      : [{ text: words.debrief, style: "h2" }, { ol: briefing.debrief.map((question) => question[language]) }]),
  ];
}

const signatures = (names: readonly string[]): Content => ({
  columns: names.map((name) => ({ stack: [{ text: "\n\n____________________" }, { text: name, style: "quiet" }] })),
  margin: [0, 18, 0, 0],
  unbreakable: true,
});
