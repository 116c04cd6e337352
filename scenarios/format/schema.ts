// The language as JSON Schema, so that an editor completes and checks while an author types.
import { join } from "node:path";
import { z } from "zod";
import { scenarioCase } from "./case.ts";
import { describeKey } from "./descriptions.ts";
import { lawPack } from "./law.ts";
import { markerSet } from "./marker-set.ts";
import { ratingScale } from "./scale.ts";
import { scenario } from "./scenario.ts";
import { stage } from "./stage.ts";
import { taxDocument } from "./tax-document.ts";
import { taxGroup } from "./tax-group.ts";

const SCHEMAS = {
  scenario,
  stage,
  case: scenarioCase,
  law: lawPack,
  scale: ratingScale,
  "marker-set": markerSet,
  group: taxGroup,
  document: taxDocument,
} as const;
export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

export const schemaPath = (name: SchemaName): string => join(import.meta.dirname, `${name}.schema.json`);

/** One schema as the text of its file. */
export function schemaText(name: SchemaName): string {
  return `${JSON.stringify(schemaOf(name), null, 2)}\n`;
}

/** One schema, every key described. */
export function schemaOf(name: SchemaName): object {
  const schema = z.toJSONSchema(SCHEMAS[name], { io: "input", reused: "inline" });
  describe(schema, name);
  if (name === "scenario") withoutTaxFiles(schema);
  return { ...schema, title: `Sandtable ${name}` };
}

/** A tax case writes its group and documents in their own files, and needs neither stage nor weather. */
function withoutTaxFiles(schema: Node): void {
  const lenient = (node: Node, keys: readonly string[]): void => {
    if (Array.isArray(node["required"])) node["required"] = node["required"].filter((key) => !keys.includes(key));
  };
  lenient(schema, ["stage", "weather"]);
  const dossier = (schema["properties"] as Record<string, Node>)["dossier"];
  if (!dossier) return;
  lenient(dossier, ["group"]);
  const inside = dossier["properties"] as Node;
  dossier["properties"] = Object.fromEntries(
    Object.entries(inside).filter(([key]) => key !== "group" && key !== "documents"),
  );
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

function describe(value: unknown, parent: string): void {
  if (Array.isArray(value)) for (const item of value) describe(item, parent);
  else if (isNode(value))
    for (const [key, below] of Object.entries(value)) {
      if (key !== "properties" || !isNode(below)) {
        describe(below, parent);
        continue;
      }
      for (const [name, schema] of Object.entries(below)) {
        const words = describeKey(parent, name);
        if (words !== undefined && isNode(schema)) schema["description"] = words;
        describe(schema, name);
      }
    }
}
