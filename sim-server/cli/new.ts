// `new`: starts a scenario folder from a template that passes the check at once.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readScenarioFiles } from "../../scenarios/format/load.ts";
import { id as idShape } from "../../scenarios/format/text.ts";
import { problemsOf } from "./check.ts";
import type { Command } from "./command.ts";
import { problemLine, SCENARIOS, scenarioFolder, shown } from "./scenario-folder.ts";

export const newScenario: Command = {
  name: "new",
  summary: "Starts a scenario in a new folder, from the template or from another scenario.",
  operands: { usage: "<folder>", least: 1, most: 1 },
  options: { template: { takes: "folder or id", says: "the scenario to start from (default: template)" } },
  examples: ["scenarios/emergency/ammonia-cold-store", "scenarios/emergency/my-drill --template chlorine-station"],

  run(asked, { cwd, language }) {
    const [word = ""] = asked.operands;
    const folder = resolve(cwd, word);
    const id = basename(folder);
    if (!idShape.safeParse(id).success)
      return {
        misuse: `The folder's name becomes the scenario's id; write it in lower-case words joined by dashes, not "${id}".`,
      };
    if (existsSync(folder) && readdirSync(folder).length > 0)
      return { misuse: `${word} is there already and not empty.` };
    const asTemplate = asked.one("template") ?? "template";
    const template = scenarioFolder(asTemplate, cwd);
    if (template === undefined) return { misuse: `There is no template "${asTemplate}".` };
    const files = readScenarioFiles(template);
    for (const [name, text] of files) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, adapted(text, path, basename(template), id), { flag: "wx" });
    }
    const problems = problemsOf(folder, cwd);
    const place = shown(folder, cwd);
    return {
      exit: problems.some(({ severity }) => severity === "error") ? 1 : 0,
      data: { id, folder, files: [...files.keys()], problems },
      lines: [
        ...problems.map((problem) => problemLine(problem, language)),
        `${place} is ready: ${[...files.keys()].join(", ")}. Change a line, then: npm run -s sandtable -- check ${place}`,
      ],
    };
  },
};

/** The template's text with the new id, its editor's schema found from where the file now stands. */
function adapted(text: string, path: string, was: string, id: string): string {
  return text
    .replace(new RegExp(`^id: ${was}$`, "m"), `id: ${id}`)
    .replace(/^(# yaml-language-server: \$schema=)\S*\/([a-z]+\.schema\.json)$/m, (_, start: string, file: string) => {
      return `${start}${relative(dirname(path), join(SCENARIOS, "format", file)).replaceAll("\\", "/")}`;
    });
}
