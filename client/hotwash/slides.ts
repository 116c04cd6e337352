// What the classroom screen shows after a run, page by page: a pure function of the run, its plan and the language.
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import type { PlanItem } from "../../sim-server/protocol/improvement.ts";
import type { Text } from "../../sim-server/protocol/words.ts";

export type Line = { readonly text: string; readonly aside: string; readonly tone: "good" | "bad" | "plain" };
export type Slide =
  | { readonly kind: "title" }
  | { readonly kind: "bars"; readonly rows: readonly { readonly name: string; readonly percent: number }[] }
  | { readonly kind: "strengths" | "problems" | "questions" | "actions"; readonly lines: readonly Line[] };

/** As many as can be read from the last row. */
const LINES_MOST = 5;

export function slidesOf(
  { briefing, score }: RunDetail,
  plan: readonly PlanItem[],
  text: (text: Text) => string,
  actionAside: (item: PlanItem) => string,
): readonly Slide[] {
  if (!score) return [{ kind: "title" }];
  const capabilities = briefing.objectives.flatMap((one) => one.capabilities);
  const tasks = new Map(capabilities.flatMap((one) => one.tasks).map((task) => [task.id, task]));
  const told = (rating: readonly string[], tone: Line["tone"]): Line[] =>
    score.tasks
      .filter((task) => rating.includes(task.rating))
      .sort((a, b) => b.maxPoints - a.maxPoints)
      .map((result) => {
        const task = tasks.get(result.task);
        return { text: task ? text(task.title) : result.task, aside: text(result.reason), tone };
      });
  const violations = score.violations.map(({ id, points }): Line => {
    const known = briefing.violations.find((one) => one.id === id);
    return { text: known ? text(known.text) : id, aside: `${points}`, tone: "bad" };
  });
  const percents = new Map(score.capabilities.map(({ id, percent }) => [id, percent]));
  const actions = plan
    .filter(({ state }) => state !== "dropped")
    .map(
      (item): Line => ({
        text: item.action === "" ? item.finding : item.action,
        aside: actionAside(item),
        tone: "plain",
      }),
    );
  const pages: readonly Slide[] = [
    { kind: "title" },
    {
      kind: "bars",
      rows: capabilities.map(({ id, title }) => ({ name: text(title), percent: percents.get(id) ?? 0 })),
    },
    { kind: "strengths", lines: told(["P"], "good").slice(0, LINES_MOST) },
    { kind: "problems", lines: [...violations, ...told(["U", "M"], "bad")].slice(0, LINES_MOST) },
    ...briefing.debrief
      .slice(0, LINES_MOST)
      .map((question): Slide => ({ kind: "questions", lines: [{ text: text(question), aside: "", tone: "plain" }] })),
    { kind: "actions", lines: actions.slice(0, LINES_MOST) },
  ];
  return pages;
}
