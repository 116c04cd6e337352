// Keeps what is readable of a damaged scenario, so that an author hears of all problems at once.
import type { z } from "zod";
import type { Path } from "./problem.ts";
import { valueAt } from "./shape.ts";
import { likeliest } from "./wording.ts";

export type Salvaged<T> = { value: T; original: (path: Path) => Path };

/** Takes out what a schema refuses, round by round, with stand-ins for what may not be missing at the top. */
export function salvage<T>(
  schema: z.ZodType<T>,
  raw: object,
  standIns: Readonly<Record<string, unknown>>,
): Salvaged<T> | undefined {
  const rest: object = structuredClone(raw);
  const origins = new Map<unknown[], number[]>();
  for (let round = 0; round < 12; round++) {
    const parsed = schema.safeParse(rest);
    if (parsed.success) return { value: parsed.data, original: (path) => translate(rest, origins, path) };
    for (const target of parsed.error.issues.flatMap((issue) => refused(issue))) {
      if (cut(rest, target)) continue;
      const key = String(target[0]);
      if (!Object.hasOwn(standIns, key) || Object.hasOwn(rest, key)) return undefined;
      Object.assign(rest, { [key]: structuredClone(standIns[key]) });
    }
    compact(rest, origins);
  }
  return undefined;
}

/** What to take out for an issue: of a union, only what spoils the form that was meant. */
function refused(issue: z.core.$ZodIssue, base: Path = []): Path[] {
  const path = [...base, ...issue.path.filter((part) => typeof part !== "symbol")];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
  const branch = issue.code === "invalid_union" ? likeliest(issue.errors) : undefined;
  return branch ? branch.flatMap((inner) => refused(inner, path)) : [path];
}

const HOLE = Symbol("taken out");

/** Takes out the value itself; if it is missing, the entry that should hold it. */
function cut(root: unknown, path: Path): boolean {
  for (let length = path.length; length > 0; length--) {
    const parent = valueAt(root, path.slice(0, length - 1));
    const key = path[length - 1];
    if (typeof parent !== "object" || parent === null || key === undefined || !Object.hasOwn(parent, key)) continue;
    const before = (parent as Record<string | number, unknown>)[key];
    if (Array.isArray(parent)) parent[Number(key)] = HOLE;
    else delete (parent as Record<string | number, unknown>)[key];
    return before !== HOLE || length > 1;
  }
  return false;
}

function compact(value: unknown, origins: Map<unknown[], number[]>): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value) && value.includes(HOLE)) {
    const from = origins.get(value) ?? [...value.keys()];
    const kept = [...value.entries()].filter(([, item]) => item !== HOLE);
    origins.set(
      value,
      kept.map(([index]) => from[index] ?? index),
    );
    value.splice(0, value.length, ...kept.map(([, item]) => item));
  }
  for (const item of Object.values(value)) compact(item, origins);
}

/** Back from what was kept to where it stood. */
function translate(root: unknown, origins: Map<unknown[], number[]>, path: Path): Path {
  let value = root;
  return path.map((part) => {
    const from = Array.isArray(value) ? origins.get(value)?.[Number(part)] : undefined;
    value = valueAt(value, [part]);
    return from ?? part;
  });
}
