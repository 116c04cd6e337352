import { join } from "node:path";
import { expect, test } from "vitest";
import { readScenarioFiles } from "../format/load.ts";
import { loadLaws } from "../format/load-law.ts";
import { checkScenario } from "./check.ts";

const template = readScenarioFiles(join(import.meta.dirname, "../template"));
const laws = loadLaws();

type Variant = readonly [rule: string, path: string, file: "scenario.yaml" | "stage.yaml", find: string, write: string];

/** The ways to break a rule beyond its sample, each a change of one line of the template. */
const VARIANTS: readonly Variant[] = [
  ["stage-geometry", "rooms.store", "stage.yaml", "x: [-16, -10]\n    y: [8, 14]", "x: [-16, 1]\n    y: [5, 14]"],
  ["stage-geometry", "doors.store-door.between", "stage.yaml", "between: [store, outdoors]", "between: [store, store]"],
  ["stage-geometry", "doors.store-door.heightM", "stage.yaml", "widthM: 1.8", "widthM: 1.8\n    heightM: 5"],
  ["stage-geometry", "doors.store-door.at", "stage.yaml", "widthM: 1.8", "widthM: 7"],
  ["stage-geometry", "rooms.store", "stage.yaml", "bounds: { x: [-30, 30]", "bounds: { x: [-30, 5]"],
  [
    "unreachable-prop",
    "props.headcount-board.at",
    "stage.yaml",
    "at: { x: -22, y: 17, z: 1.5 }",
    "at: { x: -50, y: 17, z: 1.5 }",
  ],
  [
    "unreachable-prop",
    "props.alarm-button.at",
    "stage.yaml",
    "at: { x: -10.2, y: 11, z: 1.4 }",
    "at: { x: -10.2, y: 11, z: 2.8 }",
  ],
  [
    "unreachable-prop",
    "props.alarm-button.at",
    "stage.yaml",
    "at: { x: -10.2, y: 11, z: 1.4 }",
    "at: { x: -10, y: 11, z: 1.4 }",
  ],
  ["unreachable-prop", "props.alarm-button.faces", "stage.yaml", "faces: 270", "faces: 90"],
  ["parameter-range", "parameters.wind-speed.min", "scenario.yaml", "    min: 1\n", "    min: 9\n"],
  ["parameter-range", "parameters.wind-speed", "scenario.yaml", "    max: 6\n", "    max: 60\n"],
  ["impossible-deadline", "msel.0.trigger.at", "scenario.yaml", "trigger: { at: 4m }", "trigger: { at: 40m }"],
  ["impossible-deadline", "msel.0.expects.0.within", "scenario.yaml", "within: 3m }]", "within: 9m }]"],
  ["impossible-deadline", "decisions.0.within", "scenario.yaml", "within: 60s", "within: 0s"],
  [
    "impossible-deadline",
    "objectives.1.capabilities.0.tasks.0.within",
    "scenario.yaml",
    "            met: operated('valve-1', 'close')\n",
    "            met: operated('valve-1', 'close')\n            within: 40s\n",
  ],
  [
    "impossible-expectation",
    "msel.0.expects.0.by",
    "scenario.yaml",
    "{ by: shift-leader, task: protect-village",
    "{ by: operator, task: protect-village",
  ],
  [
    "unreachable",
    "end.0.when",
    "scenario.yaml",
    "  - when: met('close-valve') &&",
    "  - when: elapsed > minutes(40) && met('close-valve') &&",
  ],
  [
    "unreachable",
    "phases.1",
    "scenario.yaml",
    "until: met('raise-alarm') || elapsed > minutes(4) }",
    "until: happened('washed') }",
  ],
  [
    "unreachable",
    "populations.villagers.evacuation.ordered",
    "scenario.yaml",
    "ordered: sent('evacuate-village')",
    "ordered: happened('measured')",
  ],
  [
    "unreachable",
    "messages.evacuate-village",
    "scenario.yaml",
    "    from: [shift-leader]\n    to: [county-bureau]",
    "    from: [county-bureau]\n    to: [shift-leader]",
  ],
  [
    "unreachable",
    "objectives.1.capabilities.1.tasks.0.met",
    "scenario.yaml",
    "f.of == 'first-report'",
    "f.of == 'last-report'",
  ],
  [
    "unreachable",
    "violations.0.when",
    "scenario.yaml",
    "when: entries('store')",
    "when: windSpeedMps > 9.0 && entries('store')",
  ],
  [
    "unreachable",
    "violations.0.when",
    "scenario.yaml",
    "when: entries('store')",
    "when: accidentLevel == 'huge' && entries('store')",
  ],
  [
    "unreachable",
    "positions.operator.behaviour.0.when",
    "scenario.yaml",
    "when: facts('alarm-raised')",
    "when: happened('washed') && facts('alarm-raised')",
  ],
  ["unreachable", "violations.0.when", "scenario.yaml", "(e.suit != 'A' || !e.scba)", "e.by == 'operator'"],
  ["unreachable", "violations.0.when", "scenario.yaml", "(e.suit != 'A' || !e.scba)", "e.suit == 'B'"],
  ["no-right-answer", "decisions.0.options", "scenario.yaml", "judgement: right", "judgement: wrong"],
  ["unknown-law", "law.0", "scenario.yaml", "law: [cn-decree-493@", "law: [cn-decree-439@"],
  ["superseded-law", "law.0", "scenario.yaml", "cn-decree-493@2007-06-01", "cn-decree-493@2006-06-01"],
  ["superseded-law", "law.0", "scenario.yaml", "law: [cn", "law: [cn-decree-708@2019-04-01, cn"],
  [
    "superseded-law",
    "decisions.0.cite",
    "scenario.yaml",
    "cite: erg-2024#124-water",
    "cite: cl2-practice#no-direct-water",
  ],

  [
    "task-without-citation",
    "violations.0",
    "scenario.yaml",
    "    cite: [erg-2024#124-protect]\n    critical: true\n",
    "",
  ],
  ["unknown-reference", "positions.operator.at", "scenario.yaml", "at: gate", "at: control-room"],
  ["unknown-reference", "hazards.leak.from", "scenario.yaml", "from: container-1", "from: valve-1"],
  ["unknown-reference", "hazards.leak.substance", "scenario.yaml", "substance: chlorine", "substance: ammonia"],
  [
    "unknown-reference",
    "reports.first-report.to",
    "scenario.yaml",
    "to: county-bureau\n    items",
    "to: province\n    items",
  ],
  ["unknown-reference", "violations.0.when", "scenario.yaml", "entries('store')", "entries('stores')"],
  ["unknown-reference", "props.valve-1.of", "stage.yaml", "of: container-1", "of: gas-head-1"],
];

test.each(VARIANTS)("%s is told of at %s", (rule, path, file, find, write) => {
  const source = template.get(file) ?? "";
  expect(source.split(find)).toHaveLength(2);
  const problems = checkScenario(new Map([...template, [file, source.replace(find, () => write)]]), laws);
  expect(problems.filter((problem) => problem.rule === rule).map((problem) => problem.path)).toContain(path);
});
