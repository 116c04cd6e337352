// Looks up every name a scenario uses: who sends to whom, where things stand, what a step works on.
import type { Task } from "./evaluation.ts";
import { fireReferences } from "./fire-references.ts";
import { type Lookup, lookUpIn } from "./lookup.ts";
import { HOT_ZONE, type Names, OUTSIDE, slots } from "./names.ts";
import type { Finding, Path } from "./problem.ts";
import type { Scenario } from "./scenario.ts";

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
  for (const [index, item] of scenario.air.entries()) {
    look.need("room", item.room, ["air", index, "room"]);
    look.need("prop", item.from, ["air", index, "from"]);
  }
  fireReferences(scenario, look);
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
    look.need("prop", prop.fedBy, ["stage", "props", name, "fedBy"]);
    if (prop.fedBy !== undefined) look.kind(prop.fedBy, ["valve"], ["stage", "props", name, "fedBy"]);
    if (prop.of === undefined) continue;
    const path = ["stage", "props", name, "of"];
    if ((prop.kind === "switch" || prop.kind === "hatch") && names.of.room.has(prop.of)) continue;
    if (prop.kind === "switch" || prop.kind === "hatch") look.need("room", prop.of, path);
    else look.need("prop", prop.of, path, [...names.of.room]);
    if (prop.kind === "hoist") look.kind(prop.of, ["container"], path);
    if (prop.kind === "valve") look.kind(prop.of, ["container", "cylinder", "scenery"], path);
    if (prop.kind === "ladder" || prop.kind === "tripod") look.kind(prop.of, ["hatch"], path);
    if (prop.kind === "line") look.kind(prop.of, ["tripod"], path);
    if (prop.kind === "appliance") look.kind(prop.of, ["switch"], path);
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
