// Rebuilds people, carried things and effect textures, and says which of the outputs changed.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildEffects } from "./effects/textures.ts";
import { buildFigures } from "./people/figures.ts";
import type { Built } from "./people/output.ts";
import { buildThings } from "./people/things.ts";

const MANIFEST = "people-manifest.json";

const previous = async (path: string): Promise<readonly Built[]> => {
  const text = await readFile(path, "utf8").catch(() => "[]");
  return JSON.parse(text);
};

/** Builds everything, or only the figures and things named; the clips and effects always, for they are quick. */
export const buildPeople = async (outDir: string, only?: ReadonlySet<string>): Promise<readonly Built[]> => {
  const manifest = join(outDir, MANIFEST);
  const before = await previous(manifest);
  const fresh = [
    ...(await buildFigures(outDir, only)),
    ...(await buildThings(outDir, only)),
    ...(await buildEffects(outDir)),
  ];
  for (const { file, bytes, sha256, triangles } of fresh) {
    const known = before.find((entry) => entry.file === file)?.sha256;
    const word = known === undefined ? "new" : known === sha256 ? "same" : "changed";
    console.log(`${word.padEnd(8)}${file}  ${bytes} bytes, ${triangles} triangles, ${sha256.slice(0, 12)}`);
  }
  const kept = only ? before.filter(({ file }) => !fresh.some((entry) => entry.file === file)) : [];
  const built = [...kept, ...fresh].sort((a, b) => (a.file < b.file ? -1 : 1));
  await writeFile(manifest, `${JSON.stringify(built, null, 2)}\n`);
  return built;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  await buildPeople(fileURLToPath(new URL("./built", import.meta.url)), names.length ? new Set(names) : undefined);
}
