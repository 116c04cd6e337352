import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameStatement } from "./comparison.ts";
import type { Json } from "./form/check.ts";
import { checkStatement } from "./form/statement.ts";
import { VERSIONS } from "./form/version.ts";
import { incoming } from "./incoming.ts";
import { AGENT, aStatement } from "./lrs.fixture.ts";
import { canonical, idsOnly } from "./statement-format.ts";

const ID = "fdde1ee1-4c25-4b8e-8a4a-6f3b1f3e6c1d";
const ACTIVITY = {
  id: "https://example.org/a",
  definition: { name: { "en-US": "A" }, extensions: { "https://e.org/x": null } },
};
/** One of nearly everything a statement can hold. */
const RICH = aStatement({
  id: ID,
  actor: { objectType: "Group", member: [AGENT, { account: { homePage: "https://example.org", name: "7" } }] },
  object: {
    objectType: "SubStatement",
    ...aStatement({
      object: ACTIVITY,
      context: { contextActivities: { parent: ACTIVITY } },
      timestamp: "2026-11-23T00:00:00Z",
    }),
  },
  result: { score: { scaled: 0.5, raw: 5, min: 0, max: 10 }, duration: "PT1.239S", success: true, response: "a" },
  context: {
    registration: ID,
    instructor: AGENT,
    team: { objectType: "Group", mbox: "mailto:team@example.org" },
    contextActivities: { grouping: [ACTIVITY], category: ACTIVITY },
    contextAgents: [{ objectType: "contextAgent", agent: AGENT }],
    statement: { objectType: "StatementRef", id: ID },
    language: "zh-CN",
  },
  timestamp: "2026-11-23T08:00:00+08:00",
});

/** Every place in a JSON value, as the way there. */
function places(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([name, member]) => places(member, [...way, name]))];
}

function replaced(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by;
  const member = (value as Json)[name];
  const made = replaced(member, rest, by);
  if (Array.isArray(value)) return value.with(Number(name), made);
  return { ...(value as Json), [name]: made };
}

/** The same content with every object's members in the other order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turned(member)]),
  );
};

const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    "",
    {},
    [],
    { id: ID },
    AGENT,
    ACTIVITY,
    "__proto__",
    JSON.parse('{"__proto__":{"x":1}}'),
  ),
);
const spoilt = fc.tuple(fc.constantFrom(...places(RICH)), strange).map(([way, by]) => replaced(RICH, way, by));

describe("whatever is sent", () => {
  test("is judged without a failure of ours; and what is accepted can be kept and shown in every format", () => {
    let accepted = 0;
    fc.assert(
      fc.property(spoilt, fc.constantFrom(...VERSIONS), (sent, version) => {
        if (checkStatement(sent, "statement", version).length > 0) return;
        accepted += 1;
        const { statement, links } = incoming(sent as Json, version, AGENT);
        expect(links.length).toBeGreaterThan(0);
        expect(sameStatement(statement, sent as Json)).toBe(true);
        for (const shown of [idsOnly(statement), canonical(statement, new Map(), ["zh"])])
          expect(Object.keys(shown)).toContain("actor");
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});

describe("two statements under one id", () => {
  test("are the same in any order of members, as sent and as kept", () => {
    const { statement } = incoming(RICH as Json, "2.0.0", AGENT);
    expect(sameStatement(RICH as Json, turned(RICH) as Json)).toBe(true);
    expect(sameStatement(statement, turned(RICH) as Json)).toBe(true);
  });

  test("are not the same when anything that counts was changed", () => {
    // xAPI 2.3.1: definitions of activities are the store's, and what the store sets is not compared.
    const counts = places(RICH).filter((way) => {
      const leaf = way.length > 0 && !way.includes("definition") && way[0] !== "id" && way.at(-1) !== "objectType";
      return leaf && typeof way.reduce<unknown>((value, name) => (value as Json)[name], RICH) === "string";
    });
    expect(counts.length).toBeGreaterThan(15);
    for (const way of counts) {
      const by = way.at(-1) === "duration" ? "PT9S" : way.at(-1) === "timestamp" ? "2020-01-01T00:00:00Z" : "other:x";
      expect([way.join("."), sameStatement(RICH as Json, replaced(RICH, way, by) as Json)]).toEqual([
        way.join("."),
        false,
      ]);
    }
  });
});
