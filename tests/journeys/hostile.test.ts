import { expect, test } from "vitest";
import { pause } from "./drill.fixture.ts";
import { openHouse } from "./house.fixture.ts";
import { claimSeat, createRun, detailOf, enter, type Person, ticketOf } from "./server.fixture.ts";

const PORT = 4154;
const MESSAGES = 10_000;
const house = openHouse(PORT);

const TYPES = ["ask", "pose", "__proto__", "constructor", "toString", "console", "briefing", "*", "", "x".repeat(200)];
const long = "长".repeat(2000);
const deep = JSON.parse(`${'{"a":'.repeat(200)}1${"}".repeat(200)}`) as unknown;
const PAYLOADS: readonly unknown[] = [
  null,
  0,
  -1,
  "text",
  [],
  {},
  [Number.NaN, 1, 2, 3, 4, 5],
  [1, 1e308, -1e308, 0, 0, 0],
  new Array(12).fill("1"),
  new Array(500).fill(0),
  { askId: "0".repeat(12), intent: { do: "end" } },
  { askId: "0".repeat(13), intent: { do: "start" } },
  { askId: "../../etc", intent: { do: "let-go" } },
  { askId: "a".repeat(65), intent: { do: "let-go" } },
  { askId: "0".repeat(14), intent: { do: "joined", name: "甲" } },
  { askId: "0".repeat(15), intent: { do: "pose", x: 0, y: 0, z: 0, yawDeg: 0, pitchDeg: 0 } },
  { askId: "0".repeat(16), intent: { do: "operate", prop: "valve-2", action: "close", by: "operator-2" } },
  { askId: "0".repeat(17), intent: { do: "operate", prop: "__proto__", action: "constructor" } },
  { askId: "0".repeat(18), intent: { do: "report", report: "first-report", items: deep } },
  { askId: "0".repeat(19), intent: { do: "send", message: long } },
  {
    askId: "0".repeat(20),
    intent: { do: "tell", channel: "radio", from: "x", to: ["operator-2"], text: { zh: "假", en: "false" } },
  },
];

test(`${MESSAGES} hostile messages leave the run, the others and the server unharmed, and are counted`, async () => {
  const { people, server } = house;
  const { origin } = server;
  const run = await createRun(origin, people.instructor);
  const other = await createRun(origin, people.instructor);
  const mine = await claimSeat(origin, run.code, "operator-1");
  const victims = await claimSeat(origin, run.code, "operator-2");
  const victim = await enter(origin, run.runId, victims.token);
  const teacher = await enter(origin, run.runId, await ticketOf(origin, people.instructor));
  await teacher.ask({ do: "start" });
  const before = {
    x: victim.room.state.people.get("operator-2")?.x,
    entries: (await detailOf(origin, people.instructor, run.runId)).journal.entries,
  };

  let sent = 0;
  let joined = 0;
  let attacker: Person | undefined;
  while (sent < MESSAGES) {
    attacker = await enter(origin, run.runId, mine.token);
    joined += 1;
    let closed = false;
    attacker.room.onLeave(() => {
      closed = true;
    });
    attacker.room.onError(() => undefined);
    // Below the flood limit first, then as fast as it goes.
    for (let burst = 0; burst < 350 && !closed && sent < MESSAGES; burst += 1) {
      const type = TYPES[sent % TYPES.length] as string;
      const payload = PAYLOADS[(sent * 7 + burst) % PAYLOADS.length];
      if (sent % 3 === 0) attacker.room.request(type, payload, { timeout: 2000 }).catch(() => undefined);
      else attacker.room.send(type, payload);
      sent += 1;
      if (burst % 50 === 0) await pause(5);
    }
    for (let flood = 0; flood < 200 && !closed; flood += 1) {
      attacker.room.send("pose", [1, 2, 3]);
      sent += 1;
    }
    const bytes = crypto.getRandomValues(new Uint8Array(64));
    if (!closed) attacker.room.connection.send(bytes);
    await pause(20);
    if (!closed) await Promise.race([attacker.room.leave(false), pause(200)]);
  }
  expect(joined).toBeGreaterThan(10);

  const refusal = async (why: Promise<unknown>): Promise<string> =>
    why.then(
      () => "entered",
      () => "refused",
    );
  expect(await refusal(enter(origin, other.runId, mine.token))).toBe("refused");
  expect(await refusal(enter(origin, run.runId, `${mine.token}x`))).toBe("refused");
  const ticket = await ticketOf(origin, people.instructor);
  (await enter(origin, other.runId, ticket)).room.leave();
  expect(await refusal(enter(origin, run.runId, ticket))).toBe("refused");
  expect(await stolenSession(victim.room.sessionId, run.runId)).not.toBe("open");
  for (const path of ["create/run", "joinOrCreate/run", `reconnect/${run.runId}`, "join/run"]) {
    const answer = await fetch(`${origin}/matchmake/${path}`, { method: "POST", body: "{}" });
    expect(answer.ok ? ((await answer.json()) as { code?: number }).code : answer.status).toBeGreaterThan(399);
  }
  const big = await fetch(`${origin}/matchmake/joinById/${run.runId}`, { method: "POST", body: "x".repeat(50_000) });
  expect(big.status).toBe(413);
  const evil = { origin: "http://evil.example" };
  const cross = await fetch(`${origin}/matchmake/joinById/${run.runId}`, { method: "POST", body: "{}", headers: evil });
  expect(cross.status).toBe(403);

  expect(victim.room.state.people.get("operator-2")?.x).toBe(before.x);
  const tick = teacher.room.state.tick;
  expect((await victim.ask({ do: "go", to: "hot-line" })).ok).toBe(true);
  await pause(600);
  expect(teacher.room.state.tick).toBeGreaterThan(tick);
  expect(teacher.room.state.phase).toBe("running");
  expect((await teacher.ask({ do: "end" })).ok).toBe(true);
  const detail = await detailOf(origin, people.instructor, run.runId);
  expect(detail.journal.intact).toBe(true);
  expect(detail.facts.every(({ by, kind }) => kind !== "said" || by !== "operator-1")).toBe(true);
  expect(await server.end("SIGTERM")).toBe(0);
  const counted = new Map(
    [...server.said().matchAll(/(forbidden|malformed|rate-limited|unknown-message) (\d+)/g)].map((found) => [
      found[1],
      Number(found[2]),
    ]),
  );
  for (const why of ["forbidden", "malformed", "rate-limited", "unknown-message"])
    expect(counted.get(why)).toBeGreaterThan(0);
}, 120_000);

/** Opens a socket under somebody else's session id, as if his seat were ours. */
async function stolenSession(sessionId: string, runId: string): Promise<string> {
  return new Promise((done) => {
    const socket = new WebSocket(`ws://127.0.0.1:${PORT}/anything/${runId}?sessionId=${sessionId}`);
    socket.onclose = (event) => done(`closed ${event.code}`);
    socket.onerror = () => done("error");
    setTimeout(() => done("open"), 1500);
  });
}
