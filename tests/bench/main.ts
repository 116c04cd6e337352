// Measures what a machine carries and prints one table: engine speed, trainees per core, bytes, journal, bundle sizes.
import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Compiled } from "../../sim-server/core/compile.ts";
import { open, step } from "../../sim-server/core/session.ts";
import { headerFor } from "../../sim-server/journal/header.fixture.ts";
import { openJournal } from "../../sim-server/journal/journal.ts";
import type { Input } from "../../sim-server/protocol/intents.ts";
import { openStore } from "../../sim-server/store/open-store.ts";
import type { ClassReport } from "./class-room.ts";
import { crowdRows } from "./crowd.ts";
import { EIGHT_SLOTS, eightCompiled } from "./eight.fixture.ts";
import { firstFrame } from "./first-frame.ts";
import { hazardRows } from "./hazard.ts";
import { lrsRows } from "./lrs.ts";
import { taxRows } from "./tax.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const rows: [string, string][] = [];

engine();
await journal();
for (const rooms of [1, 10, 50, 125]) await classes(rooms, 8);
rows.push(...hazardRows(), ...crowdRows(), ...taxRows(), ...(await lrsRows()));
bundles();
await frame();
console.log("| What | Measured |\n| --- | --- |");
for (const [what, measured] of rows) console.log(`| ${what} | ${measured} |`);

/** Eight players whose heads and hands move every tick, through a quarter of an hour: once from cold, then warm. */
function engine(): void {
  const compiled = eightCompiled();
  const runs = Array.from({ length: 9 }, () => quarterOfAnHour(compiled));
  const [cold = 0, ...warm] = runs;
  const middle = warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
  const times = (perS: number): string => `${Math.round(perS)} ticks/s, ${Math.round(perS / 10)} times real time`;
  rows.push([`engine, ${EIGHT_SLOTS.length} players with poses every tick, warm`, times(middle)]);
  rows.push(["the same from cold, compiling as it goes", times(cold)]);
}

function quarterOfAnHour(compiled: Compiled): number {
  const session = open(compiled, { seed: 7, parameters: {}, players: {} });
  for (const slot of EIGHT_SLOTS) step(session, [{ by: slot, intent: { do: "joined", name: slot } }]);
  step(session, [{ by: "instructor:bench", intent: { do: "start" } }]);
  const { state } = session.run;
  const startedMs = performance.now();
  for (let tick = 0; tick < 9000 && state.phase === "running"; tick += 1) {
    const yawDeg = (tick * 7) % 360;
    const sway = (tick % 20) / 100;
    const hands = [0.2 + sway, 0.3, -0.4, -0.2, 0.3 - sway, -0.4];
    const poses = EIGHT_SLOTS.map((slot): Pick<Input, "by" | "intent"> => {
      const body = state.bodies[slot];
      return { by: slot, intent: { do: "pose", x: body?.x ?? 0, y: body?.y ?? 0, z: 0, yawDeg, pitchDeg: 0, hands } };
    });
    step(session, poses);
  }
  return (state.tick / (performance.now() - startedMs)) * 1000;
}

async function journal(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-bench-"));
  const store = await openStore(folder);
  const log = openJournal(store);
  await log.create(headerFor("bench"));
  const input = (tick: number) => ({ kind: "input", tick, by: "operator-1", intent: { do: "let-go" } }) as const;
  const alone = await perSecond(async (count) => void (await log.append("bench", [input(count)])));
  const grouped = await perSecond(async (count) => {
    await Promise.all(Array.from({ length: 50 }, () => log.append("bench", [input(count)])));
  });
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  rows.push(["journal, one durable append at a time", `${Math.round(alone)} appends/s`]);
  rows.push(["journal, 50 appends sharing a commit", `${Math.round(grouped * 50)} appends/s`]);
}

async function perSecond(work: (count: number) => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  let count = 0;
  while (performance.now() - startedMs < 2000) {
    await work(count);
    count += 1;
  }
  return (count / (performance.now() - startedMs)) * 1000;
}

/** A server process and a process of trainees, each on its own core where there are two. */
async function classes(rooms: number, seats: number): Promise<void> {
  const file = join(import.meta.dirname, "class-room.ts");
  const child: ChildProcess = fork(file, [String(rooms), String(seats)], { silent: false });
  const report = await new Promise<ClassReport | null>((done) => {
    child.once("message", (message) => done(message as ClassReport));
    child.once("exit", () => done(null));
  });
  if (!report) return void rows.push([`${rooms} runs`, "did not finish"]);
  const { trainees, cpuPercent, lateP99Ms, lateWorstMs, gapP99Ms, downBytes, upBytes, ticksPerS, memoryMb, joinMs } =
    report;
  rows.push([
    `${trainees} trainees in ${rooms} run${rooms === 1 ? "" : "s"}, head and hands at 10 Hz`,
    `${Math.round(cpuPercent)} % of a core, ticks late ${lateP99Ms.toFixed(1)} ms (p99; worst ${lateWorstMs.toFixed(0)}), ` +
      `patches off their beat ${gapP99Ms.toFixed(1)} ms (p99), ${ticksPerS.toFixed(2)} ticks/s, ` +
      `${Math.round(downBytes)} B/s down and ${Math.round(upBytes)} B/s up a trainee, ` +
      `${Math.round(memoryMb)} MB, a seat joined in ${joinMs.toFixed(1)} ms`,
  ]);
}

async function frame(): Promise<void> {
  const found = await firstFrame();
  const words = found
    ? `${Math.round(found.coldMs)} ms cold, ${Math.round(found.warmMs)} ms from a warm cache`
    : "no browser or no built client here";
  rows.push(["trainee's page to the first frame, software rendering", words]);
}

function bundles(): void {
  const folder = join(ROOT, "dist", "client", "assets");
  if (!existsSync(folder)) return void rows.push(["client bundle", "not built"]);
  const sizes = readdirSync(folder).map((name) => ({ name, bytes: statSync(join(folder, name)).size }));
  for (const kind of ["js", "css", "glb", "webp", "woff", "woff2"]) {
    const own = sizes.filter(({ name }) => name.endsWith(`.${kind}`)).sort((a, b) => b.bytes - a.bytes);
    const [largest] = own;
    if (!largest) continue;
    const total = own.reduce((sum, { bytes }) => sum + bytes, 0);
    rows.push([
      `client, ${own.length} ${kind}`,
      `${Math.round(total / 1000)} kB, largest ${largest.name} ${Math.round(largest.bytes / 1000)} kB`,
    ]);
  }
}
