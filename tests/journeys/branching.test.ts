// Going back into a recorded run on a real server: bookmarks, what-if, a fork people join, a scoring by a newer rubric.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRunList } from "../../sim-server/journal/runs.ts";
import type { CreatedRun, Replay, RunDetail } from "../../sim-server/protocol/api.ts";
import type { Bookmark, Rescore, Revision, WhatIf } from "../../sim-server/protocol/branching.ts";
import { openStore } from "../../sim-server/store/open-store.ts";
import { keepRun, TEMPLATE } from "../kept-run.fixture.ts";
import {
  type Cookie,
  call,
  claimSeat,
  enter,
  forget,
  freshDataDir,
  type ServerProcess,
  staff,
  startServer,
  ticketOf,
} from "./server.fixture.ts";

const FORK_TICK = 700;
const dataDir = freshDataDir();
const shelf = freshDataDir();
let server: ServerProcess;
let admin: Cookie;
let runId: string;

beforeAll(async () => {
  runId = await keepRun(dataDir);
  const store = await openStore(dataDir);
  await openRunList(store).change(runId, { state: "ended", outcome: "completed", endedAtMs: 1, scorePercent: 100 });
  await store.close();
  // The author has gone on: the alarm is now to be raised within a second.
  const folder = join(shelf, "emergency", "template");
  mkdirSync(folder, { recursive: true });
  cpSync(TEMPLATE, folder, { recursive: true });
  const text = readFileSync(join(TEMPLATE, "scenario.yaml"), "utf8");
  const newer = text.replace("version: 1.0.0", "version: 1.1.0").replace("within: 90s", "within: 1s");
  writeFileSync(join(folder, "scenario.yaml"), newer);
  server = await startServer(4262, dataDir, "--scenarios", shelf);
  ({ admin } = await staff(server));
}, 60_000);
afterAll(async () => {
  await server.end("SIGTERM");
  forget(dataDir);
  forget(shelf);
});

const get = async <T>(path: string, id = runId): Promise<T> =>
  (await call<T>(server.origin, "GET", `/api/runs/${id}${path}`, { cookie: admin })).body;
const post = <T>(path: string, body: unknown, id = runId) =>
  call<T>(server.origin, "POST", `/api/runs/${id}${path}`, { cookie: admin, body });

test("a bookmark is there for everybody until it is removed", async () => {
  await post("/bookmarks", { tick: 900, text: "进入前未互查" });
  const made = (await post<Bookmark[]>("/bookmarks", { tick: 300, text: "报警" })).body;
  expect(made.map(({ tick, text, by }) => [tick, text, by])).toEqual([
    [300, "报警", "主任"],
    [900, "进入前未互查", "主任"],
  ]);
  await post("/bookmarks/1/remove", {});
  expect((await get<Bookmark[]>("/bookmarks")).map(({ number }) => number)).toEqual([2]);
});

test("had nobody closed the valve, the leak would not have stopped and the critical task failed", async () => {
  const { asks, before } = (await post<WhatIf>("/what-if", { tweaks: [] })).body;
  const close = asks.find(({ intent }) => intent.do === "operate" && intent.action === "close");
  const changed = (await post<WhatIf>("/what-if", { tweaks: [{ number: close?.number, byS: null }] })).body;
  expect(before.quantities.leakStoppedTick).not.toBeNull();
  expect(changed.after?.quantities.leakStoppedTick).toBeNull();
  expect(changed.after?.quantities.releasedKg).toBeGreaterThan(before.quantities.releasedKg);
  expect(changed.after?.score.tasks.find(({ task }) => task === "close-valve")?.rating).toBe("U");
  expect(changed.after?.score.passed).toBe(false);
});

test("a fork begins where the old run stood, says where it comes from, and goes on with those who join it", async () => {
  const made = await post<CreatedRun>("/fork", { tick: FORK_TICK });
  expect(made.status).toBe(201);
  const forked = made.body.runId;
  const seat = await claimSeat(server.origin, made.body.code, "operator-1", "赵新");
  const player = await enter(server.origin, forked, seat.token);
  const teacher = await enter(server.origin, forked, await ticketOf(server.origin, admin));
  expect((await teacher.ask({ do: "resume" })).ok).toBe(true);
  await new Promise((done) => setTimeout(done, 600));
  expect((await teacher.ask({ do: "end" })).ok).toBe(true);
  await player.room.leave();
  await teacher.room.leave();

  const [old, now] = [await get<RunDetail>(""), await get<RunDetail>("", forked)];
  expect(now.forkedFrom).toMatchObject({ runId, tick: FORK_TICK });
  expect(now.journal.intact).toBe(true);
  expect(now.briefing.seed).toBe(old.briefing.seed);
  const upTo = ({ facts }: RunDetail) => facts.filter(({ tick }) => tick < FORK_TICK);
  expect(upTo(now)).toEqual(upTo(old));
  expect(now.facts.some(({ kind, detail }) => kind === "joined" && detail["name"] === "赵新")).toBe(true);
  expect((await get<Replay>("/replay", forked)).durationTicks).toBeGreaterThan(FORK_TICK);
  const beyond = await post("/fork", { tick: old.facts.at(-1)?.tick ?? 0 });
  expect([beyond.status, (beyond.body as { code: string }).code]).toEqual([409, "conflict"]);
});

test("a newer rubric is shown first, then kept beside the older score with its reason", async () => {
  const shown = (await post<Rescore>("/rescore", {})).body;
  const alarm = ({ tasks }: Rescore) => tasks.find(({ task }) => task === "raise-alarm");
  expect(alarm(shown)).toMatchObject({ before: { rating: "P", points: 25 }, after: { rating: "M", points: 12.5 } });
  // Half of one task's quarter is lost, and nothing else.
  expect([shown.percent, shown.sameWorld, shown.revision]).toEqual([{ before: 100, after: 87.5 }, true, null]);
  expect((await get<RunDetail>("")).score?.percent).toBe(100);

  const kept = await post<Rescore>("/rescore", { reason: "1.1.0 版评分标准" });
  expect([kept.status, kept.body.revision]).toEqual([201, 2]);
  const detail = await get<RunDetail>("");
  expect([detail.score?.percent, detail.row.percent, detail.briefing.scenario.version]).toEqual([87.5, 87.5, "1.1.0"]);
  const revisions = await get<Revision[]>("/revisions");
  expect(revisions.map(({ revision, version, percent, by }) => [revision, version, percent, by])).toEqual([
    [1, "1.0.0", 100, null],
    [2, "1.1.0", 87.5, "主任"],
  ]);
  expect((await post("/rescore", {})).status).toBe(409);
});
