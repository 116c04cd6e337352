// The rooms beside the drill: the feed of open runs, and a recorded run that several people watch together.
import { Client, type Room } from "@colyseus/sdk";
import { expect, test } from "vitest";
import { headerFor } from "../../sim-server/journal/header.fixture.ts";
import { openJournal } from "../../sim-server/journal/journal.ts";
import { openRunList } from "../../sim-server/journal/runs.ts";
import type { FeedMessages } from "../../sim-server/protocol/api.ts";
import type { Watching, WatchRoom } from "../../sim-server/protocol/watching.ts";
import { openStore } from "../../sim-server/store/open-store.ts";
import { pause } from "./drill.fixture.ts";
import { openHouse } from "./house.fixture.ts";
import {
  type Cookie,
  call,
  claimSeat,
  createRun,
  enter,
  forget,
  freshDataDir,
  signIn,
  staff,
  startServer,
  ticketOf,
  until,
} from "./server.fixture.ts";

const house = openHouse(4168);

async function joined<State>(roomId: string, cookie: Cookie): Promise<Room<unknown, State>> {
  const sdk = new Client(house.server.origin);
  sdk.auth.token = await ticketOf(house.server.origin, cookie);
  return sdk.joinById<State>(roomId);
}

async function strangersCookie(): Promise<Cookie> {
  const account = {
    login: "south",
    name: "南",
    unit: "south",
    roles: ["instructor"],
    password: "right horse 电池 42",
  };
  await call(house.server.origin, "POST", "/api/accounts", { cookie: house.people.admin, body: account });
  return signIn(house.server.origin, "south");
}

test("the feed tells each account of its own unit's open runs, when it comes and when one changes", async () => {
  const { origin } = house.server;
  const rowsOf = async (cookie: Cookie) => {
    const heard: FeedMessages["runs"][] = [];
    const room = await joined("feed", cookie);
    room.onMessage("runs", (message: FeedMessages["runs"]) => void heard.push(message));
    return () => heard.at(-1)?.rows;
  };
  const teachers = await rowsOf(house.people.instructor);
  const judges = await rowsOf(house.people.evaluator);
  const strangers = await rowsOf(await strangersCookie());
  await until(() => teachers()?.length === 0 && strangers()?.length === 0);

  const run = await createRun(origin, house.people.instructor);
  await until(() => teachers()?.[0]?.runId === run.runId);
  expect(teachers()?.[0]).toMatchObject({ state: "lobby", code: run.code });
  await until(() => judges()?.length === 1);
  expect(judges()?.[0]?.code).toBeNull();

  const seat = await claimSeat(origin, run.code, "operator-1", "李明");
  await enter(origin, run.runId, seat.token);
  const teacher = await enter(origin, run.runId, await ticketOf(origin, house.people.instructor));
  await teacher.ask({ do: "start" });
  await until(() => teachers()?.[0]?.state === "running" && teachers()?.[0]?.people.includes("李明") === true);
  await teacher.ask({ do: "end" });
  await until(() => teachers()?.length === 0);
  expect(strangers()).toEqual([]);

  const sdk = new Client(origin);
  sdk.auth.token = seat.token;
  await expect(sdk.joinById("feed")).rejects.toThrow();
}, 60_000);

test("two evaluators watch a run together: what one does, the other sees, and another unit stays outside", async () => {
  const { origin } = house.server;
  const run = await createRun(origin, house.people.instructor);
  const teacher = await enter(origin, run.runId, await ticketOf(origin, house.people.instructor));
  await teacher.ask({ do: "start" });
  await teacher.ask({ do: "speed", factor: 4 });
  await until(() => teacher.room.state.tick > 150, 20_000);
  await teacher.ask({ do: "end" });
  await pause(300);

  const path = `/api/runs/${run.runId}/watch`;
  const opened = await call<WatchRoom>(origin, "POST", path, { cookie: house.people.evaluator });
  expect(opened.status).toBe(201);
  expect((await call<WatchRoom>(origin, "POST", path, { cookie: house.people.instructor })).body).toEqual(opened.body);
  const { roomId } = opened.body;
  const one = await joined<Watching>(roomId, house.people.evaluator);
  const other = await joined<Watching>(roomId, house.people.instructor);
  await until(() => one.state.people === 2 && other.state.people === 2);

  one.send("watch", { do: "seek", tick: 40 });
  await until(() => other.state.tick === 40);
  expect(other.state).toMatchObject({ playing: false, by: "judge" });
  other.send("watch", { do: "rate", rate: 16 });
  other.send("watch", { do: "play" });
  await until(() => one.state.playing && one.state.tick > 60);
  await until(() => !one.state.playing && one.state.tick >= 150, 15_000);
  one.send("watch", { do: "seek", tick: 1e9 });
  one.send("watch", { do: "rate", rate: 3 });
  one.send("watch", "nonsense");
  await pause(300);
  expect(other.state.tick).toBeLessThan(1000);
  expect(other.state.rate).toBe(16);

  const stranger = await signIn(origin, "south");
  expect((await call(origin, "POST", path, { cookie: stranger })).status).toBe(404);
  await expect(joined(roomId, stranger)).rejects.toThrow();
}, 60_000);

test("a run of another engine is not played again by this one, and that is said", async () => {
  const dataDir = freshDataDir();
  const store = await openStore(dataDir);
  const journal = openJournal(store);
  const header = { ...headerFor("old-run"), engine: "sandtable-0" };
  await journal.create(header);
  await journal.close("old-run", 0, "stopped");
  const scenario = { id: header.scenario.id, title: { zh: "旧", en: "old" } };
  const about = { runId: "old-run", scenario, unit: "north", createdBy: "chief", createdAtMs: 1, people: [] };
  await openRunList(store).add(about);
  await openRunList(store).change("old-run", { state: "ended", outcome: "stopped" });
  await store.close();
  const server = await startServer(4169, dataDir);
  const { evaluator } = await staff(server);
  const answer = await call<{ code: string }>(server.origin, "GET", "/api/runs/old-run/replay", { cookie: evaluator });
  expect(answer).toMatchObject({ status: 409, body: { code: "other-engine" } });
  await server.end("SIGTERM");
  forget(dataDir);
}, 60_000);
