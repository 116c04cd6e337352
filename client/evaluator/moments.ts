// The three moments that decided a run: the gravest first, then what cost or won most, in order of time.
import type { Score } from "../../sim-server/protocol/api.ts";
import type { LogEntry } from "../../sim-server/protocol/views.ts";

const COUNT = 3;
const APART_TICKS = 100;

function weightOf(entry: LogEntry, score: Score | null): number {
  const task = score?.tasks.find((one) => one.task === entry.of);
  switch (entry.kind) {
    case "condition-changed":
      return entry.detail["to"] === "dead" ? 100 : entry.detail["to"] === "collapsed" ? 90 : 0;
    case "violation-committed":
      return entry.detail["critical"] === true ? 95 : 60 + Math.abs(Number(entry.detail["points"] ?? 0)) / 5;
    case "leak-stopped":
      return 70;
    case "casualties-changed":
      return 55;
    case "leak-started":
      return 40;
    case "task-met":
      return 20 + (task?.maxPoints ?? 0);
    case "task-overdue":
      return 30 + (task?.maxPoints ?? 0);
    case "duty-expired":
      return 58;
    case "evacuation-ordered":
      return 35;
    default:
      return 0;
  }
}

/** Moments lie at least ten seconds apart, so that three pictures show three things. */
export function decidingMoments(facts: readonly LogEntry[], score: Score | null): readonly LogEntry[] {
  const ranked = facts
    .map((entry) => ({ entry, weight: weightOf(entry, score) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.entry.tick - b.entry.tick);
  const chosen: LogEntry[] = [];
  for (const { entry } of ranked) {
    if (chosen.length === COUNT) break;
    if (chosen.every((other) => Math.abs(other.tick - entry.tick) >= APART_TICKS)) chosen.push(entry);
  }
  return chosen.sort((a, b) => a.tick - b.tick);
}
