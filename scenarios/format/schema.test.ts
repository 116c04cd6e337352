import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SCHEMA_NAMES, schemaOf, schemaPath, schemaText } from "./schema.ts";

describe.each(SCHEMA_NAMES)("the %s schema", (name) => {
  test("is the one on disk; run `npm run schema` after a change of the language", () => {
    expect(readFileSync(schemaPath(name), "utf8") === schemaText(name)).toBe(true);
  });

  test("describes every key an author can write", () => {
    const silent: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, below] of Object.entries(value)) {
        if (key === "properties")
          for (const [word, schema] of Object.entries(below as Record<string, { description?: string }>))
            if (!schema.description) silent.push(`${path}.${word}`);
        look(below, key === "properties" ? path : `${path}.${key}`);
      }
    };
    look(schemaOf(name), name);
    expect(silent).toEqual([]);
  });
});
