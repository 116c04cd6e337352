import { expect, test } from "vitest";
import { hashOf } from "../../sim-server/core/hash.ts";
import { score } from "../../sim-server/core/score.ts";
import type { CompleteRun } from "../../sim-server/evaluation/complete-run.ts";
import { verifyLinks } from "../../sim-server/journal/chain.ts";
import { entryOf, headerOf } from "../../sim-server/journal/entry.ts";
import type { PlayerIntent } from "../../sim-server/protocol/intents.ts";
import type { Answer } from "../../sim-server/protocol/refusals.ts";
import { retake } from "../../sim-server/room/recovery.ts";
import { runLog } from "../../sim-server/room/run-log.ts";
import { readShelfItem } from "../../sim-server/room/scenario-shelf.ts";
import { pause } from "./drill.fixture.ts";
import { openHouse } from "./house.fixture.ts";
import { call, claimSeat, createRun, enter, type Person, ticketOf, until } from "./server.fixture.ts";

const PORT = 4153;
const KILLS = 20;
const house = openHouse(PORT);

/** Chance with a seed, so that a failing sequence of moments can be tried again. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const WISHES: readonly PlayerIntent[] = [
  { do: "go", to: "hot-line" },
  { do: "send", message: "op-alarm" },
  { do: "operate", prop: "wind-sock", action: "inspect" },
  { do: "go", to: "scba-rack" },
  { do: "operate", prop: "scba-rack", action: "wear" },
  { do: "let-go" },
  { do: "go", to: "suit-rack" },
  { do: "operate", prop: "suit-rack", action: "wear" },
  { do: "check", who: "operator-2" },
];

test(`killed ${KILLS} times at random moments, a run loses no acknowledged ask and ends as if undisturbed`, async () => {
  const seed = Date.now() % 1_000_000;
  console.log(`kill moments from seed ${seed}`);
  const chance = chanceOf(seed);
  const { people } = house;
  const { origin } = house.server;
  const run = await createRun(origin, people.instructor, { seed: 11 });
  const seat = await claimSeat(origin, run.code, "operator-1");
  const acknowledged = new Map<string, { intent: PlayerIntent; answer: Answer }>();
  let player: Person = await enter(origin, run.runId, seat.token);
  let teacher: Person = await enter(origin, run.runId, await ticketOf(origin, people.instructor));
  expect((await teacher.ask({ do: "start" })).ok).toBe(true);
  expect((await teacher.ask({ do: "speed", factor: 4 })).ok).toBe(true);
  const backMs: number[] = [];
  const goneMs: number[] = [];
  let seenTick = 0;

  for (let kill = 0; kill < KILLS; kill += 1) {
    let alive = true;
    let unanswered: { id: string; intent: PlayerIntent } | null = null;
    const asking = (async () => {
      for (let count = 0; alive; count += 1) {
        const intent = WISHES[Math.floor(chance() * WISHES.length)] as PlayerIntent;
        const id = crypto.randomUUID();
        unanswered = { id, intent };
        player.room.send("pose", [count, -6.5 + chance() * 0.3, 0.2 + chance() * 0.3, 0, chance() * 360, 0]);
        const answer = await Promise.race([player.ask(intent, id), until(() => !alive).then(() => null)]).catch(
          () => null,
        );
        if (answer === null) return;
        acknowledged.set(id, { intent, answer });
        unanswered = null;
        await pause(20 + chance() * 30); // Below the limit of asks a second, so that every answer is the run's own.
      }
    })();
    await pause(250 + chance() * 900);
    seenTick = Math.max(seenTick, teacher.room.state.tick);
    const killedMs = performance.now();
    const up = house.again("SIGKILL");
    alive = false;
    await asking;
    await up;
    const upMs = performance.now();
    player = await comeBack(() => Promise.resolve(seat.token), run.runId);
    await until(() => player.room.state.phase === "running");
    backMs.push(performance.now() - upMs);
    goneMs.push(performance.now() - killedMs);
    teacher = await comeBack(() => ticketOf(origin, people.instructor), run.runId);
    // At four times the speed no more than the last second of the clock may be missing.
    expect(player.room.state.tick).toBeGreaterThanOrEqual(seenTick - 20);
    const lost = unanswered as { id: string; intent: PlayerIntent } | null;
    if (lost) acknowledged.set(lost.id, { intent: lost.intent, answer: await player.ask(lost.intent, lost.id) });
    const [known] = [...acknowledged].slice(-3);
    if (known) expect(await player.ask(known[1].intent, known[0])).toEqual(known[1].answer);
  }
  const worst = (spans: readonly number[]): number => Math.round(Math.max(...spans));
  console.log(
    `back in the run ${worst(goneMs)} ms after the kill at worst, ${worst(backMs)} ms after the server's start; ` +
      `${acknowledged.size} asks acknowledged`,
  );
  expect(Math.max(...backMs)).toBeLessThan(5000);
  expect((await teacher.ask({ do: "end" })).ok).toBe(true);
  await pause(500);

  const path = `/api/runs/${run.runId}/export?format=json`;
  const { journal, score: filed } = (await call<CompleteRun>(origin, "GET", path, { cookie: people.instructor })).body;
  expect(verifyLinks(journal).ok).toBe(true);
  const [first, ...rest] = journal;
  const header = headerOf(first?.text ?? "");
  const item = readShelfItem(header.scenarioFiles);
  if ("problems" in item) throw new Error(item.problems[0]);
  const log = runLog(
    item.compiled.slots.map(({ slot }) => slot),
    rest.map(({ text }) => entryOf(text)),
  );
  const journaled = new Map(log.inputs.flatMap((input) => (input.askId === undefined ? [] : [[input.askId, input]])));
  for (const [id, { intent }] of acknowledged) expect(journaled.get(id)).toMatchObject({ by: "operator-1", intent });

  const undisturbed = retake(item, header, log);
  if ("differsAtTick" in undisturbed) throw new Error(`the replay differs at tick ${undisturbed.differsAtTick}`);
  expect(hashOf(undisturbed.session)).toBe(log.finalSha256);
  expect(score(item.compiled, undisturbed.session.run.index.all)).toEqual(filed);
  for (const [id, { answer }] of acknowledged) expect(undisturbed.answered.get(`operator-1 ${id}`)).toEqual(answer);
}, 400_000);

async function comeBack(token: () => Promise<string>, runId: string): Promise<Person> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await enter(house.server.origin, runId, await token());
    } catch (problem) {
      if (tries > 60) throw problem;
      await pause(80);
    }
  }
}
