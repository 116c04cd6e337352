// The scenarios on offer: loaded and checked once at the start; a broken one is named with its problems and left out.
import { hash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readScenarioFiles } from "../../scenarios/format/load.ts";
import { parseScenario } from "../../scenarios/format/parse.ts";
import { compiledOf } from "../compiled-scenario.ts";
import type { Compiled } from "../core/compile.ts";
import { canonicalJson } from "../journal/chain.ts";
import type { ScenarioCard } from "../protocol/api.ts";

export type ShelfItem = {
  readonly compiled: Compiled;
  /** The texts the scenario was read from; a run keeps them, so that it can be replayed when the author has gone on. */
  readonly files: Readonly<Record<string, string>>;
  readonly sha256: string;
};
export type BrokenScenario = { readonly folder: string; readonly problems: readonly string[] };
export type Shelf = { readonly items: ReadonlyMap<string, ShelfItem>; readonly broken: readonly BrokenScenario[] };

/** Folders of scenarios stand in folders of a kind: emergency/chlorine-station. */
const KINDS = ["emergency", "tax"];

export function openShelf(scenariosDir: string): Shelf {
  const items = new Map<string, ShelfItem>();
  const broken: BrokenScenario[] = [];
  for (const folder of foldersIn(scenariosDir)) {
    const files = Object.fromEntries([...readScenarioFiles(folder)].filter(([name]) => !name.startsWith("cases")));
    const read = readShelfItem(files);
    if ("problems" in read) broken.push({ folder, problems: read.problems });
    else if (items.has(read.compiled.scenario.id))
      broken.push({ folder, problems: [`id: another scenario is called ${read.compiled.scenario.id} already`] });
    else items.set(read.compiled.scenario.id, read);
  }
  return { items, broken };
}

export function readShelfItem(files: Readonly<Record<string, string>>): ShelfItem | { problems: readonly string[] } {
  const { scenario, problems } = parseScenario(new Map(Object.entries(files)));
  if (!scenario)
    return {
      problems: problems.map(({ file, line, column, sentence }) => `${file}:${line}:${column}: ${sentence.en}`),
    };
  return { compiled: compiledOf(scenario), files, sha256: hash("sha256", canonicalJson(files), "hex") };
}

function foldersIn(scenariosDir: string): string[] {
  return KINDS.map((kind) => join(scenariosDir, kind))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(path, entry.name))
        .sort(),
    );
}

export function cardOf({ compiled: { scenario } }: ShelfItem): ScenarioCard {
  return {
    id: scenario.id,
    version: scenario.version,
    title: scenario.title,
    summary: scenario.summary,
    kind: scenario.kind,
    difficulty: scenario.difficulty,
    durationS: scenario.duration,
    departments: scenario.departments,
    positions: Object.entries(scenario.positions).flatMap(([id, { title, players, playedBy }]) =>
      playedBy === "system" ? [] : [{ id, title, players: players.most }],
    ),
    parameters: Object.entries(scenario.parameters).map(([id, { title, unit, default: usual, min, max }]) => ({
      id,
      title,
      unit,
      default: usual,
      min,
      max,
    })),
  };
}
