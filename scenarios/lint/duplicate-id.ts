// A name means one thing: no two tasks, injects or people share an id.
import { type Finding, finding, type Path } from "../format/problem.ts";
import { slotsOf, tasksOf } from "../format/references.ts";
import type { Scenario } from "../format/scenario.ts";
import type { Rule } from "./rule.ts";

export const duplicateId: Rule = {
  id: "duplicate-id",
  sentence: { zh: "同类名称不重复，人员与地点名称不混用。", en: "No two things of a kind share an id." },
  check: (scenario) => groups(scenario).flatMap(repeated),
};

type Group = readonly [string, readonly (readonly [string, Path])[]];

const numbered = (items: readonly string[], path: Path): [string, Path][] =>
  items.map((id, index) => [id, [...path, index]]);

function groups(scenario: Scenario): Group[] {
  const { stage } = scenario;
  const keys = (value: object, path: Path): [string, Path][] => Object.keys(value).map((id) => [id, [...path, id]]);
  const capabilities = scenario.objectives.flatMap(({ capabilities: all }, o) =>
    all.map(({ id }, c): [string, Path] => [id, ["objectives", o, "capabilities", c]]),
  );
  const questions = [
    ...scenario.decisions.map(
      ({ id, options }, i) =>
        [
          `option of ${id}`,
          numbered(
            options.map((option) => option.id),
            ["decisions", i, "options"],
          ),
        ] as const,
    ),
    ...scenario.probes.map(
      ({ id, options }, i) =>
        [
          `option of ${id}`,
          numbered(
            options.map((option) => option.id),
            ["probes", i, "options"],
          ),
        ] as const,
    ),
    ...Object.entries(scenario.reports).flatMap(([id, { items }]): Group[] => [
      [
        `item of ${id}`,
        numbered(
          items.map((item) => item.id),
          ["reports", id, "items"],
        ),
      ],
      ...items.map(
        (item, i): Group => [
          `option of ${item.id}`,
          numbered(
            item.options.map((option) => option.id),
            ["reports", id, "items", i, "options"],
          ),
        ],
      ),
    ]),
  ];
  return [
    ["task", tasksOf(scenario).map(([path, task]) => [task.id, path])],
    [
      "objective",
      numbered(
        scenario.objectives.map(({ id }) => id),
        ["objectives"],
      ),
    ],
    ["capability", capabilities],
    [
      "phase",
      numbered(
        scenario.phases.map(({ id }) => id),
        ["phases"],
      ),
    ],
    [
      "inject",
      numbered(
        scenario.msel.map(({ inject }) => inject),
        ["msel"],
      ),
    ],
    [
      "event",
      numbered(
        scenario.events.map(({ event }) => event),
        ["events"],
      ),
    ],
    [
      "decision",
      numbered(
        scenario.decisions.map(({ id }) => id),
        ["decisions"],
      ),
    ],
    [
      "probe",
      numbered(
        scenario.probes.map(({ id }) => id),
        ["probes"],
      ),
    ],
    [
      "violation",
      numbered(
        scenario.violations.map(({ id }) => id),
        ["violations"],
      ),
    ],
    [
      "person",
      [
        ...keys(scenario.positions, ["positions"]),
        ...keys(scenario.simulated, ["simulated"]),
        ...keys(scenario.populations, ["populations"]),
        ...slotsOf(scenario).map((id): [string, Path] => [id, ["positions"]]),
      ],
    ],
    [
      "place of the stage",
      [
        ...keys(stage.rooms, ["stage", "rooms"]),
        ...keys(stage.places, ["stage", "places"]),
        ...keys(stage.props, ["stage", "props"]),
        ...keys(stage.doors, ["stage", "doors"]),
      ],
    ],
    ...questions,
  ];
}

function repeated([kind, items]: Group): Finding[] {
  const seen = new Set<string>();
  return items.flatMap(([id, path]): Finding[] => {
    const twice = seen.has(id);
    seen.add(id);
    return twice
      ? [
          finding(
            path,
            `${id} already names another ${kind}; give each its own id`,
            `${id} 已经是另一个同类名称；请各用各的标识。`,
          ),
        ]
      : [];
  });
}
