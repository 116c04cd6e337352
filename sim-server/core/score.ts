// The score: a pure function of scenario and facts; every point names the facts it rests on.
import type { Fact, FactKind } from "../../scenarios/format/facts.ts";
import type { Score, TaskResult } from "../protocol/api.ts";
import type { Rating, Text } from "../protocol/words.ts";
import type { Compiled, TaskPlan } from "./compile.ts";
import { type FactIndex, indexFacts } from "./fact-index.ts";
import { logEntry } from "./views/log.ts";

/** Share of a task's weight by rating; HSEEP's four words, with M still "performed". */
const SHARE: Readonly<Record<Rating, number>> = { P: 1, S: 0.8, M: 0.5, U: 0 };
const EVIDENCE_MOST = 12;

/** Judges every task over the facts and adds up. */
export function score(compiled: Compiled, facts: readonly Fact[]): Score {
  const index = indexFacts(facts);
  const last = facts.at(-1)?.tick ?? 0;
  compiled.conditions.read(last, index, null);
  const tasks = compiled.tasks.map((plan) => judge(plan, index));
  const weight = tasks.reduce((sum, task) => sum + task.maxPoints, 0);
  const earned = tasks.reduce((sum, task) => sum + task.points, 0);
  const violations = (index.byKind.get("violation-committed") ?? []).map((fact) => ({
    id: fact.of,
    tick: fact.tick,
    by: fact.by,
    points: Number(fact["points"]),
    critical: fact["critical"] === true,
  }));
  const deducted = violations.reduce((sum, violation) => sum + violation.points, 0);
  const percent =
    Math.round(Math.min(100, Math.max(0, (weight > 0 ? (earned / weight) * 100 : 0) + deducted)) * 10) / 10;
  const criticalFailed =
    violations.some((violation) => violation.critical) ||
    compiled.tasks.some((plan, at) => plan.task.critical && tasks[at]?.rating === "U");
  const { pass } = compiled.scenario;
  const outcome = String(index.byKind.get("run-ended")?.at(-1)?.["outcome"] ?? "unfinished");
  return {
    percent,
    passed: percent >= pass.percent && !(pass.unlessCritical && criticalFailed),
    outcome,
    tasks,
    capabilities: capabilities(compiled, tasks),
    violations,
    duties: Object.keys(compiled.scenario.duties).map((id) => duty(index, id)),
    probes: probes(index),
    scales: {
      percent,
      psmu: psmuOf(percent),
      cnFourGrade: percent >= 90 ? "优" : percent >= 80 ? "良" : percent >= 60 ? "中" : "差",
    },
  };
}

const psmuOf = (percent: number): Rating => (percent >= 90 ? "P" : percent >= 75 ? "S" : percent >= 50 ? "M" : "U");

function judge(plan: TaskPlan, index: FactIndex): TaskResult {
  const { task } = plan;
  const met = index.first.get(`task-met|${task.id}`);
  const overdue = index.first.get(`task-overdue|${task.id}`);
  const broken = index.first.get(`standing-broken|${task.id}`);
  const late = met?.["late"] === true;
  const earned = earnedShare(plan, index);
  const rating =
    earned !== null
      ? psmuOf(earned * 100)
      : plan.rating
        ? plan.rating.P() === true
          ? "P"
          : plan.rating.S?.() === true
            ? "S"
            : plan.rating.M?.() === true
              ? "M"
              : "U"
        : met
          ? late
            ? "M"
            : "P"
          : "U";
  const standard = task.standard[rating] ?? (rating === "U" ? task.standard.U : task.standard.P);
  return {
    task: task.id,
    capability: plan.capability,
    objective: plan.objective,
    rating,
    points: Math.round(task.weight * (earned ?? SHARE[rating]) * 100) / 100,
    maxPoints: task.weight,
    reason: reason(standard, met, overdue, broken),
    evidence: evidence(index, met, overdue, broken).map((fact) => logEntry(fact, index.all.indexOf(fact) + 1)),
  };
}

/** The share a finding, an agreement or a submitted plan earned last; null for a task that is met or not. */
function earnedShare({ task: { earns } }: TaskPlan, index: FactIndex): number | null {
  if (!earns) return null;
  const last = (kind: FactKind, of: string): Fact | undefined =>
    index.byKind.get(kind)?.findLast((fact) => fact.of === of);
  const fact =
    "finding" in earns
      ? last("finding-judged", earns.finding)
      : "negotiation" in earns
        ? last("negotiation-agreed", earns.negotiation)
        : last("plan-submitted", "plan");
  return Number(fact?.["share"] ?? 0);
}

function reason(standard: Text, met: Fact | undefined, overdue: Fact | undefined, broken: Fact | undefined): Text {
  const at = (fact: Fact): string => {
    const seconds = Math.floor(fact.tick / 10);
    return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
  };
  if (broken) return { zh: `${standard.zh}（${at(broken)} 未遵守）`, en: `${standard.en} (broken at ${at(broken)})` };
  if (met?.["late"] === true)
    return { zh: `${standard.zh}（${at(met)} 完成，超时）`, en: `${standard.en} (done at ${at(met)}, late)` };
  if (met) return { zh: `${standard.zh}（${at(met)} 完成）`, en: `${standard.en} (done at ${at(met)})` };
  if (overdue)
    return { zh: `${standard.zh}（${at(overdue)} 到期未完成）`, en: `${standard.en} (overdue at ${at(overdue)})` };
  return { zh: `${standard.zh}（未完成）`, en: `${standard.en} (not done)` };
}

/** The judging facts themselves and what people did just before them. */
function evidence(index: FactIndex, ...judging: (Fact | undefined)[]): Fact[] {
  const found: Fact[] = [];
  for (const fact of judging) {
    if (!fact) continue;
    const causes = index.all.filter(
      (other) =>
        other.tick <= fact.tick && other.tick > fact.tick - 20 && DEEDS.has(other.kind) && !found.includes(other),
    );
    found.push(...causes.slice(-EVIDENCE_MOST), fact);
  }
  return found;
}

const DEEDS = new Set<string>([
  "operated",
  "worn",
  "doffed",
  "buddy-checked",
  "inspected",
  "measured",
  "washed",
  "counted",
  "water-applied",
  "fire-attacked",
  "alarm-pressed",
  "said",
  "ordered",
  "refused",
  "report-sent",
  "decided",
  "decision-expired",
  "entered",
  "left",
  "leak-stopped",
  "leak-changed",
  "exposed",
  "condition-changed",
  "evacuation-ordered",
  "evacuation-finished",
  "probe-answered",
  "duty-met",
  "duty-expired",
]);

function capabilities(compiled: Compiled, tasks: readonly TaskResult[]): Score["capabilities"] {
  const ids = [...new Set(compiled.tasks.map((plan) => plan.capability))];
  return ids.map((id) => {
    const own = tasks.filter((task) => task.capability === id);
    const most = own.reduce((sum, task) => sum + task.maxPoints, 0);
    const earned = own.reduce((sum, task) => sum + task.points, 0);
    return { id, percent: most > 0 ? Math.round((earned / most) * 1000) / 10 : 0 };
  });
}

function duty(index: FactIndex, id: string): Score["duties"][number] {
  const met = index.first.get(`duty-met|${id}`);
  if (met) return { id, status: "met", seconds: Number(met["seconds"]) };
  if (index.first.has(`duty-expired|${id}`)) return { id, status: "expired", seconds: null };
  return { id, status: index.first.has(`duty-started|${id}`) ? "open" : "not-started", seconds: null };
}

function probes(index: FactIndex): Score["probes"] {
  return (index.byKind.get("probe-asked") ?? []).map((asked) => {
    const answer = (index.byKind.get("probe-answered") ?? []).find(
      (fact) => fact.of === asked.of && fact.by === asked.by,
    );
    return {
      id: asked.of,
      by: asked.by,
      level: Number(asked["level"]),
      right: answer ? answer["right"] === true : null,
      seconds: answer ? Number(answer["seconds"]) : null,
    };
  });
}
