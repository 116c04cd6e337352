// Reads every published hazard case in tests/reference/hazard and asks the model of that quantity for its answer.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { givenBy, MODELS } from "./hazard-models.ts";

const cases = z.array(
  z.strictObject({
    id: z.string(),
    given: z.record(z.string(), z.union([z.number(), z.string()])),
    expect: z.record(z.string(), z.number()),
  }),
);
/** An answer may differ by the share or by the amount that its file allows, whichever is larger. */
const file = z.strictObject({
  quantity: z.string(),
  source: z.string().min(10),
  relative: z.number().positive().default(0),
  absolute: z.number().nonnegative().default(0),
  cases,
});

const folder = join(import.meta.dirname, "hazard");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .sort();

describe.each(files)("the published cases of %s", (name) => {
  const published = file.parse(parse(readFileSync(join(folder, name), "utf8")));
  test.each(published.cases)("$id comes out as published", ({ given, expect: wanted }) => {
    const found = MODELS[published.quantity]?.(givenBy(given));
    expect(Object.keys(wanted).length).toBeGreaterThan(0);
    for (const [quantity, value] of Object.entries(wanted)) {
      const answer = found?.[quantity];
      expect(answer, quantity).toBeTypeOf("number");
      const allowed = Math.max(published.absolute, Math.abs(value) * published.relative);
      expect(Math.abs(Number(answer) - value), `${quantity}: ${answer}, published ${value}`).toBeLessThanOrEqual(
        allowed,
      );
    }
  });
});

test("every quantity a case may ask for is asked for by some case", () => {
  const asked = files.map((name) => file.parse(parse(readFileSync(join(folder, name), "utf8"))).quantity);
  expect([...new Set(asked)].sort()).toEqual(Object.keys(MODELS).sort());
});
