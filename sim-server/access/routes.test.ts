import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AccessServer, cookieOf, GOOD_PASSWORD, RUN, startAccess } from "./access.fixture.ts";
import { maySeeUnit } from "./account.ts";

let server: AccessServer;
let admin: string;
let instructor: string;
let evaluator: string;
beforeAll(async () => {
  server = await startAccess(4121);
});
afterAll(() => server.stop());

describe("the first account", () => {
  const body = { login: " Chief ", name: "张主任", unit: "north", password: GOOD_PASSWORD };

  test("needs the printed link, a good password, and is made once", async () => {
    const token = await server.access.signIn.setupToken();
    expect(token).toMatch(/^setup\./);
    const wrong = `setup.${"A".repeat(43)}`;
    expect(await server.post("/api/setup", { ...body, token: wrong })).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
    expect(await server.post("/api/setup", { ...body, token, password: "short" })).toMatchObject({
      status: 422,
      body: { code: "weak-password", detail: "too-short" },
    });
    const twice = await Promise.all([1, 2].map(() => server.post("/api/setup", { ...body, token })));
    expect(twice.map((asked) => asked.status).toSorted()).toEqual([201, 409]);
    const made = twice.find((asked) => asked.status === 201);
    if (!made) throw new Error("nobody was made");
    expect(made.body).toMatchObject({ name: "张主任", unit: "north", roles: ["instructor", "evaluator", "admin"] });
    expect((await server.ask("GET", "/api/me", undefined, { cookie: cookieOf(made) })).body).toEqual(made.body);
    expect(await server.access.signIn.setupToken()).toBeUndefined();
    expect(await server.post("/api/setup", { ...body, token })).toMatchObject({
      status: 403,
      body: { code: "link-used" },
    });
    admin = cookieOf(made);
    instructor = await server.person("inst", ["instructor"]);
    evaluator = await server.person("eval", ["evaluator", "author"]);
  });
});

describe("signing in and out", () => {
  test("gives a cookie that scripts and other sites cannot use", async () => {
    const asked = await server.post("/api/login", { login: "CHIEF", password: GOOD_PASSWORD });
    expect(asked.status).toBe(200);
    const [cookie] = asked.headers.getSetCookie();
    expect(cookie).toMatch(
      /^sandtable=session\.[\w-]{43}; Max-Age=43200; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/,
    );
  });

  test("a wrong password and an unknown login get the same answer", async () => {
    const wrong = await server.post("/api/login", { login: "chief", password: "wrong horse battery" });
    const unknown = await server.post("/api/login", { login: "nobody", password: "wrong horse battery" });
    expect(wrong).toMatchObject({ status: 401, body: { code: "wrong-credentials" } });
    expect(unknown.body).toEqual(wrong.body);
  });

  test("signing out kills the session itself, not only the cookie", async () => {
    const asked = await server.post("/api/login", { login: "chief", password: GOOD_PASSWORD });
    const cookie = cookieOf(asked);
    const out = await server.post("/api/logout", undefined, { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^sandtable=; /);
    expect((await server.ask("GET", "/api/me", undefined, { cookie })).status).toBe(401);
  });

  test("a session in use outlives its first twelve hours, one left alone does not", async () => {
    const cookie = await server.person("idle", ["instructor"]);
    const me = async () => (await server.ask("GET", "/api/me", undefined, { cookie })).status;
    for (let hour = 0; hour < 30; hour += 10) {
      server.clock.nowMs += 10 * 3_600_000;
      expect(await me()).toBe(200);
    }
    server.clock.nowMs += 12 * 3_600_000 + 1;
    expect(await me()).toBe(401);
    admin = `sandtable=${(await reopened("chief")).token}`;
    instructor = `sandtable=${(await reopened("inst")).token}`;
    evaluator = `sandtable=${(await reopened("eval")).token}`;
  });

  test("changing one's own password needs the old one and ends every other session", async () => {
    const other = await server.person("self", ["author"]);
    const mine = `sandtable=${(await reopened("self")).token}`;
    const change = (current: string) =>
      server.post("/api/me/password", { current, next: "another 电池 horse" }, { cookie: mine });
    expect((await change("not the password")).status).toBe(401);
    const changed = await change(GOOD_PASSWORD);
    expect(changed.status).toBe(200);
    expect((await server.ask("GET", "/api/me", undefined, { cookie: other })).status).toBe(401);
    expect((await server.ask("GET", "/api/me", undefined, { cookie: cookieOf(changed) })).status).toBe(200);
  });
});

async function reopened(login: string) {
  const account = (await server.access.accounts.list()).find((candidate) => candidate.login === login);
  return server.access.sessions.open(account?.accountId ?? "");
}

describe("who may do what", () => {
  const account = { login: "new.one", name: "新人", unit: "south", roles: ["instructor"], password: GOOD_PASSWORD };
  const table: [string, string, unknown, { nobody: number; instructor: number; evaluator: number; admin: number }][] = [
    ["GET", "/api/me", undefined, { nobody: 401, instructor: 200, evaluator: 200, admin: 200 }],
    ["POST", "/api/room-ticket", undefined, { nobody: 401, instructor: 200, evaluator: 200, admin: 200 }],
    ["POST", "/api/me/password", {}, { nobody: 401, instructor: 400, evaluator: 400, admin: 400 }],
    ["GET", "/api/accounts", undefined, { nobody: 401, instructor: 403, evaluator: 403, admin: 200 }],
    ["POST", "/api/accounts", account, { nobody: 401, instructor: 403, evaluator: 403, admin: 201 }],
    ["PATCH", "/api/accounts/x", { name: "x" }, { nobody: 401, instructor: 403, evaluator: 403, admin: 404 }],
    ["POST", "/api/join", { code: "999999" }, { nobody: 404, instructor: 404, evaluator: 404, admin: 404 }],
    ["DELETE", "/api/accounts/x", undefined, { nobody: 401, instructor: 403, evaluator: 403, admin: 404 }],
    ["GET", "/api/login", undefined, { nobody: 404, instructor: 404, evaluator: 404, admin: 404 }],
  ];
  test.each(table)("%s %s", async (method, path, body, expected) => {
    const status = async (cookie?: string) => (await server.ask(method, path, body, { cookie })).status;
    expect({
      nobody: await status(),
      instructor: await status(instructor),
      evaluator: await status(evaluator),
      admin: await status(admin),
    }).toEqual(expected);
  });

  test("a seat's token, a ticket or a made-up token is no session", async () => {
    const seat = await server.access.seats.claim(RUN, { slot: "operator-1", name: "王" });
    const tokens = [seat.ok ? seat.value.token : "", `session.${"A".repeat(43)}`, "session.", "%00", "a".repeat(5000)];
    for (const token of tokens) {
      expect((await server.ask("GET", "/api/me", undefined, { cookie: `sandtable=${token}` })).status).toBe(401);
    }
    await server.access.endRun(RUN.runId);
  });

  test("only an administrator sees beyond the own unit", () => {
    expect(maySeeUnit({ roles: ["instructor"], unit: "north" }, "north")).toBe(true);
    expect(maySeeUnit({ roles: ["instructor", "evaluator"], unit: "north" }, "south")).toBe(false);
    expect(maySeeUnit({ roles: ["admin"], unit: "north" }, "south")).toBe(true);
  });
});

describe("an administrator's changes", () => {
  let id: string;
  beforeEach(async () => {
    id = (await server.access.accounts.list()).find((account) => account.login === "inst")?.accountId ?? "";
  });

  test("never show a kept password", async () => {
    const listed = await server.ask("GET", "/api/accounts", undefined, { cookie: admin });
    expect(JSON.stringify(listed.body)).not.toMatch(/argon2|password/i);
  });

  test("a login is taken once, however it is written", async () => {
    const again = { login: "INST", name: "x", unit: "x", roles: ["author"], password: GOOD_PASSWORD };
    expect(await server.post("/api/accounts", again, { cookie: admin })).toMatchObject({
      status: 409,
      body: { code: "login-taken" },
    });
  });

  test("disabling ends the person's sessions at once and keeps them out", async () => {
    const cookie = `sandtable=${(await reopened("inst")).token}`;
    const changed = await server.ask("PATCH", `/api/accounts/${id}`, { disabled: true }, { cookie: admin });
    expect(changed).toMatchObject({ status: 200, body: { disabled: true } });
    expect((await server.ask("GET", "/api/me", undefined, { cookie })).status).toBe(401);
    expect((await server.post("/api/login", { login: "inst", password: GOOD_PASSWORD })).status).toBe(401);
    await server.ask("PATCH", `/api/accounts/${id}`, { disabled: false }, { cookie: admin });
    expect((await server.post("/api/login", { login: "inst", password: GOOD_PASSWORD })).status).toBe(200);
  });

  test("the last administrator can be neither disabled nor demoted", async () => {
    const chief = (await server.access.accounts.list()).find((account) => account.login === "chief")?.accountId;
    for (const change of [{ disabled: true }, { roles: ["author"] }]) {
      const asked = await server.ask("PATCH", `/api/accounts/${chief}`, change, { cookie: admin });
      expect(asked).toMatchObject({ status: 409, body: { code: "last-admin" } });
    }
  });
});

test("nothing that happened here was a bug of ours, and no note holds a secret", () => {
  expect(server.bugs).toEqual([]);
  expect(server.notes.length).toBeGreaterThan(5);
  expect(JSON.stringify(server.notes)).not.toMatch(/horse|session\.|ticket\.|setup\./);
});
