import { expect, test } from "vitest";
import type { HumanRating, Replay, RunDetail, RunPage } from "../../sim-server/protocol/api.ts";
import { asksOfCase, chlorineStation, pause, play } from "./drill.fixture.ts";
import { openHouse } from "./house.fixture.ts";
import { call, claimSeat, createRun, detailOf, enter, type Person, signIn, ticketOf, until } from "./server.fixture.ts";

const house = openHouse(4151);

/** Enough for alarm, cordon, protection, the valve and the first hundred seconds after it. */
const UNTIL_TICK = 3300;

test("three trainees drill, an instructor steers, an evaluator rates, and all of it can be read and exported", async () => {
  const { people } = house;
  const { origin } = house.server;
  const { seed, bySlot } = asksOfCase("textbook.yaml");
  const run = await createRun(origin, people.instructor, { seed });
  const trainees = new Map<string, Person>();
  for (const slot of bySlot.keys()) {
    const seat = await claimSeat(origin, run.code, slot);
    trainees.set(slot, await enter(origin, run.runId, seat.token));
  }
  const teacher = await enter(origin, run.runId, await ticketOf(origin, people.instructor));
  const judge = await enter(origin, run.runId, await ticketOf(origin, people.evaluator));

  expect(await judge.ask({ do: "start" })).toEqual({ ok: false, refusal: { code: "forbidden" } });
  expect((await teacher.ask({ do: "start" })).ok).toBe(true);
  expect((await teacher.ask({ do: "pause" })).ok).toBe(true);
  await pause(300);
  const stood = teacher.room.state.tick;
  await pause(500);
  expect(teacher.room.state.tick).toBe(stood);
  expect((await teacher.ask({ do: "resume" })).ok).toBe(true);
  expect((await teacher.ask({ do: "speed", factor: 4 })).ok).toBe(true);

  const playing = [...trainees].map(([slot, person]) => play(person, bySlot.get(slot) ?? [], UNTIL_TICK));
  await pause(2000);
  const from = { tick: teacher.room.state.tick, ms: performance.now() };
  await pause(5000);
  const ticksPerS = ((teacher.room.state.tick - from.tick) / (performance.now() - from.ms)) * 1000;
  // Four times ten; a machine busy with other tests may fall behind, but never run ahead.
  expect(ticksPerS).toBeGreaterThan(30);
  expect(ticksPerS).toBeLessThan(42);
  const answers = (await Promise.all(playing)).flat();
  const shut = () => teacher.heard.log?.flat().some(({ kind }) => kind === "leak-stopped") === true;
  await until(shut, 30_000);
  expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(25);

  expect((await judge.ask({ do: "observe", text: "两人同进同出", task: "pair-discipline", rating: "P" })).ok).toBe(
    true,
  );
  expect((await teacher.ask({ do: "end" })).ok).toBe(true);
  await until(() => teacher.room.state.phase === "ended");
  const last = await until(() => false, 400).catch(() => detailOf(origin, people.evaluator, run.runId));
  const detail = last as RunDetail;

  expect(detail.row).toMatchObject({ state: "ended", outcome: "stopped" });
  expect(detail.journal.intact).toBe(true);
  const rating = (task: string) => detail.score?.tasks.find((one) => one.task === task)?.rating;
  for (const task of ["judge-situation", "raise-alarm", "enter-protected", "cordon-off"])
    expect([task, rating(task)]).toEqual([task, "P"]);
  // A machine busy with other tests may let the valve shut a little late, but shut it is.
  expect(["P", "M"]).toContain(rating("isolate-source"));
  expect(rating("stand-down")).toBe("U");
  const isolated = detail.score?.tasks.find((one) => one.task === "isolate-source");
  expect(isolated?.evidence.some(({ kind, by }) => kind === "operated" && by === "operator-2")).toBe(true);

  const rate = { task: "cordon-off", rating: "S", reason: "命令含糊" };
  const path = `/api/runs/${run.runId}`;
  expect((await call(origin, "POST", `${path}/ratings`, { cookie: people.evaluator, body: rate })).status).toBe(201);
  const rated = (await detailOf(origin, people.instructor, run.runId)).ratings as HumanRating[];
  expect(rated).toMatchObject([{ ...rate, by: "judge" }]);

  const csv = await call<string>(origin, "GET", `${path}/export?format=csv`, { cookie: people.evaluator });
  expect(csv.body).toContain("命令含糊");
  const xlsx = await fetch(`${origin}${path}/export?format=xlsx`, { headers: { cookie: people.evaluator } });
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  const json = await call<{ score: { percent: number } }>(origin, "GET", `${path}/export?format=json`, {
    cookie: people.evaluator,
  });
  expect(json.body.score.percent).toBe(detail.score?.percent);

  const replay = (await call<Replay>(origin, "GET", `${path}/replay`, { cookie: people.evaluator })).body;
  const shownAt = replay.frames.flatMap((frame) => (frame.people["operator-2"]?.suit === true ? [frame.tick] : []))[0];
  const wornAt = detail.facts.find(
    (fact) => fact.kind === "worn" && fact.by === "operator-2" && fact.detail["item"] === "suit",
  );
  if (wornAt) expect(shownAt).toBeGreaterThanOrEqual(wornAt.tick);
  expect(replay.durationTicks).toBe(detail.facts.find(({ kind }) => kind === "run-ended")?.tick);
  expect(
    chlorineStation()
      .slots.map(({ slot }) => slot)
      .every((slot) => replay.frames[0]?.people[slot]),
  ).toBe(true);
}, 200_000);

test("who belongs to another unit, or to nobody, sees and steers nothing", async () => {
  const { people } = house;
  const { origin } = house.server;
  const run = await createRun(origin, people.instructor);
  const account = {
    login: "stranger",
    name: "外人",
    unit: "south",
    roles: ["instructor"],
    password: "right horse 电池 42",
  };
  expect((await call(origin, "POST", "/api/accounts", { cookie: people.admin, body: account })).status).toBe(201);
  const stranger = await signIn(origin, "stranger");
  for (const path of ["", "/replay", "/export?format=json"]) {
    expect((await call(origin, "GET", `/api/runs/${run.runId}${path}`, { cookie: stranger })).status).toBe(404);
    expect((await call(origin, "GET", `/api/runs/${run.runId}${path}`)).status).toBe(401);
  }
  const listed = await call<RunPage>(origin, "GET", "/api/runs", { cookie: stranger });
  expect(listed.body).toEqual({ rows: [], total: 0 });
  await expect(enter(origin, run.runId, await ticketOf(origin, stranger))).rejects.toThrow();
  await expect(enter(origin, run.runId, "seat.guessed")).rejects.toThrow();
  const body = { scenario: "chlorine-station" };
  expect((await call(origin, "POST", "/api/runs", { cookie: people.evaluator, body })).status).toBe(403);
});
