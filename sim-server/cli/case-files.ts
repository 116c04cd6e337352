// The case files a person means by a path: the file itself, or every one below a folder.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** In order of their names; undefined where there is nothing at the path. */
export function casesUnder(path: string): readonly string[] | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return found && [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .toSorted()
    .map((name) => join(path, name));
}
