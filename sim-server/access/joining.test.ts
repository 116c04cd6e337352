import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AccessServer, RUN, startAccess } from "./access.fixture.ts";

let server: AccessServer;
let code: string;
beforeAll(async () => {
  server = await startAccess(4122);
  code = (await server.access.codes.issue(RUN)).code;
});
afterAll(() => server.stop());

const claim = (slot: string, name: string, token?: string) =>
  server.post("/api/join/claim", {
    code,
    slot,
    name,
    deviceId: "device-0001",
    ...(token === undefined ? {} : { token }),
  });

describe("joining a run", () => {
  let token: string;

  test("the code, spaced as it is read aloud or in full-width digits, shows the run and its free slots", async () => {
    const offered = {
      runId: "run-1",
      title: { zh: "液氯泄漏", en: "Chlorine leak" },
      slots: [
        { slot: "commander-1", positionTitle: { zh: "指挥长", en: "Commander" }, name: "李明", free: true },
        { slot: "operator-1", positionTitle: { zh: "操作员", en: "Operator" }, name: "", free: true },
      ],
    };
    const fullWidth = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
    for (const written of [code, `${code.slice(0, 3)} ${code.slice(3)}`, fullWidth]) {
      expect(await server.post("/api/join", { code: written })).toMatchObject({ status: 200, body: offered });
    }
  });

  test("claiming a slot gives a seat's token that names the seat and nothing else", async () => {
    const asked = await claim("operator-1", "王芳");
    expect(asked).toMatchObject({ status: 200, body: { runId: "run-1", slot: "operator-1" } });
    token = String(asked.body["token"]);
    expect(await server.access.authenticate(token)).toEqual({
      kind: "seat",
      runId: "run-1",
      slot: "operator-1",
      position: "operator",
      name: "王芳",
    });
    const shown = await server.post("/api/join", { code });
    expect(shown.body["slots"]).toContainEqual(
      expect.objectContaining({ slot: "operator-1", name: "王芳", free: false }),
    );
    expect(JSON.stringify(shown.body)).not.toContain(token);
  });

  test("the same device comes back to its seat; another device is refused", async () => {
    expect((await claim("operator-1", "王芳", token)).body["token"]).toBe(token);
    expect(await claim("operator-1", "冒名者")).toMatchObject({ status: 409, body: { code: "seat-taken" } });
    const other = await claim("operator-1", "冒名者", `seat.${"A".repeat(43)}`);
    expect(other).toMatchObject({ status: 409, body: { code: "seat-taken" } });
    expect(await server.access.authenticate(token)).toMatchObject({ name: "王芳" });
  });

  test("of many devices claiming one slot at once, one gets it", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_, index) => claim("commander-1", `人${index}`)));
    expect(all.map((asked) => asked.status).toSorted()).toEqual([200, ...new Array<number>(7).fill(409)]);
  });

  test("a released seat is free again and its old token is worth nothing", async () => {
    const before = await server.access.authenticate(token);
    await server.access.seats.release("run-1", "operator-1");
    expect(await server.access.authenticate(token)).toBeUndefined();
    expect(before && (await server.access.stillAllowed(before))).toBeUndefined();
    expect((await claim("operator-1", "新人")).status).toBe(200);
  });

  test("only the hash of a token is kept", async () => {
    const kept = JSON.stringify(await server.store.db.selectFrom("seats").selectAll().execute());
    expect(kept).not.toContain(token.slice(5));
    expect(kept).toMatch(/[0-9a-f]{64}/);
  });

  test("a slot the run does not have is not found", async () => {
    expect(await claim("director-1", "x")).toMatchObject({ status: 404, body: { code: "not-found" } });
  });

  test("an unknown code and an expired one are told apart, and a seat outlives its code", async () => {
    const seated = String((await claim("operator-1", "新人")).body["token"] ?? "");
    expect(seated).toBe(""); // taken above
    const unknown = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    expect(await server.post("/api/join", { code: unknown })).toMatchObject({
      status: 404,
      body: { code: "code-unknown" },
    });
    await server.access.seats.release("run-1", "operator-1");
    const held = String((await claim("operator-1", "新人")).body["token"]);
    server.clock.nowMs += 240 * 60_000;
    expect(await server.post("/api/join", { code })).toMatchObject({ status: 410, body: { code: "code-expired" } });
    expect(await server.access.authenticate(held)).toMatchObject({ slot: "operator-1" });
    await server.access.endRun("run-1");
    expect(await server.access.authenticate(held)).toBeUndefined();
  });

  test("wrong codes from one address are soon refused, with the time to wait", async () => {
    const answers = [];
    for (let guess = 0; guess < 40; guess += 1) answers.push(await server.post("/api/join", { code: "123456" }));
    const limited = answers.filter((asked) => asked.status === 429);
    expect(limited.length).toBeGreaterThanOrEqual(10);
    expect(limited[0]?.body).toEqual({ code: "rate-limited", retryAfterS: expect.any(Number) });
    expect(Number(limited[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("an account's way into a room", () => {
  test("is a ticket that opens one door once, within a minute", async () => {
    const cookie = await server.person("inst", ["instructor"]);
    const ticket = async () => String((await server.post("/api/room-ticket", undefined, { cookie })).body["ticket"]);
    const first = await ticket();
    expect(await server.access.authenticate(first)).toMatchObject({
      kind: "account",
      roles: ["instructor"],
      unit: "north",
    });
    expect(await server.access.authenticate(first)).toBeUndefined();
    const late = await ticket();
    server.clock.nowMs += 60_000;
    expect(await server.access.authenticate(late)).toBeUndefined();
  });

  test("is shut, also for a websocket that comes back, once the account is disabled", async () => {
    const cookie = await server.person("gone", ["instructor"]);
    const ticket = String((await server.post("/api/room-ticket", undefined, { cookie })).body["ticket"]);
    const actor = await server.access.authenticate(ticket);
    if (actor?.kind !== "account") throw new Error("no actor");
    expect(await server.access.stillAllowed(actor)).toEqual(actor);
    const unused = String((await server.post("/api/room-ticket", undefined, { cookie })).body["ticket"]);
    await server.access.accounts.change(actor.accountId, { disabled: true });
    expect(await server.access.authenticate(unused)).toBeUndefined();
    expect(await server.access.stillAllowed(actor)).toBeUndefined();
  });

  test.each(["", "seat.", "ticket.x", `session.${"A".repeat(43)}`, "' or 1=1 --", "\0"])(
    "%j opens nothing",
    async (token) => {
      expect(await server.access.authenticate(token)).toBeUndefined();
    },
  );
});
