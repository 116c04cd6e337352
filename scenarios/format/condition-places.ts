// Finds every condition of a scenario, checks it, and looks up each name it uses.
import { type CheckedCondition, checkCondition } from "./condition.ts";
import { type Lookup, lookUpIn } from "./lookup.ts";
import type { NameKind, Names } from "./names.ts";
import type { Finding, Path } from "./problem.ts";
import type { Reference } from "./quantities.ts";
import { scenario as scenarioSchema } from "./scenario.ts";
import { walk } from "./shape.ts";
import { condition } from "./text.ts";

type ConditionPlace = { path: Path; source: string; factsOnly: boolean };

/** Every condition written anywhere in a scenario, valid or not. */
function conditionsOf(scenario: unknown): ConditionPlace[] {
  const places: ConditionPlace[] = [];
  walk(scenarioSchema, scenario, (schema, value, path) => {
    if (schema !== condition || typeof value !== "string" || value.length > 600) return;
    places.push({ path, source: value, factsOnly: path.at(-2) === "rating" });
  });
  return places;
}

/** What is wrong with the conditions, each with the rule it breaks. */
export function conditionFindings(scenario: unknown, names: Names): { rule: string; finding: Finding }[] {
  return conditionsOf(scenario).flatMap(({ path, source, factsOnly }) => {
    const checked = checkCondition(source, "bool", factsOnly);
    const look = lookUpIn(names);
    for (const name of checked.names) lookUp(name, names, look, path);
    return [
      ...checked.problems.map(({ rule, sentence }) => ({ rule, finding: { path, sentence } })),
      ...look.findings.map((finding) => ({ rule: "unknown-reference", finding })),
    ];
  });
}

const LOOKED_UP = new Set<Reference>(["fact", "number", "any", "factname", "country"]);
const KINDS: Record<string, readonly string[]> = {
  isOpen: ["door", "valve", "barrier", "hatch"],
  isOn: ["switch", "button", "siren"],
  valveFraction: ["valve"],
};

function lookUp(
  { reference, id, first, asked }: CheckedCondition["names"][number],
  names: Names,
  look: Lookup,
  path: Path,
): void {
  if (LOOKED_UP.has(reference)) return;
  if (reference === "action") {
    if (first !== undefined)
      look.among(names.actions.get(first), id, path, [`something one can do with ${first}`, `${first} 的可用操作`]);
    return;
  }
  if (reference === "option") {
    if (first !== undefined)
      look.among(names.options.get(first), id, path, [`an option of ${first}`, `${first} 的选项`]);
    return;
  }
  look.need((asked === "factOf" && reference === "entity" ? "thing" : reference) as NameKind, id, path);
  const kinds = Object.hasOwn(KINDS, asked) ? KINDS[asked] : undefined;
  if (reference === "prop" && kinds) look.kind(id, kinds, path);
}
