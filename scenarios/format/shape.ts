// Looks inside the zod schemas: which keys may stand at a path, and where texts, conditions and citations are.
import type { z } from "zod";
import type { Path } from "./problem.ts";

type Schema = z.core.$ZodType;
type Def = {
  type: string;
  innerType?: Schema;
  in?: Schema;
  out?: Schema;
  shape?: Record<string, Schema>;
  valueType?: Schema;
  element?: Schema;
  options?: Schema[];
  items?: Schema[];
};
const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def;

/** Takes off optional, default, prefault and transform wrappers. */
function bare(schema: Schema): Schema {
  const def = defOf(schema);
  if (def.innerType) return bare(def.innerType);
  if (def.type === "pipe" && def.in) return bare(def.in);
  return schema;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The form a union member most likely was meant to be: the one sharing most keys with what was written. */
function chosen(options: readonly Schema[], value: unknown): Schema | undefined {
  let best: Schema | undefined;
  let most = -1;
  for (const option of options) {
    const shape = defOf(bare(option)).shape;
    const fits = shape ? isRecord(value) : defOf(bare(option)).type === typeof value;
    const keys = shape && isRecord(value) ? Object.keys(value).filter((key) => Object.hasOwn(shape, key)).length : 0;
    const score = (fits ? 1 : 0) + keys * 2;
    if (score > most) [best, most] = [option, score];
  }
  return best;
}

/** The schema itself, without wrappers, a union narrowed to the form that was meant. */
function resolved(schema: Schema, value: unknown): Schema {
  const at = bare(schema);
  const options = defOf(at).options;
  const option = options && chosen(options, value);
  return option ? resolved(option, value) : at;
}

/** The schemas directly below a value, each with the key it stands under. */
function below(schema: Schema, value: unknown): [string | number, Schema, unknown][] {
  const def = defOf(resolved(schema, value));
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index): [number, Schema, unknown][] => {
      const element = def.element ?? def.items?.[index];
      return element ? [[index, element, item]] : [];
    });
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]): [string, Schema, unknown][] => {
    const child = def.shape ? (Object.hasOwn(def.shape, key) ? def.shape[key] : undefined) : def.valueType;
    return child ? [[key, child, item]] : [];
  });
}

/** Visits every value the schema knows, valid or not, with its schema and path. */
export function walk(
  schema: Schema,
  value: unknown,
  visit: (schema: Schema, value: unknown, path: Path) => void,
  path: Path = [],
): void {
  visit(resolved(schema, value), value, path);
  for (const [key, child, item] of below(schema, value)) walk(child, item, visit, [...path, key]);
}

/** The keys that may stand at a path. */
export function keysAt(schema: Schema, root: unknown, path: Path): string[] {
  let at: Schema = schema;
  let value = root;
  for (const part of path) {
    const next = below(at, value).find(([key]) => key === part);
    if (!next) return [];
    [, at, value] = next;
  }
  const { shape } = defOf(resolved(at, value));
  return shape ? Object.keys(shape) : [];
}

/** What stands at a path of plain data. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isRecord(value) && Object.hasOwn(value, String(part))) value = value[String(part)];
    else return undefined;
  }
  return value;
}
