// A run as tables of plain cells: the one source of both the flat file and the workbook.
import type { RunDetail } from "../protocol/api.ts";

export type Cell = string | number | boolean | null;
export type Table = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly Cell[][] };

export function tablesOf(detail: RunDetail): Table[] {
  return [summary(detail), tasks(detail), facts(detail), ratings(detail)];
}

/** Seconds of exercise time to a tenth. */
const seconds = (tick: number): number => tick / 10;
const iso = (ms: number | null): string => (ms === null ? "" : new Date(ms).toISOString());

function summary({ row, score, briefing, journal }: RunDetail): Table {
  const pairs: [string, Cell][] = [
    ["run", row.runId],
    ["scenario", row.scenario],
    ["version", briefing.scenario.version],
    ["title zh", row.title.zh],
    ["title en", row.title.en],
    ["unit", row.unit],
    ["created by", row.createdBy],
    ["created at", iso(row.createdAtMs)],
    ["started at", iso(row.startedAtMs)],
    ["ended at", iso(row.endedAtMs)],
    ["state", row.state],
    ["outcome", row.outcome],
    ["percent", score?.percent ?? null],
    ["passed", score?.passed ?? null],
    ["grade (P/S/M/U)", score?.scales.psmu ?? null],
    ["等级", score?.scales.cnFourGrade ?? null],
    ["people", row.people.join(" ")],
    ["seed", briefing.seed],
    ["scenario sha-256", briefing.scenario.sha256],
    ["journal entries", journal.entries],
    ["journal head", journal.head],
    ["journal intact", journal.intact],
    ...(score?.violations ?? []).map((one): [string, Cell] => [
      `violation ${one.id}`,
      `${one.by} at ${seconds(one.tick)} s: ${one.points}`,
    ]),
    ...(score?.duties ?? []).map((one): [string, Cell] => [`duty ${one.id}`, one.status]),
  ];
  return { name: "summary", head: ["what", "value"], rows: pairs };
}

function tasks({ score, briefing, ratings }: RunDetail): Table {
  const titles = new Map(
    briefing.objectives.flatMap((objective) =>
      objective.capabilities.flatMap((capability) => capability.tasks.map((task) => [task.id, task.title] as const)),
    ),
  );
  return {
    name: "tasks",
    head: [
      "objective",
      "capability",
      "task",
      "title zh",
      "title en",
      "rating",
      "points",
      "of",
      "reason zh",
      "reason en",
      "evidence",
      "rated by people",
    ],
    rows: (score?.tasks ?? []).map((task) => [
      task.objective,
      task.capability,
      task.task,
      titles.get(task.task)?.zh ?? "",
      titles.get(task.task)?.en ?? "",
      task.rating,
      task.points,
      task.maxPoints,
      task.reason.zh,
      task.reason.en,
      task.evidence.map(({ seq }) => seq).join(" "),
      ratings
        .filter((one) => one.task === task.task)
        .map((one) => `${one.rating} (${one.by})`)
        .join("; "),
    ]),
  };
}

function facts({ facts: log }: RunDetail): Table {
  return {
    name: "facts",
    head: ["number", "time s", "by", "kind", "of", "detail"],
    rows: log.map(({ seq, tick, by, kind, of, detail }) => [seq, seconds(tick), by, kind, of, JSON.stringify(detail)]),
  };
}

function ratings({ ratings: given }: RunDetail): Table {
  return {
    name: "ratings",
    head: ["number", "task", "rating", "reason", "by", "at"],
    rows: given.map(({ id, task, rating, reason, by, atMs }) => [id, task, rating, reason, by, iso(atMs)]),
  };
}
