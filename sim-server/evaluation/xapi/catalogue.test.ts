import { describe, expect, test } from "vitest";
import { caseNames } from "../../../tests/chlorine.fixture.ts";
import { checkStatement } from "../lrs/form/statement.ts";
import { statementsOf } from "./catalogue.ts";
import { ratingStatement } from "./catalogue-ratings.ts";
import { profileDocument } from "./profile.ts";
import { reportedCase } from "./reported-run.fixture.ts";
import type { Statement } from "./reported-run.ts";
import { uuidV5 } from "./statement-id.ts";
import { broken, type PublishedTemplate } from "./template.fixture.ts";

type Shown = Statement & {
  actor: { objectType: string; account: { name: string } };
  verb: { id: string };
  object: { id: string; definition: { type: string } };
  result?: { success?: boolean; score?: { scaled: number }; response?: string };
  context: {
    registration: string;
    contextActivities: { category: { id: string }[] };
    extensions: Record<string, unknown>;
  };
  timestamp: string;
};
const shown = (name: string, runId?: string) => statementsOf(reportedCase(name, runId)) as readonly Shown[];
const verbs = (statements: readonly Shown[], who: string) =>
  statements.filter(({ actor }) => actor.account.name.endsWith(who)).map(({ verb }) => verb.id.split("/").at(-1));
const profile = JSON.parse(JSON.stringify(profileDocument())) as { templates: PublishedTemplate[] };

describe("ids of statements", () => {
  test("are those RFC 9562 gives for its example of version 5", () => {
    // RFC 9562, appendix A.4: DNS namespace and www.example.com.
    expect(uuidV5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
      "2ed6657d-e927-568b-95e1-2665a8aea6a2",
    );
  });

  test("are the same when the same run is reported again, and differ within it and from another run's", () => {
    const once = shown("late-report").map(({ id }) => id);
    expect(shown("late-report").map(({ id }) => id)).toEqual(once);
    expect(new Set(once).size).toBe(once.length);
    expect(shown("late-report", "another").some(({ id }) => once.includes(id))).toBe(false);
  });
});

describe.each(caseNames())("the statements of the case %s", (name) => {
  const statements = shown(name);

  test("are valid xAPI 2.0.0 and 1.0.3", () => {
    for (const version of ["2.0.0", "1.0.3"] as const) {
      expect(statements.flatMap((one) => checkStatement(one, one.id, version))).toEqual([]);
    }
  });

  test("each keep the template of our profile that they name", () => {
    for (const one of statements) {
      const named = one.context.contextActivities.category.map(({ id }) => id);
      const template = profile.templates.find(({ id }) => named.includes(id));
      expect(template, named.join(" ")).toBeDefined();
      if (template) expect(broken(one, template), `${template.id} ${one.id}`).toEqual([]);
    }
  });

  test("say every critical task once, done or not, as the score says", () => {
    const run = reportedCase(name);
    const steps = statements.filter(({ object }) => object.definition.type.endsWith("/step"));
    expect(steps).toHaveLength(run.score.tasks.length);
    for (const { task, rating } of run.score.tasks) {
      const said = steps.find(({ object }) => object.id.endsWith(`/tasks/${task}`));
      expect(said?.result?.success, task).toBe(rating !== "U");
    }
  });

  test("begin each player with initialized, end with terminated, and judge once in between", () => {
    const players = new Set(
      statements.filter(({ actor }) => actor.objectType === "Agent").map(({ actor }) => actor.account.name),
    );
    expect(players.size).toBeGreaterThan(0);
    for (const player of players) {
      const own = verbs(statements, player);
      expect(own[0]).toBe("initialized");
      expect(own.at(-1)).toBe("terminated");
      expect(own.filter((verb) => verb === "passed" || verb === "failed")).toHaveLength(1);
      expect(own.filter((verb) => verb === "initialized" || verb === "terminated")).toHaveLength(2);
    }
  });

  test("stand in the order of time under one registration, and say nothing of any person but a seat's name", () => {
    const times = statements.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort());
    expect(new Set(statements.map(({ context }) => context.registration)).size).toBe(1);
    expect(JSON.stringify(statements)).not.toMatch(/mbox|openid|mailto/);
  });
});

describe("what becomes a statement", () => {
  test("an unprotected entry is an exposure and a violation of the one who entered", () => {
    const statements = shown("unprotected-entry");
    const own = statements.filter(({ actor }) => actor.account.name.endsWith(":operator-1"));
    expect(own.map(({ object }) => object.definition.type.split("/").at(-1))).toEqual(
      expect.arrayContaining(["hazard", "violation"]),
    );
  });

  test("a choice carries its options, the right one and the one taken", () => {
    const decided = shown("textbook").find(({ verb }) => verb.id.endsWith("/decided"));
    expect(decided?.object.definition).toMatchObject({
      interactionType: "choice",
      correctResponsesPattern: expect.any(Array),
    });
    expect(decided?.result).toMatchObject({ response: "single-ton", success: true });
  });

  test("a run below the pass mark is failed with its scaled score", () => {
    const run = reportedCase("unprotected-entry");
    const ended = shown("unprotected-entry").find(({ verb }) => verb.id.endsWith("/failed"));
    expect(ended?.result?.score?.scaled).toBeCloseTo(run.score.percent / 100, 6);
  });
});

describe("a person's rating", () => {
  const template = profile.templates.find(({ id }) => id.endsWith("/task-rated"));
  const rate = (id: number) => {
    const given = {
      task: "raise-alarm",
      rating: "S",
      reason: "先按后报",
      by: "王五",
      atMs: Date.UTC(2026, 10, 24),
    } as const;
    return ratingStatement(reportedCase("textbook"), { ...given, id }) as Shown;
  };

  test("is a statement by the rater about the task, and another one for each rating given", () => {
    const one = rate(1);
    expect(checkStatement(one, "rating", "2.0.0")).toEqual([]);
    expect(one).toMatchObject({
      actor: { name: "王五" },
      timestamp: "2026-11-24T00:00:00.000Z",
      result: { response: "先按后报" },
    });
    expect(one.result?.score?.scaled).toBeCloseTo(2 / 3, 4);
    expect(rate(1).id).toBe(one.id);
    expect(rate(2).id).not.toBe(one.id);
  });

  test("keeps its template, and would break it without a score", () => {
    expect(template && broken(rate(1), template)).toEqual([]);
    expect(template && broken({ ...rate(1), result: {} }, template)).toContain("$.result.score.scaled is missing");
  });
});

describe("the profile", () => {
  test("defines every word of our own that statements use", () => {
    const { concepts } = JSON.parse(JSON.stringify(profileDocument())) as { concepts: { id: string }[] };
    const text = JSON.stringify(caseNames().map((name) => shown(name)));
    const used = new Set(
      text.match(/https:\/\/w3id\.org\/sandtable\/xapi\/profile\/(activity-types|extensions)\/[\w-]+/g),
    );
    expect(used.size).toBeGreaterThan(8);
    for (const iri of used) expect(concepts.map(({ id }) => id)).toContain(iri);
  });
});
