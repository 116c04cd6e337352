import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACTIVITY, AGENT, aStatement, VERB } from "../lrs.fixture.ts";
import { isUuid } from "./iri.ts";
import { inLanguage, wantedLanguages } from "./language.ts";
import { checkStatement } from "./statement.ts";
import { comparableDuration, momentMs } from "./time.ts";
import { VERSIONS } from "./version.ts";

const wrong = (change: Readonly<Record<string, unknown>>, version: "1.0.3" | "2.0.0" = "2.0.0") =>
  checkStatement(aStatement(change), "statement", version);
const ok = (change: Readonly<Record<string, unknown>>) => expect(wrong(change)).toEqual([]);
/** Refused, and the sentence names the place. */
const bad = (change: Readonly<Record<string, unknown>>, place: string) =>
  expect(wrong(change).join("\n")).toContain(`statement.${place}`);

const ID = "fdde1ee1-4c25-4b8e-8a4a-6f3b1f3e6c1d";
const sub = (change: Readonly<Record<string, unknown>> = {}) => ({
  object: { objectType: "SubStatement", ...aStatement(), ...change },
});

describe("a statement (xAPI 2.2, 2.4)", () => {
  test.each(VERSIONS)("of actor, verb and object is enough in %s", (version) => {
    expect(checkStatement(aStatement(), "statement", version)).toEqual([]);
  });

  test.each(["actor", "verb", "object"])("without %s is refused", (name) => {
    const { [name]: _left, ...rest } = aStatement();
    expect(checkStatement(rest, "statement", "2.0.0")).toEqual([`statement.${name}: is required`]);
  });

  test("holds no property xAPI does not know, in no other case, and no null outside extensions", () => {
    bad({ extra: 1 }, "extra");
    bad({ Timestamp: "2026-11-23T00:00:00Z" }, "Timestamp");
    bad({ result: null }, "result");
    bad({ verb: { ...VERB, display: { "en-US": null } } }, "verb.display");
    ok({ result: { extensions: { "https://example.org/x": null, "https://example.org/y": {} } } });
    bad({ result: { extensions: { "not an iri": 1 } } }, "result.extensions");
  });

  test("has a UUID for id, whatever is thrown at it", () => {
    ok({ id: ID });
    for (const id of [5, "", ID.slice(1), ID.replace("-", ""), "fdde1ee1-4c25-4b8e-ca4a-6f3b1f3e6c1d"])
      bad({ id }, "id");
    fc.assert(fc.property(fc.uuid({ version: [1, 3, 4, 5, 7] }), (id) => isUuid(id)));
  });
});

describe("actors (2.4.2)", () => {
  test("are known by exactly one identifier", () => {
    bad({ actor: { name: "王" } }, "actor");
    bad({ actor: { mbox: AGENT.mbox, openid: "https://wang.example.org" } }, "actor");
    for (const identifier of [
      { mbox: "mailto:a@b.cn" },
      { mbox_sha1sum: "ebd31e95054c018b10727ccffd2ef2ec3a016ee9" },
      { openid: "https://wang.example.org/" },
      { account: { homePage: "https://example.org", name: "7" } },
    ])
      ok({ actor: identifier });
    bad({ actor: { mbox: "a@b.cn" } }, "actor.mbox");
    bad({ actor: { mbox_sha1sum: "short" } }, "actor.mbox_sha1sum");
    bad({ actor: { account: { name: "7" } } }, "actor.account.homePage");
    bad({ actor: { account: { homePage: "example", name: "7" } } }, "actor.account.homePage");
  });

  test("may be Groups: named by an identifier, or by members who are Agents", () => {
    ok({ actor: { objectType: "Group", member: [AGENT] } });
    ok({ actor: { objectType: "Group", mbox: "mailto:shift@example.org" } });
    bad({ actor: { objectType: "Group" } }, "actor.member");
    bad({ actor: { objectType: "Group", member: [{ objectType: "Group", member: [AGENT] }] } }, "actor.member[0]");
    bad({ actor: { objectType: "Crowd", mbox: AGENT.mbox } }, "actor.objectType");
  });

  test("who vouch are an Agent, or the two members OAuth makes (2.4.9)", () => {
    ok({ authority: { objectType: "Group", member: [AGENT, { mbox: "mailto:app@example.org" }] } });
    bad({ authority: { objectType: "Group", member: [AGENT] } }, "authority");
  });
});

describe("objects (2.4.4)", () => {
  test("are Activities unless they say otherwise", () => {
    ok({ object: { id: ACTIVITY.id } });
    bad({ object: { id: "activities/1" } }, "object.id");
    bad({ object: { objectType: "Thing", id: ACTIVITY.id } }, "object.objectType");
    ok({ object: { ...ACTIVITY, definition: { name: { "zh-Hans-CN": "活动" }, type: "https://example.org/t" } } });
    bad({ object: { ...ACTIVITY, definition: { name: { 中文: "活动" } } } }, "object.definition.name");
  });

  test("of interaction have a type, and only the component lists of that type", () => {
    const define = (definition: object) => ({ object: { ...ACTIVITY, definition } });
    ok(define({ interactionType: "choice", choices: [{ id: "a" }, { id: "b" }], correctResponsesPattern: ["a"] }));
    bad(define({ choices: [{ id: "a" }] }), "object.definition.interactionType");
    bad(define({ interactionType: "likert", choices: [{ id: "a" }] }), "object.definition.choices");
    bad(define({ interactionType: "choice", choices: [{ id: "a" }, { id: "a" }] }), "object.definition.choices");
    bad(define({ interactionType: "guess" }), "object.definition.interactionType");
  });

  test("may be SubStatements, but not within one another nor with an id of their own", () => {
    ok(sub());
    bad(sub({ id: ID }), "object.id");
    bad(sub({ authority: AGENT }), "object.authority");
    bad(sub(sub()), "object.object");
    bad(sub({ timestamp: "yesterday" }), "object.timestamp");
  });

  test("that are voided are pointed at by StatementRef (2.3.2)", () => {
    const verb = { id: "http://adlnet.gov/expapi/verbs/voided" };
    bad({ verb }, "object");
    ok({ verb, object: { objectType: "StatementRef", id: ID } });
  });
});

describe("results and context (2.4.5, 2.4.6)", () => {
  test("keep scores within their bounds", () => {
    ok({ result: { score: { scaled: -1, raw: 3, min: 0, max: 5 } } });
    bad({ result: { score: { scaled: 1.01 } } }, "result.score.scaled");
    bad({ result: { score: { raw: 6, max: 5 } } }, "result.score.raw");
    bad({ result: { score: { raw: -1, min: 0 } } }, "result.score.raw");
    bad({ result: { score: { min: 5, max: 5 } } }, "result.score.min");
    bad({ result: { success: "yes" } }, "result.success");
  });

  test("have revision and platform only beside an Activity", () => {
    ok({ context: { platform: "Sandtable", revision: "3" } });
    bad({ object: AGENT, context: { platform: "Sandtable" } }, "context.platform");
    bad({ context: { registration: "7" } }, "context.registration");
    bad({ context: { language: "Chinesisch" } }, "context.language");
    bad({ context: { contextActivities: { uncle: [ACTIVITY] } } }, "context.contextActivities.uncle");
    ok({ context: { contextActivities: { parent: ACTIVITY, other: [ACTIVITY] } } });
  });

  test("know context agents and groups in 2.0.0 only", () => {
    const context = {
      contextAgents: [{ objectType: "contextAgent", agent: AGENT, relevantTypes: ["https://a.org/r"] }],
    };
    ok({ context });
    expect(wrong({ context }, "1.0.3")).toEqual(["statement.context.contextAgents: is not a property xAPI knows here"]);
    bad(
      { context: { contextAgents: [{ objectType: "contextAgent", agent: AGENT, relevantTypes: [] }] } },
      "context.contextAgents[0].relevantTypes",
    );
  });
});

describe("moments, durations and languages (4.2, 4.5, 4.6)", () => {
  // Examples of RFC 3339, 5.8, and their meaning in UTC as stated there.
  test.each([
    ["1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520Z"],
    ["1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57.000Z"],
    ["1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.870Z"],
    ["20081115T155300Z", "2008-11-15T15:53:00.000Z"],
  ])("%s is the moment %s", (text, expected) => {
    expect(new Date(momentMs(text) ?? Number.NaN).toISOString()).toBe(expected);
  });

  test.each([
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2008-09-15T15:53:00.601-00:00",
    "2008-09-15T15:53:00-0000",
    "01/02/2015",
    "",
  ])("%s is no moment", (text) => expect(momentMs(text)).toBeUndefined());

  test("every moment a clock can show is read back to the millisecond", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date("9999-01-01"), noInvalidDate: true }), (date) => {
        expect(momentMs(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  test("durations are those of ISO 8601 4.4.3.2, compared to the hundredth of a second", () => {
    for (const duration of ["PT1H0M0.1S", "P3Y6M4DT12H30M5S", "P4W", "PT36H", "P0.5Y"]) ok({ result: { duration } });
    for (const duration of ["P", "PT", "1H", "P1S", "P2003-02-15T00:00:00", "PT5", 7])
      bad({ result: { duration } }, "result.duration");
    expect(comparableDuration("P1DT12H36M0.12567S")).toBe("P1DT12H36M0.12S");
    expect(comparableDuration("PT5.999S")).not.toBe(comparableDuration("PT6S"));
  });

  test("the language shown is the one most wanted, else a kin, else the first", () => {
    const map = { "en-US": "valve", "zh-CN": "阀门" };
    const shown = (header?: string) => Object.keys(inLanguage(map, wantedLanguages(header)))[0];
    expect(shown("fr;q=0.9, zh;q=0.4, en;q=0.2")).toBe("zh-CN");
    expect(shown("zh-TW, en;q=0.5")).toBe("zh-CN");
    expect(shown("fr, en-GB;q=0")).toBe("en-US");
    expect(shown()).toBe("en-US");
  });
});
