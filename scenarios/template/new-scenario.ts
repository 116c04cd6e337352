// Starts a new scenario from the template: the same files under another name.
import { join } from "node:path";
import { readScenarioFiles } from "../format/load.ts";
import type { Sentence } from "../format/problem.ts";
import { id as idForm } from "../format/text.ts";

export type NewScenario = { files: Map<string, string> } | { refused: Sentence };

/** The files of a new scenario by their path in its folder; a bad name is refused in a sentence. */
export function newScenario(id: string): NewScenario {
  if (!idForm.safeParse(id).success)
    return {
      refused: {
        zh: `“${id}”不能作名称；请用小写英文词以短横线连接，如 flood-pump-house。`,
        en: `${id} cannot be its name; use lower-case words joined by dashes, such as flood-pump-house`,
      },
    };
  const files = new Map<string, string>();
  for (const [path, text] of readScenarioFiles(import.meta.dirname))
    files.set(path, text.replace(/^id: template$/m, `id: ${id}`).replace(/(\$schema=)((?:\.\.\/)+)/, "$1../$2"));
  return { files };
}

/** Where scenarios of a kind live. */
export const scenarioFolder = (kind: "emergency" | "tax", id: string): string =>
  join(import.meta.dirname, "..", kind, id);
