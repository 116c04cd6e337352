// Deadlines can be kept: longer than the work takes, and over before the run is.
import { type Finding, finding, type Path } from "../format/problem.ts";
import { tasksOf } from "../format/references.ts";
import type { Scenario } from "../format/scenario.ts";
import { tree } from "./foresee.ts";
import type { Rule } from "./rule.ts";
import { pointOf, startPoints } from "./stage-ways.ts";

const WALK_MPS = 1.5;

export const impossibleDeadline: Rule = {
  id: "impossible-deadline",
  sentence: {
    zh: "时限可以做到：长于所需工作时间，且在演练结束之前到期。",
    en: "Deadlines can be kept: they leave time for the work and fall within the run.",
  },
  check: (scenario, { possible: { limitS } }) => [
    ...tasks(scenario, limitS),
    ...storyline(scenario, limitS),
    ...Object.entries(scenario.duties).flatMap(([id, duty]) => zero(duty.deadline, ["duties", id, "deadline"])),
  ],
};

const clock = (seconds: number): string =>
  seconds >= 60 ? `${Math.round((seconds / 60) * 10) / 10} min` : `${Math.round(seconds)} s`;

const zero = (seconds: number | undefined, path: Path): Finding[] =>
  seconds === 0
    ? [finding(path, "nobody can act in no time; give at least some seconds", "时限为零，谁也来不及；请至少给几秒钟。")]
    : [];

const late = (seconds: number | undefined, limitS: number, path: Path): Finding[] =>
  seconds !== undefined && seconds > limitS
    ? [
        finding(
          path,
          `this falls ${clock(seconds)} into a run that ends after ${clock(limitS)}; bring it forward or lengthen the run`,
          `此处为 ${clock(seconds)}，而演练 ${clock(limitS)} 即结束；请提前，或延长演练。`,
        ),
      ]
    : [];

function tasks(scenario: Scenario, limitS: number): Finding[] {
  return tasksOf(scenario).flatMap(([path, task]) => {
    if (task.within === undefined) return [];
    const at = [...path, "within"];
    const least = leastWorkS(scenario, task.met, task.by, task.starts === undefined);
    const short =
      least > task.within && task.within > 0
        ? [
            finding(
              at,
              `the work alone takes ${clock(least)} (the walk at 1.5 m/s and the handling), more than the ${clock(task.within)} allowed`,
              `仅行走（1.5 m/s）和操作就需 ${clock(least)}，超过规定的 ${clock(task.within)}。`,
            ),
          ]
        : [];
    return [...zero(task.within, at), ...late(task.within, limitS, at), ...short];
  });
}

function storyline(scenario: Scenario, limitS: number): Finding[] {
  const triggers = [
    ...scenario.msel.map((one, i) => [["msel", i, "trigger"], one.trigger] as const),
    ...scenario.events.map((one, i) => [["events", i, "trigger"], one.trigger] as const),
    ...scenario.decisions.map((one, i) => [["decisions", i, "trigger"], one.trigger] as const),
    ...scenario.probes.map((one, i) => [["probes", i, "trigger"], one.trigger] as const),
  ];
  return [
    ...triggers.flatMap(([path, { at, delay = 0 }]) =>
      late(at === undefined ? undefined : at + delay, limitS, [...path, "at"]),
    ),
    ...scenario.msel.flatMap((inject, i) =>
      inject.expects.flatMap(({ within }, e) => {
        const path = ["msel", i, "expects", e, "within"];
        const { at, delay = 0 } = inject.trigger;
        return [...zero(within, path), ...late((at === undefined ? 0 : at + delay) + within, limitS, path)];
      }),
    ),
    ...scenario.decisions.flatMap(({ within }, i) => [
      ...zero(within, ["decisions", i, "within"]),
      ...late(within, limitS, ["decisions", i, "within"]),
    ]),
    ...scenario.probes.flatMap(({ within }, i) => zero(within, ["probes", i, "within"])),
    ...Object.entries(scenario.hazards).flatMap(([id, { starts }]) => late(starts, limitS, ["hazards", id, "starts"])),
  ];
}

/** The least time the acts a condition cannot do without take: the walk if nobody can have set out before, and the work. */
function leastWorkS(scenario: Scenario, met: string, by: readonly string[], fromStart: boolean): number {
  const starts = startPoints(scenario, by);
  return needed(tree(met)).reduce((most, prop) => {
    const at = pointOf(scenario.stage, prop);
    const about = scenario.stage.props[prop];
    if (!at || !about || starts.length === 0) return most;
    const walks = starts.map((from) => Math.max(0, Math.hypot(from.x - at.x, from.y - at.y) - about.reachM) / WALK_MPS);
    return Math.max(most, about.workS + (fromStart ? Math.min(...walks) : 0));
  }, 0);
}

/** Props that must be operated for a condition to hold: those named in its outermost && chain. */
function needed(expr: ReturnType<typeof tree>): string[] {
  if (expr?.exprKind.case !== "callExpr") return [];
  const { function: name, args } = expr.exprKind.value;
  if (name === "_&&_") return args.flatMap((arg) => needed(arg));
  const first = args[0]?.exprKind;
  if (name !== "operated" || first?.case !== "constExpr") return [];
  return first.value.constantKind.case === "stringValue" ? [first.value.constantKind.value] : [];
}
