import { hash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTIVITY, AGENT, type Asked, type LrsHouse, openLrsHouse, query } from "./lrs.fixture.ts";

let house: LrsHouse;
beforeAll(async () => {
  house = await openLrsHouse();
});
afterAll(() => house.close());

const RESOURCES = [
  { path: "activities/state", id: "stateId", place: { activityId: ACTIVITY.id, agent: AGENT } },
  { path: "activities/profile", id: "profileId", place: { activityId: ACTIVITY.id } },
  { path: "agents/profile", id: "profileId", place: { agent: AGENT } },
] as const;

describe.each(RESOURCES)("documents at $path (xAPI 2.2, 2.3, 2.6, 2.7)", ({ path, id, place }) => {
  const fresh = () => ({ ...place, [id]: randomUUID() });
  const ask = (method: string, at: Readonly<Record<string, unknown>>, asked: Asked = {}) =>
    house.ask(method, path + query(at), asked);
  const create = { "If-None-Match": "*" };

  test("are kept byte for byte under their name, with type, ETag and time of change", async () => {
    const at = fresh();
    const raw = new Uint8Array([0, 255, 1, 254, 13, 10]);
    const type = { "Content-Type": "application/octet-stream" };
    expect((await ask("PUT", at, { raw, headers: { ...type, ...create } })).status).toBe(204);
    const { status, headers } = await ask("GET", at);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-length")).toBe("6");
    expect(headers.get("etag")).toMatch(/^"[0-9a-f]{40}"$/);
    expect(Date.parse(headers.get("last-modified") ?? "")).toBeGreaterThan(Date.now() - 60_000);
    const { store } = house;
    const row = await store.db
      .selectFrom("lrs_documents")
      .select("content_base64")
      .where("document_id", "=", String((at as Readonly<Record<string, unknown>>)[id]))
      .executeTakeFirstOrThrow();
    expect(hash("sha256", Buffer.from(row.content_base64, "base64"))).toBe(hash("sha256", raw));
  });

  test("merge when two JSON objects meet in a POST, and nothing else merges", async () => {
    const at = fresh();
    await ask("POST", at, { body: { x: 1, y: { deep: 1 } } });
    expect((await ask("POST", at, { body: { y: 2, z: 3 } })).status).toBe(204);
    expect((await ask("GET", at)).json).toEqual({ x: 1, y: 2, z: 3 });
    for (const asked of [
      { raw: "{", headers: { "Content-Type": "application/json" } },
      { body: [1] },
      { raw: "plain", headers: { "Content-Type": "text/plain" } },
    ])
      expect((await ask("POST", at, asked)).status).toBe(400);
    expect((await ask("GET", at)).json).toEqual({ x: 1, y: 2, z: 3 });
  });

  test("change only for who holds the present ETag, by PUT, POST or DELETE (3.1)", async () => {
    const at = fresh();
    await ask("POST", at, { body: { x: 1 } });
    const old = (await ask("GET", at)).headers.get("etag") ?? "";
    expect((await ask("PUT", at, { body: { x: 2 }, headers: { "If-Match": old } })).status).toBe(204);
    for (const method of ["PUT", "POST", "DELETE"]) {
      const asked = { ...(method === "DELETE" ? {} : { body: { x: 3 } }), headers: { "If-Match": old } };
      expect((await ask(method, at, asked)).status).toBe(412);
    }
    expect((await ask("PUT", at, { body: { x: 3 }, headers: create })).status).toBe(412);
    expect((await ask("GET", at)).json).toEqual({ x: 2 });
  });

  test("two who read the same and write: one wins, the other learns it", async () => {
    const at = fresh();
    await ask("POST", at, { body: { x: 0 } });
    const headers = { "If-Match": (await ask("GET", at)).headers.get("etag") ?? "" };
    const answers = await Promise.all([1, 2, 3].map((x) => ask("PUT", at, { body: { x }, headers })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412, 412]);
  });

  test("are not overwritten blindly: 409 in 2.0.0, and as 1.0.3 has it there", async () => {
    const at = fresh();
    await ask("POST", at, { body: { x: 1 } });
    expect((await ask("PUT", at, { body: { x: 2 } })).status).toBe(409);
    const isState = id === "stateId";
    expect((await ask("PUT", at, { body: { x: 2 }, version: "1.0.3" })).status).toBe(isState ? 204 : 409);
    expect((await ask("PUT", fresh(), { body: { x: 2 }, version: "1.0.3" })).status).toBe(isState ? 204 : 400);
  });

  test("are listed by name, all or those changed since", async () => {
    const activityId = `https://example.org/${randomUUID()}`;
    const agent = { mbox: `mailto:${randomUUID()}@example.org` };
    const here = { ...("activityId" in place ? { activityId } : {}), ...("agent" in place ? { agent } : {}) };
    const start = Date.now();
    for (const [step, name] of ["a", "b", "c"].entries()) {
      house.setNow(start + step * 1000);
      await ask("POST", { ...here, [id]: name }, { body: {} });
    }
    expect((await ask("GET", here)).json).toEqual(["a", "b", "c"]);
    expect((await ask("GET", { ...here, since: new Date(start + 500).toISOString() })).json).toEqual(["b", "c"]);
    expect((await ask("GET", { ...here, since: "soon" })).status).toBe(400);
  });

  test("are gone after DELETE, and a missing one is 404", async () => {
    const at = fresh();
    await ask("POST", at, { body: {} });
    expect((await ask("DELETE", at)).status).toBe(204);
    expect((await ask("GET", at)).status).toBe(404);
  });

  test("need every part of their place", async () => {
    const at = fresh();
    for (const name of Object.keys(at)) {
      const { [name]: _left, ...rest } = at as Record<string, unknown>;
      expect([name, (await ask("PUT", rest, { body: {}, headers: create })).status]).toEqual([name, 400]);
    }
  });
});

test("states of one registration are apart from those of another and of none; DELETE without a name takes all", async () => {
  const place = { activityId: `https://example.org/${randomUUID()}`, agent: AGENT, stateId: "s" };
  const [one, other] = [randomUUID(), randomUUID()];
  const ask = (method: string, more: object, asked: Asked = {}) =>
    house.ask(method, `activities/state${query({ ...place, ...more })}`, asked);
  await ask("POST", {}, { body: { of: "none" } });
  await ask("POST", { registration: one }, { body: { of: "one" } });
  await ask("POST", { registration: other }, { body: { of: "other" } });
  expect((await ask("GET", { registration: one })).json).toEqual({ of: "one" });
  expect((await ask("GET", {})).json).toEqual({ of: "none" });
  expect((await ask("GET", { registration: "7" })).status).toBe(400);
  const { stateId: _name, ...all } = place;
  expect((await house.ask("DELETE", `activities/state${query({ ...all, registration: one })}`)).status).toBe(204);
  expect((await ask("GET", { registration: one })).status).toBe(404);
  expect((await ask("GET", { registration: other })).status).toBe(200);
  await house.ask("DELETE", `activities/state${query(all)}`);
  expect((await house.ask("GET", `activities/state${query(all)}`)).json).toEqual([]);
});
