import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  claimSeat,
  createRun,
  enter,
  forget,
  freshDataDir,
  staff,
  startServer,
  ticketOf,
  until,
} from "./server.fixture.ts";

const PORT = 4157;
const folders: string[] = [];
const folder = (): string => {
  const made = freshDataDir();
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach(forget));

test("a stopped server finishes its tick, tells its people, exits cleanly, and goes on where it was", async () => {
  const dataDir = folder();
  const server = await startServer(PORT, dataDir);
  const people = await staff(server);
  const run = await createRun(server.origin, people.instructor);
  const seat = await claimSeat(server.origin, run.code, "operator-1");
  const trainee = await enter(server.origin, run.runId, seat.token);
  const teacher = await enter(server.origin, run.runId, await ticketOf(server.origin, people.instructor));
  await teacher.ask({ do: "start" });
  await until(() => trainee.room.state.tick > 12);
  await teacher.ask({ do: "pause" });
  const tick = trainee.room.state.tick;
  let code = 0;
  trainee.room.onLeave((left) => {
    code = left;
  });

  const second = await startServer(PORT + 1, dataDir);
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/in use by another Sandtable server/);

  const taken = await startServer(PORT, folder());
  expect(await taken.ended).toBe(1);
  expect(taken.said()).toMatch(/^Port 4157 is taken; choose another with --port\.$/m);

  expect(await server.end("SIGTERM")).toBe(0);
  await until(() => code === 4001);
  const again = await startServer(PORT, dataDir);
  await until(() => /back at the last tick/.test(again.said()) || again.child.exitCode !== null);
  const back = await enter(again.origin, run.runId, seat.token);
  await until(() => back.room.state.phase === "paused");
  expect(back.room.state.tick).toBeGreaterThanOrEqual(tick);
  expect(again.said()).not.toMatch(/setup#/);
  expect(await again.end("SIGINT")).toBe(0);
}, 60_000);

test("a broken scenario is named with its problems and left out; the others are served", async () => {
  const scenarios = folder();
  mkdirSync(join(scenarios, "emergency", "broken"), { recursive: true });
  writeFileSync(join(scenarios, "emergency", "broken", "scenario.yaml"), "format: 1\nid: Broken Id\n");
  const server = await startServer(PORT + 2, folder(), "--scenarios", scenarios);
  expect(server.said()).toMatch(/emergency\/broken is left out/);
  expect(server.said()).toMatch(/scenario\.yaml:\d+:\d+: /);
  expect(server.said()).toContain("0 scenarios on offer");
  expect(await server.end("SIGTERM")).toBe(0);
}, 30_000);

test("a bad setting is one sentence and exit code 1", async () => {
  const server = await startServer(PORT, folder(), "--log", "loud");
  expect(await server.ended).toBe(1);
  expect(server.said().trim()).toBe('--log must be one of silent, error, warn, info, debug, not "loud".');
}, 30_000);
