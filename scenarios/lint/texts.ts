// Every human text of a scenario with its path.
import { asWritten } from "../format/hazard.ts";
import type { Path } from "../format/problem.ts";
import type { Scenario } from "../format/scenario.ts";
import { scenario as schema } from "../format/scenario.ts";
import { walk } from "../format/shape.ts";
import { type Text, text } from "../format/text.ts";

export function textsOf(scenario: Scenario): { path: Path; text: Text }[] {
  const found: { path: Path; text: Text }[] = [];
  walk(schema, asWritten(scenario), (part, value, path) => {
    if (part === text) found.push({ path, text: value as Text });
  });
  return found;
}
