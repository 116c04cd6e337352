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

type Named = readonly (readonly [id: string, path: Path])[];
type Group = readonly [kind: string, named: Named];

/** The entries of a list by their ids, and of a record by its keys, each with its path. */
const listed = (items: readonly { id: string }[], ...path: Path): Named =>
  items.map(({ id }, at) => [id, [...path, at]]);
const keyed = (record: object, ...path: Path): Named => Object.keys(record).map((id) => [id, [...path, id]]);

function groups(scenario: Scenario): Group[] {
  const { stage, objectives, decisions, probes, msel, events, violations, phases } = scenario;
  const options = (list: typeof decisions | typeof probes, group: string): Group[] =>
    list.map(({ id, options: all }, at) => [`option of ${id}`, listed(all, group, at, "options")]);
  return [
    ["task", tasksOf(scenario).map(([path, { id }]) => [id, path])],
    ["objective", listed(objectives, "objectives")],
    [
      "capability",
      objectives.flatMap(({ capabilities }, at) => listed(capabilities, "objectives", at, "capabilities")),
    ],
    ["phase", listed(phases, "phases")],
    ["inject", msel.map(({ inject }, at) => [inject, ["msel", at]])],
    ["event", events.map(({ event }, at) => [event, ["events", at]])],
    ["decision", listed(decisions, "decisions")],
    ["probe", listed(probes, "probes")],
    ["violation", listed(violations, "violations")],
    [
      "person",
      [
        ...keyed(scenario.positions, "positions"),
        ...keyed(scenario.simulated, "simulated"),
        ...keyed(scenario.populations, "populations"),
        ...slotsOf(scenario).map((id): [string, Path] => [id, ["positions"]]),
      ],
    ],
    [
      "place of the stage",
      (["rooms", "places", "props", "doors"] as const).flatMap((part) => keyed(stage[part], "stage", part)),
    ],
    ...options(decisions, "decisions"),
    ...options(probes, "probes"),
    ...Object.entries(scenario.reports).flatMap(([id, { items }]): Group[] => [
      [`item of ${id}`, listed(items, "reports", id, "items")],
      ...items.map(
        (item, at): Group => [`option of ${item.id}`, listed(item.options, "reports", id, "items", at, "options")],
      ),
    ]),
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
