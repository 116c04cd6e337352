import { createRequire } from "node:module";
import type XapiClient from "@xapi/xapi";
import { afterAll, afterEach, expect, test } from "vitest";
import { openNote } from "../../sim-server/evaluation/checkpoint.ts";
import {
  type Cookie,
  call,
  claimSeat,
  createRun,
  enter,
  forget,
  freshDataDir,
  type ServerProcess,
  staff,
  startServer,
  ticketOf,
  until,
} from "./server.fixture.ts";

// Somebody else's client, which speaks CommonJS in Node.
const Client = createRequire(import.meta.url)("@xapi/xapi") as typeof XapiClient.default;

const PORT = 4152;
const dataDir = freshDataDir();
let server: ServerProcess | undefined;
afterEach(async () => {
  await server?.end("SIGKILL");
});
afterAll(() => forget(dataDir));

type Kept = { id: string; verb: { id: string }; context: { registration: string }; actor: { name?: string } };
type Counts = { counts: { waiting: number; sent: number; carried: number; parked: number } };

async function clientOf({ origin }: ServerProcess, admin: Cookie, version: "1.0.3" | "2.0.0") {
  const body = { label: `client ${version}`, scopes: ["all"], version };
  const path = "/api/records/credentials";
  const made = await call<{ credential: { id: string }; secret: string }>(origin, "POST", path, {
    cookie: admin,
    body,
  });
  expect(made.status).toBe(201);
  const auth = Client.toBasicAuth(made.body.credential.id, made.body.secret);
  return new Client({ endpoint: `${origin}/xapi/`, auth, version: version as "1.0.3" });
}

test("a run that ended is in the record store once, though the server is killed as soon as it has ended", async () => {
  server = await startServer(PORT, dataDir);
  const people = await staff(server);
  const run = await createRun(server.origin, people.instructor);
  const seat = await claimSeat(server.origin, run.code, "shift-leader-1", "李敏");
  const trainee = await enter(server.origin, run.runId, seat.token);
  const teacher = await enter(server.origin, run.runId, await ticketOf(server.origin, people.instructor));
  await teacher.ask({ do: "start" });
  await until(() => trainee.room.state.tick > 5);
  await teacher.ask({ do: "end" });
  await until(() => trainee.room.state.phase === "ended");
  await server.end("SIGKILL");

  server = await startServer(PORT, dataDir);
  const { origin } = server;
  const counts = async () => (await call<Counts>(origin, "GET", "/api/records", { cookie: people.admin })).body.counts;
  const endMs = performance.now() + 15_000;
  while ((await counts()).sent === 0 || (await counts()).waiting > 0) {
    if (performance.now() > endMs) throw new Error(JSON.stringify(await counts()));
    await new Promise((done) => setTimeout(done, 100));
  }

  const log = "/api/records/log";
  const proof = await call<{ index: number; size: number }>(origin, "GET", `${log}/runs/${run.runId}`, {
    cookie: people.admin,
  });
  expect(proof.body).toMatchObject({ index: 0, size: 1 });
  const note = await call<string>(origin, "GET", `${log}/checkpoint`, { cookie: people.admin });
  const key = await call<string>(origin, "GET", `${log}/key`, { cookie: people.admin });
  expect(openNote(note.body, key.body.trim())).toMatch(/^localhost:4152\/runs\n1\n/);

  const client = await clientOf(server, people.admin, "1.0.3");
  const found = await client.getStatements({ ascending: true, limit: 500 });
  const kept = found.data.statements as unknown as Kept[];
  expect(kept).toHaveLength((await counts()).sent);
  expect(new Set(kept.map(({ context }) => context.registration)).size).toBe(1);
  const own = kept.filter(({ actor }) => actor.name === "李敏").map(({ verb }) => verb.id.split("/").at(-1));
  expect(own[0]).toBe("initialized");
  expect(own.at(-1)).toBe("terminated");
  expect(own.filter((verb) => verb === "terminated")).toHaveLength(1);
}, 60_000);

test.each(["1.0.3", "2.0.0"] as const)(
  "another maker's client speaks %s with our record store",
  async (version) => {
    const own = freshDataDir();
    server = await startServer(PORT, own);
    const people = await staff(server);
    const client = await clientOf(server, people.admin, version);
    const agent = {
      objectType: "Agent" as const,
      account: { homePage: "https://example.org", name: "甲" },
      name: "王甲",
    };
    const activity = { objectType: "Activity" as const, id: "https://example.org/活动/1" };
    const statement = { actor: agent, verb: Client.Verbs.COMPLETED, object: activity };

    expect((await client.getAbout()).data.version).toEqual(["1.0.3", "2.0.0"]);
    const [id = ""] = (await client.sendStatement({ statement })).data;
    const [again] = (await client.sendStatement({ statement: { ...statement, id } })).data;
    expect(again).toBe(id);
    const conflict = client.sendStatement({ statement: { ...statement, id, verb: Client.Verbs.FAILED } });
    await expect(conflict).rejects.toMatchObject({ response: { status: 409 } });
    expect((await client.getStatement({ statementId: id })).data).toMatchObject({ id, actor: agent });
    await client.sendStatements({ statements: Array.from({ length: 60 }, () => statement) });
    const first = (await client.getStatements({ agent, limit: 50 })).data;
    const more = (await client.getMoreStatements({ more: first.more })).data as typeof first;
    expect([first.statements.length, more.statements.length, more.more]).toEqual([50, 11, ""]);
    const [voiding = ""] = (await client.voidStatement({ actor: agent, statementId: id })).data;
    expect((await client.getVoidedStatement({ voidedStatementId: id })).data).toMatchObject({ id });
    expect((await client.getStatement({ statementId: voiding })).data).toMatchObject({ object: { id } });

    await client.createState({ agent, activityId: activity.id, stateId: "bookmark", state: { page: 3 } });
    await client.createState({ agent, activityId: activity.id, stateId: "bookmark", state: { mark: "甲" } });
    const state = await client.getState({ agent, activityId: activity.id, stateId: "bookmark" });
    expect(state.data).toEqual({ page: 3, mark: "甲" });
    expect((await client.getAgent({ agent })).data).toMatchObject({ objectType: "Person", name: ["王甲"] });
    forget(own);
  },
  60_000,
);

test("only an administrator sees the outbox and makes keys, and a revoked key opens nothing", async () => {
  const own = freshDataDir();
  server = await startServer(PORT, own);
  const { origin } = server;
  const people = await staff(server);
  expect((await call(origin, "GET", "/api/records")).status).toBe(401);
  expect((await call(origin, "GET", "/api/records", { cookie: people.instructor })).status).toBe(403);
  expect((await fetch(`${origin}/xapi/statements`, { headers: { "X-Experience-API-Version": "2.0.0" } })).status).toBe(
    401,
  );
  const body = { label: "learning management", scopes: ["statements/read"] };
  const path = "/api/records/credentials";
  const made = await call<{ credential: { id: string }; secret: string }>(origin, "POST", path, {
    cookie: people.admin,
    body,
  });
  const headers = {
    Authorization: `Bearer ${made.body.credential.id}.${made.body.secret}`,
    "X-Experience-API-Version": "2.0.0",
    "Content-Type": "application/json",
  };
  // A doubled slash, as some clients send it.
  expect((await fetch(`${origin}/xapi//statements`, { headers })).status).toBe(200);
  const post = { method: "POST", headers, body: "[]" };
  expect((await fetch(`${origin}/xapi/statements`, post)).status).toBe(403);
  const url = `${origin}${path}/${made.body.credential.id}`;
  expect((await fetch(url, { method: "DELETE", headers: { cookie: people.admin } })).status).toBe(204);
  expect((await fetch(`${origin}/xapi/statements`, { headers })).status).toBe(401);
  expect((await fetch(`${origin}/xapi-profile`)).headers.get("content-type")).toMatch(/^application\/ld\+json/);
  forget(own);
}, 60_000);
