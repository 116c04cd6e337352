// What a table of a scored run holds: one row a task, with the automatic and the human rating side by side.
import type { HumanRating, RunDetail } from "../protocol/api.ts";
import type { ScaledResult } from "../protocol/assessment.ts";
import type { Text } from "../protocol/words.ts";
import { citedWords, type Language, openTeller } from "./told-fact.ts";

export type TaskRow = {
  objective: string;
  capability: string;
  task: string;
  weight: number;
  points: number;
  automatic: string;
  human: string;
  humanBy: string;
  humanReason: string;
  reason: string;
  law: string;
  evidence: string;
  /** The automatic rating as the chosen scale says it. */
  scaled: string;
};

export const clock = (tick: number): string => {
  const seconds = Math.floor(tick / 10);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
};

export function taskRows(detail: RunDetail, language: Language, scaled?: ScaledResult): TaskRow[] {
  const say = (text: Text): string => text[language];
  const tell = openTeller(detail.briefing, language);
  const results = new Map(detail.score?.tasks.map((result) => [result.task, result]));
  return detail.briefing.objectives.flatMap((objective) =>
    objective.capabilities.flatMap((capability) =>
      capability.tasks.map((task): TaskRow => {
        const result = results.get(task.id);
        const human = latest(detail.ratings, task.id);
        return {
          objective: say(objective.title),
          capability: say(capability.title),
          task: say(task.title),
          weight: task.weight,
          points: result?.points ?? 0,
          automatic: result?.rating ?? "",
          human: human?.rating ?? "",
          humanBy: human?.by ?? "",
          humanReason: human?.reason ?? "",
          reason: result ? say(result.reason) : "",
          law: citedWords(detail.briefing, task.cite, language),
          evidence: (result?.evidence ?? [])
            .map((fact) => {
              const told = tell(fact);
              return `${clock(fact.tick)} ${told.by} ${told.kind} ${told.of}`;
            })
            .join("; "),
          scaled: scaled?.tasks[task.id]?.mark ?? "",
        };
      }),
    ),
  );
}

const latest = (ratings: readonly HumanRating[], task: string): HumanRating | undefined =>
  ratings.filter((rating) => rating.task === task).at(-1);

export const HEADINGS: Readonly<Record<Language, Readonly<Record<keyof TaskRow, string>>>> = {
  zh: {
    objective: "演练目标",
    capability: "能力",
    task: "关键任务",
    weight: "权重",
    points: "得分",
    automatic: "自动评定",
    human: "人工评定",
    humanBy: "评定人",
    humanReason: "评定理由",
    reason: "判定说明",
    law: "依据",
    evidence: "证据",
    scaled: "按所选标准",
  },
  en: {
    objective: "Objective",
    capability: "Capability",
    task: "Critical task",
    weight: "Weight",
    points: "Points",
    automatic: "Automatic rating",
    human: "Human rating",
    humanBy: "Rated by",
    humanReason: "Reason given",
    reason: "Finding",
    law: "Law",
    evidence: "Evidence",
    scaled: "On the chosen scale",
  },
};
