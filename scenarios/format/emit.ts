// Writes the JSON Schemas beside the language: `npm run schema`.
import { writeFileSync } from "node:fs";
import { SCHEMA_NAMES, schemaPath, schemaText } from "./schema.ts";

for (const name of SCHEMA_NAMES) {
  const text = schemaText(name);
  writeFileSync(schemaPath(name), text);
  console.log(`${name}.schema.json  ${text.length} characters`);
}
