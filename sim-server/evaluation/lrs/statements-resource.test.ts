import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AGENT, aStatement, type LrsHouse, openLrsHouse, query, VERB } from "./lrs.fixture.ts";

let house: LrsHouse;
beforeAll(async () => {
  house = await openLrsHouse();
});
afterAll(() => house.close());

const post = (body: unknown) => house.ask("POST", "statements", { body });
const get = (values: Readonly<Record<string, unknown>>, headers = {}) =>
  house.ask("GET", `statements${query(values)}`, { headers });
const idsOf = (answer: { json: unknown }) =>
  (answer.json as { statements: { id: string }[] }).statements.map(({ id }) => id);
const named = (name: string) => ({ objectType: "Agent", account: { homePage: "https://example.org", name } });
const of = (id: string) => ({ objectType: "StatementRef", id });
const VOIDED = { id: "http://adlnet.gov/expapi/verbs/voided" };

describe("sending (xAPI 2.1.1, 2.1.2)", () => {
  test("a PUT keeps a statement under its id and answers 204; without or with another id it is refused", async () => {
    const id = randomUUID();
    const body = aStatement();
    expect((await house.ask("PUT", `statements?statementId=${id}`, { body })).status).toBe(204);
    expect((await get({ statementId: id })).json).toMatchObject({ id, actor: AGENT });
    expect((await house.ask("PUT", "statements", { body })).status).toBe(400);
    const other = { ...body, id: randomUUID() };
    expect((await house.ask("PUT", `statements?statementId=${id}`, { body: other })).status).toBe(400);
  });

  test("a POST answers with the ids in the order sent, made here where none was given", async () => {
    const id = randomUUID();
    const { status, json } = await post([aStatement({ id }), aStatement()]);
    expect([status, json[0], json.length]).toEqual([200, id, 2]);
  });

  test("the same statement again is welcome, however it is written; another under its id is a conflict", async () => {
    const id = randomUUID();
    const sent = aStatement({ id, result: { duration: "PT1.239S" }, timestamp: "2026-11-23T08:00:00+08:00" });
    expect((await post(sent)).status).toBe(200);
    const same = { ...sent, result: { duration: "PT1.23S" }, timestamp: "2026-11-23T00:00:00Z" };
    expect((await post(Object.fromEntries(Object.entries(same).reverse()))).status).toBe(200);
    expect((await post({ ...sent, result: { duration: "PT1.3S" } })).status).toBe(409);
    expect((await get({ statementId: id })).json).toMatchObject({ result: { duration: "PT1.239S" } });
  });

  test("a batch is kept whole or not at all, and no id may stand in it twice", async () => {
    const [good, twice] = [randomUUID(), randomUUID()];
    expect((await post([aStatement({ id: good }), aStatement({ verb: {} })])).status).toBe(400);
    expect((await post([aStatement({ id: twice }), aStatement({ id: twice })])).status).toBe(400);
    const known = randomUUID();
    await post(aStatement({ id: known }));
    expect((await post([aStatement({ id: good }), aStatement({ id: known, object: AGENT })])).status).toBe(409);
    for (const statementId of [good, twice]) expect((await get({ statementId })).status).toBe(404);
  });

  test("the store says when it kept a statement and who vouches for it, whatever the sender says of that", async () => {
    const id = randomUUID();
    await post(aStatement({ id, stored: "1999-01-01T00:00:00Z", authority: AGENT }));
    const kept = (await get({ statementId: id })).json as unknown as Record<string, string & { account: object }>;
    expect(Date.parse(kept["stored"] ?? "")).toBeGreaterThan(Date.now() - 60_000);
    expect(kept["timestamp"]).toBe(kept["stored"]);
    expect(kept["authority"]?.account).toBeDefined();
    expect(kept["version"]).toBe("2.0.0");
  });
});

describe("finding (2.1.3)", () => {
  test("an Agent is found as actor, object or member, and with related_agents anywhere", async () => {
    const who = named(randomUUID());
    const [acts, isObject, inGroup, teaches] = (
      await post([
        aStatement({ actor: who }),
        aStatement({ object: who }),
        aStatement({ actor: { objectType: "Group", member: [who] } }),
        aStatement({ context: { instructor: who } }),
      ])
    ).json as unknown as string[];
    expect(idsOf(await get({ agent: who, ascending: true }))).toEqual([acts, isObject, inGroup]);
    expect(idsOf(await get({ agent: who, related_agents: true }))).toEqual([teaches, inGroup, isObject, acts]);
  });

  test("an Activity is found as object, and with related_activities in context and SubStatement too", async () => {
    const activity = { id: `https://example.org/${randomUUID()}` };
    const [object, context, within] = (
      await post([
        aStatement({ object: activity }),
        aStatement({ context: { contextActivities: { parent: activity } } }),
        aStatement({ object: { objectType: "SubStatement", ...aStatement({ object: activity }) } }),
      ])
    ).json as unknown as string[];
    expect(idsOf(await get({ activity: activity.id }))).toEqual([object]);
    const related = await get({ activity: activity.id, related_activities: true, ascending: true });
    expect(idsOf(related)).toEqual([object, context, within]);
  });

  test("verb and registration narrow together", async () => {
    const [registration, verb] = [randomUUID(), { id: `https://example.org/verbs/${randomUUID()}` }];
    const [, both] = (
      await post([
        aStatement({ verb }),
        aStatement({ verb, context: { registration } }),
        aStatement({ context: { registration } }),
      ])
    ).json as unknown as string[];
    expect(idsOf(await get({ verb: verb.id, registration }))).toEqual([both]);
  });

  test("since leaves out its own moment, until takes it in", async () => {
    const verb = { id: `https://example.org/verbs/${randomUUID()}` };
    const start = Date.now() + 10_000;
    const kept: string[] = [];
    for (const step of [0, 1, 2]) {
      house.setNow(start + step);
      kept.push(...((await post(aStatement({ verb }))).json as unknown as string[]));
    }
    const at = new Date(start + 1).toISOString();
    expect(idsOf(await get({ verb: verb.id, since: at }))).toEqual([kept[2]]);
    expect(idsOf(await get({ verb: verb.id, until: at, ascending: true }))).toEqual([kept[0], kept[1]]);
  });

  test("pages follow one another by `more` without gap or repetition, in both directions", async () => {
    const verb = { id: `https://example.org/verbs/${randomUUID()}` };
    const sent = (await post(Array.from({ length: 7 }, () => aStatement({ verb })))).json as unknown as string[];
    for (const ascending of [true, false]) {
      const seen: string[] = [];
      let path = `/xapi/statements${query({ verb: verb.id, limit: "3", ascending })}`;
      while (path !== "") {
        const page = await house.ask("GET", path.replace("/xapi/", ""));
        seen.push(...idsOf(page));
        path = String((page.json as unknown as { more: string }).more);
        if (path !== "") await post(aStatement({ verb: VERB }));
      }
      expect(seen).toEqual(ascending ? sent : [...sent].reverse());
    }
  });

  test("what points at a match is found with it, through several steps, whichever came first (2.1.3, 2.3.2)", async () => {
    const verb = { id: `https://example.org/verbs/${randomUUID()}` };
    const [target, first, second, early] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await post(aStatement({ id: early, object: of(first) }));
    await post(aStatement({ id: target, verb }));
    await post([aStatement({ id: first, object: of(target) }), aStatement({ id: second, object: of(first) })]);
    expect(new Set(idsOf(await get({ verb: verb.id })))).toEqual(new Set([target, first, second, early]));
  });

  test("asks for what is not a parameter, or not of its kind, are refused with the reason", async () => {
    for (const [name, value] of Object.entries({
      Verb: VERB.id,
      verb: "seen",
      registration: "7",
      limit: "-1",
      since: "now",
      ascending: "yes",
      format: "short",
      agent: "{}",
    })) {
      const { status, text } = await get({ [name]: value });
      expect([name, status]).toEqual([name, 400]);
      expect(text).toContain(name);
    }
    const both = await get({ statementId: randomUUID(), verb: VERB.id });
    expect(both.status).toBe(400);
  });
});

describe("voiding (2.3.2)", () => {
  test("a voided statement is found by voidedStatementId only; what voids it stays", async () => {
    const verb = { id: `https://example.org/verbs/${randomUUID()}` };
    const [id, voiding] = [randomUUID(), randomUUID()];
    await post(aStatement({ id, verb }));
    await post(aStatement({ id: voiding, verb: VOIDED, object: of(id) }));
    expect((await get({ statementId: id })).status).toBe(404);
    expect((await get({ voidedStatementId: id })).json).toMatchObject({ id });
    expect(idsOf(await get({ verb: verb.id }))).toEqual([voiding]);
  });

  test("may come before what it voids, and nothing voids what voids", async () => {
    const [id, voiding] = [randomUUID(), randomUUID()];
    await post(aStatement({ id: voiding, verb: VOIDED, object: of(id) }));
    await post(aStatement({ id }));
    expect((await get({ statementId: id })).status).toBe(404);
    await post(aStatement({ verb: VOIDED, object: of(voiding) }));
    expect((await get({ statementId: voiding })).status).toBe(200);
  });
});

describe("formats (2.1.3)", () => {
  const activity = { id: `https://example.org/${randomUUID()}` };
  const id = randomUUID();
  beforeAll(async () => {
    const define = (definition: object) => aStatement({ object: { ...activity, definition } });
    await post({ ...define({ name: { "en-US": "Close the valve", "zh-CN": "关阀" } }), id });
    await post(define({ name: { "zh-CN": "关闭阀门" }, type: "https://example.org/types/step" }));
  });

  test("exact gives what was sent", async () => {
    expect((await get({ statementId: id, format: "exact" })).json).toMatchObject({
      actor: AGENT,
      object: { definition: { name: { "en-US": "Close the valve", "zh-CN": "关阀" } } },
    });
  });

  test("ids gives nothing but what identifies", async () => {
    const kept = (await get({ statementId: id, format: "ids" })).json as unknown as Record<string, unknown>;
    expect(kept["actor"]).toEqual({ objectType: "Agent", mbox: AGENT.mbox });
    expect(kept["verb"]).toEqual({ id: VERB.id });
    expect(kept["object"]).toEqual(activity);
  });

  test("canonical gives the store's own definition in the language asked for", async () => {
    const kept = await get({ statementId: id, format: "canonical" }, { "Accept-Language": "zh" });
    expect(kept.json).toMatchObject({
      verb: { display: { "zh-CN": "经历" } },
      object: { definition: { name: { "zh-CN": "关闭阀门" }, type: "https://example.org/types/step" } },
    });
    expect(kept.text).not.toContain("Close the valve");
  });

  test("Activities and Agents tell all that was learnt of them (2.4, 2.5)", async () => {
    const known = await house.ask("GET", `activities${query({ activityId: activity.id })}`);
    expect(known.json).toMatchObject({
      id: activity.id,
      definition: { name: { "en-US": "Close the valve", "zh-CN": "关闭阀门" } },
    });
    await post(aStatement({ actor: { ...AGENT, name: "王工" } }));
    const person = await house.ask("GET", `agents${query({ agent: { mbox: AGENT.mbox } })}`);
    expect(person.json).toEqual({
      objectType: "Person",
      name: expect.arrayContaining(["王", "王工"]),
      mbox: [AGENT.mbox],
    });
  });
});

test("many statements sent side by side are all kept, each once", async () => {
  const verb = { id: `https://example.org/verbs/${randomUUID()}` };
  const shared = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      post([aStatement({ verb }), aStatement({ verb, ...(index % 4 ? {} : { id: shared }) })]),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const found = idsOf(await get({ verb: verb.id, limit: "500" }));
  expect(new Set(found)).toEqual(new Set(answers.flatMap(({ json }) => json as unknown as string[])));
  expect(found).toHaveLength(40 + 30 + 1);
});
