import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type AccessServer, cookieOf, GOOD_PASSWORD, startAccess } from "./access.fixture.ts";

let server: AccessServer;
let admin: string;
beforeAll(async () => {
  server = await startAccess(4123);
  admin = await server.person("chief", ["admin"]);
});
afterAll(() => server.stop());
afterEach(() => {
  server.clock.nowMs += 3 * 3_600_000; // Lets every limit of the test before refill.
});

const login = (name: string, password: string) => server.post("/api/login", { login: name, password });

describe("guessing a password", () => {
  test("after five wrong ones even the right one waits, longer each time, and then is let in", async () => {
    for (let guess = 0; guess < 5; guess += 1) expect((await login("chief", `wrong guess ${guess}`)).status).toBe(401);
    const locked = await login("chief", GOOD_PASSWORD);
    expect(locked).toMatchObject({ status: 429, body: { code: "rate-limited", retryAfterS: 30 } });
    server.clock.nowMs += 30_000;
    expect((await login("chief", "wrong guess 6")).status).toBe(401);
    expect((await login("chief", GOOD_PASSWORD)).body["retryAfterS"]).toBe(60);
    server.clock.nowMs += 60_000;
    expect((await login("chief", GOOD_PASSWORD)).status).toBe(200);
    expect((await login("chief", "wrong guess 7")).status).toBe(401); // The slate is clean again.
  });

  test("sent all at once is counted all at once", async () => {
    const all = await Promise.all(Array.from({ length: 30 }, (_, guess) => login("chief", `wrong guess ${guess}`)));
    expect(all.filter((asked) => asked.status === 401).length).toBeLessThanOrEqual(5);
    expect(all.filter((asked) => asked.status === 429).length).toBeGreaterThanOrEqual(25);
  });

  test("one person's lockout leaves another at the same address free to sign in", async () => {
    await server.person("neighbour", ["instructor"]);
    for (let guess = 0; guess < 6; guess += 1) await login("chief", `wrong guess ${guess}`);
    expect((await login("neighbour", GOOD_PASSWORD)).status).toBe(200);
  });
});

describe("a stranger's page", () => {
  const from = (headers: Record<string, string>) =>
    server.post("/api/room-ticket", undefined, { cookie: admin, headers });

  test.each<[string, Record<string, string>]>([
    ["another origin", { origin: "https://evil.example" }],
    ["the same host on another port", { origin: "http://127.0.0.1:4999" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a neighbouring subdomain", { "sec-fetch-site": "same-site" }],
  ])("from %s cannot act in a signed-in person's name", async (_, headers) => {
    expect(await from(headers)).toMatchObject({ status: 403, body: { code: "cross-origin" } });
  });

  test("our own page can", async () => {
    admin = await server.person("second.chief", ["admin"]);
    expect((await from({ origin: server.origin, "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("cannot post a form as JSON: only application/json is read", async () => {
    const raw = JSON.stringify({ login: "chief", password: GOOD_PASSWORD });
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const asked = await server.post("/api/login", undefined, { raw, headers: { "content-type": type } });
      expect(asked).toMatchObject({ status: 415, body: { code: "not-json" } });
    }
  });

  test("is told by the headers what it may not do", async () => {
    const { headers } = await server.ask("GET", "/api/me");
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("content-security-policy")).not.toMatch(/https?:|\*/);
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("xr-spatial-tracking=(self)");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});

describe("behind https", () => {
  test("the cookie is Secure, bound to its host, and only under that name a session", async () => {
    const secure = await startAccess(4124, "https://sandtable.example.gov.cn");
    try {
      await secure.person("chief", ["admin"]);
      const headers = { origin: "https://sandtable.example.gov.cn" };
      const asked = await secure.post("/api/login", { login: "chief", password: GOOD_PASSWORD }, { headers });
      expect(asked.headers.getSetCookie()[0]).toMatch(/^__Host-sandtable=session.*HttpOnly; Secure; SameSite=Strict$/);
      const cookie = cookieOf(asked);
      expect((await secure.ask("GET", "/api/me", undefined, { cookie })).status).toBe(200);
      const plain = cookie.replace("__Host-", "");
      expect((await secure.ask("GET", "/api/me", undefined, { cookie: plain })).status).toBe(401);
    } finally {
      await secure.stop();
    }
  });
});

describe("bodies", () => {
  test("over 16 kB are refused unread", async () => {
    const asked = await server.post("/api/login", { login: "a", password: "x".repeat(17 * 1024) });
    expect(asked).toMatchObject({ status: 413, body: { code: "too-large" } });
  });

  test("that are not JSON are malformed, and the answer shows no stack", async () => {
    const asked = await server.post("/api/login", undefined, { raw: '{"login":' });
    expect(asked).toMatchObject({ status: 400, body: { code: "malformed" } });
    expect(Object.keys(asked.body)).toEqual(["code"]);
  });

  test("with a member too many are malformed: nobody makes himself an administrator in passing", async () => {
    const body = { token: "x", login: "x1", name: "x", unit: "x", password: GOOD_PASSWORD, roles: ["admin"] };
    expect(await server.post("/api/setup", body)).toMatchObject({ status: 400, body: { code: "malformed" } });
  });

  test("two thousand random ones never make the server fail", async () => {
    const routes = [
      "setup",
      "login",
      "logout",
      "me/password",
      "accounts",
      "join",
      "join/claim",
      "room-ticket",
    ] as const;
    const key = fc.constantFrom(
      "login",
      "password",
      "token",
      "code",
      "slot",
      "name",
      "unit",
      "roles",
      "current",
      "next",
      "__proto__",
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.string({ unit: "binary" }),
      fc.constant("123456"),
      fc.constant(["admin"]),
    );
    const body = fc.oneof(
      { weight: 4, arbitrary: fc.dictionary(key, value, { maxKeys: 7 }).map((members) => JSON.stringify(members)) },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
    );
    const asked = fc.record({ route: fc.constantFrom(...routes), body, patch: fc.boolean(), signedIn: fc.boolean() });
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(asked, async ({ route, body: raw, patch, signedIn }) => {
        const onAccount = patch && route === "accounts";
        const path = `/api/${route}${onAccount ? "/some-id" : ""}`;
        const answer = await server.ask(onAccount ? "PATCH" : "POST", path, undefined, {
          raw,
          cookie: signedIn && route !== "logout" ? admin : undefined,
        });
        statuses.add(answer.status);
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) expect(answer.body["code"]).toEqual(expect.any(String));
      }),
      { numRuns: 2000 },
    );
    expect(statuses).toContain(400);
    expect(server.bugs).toEqual([]);
  });
});
