// Reads the law packs: dated articles by id, for citations, the linter and the texts of a result.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "./document.ts";
import { type LawPack, lawPack } from "./law.ts";
import { frozen } from "./parse.ts";
import type { Problem } from "./problem.ts";
import { wordIssues } from "./wording.ts";

export type LawPacks = ReadonlyMap<string, LawPack>;
const LAW_FOLDER = join(import.meta.dirname, "../law");

/** One pack, or what is wrong with it. */
function parseLaw(file: string, source: string): { pack?: LawPack; problems: Problem[] } {
  const { value, problems, locate } = readDocument(file, source);
  if (problems.length > 0) return { problems };
  const parsed = lawPack.safeParse(value);
  if (parsed.success) return { pack: frozen(parsed.data), problems };
  return {
    problems: wordIssues(lawPack, value, parsed.error.issues).map(({ path, sentence }) => ({
      rule: "schema",
      severity: "error",
      file,
      ...locate(path),
      path: path.join("."),
      sentence,
    })),
  };
}

/** All packs of a folder by id. A pack is ours, not an author's: a bad one is a bug and throws. */
export function loadLaws(folder: string = LAW_FOLDER): LawPacks {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return new Map(
    names.toSorted().map((name) => {
      const { pack, problems } = parseLaw(name, readFileSync(join(folder, name), "utf8"));
      if (!pack || `${pack.id}.yaml` !== name)
        throw new Error(`${name}: ${problems[0]?.sentence.en ?? "the pack's id must be its file name"}`);
      return [pack.id, pack];
    }),
  );
}
