// Writes the JSON Schemas and the README's tables beside the language: `npm run schema`.
import { readFileSync, writeFileSync } from "node:fs";
import { README, withTables } from "./readme-tables.ts";
import { SCHEMA_NAMES, schemaPath, schemaText } from "./schema.ts";

for (const name of SCHEMA_NAMES) {
  const text = schemaText(name);
  writeFileSync(schemaPath(name), text);
  console.log(`${name}.schema.json  ${text.length} characters`);
}
writeFileSync(README, withTables(readFileSync(README, "utf8")));
console.log("README.md  tables of quantities and rules");
