// Rebuilds people, carried things and effect textures, and says which of the outputs changed.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFigures, type Built } from "./people/figures.ts";

const MANIFEST = "people-manifest.json";

const previous = async (path: string): Promise<ReadonlyMap<string, string>> => {
  const text = await readFile(path, "utf8").catch(() => "[]");
  const entries: Built[] = JSON.parse(text);
  return new Map(entries.map(({ file, sha256 }) => [file, sha256]));
};

export const buildPeople = async (outDir: string): Promise<readonly Built[]> => {
  const manifest = join(outDir, MANIFEST);
  const before = await previous(manifest);
  const built = [...(await buildFigures(outDir))];
  for (const { file, bytes, sha256, triangles } of built) {
    const known = before.get(file);
    const word = known === undefined ? "new" : known === sha256 ? "same" : "changed";
    console.log(`${word.padEnd(8)}${file}  ${bytes} bytes, ${triangles} triangles, ${sha256.slice(0, 12)}`);
  }
  await writeFile(manifest, `${JSON.stringify(built, null, 2)}\n`);
  return built;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPeople(fileURLToPath(new URL("./built", import.meta.url)));
}
