import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FUNCTIONS, VARIABLES } from "./quantities.ts";
import { README, withTables } from "./readme-tables.ts";

test("the README's tables are those of the language; run `npm run schema` after a change", () => {
  const page = readFileSync(README, "utf8");
  expect(withTables(page)).toBe(page);
});

test("the README explains every quantity a condition may read", () => {
  const page = readFileSync(README, "utf8");
  for (const name of [...Object.keys(FUNCTIONS), ...Object.keys(VARIABLES)])
    expect(page).toMatch(new RegExp(`\`${name}[(\`]`));
});
