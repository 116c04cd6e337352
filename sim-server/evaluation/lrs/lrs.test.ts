import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCOPES, type Scope } from "./credential.ts";
import { AGENT, aStatement, type LrsHouse, openLrsHouse, query } from "./lrs.fixture.ts";

let house: LrsHouse;
beforeAll(async () => {
  house = await openLrsHouse();
});
afterAll(() => house.close());

describe("versions (xAPI 3.3, 2.8)", () => {
  test.each([
    ["1.0", "1.0.3"],
    ["1.0.3", "1.0.3"],
    ["1.0.9", "1.0.3"],
    ["2.0", "2.0.0"],
    ["2.0.0", "2.0.0"],
  ])("who speaks %s is answered in %s", async (version, answered) => {
    const { status, headers } = await house.ask("GET", "statements", { version });
    expect([status, headers.get("x-experience-api-version")]).toEqual([200, answered]);
  });

  test.each([null, "0.95", "1.1.0", "3.0.0", "latest"])(
    "who speaks %s is refused, and told what is spoken",
    async (version) => {
      const { status, text } = await house.ask("GET", "statements", { version });
      expect(status).toBe(400);
      expect(text).toContain("1.0.x or 2.0.x");
    },
  );

  test("a key made for 1.0.3 is answered in 1.0.3 even when a request forgets to say its version", async () => {
    const authorization = await house.key(["all"], "1.0.3");
    const { headers } = await house.ask("GET", "statements", { authorization, version: null });
    expect(headers.get("x-experience-api-version")).toBe("1.0.3");
  });

  test("about is open to all and names the versions", async () => {
    const { status, json } = await house.ask("GET", "about", { authorization: "", version: null });
    expect([status, json]).toEqual([200, { version: ["1.0.3", "2.0.0"] }]);
  });
});

describe("who may do what (4.0)", () => {
  test("nobody without a key, with a wrong secret or an unknown key", async () => {
    const right = Buffer.from((await house.key(["all"])).slice(6), "base64").toString();
    const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
    for (const authorization of [
      "",
      basic(`${right}x`),
      basic("foo:bar"),
      basic(right.split(":")[0] ?? ""),
      "Basic %%%",
      "Digest x",
    ]) {
      const { status, headers } = await house.ask("GET", "statements", { authorization });
      expect([authorization, status]).toEqual([authorization, 401]);
      expect(headers.get("www-authenticate")).toContain("Basic");
    }
    expect((await house.ask("GET", "statements", { authorization: `Bearer ${right.replace(":", ".")}` })).status).toBe(
      200,
    );
  });

  // Scopes as xAPI 1.0.3, 4.2 lists them.
  const state = `activities/state${query({ activityId: "https://a.org/1", agent: AGENT })}`;
  const profile = `agents/profile${query({ agent: AGENT })}`;
  const allowed: Readonly<Record<Scope, readonly boolean[]>> = {
    all: [true, true, true, true],
    "all/read": [true, false, true, true],
    "statements/write": [false, true, false, false],
    "statements/read": [true, false, false, false],
    "statements/read/mine": [true, false, false, false],
    state: [false, false, true, false],
    profile: [false, false, false, true],
  };
  test.each(SCOPES)("the scope %s opens what it names and nothing else", async (scope) => {
    const authorization = await house.key([scope]);
    const answers = [
      await house.ask("GET", "statements", { authorization }),
      await house.ask("POST", "statements", { authorization, body: aStatement() }),
      await house.ask("GET", state, { authorization }),
      await house.ask("GET", profile, { authorization }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(allowed[scope].map((may) => (may ? 200 : 403)));
  });

  test("statements/read/mine shows what this key sent, and no other's", async () => {
    const mine = await house.key(["statements/write", "statements/read/mine"]);
    const [own, others] = [randomUUID(), randomUUID()];
    await house.ask("POST", "statements", { authorization: mine, body: aStatement({ id: own }) });
    await house.ask("POST", "statements", { body: aStatement({ id: others }) });
    const found = await house.ask("GET", "statements", { authorization: mine });
    expect((found.json as unknown as { statements: { id: string }[] }).statements.map(({ id }) => id)).toEqual([own]);
    expect((await house.ask("GET", `statements?statementId=${others}`, { authorization: mine })).status).toBe(404);
  });
});

describe("HTTP (1.1 to 1.4, 3.2)", () => {
  test("HEAD answers as GET does, without the body", async () => {
    for (const path of ["about", "statements", `agents${query({ agent: AGENT })}`]) {
      const [head, get] = [await house.ask("HEAD", path), await house.ask("GET", path)];
      expect([head.status, head.text, head.headers.get("content-type")]).toEqual([
        200,
        "",
        get.headers.get("content-type"),
      ]);
    }
  });

  test("every answer says up to when what it shows is complete", async () => {
    const beforeMs = Date.now();
    for (const path of ["statements", "statements?limit=no"]) {
      const through = (await house.ask("GET", path)).headers.get("x-experience-api-consistent-through");
      expect(Date.parse(through ?? "")).toBeGreaterThanOrEqual(beforeMs);
    }
  });

  test("Chinese, emoji and right-to-left text come back as they were sent", async () => {
    const id = randomUUID();
    const display = { "zh-CN": "关闭阀门 🧯", ar: "أغلق الصمام", "x-tone": "𠀀" };
    await house.ask("POST", "statements", { body: aStatement({ id, verb: { id: "https://a.org/v", display } }) });
    expect((await house.ask("GET", `statements?statementId=${id}`)).json).toMatchObject({ verb: { display } });
  });

  test("doubled slashes are taken for one, unknown places and methods refused", async () => {
    expect((await house.ask("GET", "/statements")).status).toBe(200);
    expect((await house.ask("GET", "/activities//state")).status).toBe(400);
    expect((await house.ask("GET", "constructor")).status).toBe(404);
    expect((await house.ask("DELETE", "statements")).status).toBe(405);
  });

  test("a body that is no JSON, no UTF-8 or too long is refused", async () => {
    const json = { "Content-Type": "application/json" };
    expect((await house.ask("POST", "statements", { raw: "{", headers: json })).status).toBe(400);
    expect((await house.ask("POST", "statements", { raw: new Uint8Array([34, 0xff, 34]), headers: json })).status).toBe(
      400,
    );
    const text = { raw: JSON.stringify(aStatement()), headers: { "Content-Type": "text/plain" } };
    expect((await house.ask("POST", "statements", text)).status).toBe(400);
    const long = `"${"x".repeat(17 * 1024 * 1024)}"`;
    expect((await house.ask("POST", "statements", { raw: long, headers: json })).status).toBe(413);
    expect(
      (await house.ask("POST", "statements", { raw: long.slice(0, 100_000), headers: json, authorization: "" })).status,
    ).toBe(413);
  });
});

describe("the alternate request syntax (1.3)", () => {
  const form = (values: Record<string, string>) => ({
    raw: new URLSearchParams(values).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });

  test("lets a form of 1.0.3 stand for a PUT and a GET, key and version included", async () => {
    const authorization = await house.key(["all"]);
    const id = randomUUID();
    const common = { Authorization: authorization, "X-Experience-API-Version": "1.0.3", statementId: id };
    const bare = { authorization: "", version: null };
    const put = form({ ...common, content: JSON.stringify(aStatement()) });
    expect((await house.ask("POST", "statements?method=PUT", { ...bare, ...put })).status).toBe(204);
    const got = await house.ask("POST", "statements?method=GET", { ...bare, ...form(common) });
    expect(got.json).toMatchObject({ id, version: "1.0.0" });
  });

  test("is refused when it is not a POST, has other parameters or nothing to put; and in 2.0.0", async () => {
    const version = "1.0.3";
    const content = form({ content: JSON.stringify(aStatement()) });
    expect((await house.ask("PUT", "statements?method=POST", { version, ...content })).status).toBe(400);
    expect(
      (await house.ask("POST", `statements?method=PUT&statementId=${randomUUID()}`, { version, ...content })).status,
    ).toBe(400);
    expect(
      (await house.ask("POST", "statements?method=PUT", { version, ...form({ statementId: randomUUID() }) })).status,
    ).toBe(400);
    expect((await house.ask("POST", "statements?method=GET", form({ limit: "1" }))).status).toBe(400);
  });
});

test("a client that hangs up in the middle of a batch leaves nothing of it, and the store goes on", async () => {
  const id = randomUUID();
  const text = JSON.stringify([aStatement({ id }), aStatement()]);
  const authorization = await house.key(["all"]);
  await new Promise<void>((done) => {
    const headers = {
      Authorization: authorization,
      "Content-Length": text.length,
      "Content-Type": "application/json",
      "X-Experience-API-Version": "2.0.0",
    };
    const half = request(`${house.origin}/xapi/statements`, { method: "POST", headers });
    half.on("error", () => done());
    half.write(text.slice(0, text.length / 2), () => half.destroy(new Error("gone")));
  });
  expect((await house.ask("GET", `statements?statementId=${id}`)).status).toBe(404);
});
