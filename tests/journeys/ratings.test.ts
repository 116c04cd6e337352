// Several people rate one run: blind to each other until done, by account or by a link that works once; appeals stay.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRunList } from "../../sim-server/journal/runs.ts";
import type { Assessment, CreatedInvite, InvitedSheet, Mark } from "../../sim-server/protocol/assessment.ts";
import { openStore } from "../../sim-server/store/open-store.ts";
import { keepRun } from "../kept-run.fixture.ts";
import {
  type Cookie,
  call,
  forget,
  freshDataDir,
  type ServerProcess,
  signIn,
  staff,
  startServer,
} from "./server.fixture.ts";

const PORT = 4261;
const UNIT = "water-bureau";
const dataDir = freshDataDir();
let server: ServerProcess;
let run: string;
const people: Record<string, Cookie> = {};

beforeAll(async () => {
  const runId = await keepRun(dataDir);
  const store = await openStore(dataDir);
  // The fixture's rating by hand would have told everybody something beforehand.
  await store.db.deleteFrom("ratings").execute();
  await openRunList(store).change(runId, { state: "ended", outcome: "completed", endedAtMs: 1 });
  await store.close();
  server = await startServer(PORT, dataDir);
  const { admin } = await staff(server);
  for (const login of ["first", "second", "third"]) {
    const body = { login, name: login, unit: UNIT, roles: ["evaluator"], password: "right horse 电池 42" };
    await call(server.origin, "POST", "/api/accounts", { cookie: admin, body });
    people[login] = await signIn(server.origin, login);
  }
  run = `/api/runs/${runId}`;
}, 60_000);
afterAll(async () => {
  await server.end("SIGTERM");
  forget(dataDir);
});

const cookieOf = (who: string) => ({ cookie: people[who] ?? "" });
const see = async (who: string): Promise<Assessment> =>
  (await call<Assessment>(server.origin, "GET", `${run}/assessment`, cookieOf(who))).body;
const post = <T>(who: string, path: string, body: unknown) =>
  call<T>(server.origin, "POST", `${run}${path}`, { ...cookieOf(who), body });
const mine = ({ sheets }: Assessment) => sheets.find((sheet) => sheet.mine);

/** Every item of a sheet with one value for tasks and capabilities and one for markers. */
const marks = ({ items }: Assessment, step: number, marker: number): Mark[] =>
  items.evaluator.map(({ kind, item }) => ({ kind, item, value: kind === "marker" ? marker : step, reason: "" }));

async function rate(who: string, step: number, marker: number): Promise<Assessment> {
  const opened = (await post<Assessment>(who, "/sheets", { about: "" })).body;
  const body = { marks: marks(opened, step, marker), remark: who, done: true };
  return (await post<Assessment>(who, `/sheets/${mine(opened)?.sheetId}`, body)).body;
}

describe("raters with accounts", () => {
  test("a second rater sees nobody's marks or name until the own sheet is done, then how far they agree", async () => {
    await rate("first", 3, 5);
    const before = await see("second");
    expect(before.withheld).toBe("not-asked");
    expect(before.sheets.map(({ rater, marks: shown }) => [rater, shown])).toEqual([["", null]]);
    expect(before.agreement).toEqual([]);

    const opened = (await post<Assessment>("second", "/sheets", { about: "" })).body;
    expect(opened.withheld).toBe("own-sheet-open");
    expect(mine(opened)?.blind).toBe(true);
    const given = marks(opened, 3, 2);
    const path = `/sheets/${mine(opened)?.sheetId}`;
    await post("second", path, { marks: given.slice(0, 3), remark: "", done: false });
    expect((await see("second")).sheets.filter(({ marks: shown }) => shown !== null)).toHaveLength(1);

    const after = (await post<Assessment>("second", path, { marks: given, remark: "ok", done: true })).body;
    expect(after.withheld).toBeNull();
    expect(after.sheets.map(({ rater }) => rater).sort()).toEqual(["first", "second"]);
    const markers = after.agreement.find(({ kind }) => kind === "marker");
    expect(markers?.disagreed.map(({ values }) => values)).toEqual(markers && new Array(markers.items).fill([5, 2]));
  });

  test("who asks to see first may still rate, but not as a blind rater", async () => {
    expect((await see("third")).withheld).toBe("not-asked");
    const looked = (await post<Assessment>("third", "/assessment/look", {})).body;
    expect(looked.sheets.every(({ marks: shown }) => shown !== null)).toBe(true);
    expect(mine(await rate("third", 1, 3))?.blind).toBe(false);
  });

  test("a finished sheet is closed, and what was never asked is no mark", async () => {
    const own = mine(await see("first"))?.sheetId;
    expect((await post("first", `/sheets/${own}`, { marks: [], remark: "", done: true })).status).toBe(409);
    expect((await post("second", `/sheets/${own}`, { marks: [], remark: "", done: true })).status).toBe(404);
    expect((await post("first", "/sheets", { about: "" })).status).toBe(409);
  });

  test("one evidence set reads on every scale", async () => {
    const { scaled } = await see("first");
    expect(scaled.map(({ scale }) => scale.id).sort()).toEqual([
      "aq-t-9009",
      "cn-four-grade",
      "hseep-psmu",
      "pass-fail",
      "percent",
    ]);
  });
});

describe("raters with a link", () => {
  const invite = async (source: string, label: string): Promise<CreatedInvite> =>
    (await post<CreatedInvite>("first", "/invites", { source, about: "", label, lifeDays: 7 })).body;
  const tokenOf = ({ link }: CreatedInvite) => link.slice(link.indexOf("#") + 1);
  const open = <T = InvitedSheet>(path: string, body: unknown) => call<T>(server.origin, "POST", path, { body });
  const sheetMarks = ({ items }: InvitedSheet): Mark[] =>
    items.map(({ kind, item, anchors }) => ({ kind, item, value: anchors.at(-1)?.value ?? 0, reason: "" }));

  test("one link gives one sheet, however often it is sent at once", async () => {
    const token = tokenOf(await invite("third-party", "市消防协会"));
    const { body } = await open("/api/rate", { token });
    expect(body.results).toBeNull();
    const send = { token, name: "陈工", marks: sheetMarks(body), remark: "" };
    const replies = await Promise.all(Array.from({ length: 5 }, () => open("/api/rate/send", send)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410]);
    expect((await open("/api/rate", { token })).status).toBe(410);
    expect((await see("first")).sheets.filter(({ source }) => source === "third-party")).toHaveLength(1);
  });

  test("a withdrawn link is shut, and a guessed one was never there", async () => {
    const made = await invite("peer", "班组同事");
    await post("first", `/invites/${made.invite.inviteId}/revoke`, {});
    expect((await open("/api/rate", { token: tokenOf(made) })).status).toBe(410);
    expect((await open("/api/rate", { token: `rate.${"A".repeat(43)}` })).status).toBe(404);
  });

  test("all sides are told apart, weighted by the scenario, and who is missing is said", async () => {
    const token = tokenOf(await invite("superior", "局领导"));
    const { body } = await open("/api/rate", { token });
    await open("/api/rate/send", { token, name: "刘局", marks: sheetMarks(body), remark: "" });
    const [round] = (await see("first")).rounds;
    const by = Object.fromEntries(round?.sources.map((one) => [one.source, one]) ?? []);
    expect(by["superior"]?.mean).toBe(5);
    // Three evaluators gave 5, 2 and 3 throughout.
    expect(by["evaluator"]?.mean).toBeCloseTo(10 / 3, 9);
    const weight = (source: string): number => by[source]?.weight ?? 0;
    const total = weight("evaluator") + weight("superior") + weight("third-party");
    const expected = ((10 / 3) * weight("evaluator") + 5 * weight("superior") + 5 * weight("third-party")) / total;
    expect(round?.weighted).toBeCloseTo(expected, 9);
    expect(round?.missing).toEqual(["served", "peer", "self"]);
  });

  test("a person rates himself first, then sees the result beside it and may appeal; the answer stands", async () => {
    const token = tokenOf(await invite("self", "李明"));
    const { body } = await open("/api/rate", { token });
    expect(body.results).toBeNull();
    expect((await open("/api/rate/appeal", { token, item: "x", text: "早了" })).status).toBe(409);
    const sent = await open("/api/rate/send", { token, name: "李明", marks: sheetMarks(body), remark: "" });
    const [first] = sent.body.results ?? [];
    expect(first?.own).toBe(3);
    const appealed = await open("/api/rate/appeal", { token, item: first?.task, text: "当时电话占线" });
    expect(appealed.body.appeals.map(({ text, verdict }) => [text, verdict])).toEqual([["当时电话占线", null]]);
    const answer = { verdict: "upheld", answer: "经复核属实" };
    expect((await post("second", "/appeals/1", answer)).status).toBe(200);
    expect((await post("third", "/appeals/1", { verdict: "rejected", answer: "再想想" })).status).toBe(409);
    expect((await open("/api/rate", { token })).body.appeals[0]).toMatchObject({ ...answer, answeredBy: "second" });
  });
});
