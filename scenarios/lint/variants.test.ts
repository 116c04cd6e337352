import { join } from "node:path";
import { expect, test } from "vitest";
import { readScenarioFiles } from "../format/load.ts";
import { loadLaws } from "../format/load-law.ts";
import { checkScenario } from "./check.ts";

const template = readScenarioFiles(join(import.meta.dirname, "../template"));
const laws = loadLaws();

type Variant = readonly [path: string, find: string, write: string];

/** The ways to break a rule beyond its sample, each a change of one place in the template. */
const VARIANTS: Readonly<Record<string, readonly Variant[]>> = {
  "duplicate-id": [
    ["decisions.0.options.1", "      - id: allow\n", "      - id: refuse\n"],
    ["reports.first-report.items.1", "      - id: casualties\n", "      - id: unit\n"],
    ["reports.first-report.items.0.options.1", "{ id: vague,", "{ id: named,"],
    ["probes.0.options.1", "{ id: not-downwind,", "{ id: yes-downwind,"],
    ["msel.1", "inject: wind-turns", "inject: villager-call"],
    ["phases.1", "{ id: control,", "{ id: alarm,"],
    ["objectives.1.capabilities.1", "      - id: reporting\n", "      - id: isolation\n"],
  ],
  "stage-geometry": [
    ["rooms.store", "x: [-16, -10]\n    y: [8, 14]", "x: [-16, 1]\n    y: [5, 14]"],
    ["doors.store-door.between", "between: [store, outdoors]", "between: [store, store]"],
    ["doors.store-door.heightM", "widthM: 1.8", "widthM: 1.8\n    heightM: 5"],
    ["doors.store-door.at", "widthM: 1.8", "widthM: 7"],
    ["rooms.store", "bounds: { x: [-30, 30]", "bounds: { x: [-30, 5]"],
  ],
  "unreachable-prop": [
    ["props.headcount-board.at", "at: { x: -22, y: 17, z: 1.5 }", "at: { x: -50, y: 17, z: 1.5 }"],
    ["props.alarm-button.at", "at: { x: -10.2, y: 11, z: 1.4 }", "at: { x: -10.2, y: 11, z: 2.8 }"],
    ["props.alarm-button.at", "at: { x: -10.2, y: 11, z: 1.4 }", "at: { x: -10, y: 11, z: 1.4 }"],
    ["props.alarm-button.faces", "faces: 270", "faces: 90"],
  ],
  "parameter-range": [
    ["parameters.wind-speed.min", "    min: 1\n", "    min: 9\n"],
    ["parameters.wind-speed", "    max: 6\n", "    max: 60\n"],
  ],
  "impossible-deadline": [
    ["msel.0.trigger.at", "trigger: { at: 4m }", "trigger: { at: 40m }"],
    ["msel.0.expects.0.within", "within: 3m }]", "within: 9m }]"],
    ["decisions.0.within", "within: 60s", "within: 0s"],
    [
      "objectives.1.capabilities.0.tasks.0.within",
      "            met: operated('valve-1', 'close')\n",
      "            met: operated('valve-1', 'close')\n            within: 40s\n",
    ],
  ],
  "impossible-expectation": [
    ["msel.0.expects.0.by", "{ by: shift-leader, task: protect-village", "{ by: operator, task: protect-village"],
  ],
  unreachable: [
    ["end.0.when", "  - when: met('close-valve') &&", "  - when: elapsed > minutes(40) && met('close-valve') &&"],
    ["phases.1", "until: met('raise-alarm') || elapsed > minutes(4) }", "until: happened('washed') }"],
    ["populations.villagers.evacuation.ordered", "ordered: sent('evacuate-village')", "ordered: happened('measured')"],
    [
      "messages.evacuate-village",
      "    from: [shift-leader]\n    to: [county-bureau]",
      "    from: [county-bureau]\n    to: [shift-leader]",
    ],
    ["objectives.1.capabilities.1.tasks.0.met", "f.of == 'first-report'", "f.of == 'last-report'"],
    ["violations.0.when", "when: entries('store')", "when: windSpeedMps > 9.0 && entries('store')"],
    ["violations.0.when", "when: entries('store')", "when: accidentLevel == 'huge' && entries('store')"],
    [
      "positions.operator.behaviour.0.when",
      "when: facts('alarm-raised')",
      "when: happened('washed') && facts('alarm-raised')",
    ],
    ["violations.0.when", "(e.suit != 'A' || !e.scba)", "e.by == 'operator'"],
    ["violations.0.when", "(e.suit != 'A' || !e.scba)", "e.suit == 'B'"],
  ],
  "no-right-answer": [["decisions.0.options", "judgement: right", "judgement: wrong"]],
  "unknown-law": [["law.0", "law: [cn-decree-493@", "law: [cn-decree-439@"]],
  "superseded-law": [
    ["law.0", "cn-decree-493@2007-06-01", "cn-decree-493@2006-06-01"],
    ["law.0", "law: [cn", "law: [cn-decree-708@2019-04-01, cn"],
    ["decisions.0.cite", "cite: erg-2024#124-water", "cite: cl2-practice#no-direct-water"],
  ],
  "task-without-citation": [["violations.0", "    cite: [erg-2024#124-protect]\n    critical: true\n", ""]],
  "unknown-reference": [
    ["positions.operator.at", "at: gate", "at: control-room"],
    ["hazards.leak.from", "from: container-1", "from: valve-1"],
    ["hazards.leak.substance", "substance: chlorine\n    from", "substance: ammonia\n    from"],
    ["reports.first-report.to", "to: county-bureau\n    items", "to: province\n    items"],
    ["violations.0.when", "entries('store')", "entries('stores')"],
    ["props.valve-1.of", "of: container-1", "of: gas-head-1"],
  ],
  substance: [
    [
      "hazards.leak.clearPpm",
      "substance: chlorine\n    from",
      "substance: chlorine\n    hotPpm: 2\n    clearPpm: 2\n    from",
    ],
    ["props.gas-head-1.alarmPpm", "alarmPpm: [0.5, 1]", "alarmPpm: [1, 0.5]"],
    ["props.gas-head-1.alarmPpm", "alarmPpm: [0.5, 1]", "alarmPpm: [0.5, 30]"],
    ["props.gas-head-1.substance", "substance: chlorine\n    alarmPpm", "substance: ammonia\n    alarmPpm"],
    [
      "positions.operator.detector.gas",
      "    at: gate\n    behaviour",
      "    at: gate\n    detector: { gas: ammonia }\n    behaviour",
    ],
  ],
};

const all = Object.entries(VARIANTS).flatMap(([rule, list]) => list.map((one) => [rule, ...one] as const));

test.each(all)("%s is told of at %s", (rule, path, find, write) => {
  const places = [...template].filter(([file, source]) => !file.startsWith("cases/") && source.includes(find));
  const [file, source] = places[0] ?? ["", ""];
  expect([places.length, source.split(find).length]).toEqual([1, 2]);
  const problems = checkScenario(new Map([...template, [file, source.replace(find, () => write)]]), laws);
  expect(problems.filter((problem) => problem.rule === rule).map((problem) => problem.path)).toContain(path);
});
