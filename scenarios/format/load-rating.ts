// Reads the rating scales and marker sets of the house: data beside the scenarios, by id.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { readDocument } from "./document.ts";
import { type MarkerSet, markerSet } from "./marker-set.ts";
import { frozen } from "./parse.ts";
import { type RatingScale, ratingScale } from "./scale.ts";
import { wordIssues } from "./wording.ts";

const FOLDER = join(import.meta.dirname, "..");

/** A scale that cannot be read names its file, line and mend, and throws: without it no result can be told. */
export const loadScales = (folder: string = join(FOLDER, "scales")): ReadonlyMap<string, RatingScale> =>
  loadAll(folder, ratingScale);

export const loadMarkerSets = (folder: string = join(FOLDER, "markers")): ReadonlyMap<string, MarkerSet> =>
  loadAll(folder, markerSet);

function loadAll<T extends { id: string }>(folder: string, schema: z.ZodType<T>): ReadonlyMap<string, T> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return new Map(
    names.toSorted().map((name) => {
      const { value, problems, locate } = readDocument(name, readFileSync(join(folder, name), "utf8"));
      const [first] = problems;
      if (first) throw new Error(`${name}:${first.line}: ${first.sentence.en}`);
      const parsed = schema.safeParse(value);
      if (!parsed.success) {
        const [issue] = wordIssues(schema, value, parsed.error.issues);
        throw new Error(`${name}:${locate(issue?.path ?? []).line}: ${issue?.sentence.en ?? "cannot be read"}`);
      }
      if (`${parsed.data.id}.yaml` !== name) throw new Error(`${name}:1: the id must be the file's name`);
      return [parsed.data.id, frozen(parsed.data)];
    }),
  );
}
