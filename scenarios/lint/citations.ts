// Every citation of a scenario with its path, taken apart into law and article.
import { asWritten } from "../format/hazard.ts";
import type { Path } from "../format/problem.ts";
import { type Scenario, scenario as schema } from "../format/scenario.ts";
import { walk } from "../format/shape.ts";
import { citation } from "../format/text.ts";

export type Citation = { path: Path; cite: string; law: string; article: string };

export function citationsOf(scenario: Scenario): Citation[] {
  const found: Citation[] = [];
  walk(schema, asWritten(scenario), (part, value, path) => {
    if (part !== citation || typeof value !== "string") return;
    const [law = "", article = ""] = value.split("#");
    found.push({ path, cite: value, law, article });
  });
  return found;
}

/** The laws a scenario pins: id and day. */
export const pinsOf = (scenario: Scenario): { path: Path; law: string; day: string }[] =>
  scenario.law.map((pin, index) => {
    const [law = "", day = ""] = pin.split("@");
    return { path: ["law", index], law, day };
  });
