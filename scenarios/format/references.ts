// Looks up every name a scenario uses: who sends to whom, where things stand, what a step works on.
import type { Task } from "./evaluation.ts";
import { HOT_ZONE, type NameKind, type Names, OUTSIDE, slots } from "./names.ts";
import { type Finding, finding, nearest, type Path } from "./problem.ts";
import type { Scenario } from "./scenario.ts";
import type { Step } from "./steps.ts";
import type { Change } from "./storyline.ts";

const WORDS: Partial<Record<NameKind, readonly [string, string]>> = {
  task: ["a critical task", "关键任务"],
  inject: ["an inject", "注入信息"],
  where: ["a room, place or prop of the stage", "场地中的房间、地点或设备"],
  place: ["a place of the stage", "场地中的地点（places）"],
  prop: ["a prop or door of the stage", "场地中的设备或门"],
  room: ["a room of the stage", "场地中的房间"],
  actor: ["a position or simulated person", "岗位或模拟人员"],
  slot: ["a position, simulated person or slot such as operator-1", "岗位、模拟人员或席位（如 operator-1）"],
  position: ["a position", "岗位"],
  message: ["a message", "消息"],
  report: ["a report", "报告"],
  hazard: ["a hazard", "危险源"],
  decision: ["a decision", "决策点"],
  probe: ["a probe", "态势测试题"],
  option: ["an option", "选项"],
};

/** Collects what is not declared anywhere. */
export function lookUpIn(names: Names) {
  const findings: Finding[] = [];
  function need(kind: NameKind, word: string | undefined, path: Path, also: readonly string[] = []): void {
    if (word === undefined || names.of[kind].has(word) || also.includes(word)) return;
    unknown(word, path, [...names.of[kind], ...also], WORDS[kind] ?? [`a ${kind}`, kind]);
  }
  function among(
    known: ReadonlySet<string> | readonly string[] | undefined,
    word: string,
    path: Path,
    of: readonly [string, string],
  ): void {
    if (known && ![...known].includes(word)) unknown(word, path, [...known], of);
  }
  function unknown(word: string, path: Path, known: readonly string[], [en, zh]: readonly [string, string]): void {
    const meant = nearest(word, known);
    const list = known.slice(0, 12).join(", ") || "none";
    findings.push(
      finding(
        path,
        `${word} is not ${en}; ${meant ? `did you mean ${meant}?` : `there are ${list}${known.length > 12 ? ", …" : ""}`}`,
        `“${word}”不是${zh}；${meant ? `是否应为 ${meant}？` : `可用的有 ${list}${known.length > 12 ? "……" : ""}。`}`,
      ),
    );
  }
  function kind(word: string, kinds: readonly string[], path: Path): void {
    const is = names.kinds.get(word);
    if (is === undefined || kinds.includes(is)) return;
    findings.push(
      finding(
        path,
        `${word} is a ${is}, but a ${kinds.join(" or ")} is needed here`,
        `${word} 是 ${is}，此处需要 ${kinds.join(" 或 ")}。`,
      ),
    );
  }
  function operate(prop: string, action: string, path: Path, actionPath: Path): void {
    need("prop", prop, path);
    const actions = names.actions.get(prop);
    among(actions, action, actionPath, [`something one can do with ${prop}`, `${prop} 的可用操作`]);
  }
  function steps(steps: readonly Step[], path: Path): void {
    for (const [index, step] of steps.entries()) stepOf(step, [...path, index]);
  }
  function stepOf(step: Step, path: Path): void {
    if ("go" in step) need("where", step.go, [...path, "go"]);
    else if ("operate" in step) operate(step.operate, step.action, [...path, "operate"], [...path, "action"]);
    else if ("check" in step) need("slot", step.check, [...path, "check"]);
    else if ("send" in step) {
      need("message", step.send, [...path, "send"]);
      need("slot", step.to, [...path, "to"], [...names.of.population]);
    } else if ("say" in step) need("slot", step.to, [...path, "to"], [...names.of.population]);
    else if ("report" in step) {
      need("report", step.report, [...path, "report"]);
      for (const [item, option] of Object.entries(step.items)) {
        const items = names.items.get(step.report);
        among(
          items && [...items.keys()],
          item,
          [...path, "items", item],
          [`an item of ${step.report}`, `${step.report} 的要素`],
        );
        among(items?.get(item), option, [...path, "items", item], [`an option of ${item}`, `${item} 的选项`]);
      }
    } else if ("decide" in step) {
      need("decision", step.decide, [...path, "decide"]);
      among(
        names.options.get(step.decide),
        step.option,
        [...path, "option"],
        [`an option of ${step.decide}`, `${step.decide} 的选项`],
      );
    } else if ("answer" in step) {
      need("probe", step.answer, [...path, "answer"]);
      among(
        names.options.get(step.answer),
        step.option,
        [...path, "option"],
        [`an option of ${step.answer}`, `${step.answer} 的选项`],
      );
    } else if ("follow" in step) need("slot", step.follow, [...path, "follow"]);
  }
  function changes(changes: readonly Change[], path: Path): void {
    for (const [index, change] of changes.entries()) {
      const at = [...path, index];
      if ("jam" in change) {
        need("prop", change.jam, [...at, "jam"]);
        kind(change.jam, ["valve"], [...at, "jam"]);
      } else if ("hazard" in change) need("hazard", change.hazard, [...at, "hazard"]);
      else if ("prop" in change) need("prop", change.prop, [...at, "prop"]);
      else if ("position" in change) need("position", change.position, [...at, "position"]);
    }
  }
  function all(kind: NameKind, words: readonly string[], path: Path, also: readonly string[] = []): void {
    for (const [index, word] of words.entries()) need(kind, word, [...path, index], also);
  }
  return { findings, need, among, kind, steps, changes, all };
}
export type Lookup = ReturnType<typeof lookUpIn>;

/** Everything a scenario names outside its conditions. */
export function references(scenario: Scenario, names: Names): Finding[] {
  const look = lookUpIn(names);
  const { stage } = scenario;
  for (const [name, item] of Object.entries(scenario.positions)) {
    look.need("place", item.at, ["positions", name, "at"]);
    for (const [index, behaviour] of item.behaviour.entries())
      look.steps(behaviour.do, ["positions", name, "behaviour", index, "do"]);
  }
  for (const [name, item] of Object.entries(scenario.simulated)) {
    look.need("place", item.at, ["simulated", name, "at"]);
    for (const [index, behaviour] of item.behaviour.entries())
      look.steps(behaviour.do, ["simulated", name, "behaviour", index, "do"]);
  }
  for (const [name, item] of Object.entries(scenario.populations))
    look.need("place", item.at, ["populations", name, "at"]);
  for (const [name, item] of Object.entries(scenario.messages)) {
    const path = ["messages", name];
    look.all("actor", item.from, [...path, "from"]);
    look.all("slot", item.to, [...path, "to"], [...names.of.population]);
    look.need("prop", item.at, [...path, "at"]);
    look.steps(item.do ?? [], [...path, "do"]);
  }
  for (const [name, item] of Object.entries(scenario.reports)) {
    look.all("actor", item.from, ["reports", name, "from"]);
    look.need("actor", item.to, ["reports", name, "to"]);
  }
  for (const [name, item] of Object.entries(scenario.hazards)) {
    look.need("prop", item.from, ["hazards", name, "from"]);
    look.kind(item.from, ["container"], ["hazards", name, "from"]);
    look.need("room", item.room, ["hazards", name, "room"], [OUTSIDE]);
    const substance = stage.props[item.from]?.substance;
    if (substance !== undefined)
      look.among(
        [substance],
        item.substance,
        ["hazards", name, "substance"],
        [`what ${item.from} holds`, `${item.from} 所装物质`],
      );
  }
  storyline(scenario, names, look);
  for (const [path, task] of tasksOf(scenario)) look.all("actor", task.by, [...path, "by"]);
  stageReferences(scenario, names, look);
  return look.findings;
}

function storyline(scenario: Scenario, names: Names, look: Lookup): void {
  const senders = [...names.of.population, "instructor", "system"];
  for (const [index, item] of scenario.msel.entries()) {
    const path = ["msel", index];
    look.need("actor", item.from, [...path, "from"], senders);
    look.all("slot", item.to, [...path, "to"]);
    look.changes(item.world, [...path, "world"]);
    for (const [at, expected] of item.expects.entries()) {
      look.need("actor", expected.by, [...path, "expects", at, "by"]);
      look.need("task", expected.task, [...path, "expects", at, "task"]);
    }
  }
  for (const [index, item] of scenario.events.entries()) look.changes(item.changes, ["events", index, "changes"]);
  for (const [index, item] of scenario.decisions.entries()) {
    look.all("slot", item.to, ["decisions", index, "to"]);
    for (const [at, option] of item.options.entries())
      look.changes(option.changes, ["decisions", index, "options", at, "changes"]);
  }
  for (const [index, item] of scenario.probes.entries()) look.all("slot", item.to, ["probes", index, "to"]);
}

function stageReferences({ stage }: Scenario, names: Names, look: Lookup): void {
  for (const [name, door] of Object.entries(stage.doors))
    look.all(
      "room",
      door.between.filter((room) => room !== HOT_ZONE),
      ["stage", "doors", name, "between"],
      [OUTSIDE],
    );
  for (const [name, prop] of Object.entries(stage.props)) {
    if (prop.of === undefined) continue;
    const path = ["stage", "props", name, "of"];
    if (prop.kind === "switch" && names.of.room.has(prop.of)) continue;
    if (prop.kind === "switch") look.need("room", prop.of, path);
    else look.need("prop", prop.of, path, [...names.of.room]);
    if (prop.kind === "valve" || prop.kind === "hoist") look.kind(prop.of, ["container"], path);
  }
}

/** Every critical task with its path. */
export function tasksOf(scenario: Pick<Scenario, "objectives">): [Path, Task][] {
  return scenario.objectives.flatMap((objective, o) =>
    objective.capabilities.flatMap((capability, c) =>
      capability.tasks.map((task, t): [Path, Task] => [["objectives", o, "capabilities", c, "tasks", t], task]),
    ),
  );
}

/** Which slots there are to play. */
export const slotsOf = (scenario: Scenario): string[] =>
  Object.entries(scenario.positions).flatMap(([name, position]) => slots(name, position));
