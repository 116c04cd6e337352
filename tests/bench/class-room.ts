// One server and its classes, measured from outside and by its own account: started by the bench as a process of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { Client, type Room } from "@colyseus/sdk";
import type { Mirror } from "../../sim-server/protocol/mirror.ts";
import type { LoadReport } from "../../sim-server/protocol/office.ts";
import {
  type Cookie,
  call,
  claimSeat,
  createRun,
  enter,
  forget,
  freshDataDir,
  type ServerProcess,
  staff,
  startServer,
  ticketOf,
} from "../journeys/server.fixture.ts";
import { EIGHT_SLOTS, writeEight } from "./eight.fixture.ts";

export type ClassReport = {
  readonly trainees: number;
  readonly cpuPercent: number;
  readonly lateP99Ms: number;
  readonly lateWorstMs: number;
  readonly gapP99Ms: number;
  readonly downBytes: number;
  readonly upBytes: number;
  readonly ticksPerS: number;
  readonly memoryMb: number;
  readonly joinMs: number;
};

const PORT = 4159;
/** As long as the server's own account of its lateness reaches back. */
const SECONDS = 20;

type Seated = { readonly runId: string; readonly slot: string; readonly token: string };
type Counted = Pick<ClassReport, "gapP99Ms" | "downBytes" | "upBytes" | "ticksPerS">;

if (isMainThread) await measure(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? EIGHT_SLOTS.length));
else await attend();

async function measure(rooms: number, seatsEach: number): Promise<void> {
  const dataDir = freshDataDir();
  const scenarios = mkdtempSync(join(tmpdir(), "sandtable-bench-"));
  writeEight(scenarios);
  const server = await startServer(PORT, dataDir, "--scenarios", scenarios, "--joins-per-min", "100000");
  const { admin, instructor } = await staff(server);
  const seats = await fill(server, instructor, rooms, seatsEach);
  const worker = new Worker(new URL(import.meta.url), { workerData: { origin: server.origin, seats } });
  const joinedMs = await new Promise<number>((joined) => worker.once("message", joined));
  for (const { runId } of seats.filter((_, at) => at % seatsEach === 0)) {
    const teacher = await enter(server.origin, runId, await ticketOf(server.origin, instructor));
    await teacher.ask({ do: "start" });
    await teacher.room.leave();
  }
  const load = async () => (await call<LoadReport>(server.origin, "GET", "/api/load", { cookie: admin })).body;
  await new Promise((settled) => setTimeout(settled, 5000));
  const before = await load();
  worker.postMessage("measure");
  const counted = await new Promise<Counted>((done) => worker.once("message", done));
  const after = await load();
  const report: ClassReport = {
    ...counted,
    trainees: seats.length,
    joinMs: joinedMs / seats.length,
    cpuPercent: ((after.cpuS - before.cpuS) / (after.uptimeS - before.uptimeS)) * 100,
    lateP99Ms: after.lateP99Ms,
    lateWorstMs: after.lateWorstMs,
    memoryMb: after.memoryMb,
  };
  await worker.terminate();
  await server.end("SIGTERM");
  forget(dataDir);
  rmSync(scenarios, { recursive: true, force: true });
  process.send?.(report);
  process.disconnect?.();
}

async function fill(server: ServerProcess, instructor: Cookie, rooms: number, seatsEach: number): Promise<Seated[]> {
  const seats: Seated[] = [];
  for (let at = 0; at < rooms; at += 1) {
    const run = await createRun(server.origin, instructor);
    for (const slot of EIGHT_SLOTS.slice(0, seatsEach)) {
      seats.push({ runId: run.runId, slot, token: (await claimSeat(server.origin, run.code, slot)).token });
    }
  }
  return seats;
}

/** All trainees of all classes, each with a pose ten times a second at a moment of its own, as real clients have. */
async function attend(): Promise<void> {
  const { origin, seats } = workerData as { origin: string; seats: readonly Seated[] };
  let down = 0;
  let up = 0;
  const gaps: number[] = [];
  const rooms: Room<unknown, Mirror>[] = [];
  const stopCounting = countSockets((bytes) => {
    down += bytes;
  });
  const startedMs = performance.now();
  for (const { runId, token } of seats) {
    const room = await takeSeat(origin, runId, token);
    let lastMs = 0;
    room.onStateChange(() => {
      const nowMs = performance.now();
      if (lastMs > 0) gaps.push(Math.abs(nowMs - lastMs - 100));
      lastMs = nowMs;
    });
    rooms.push(room);
  }
  stopCounting();
  const timers: NodeJS.Timeout[] = [];
  rooms.forEach((room, at) => {
    let beat = 0;
    const send = (): void => {
      beat += 1;
      const pose = poseAt(beat, at, room.state.people?.get(seats[at]?.slot ?? ""));
      room.send("pose", pose);
      // One byte each for protocol and type length, four for the type, one for the array, nine a number at most.
      up += 7 + pose.length * 9;
    };
    setTimeout(() => timers.push(setInterval(send, 100)), (at * 100) / rooms.length);
  });
  parentPort?.postMessage(performance.now() - startedMs);
  await new Promise((go) => parentPort?.once("message", go));
  down = 0;
  up = 0;
  gaps.length = 0;
  const from = { tick: rooms[0]?.state.tick ?? 0, ms: performance.now() };
  await new Promise((done) => setTimeout(done, SECONDS * 1000));
  const seconds = (performance.now() - from.ms) / 1000;
  for (const timer of timers) clearInterval(timer);
  gaps.sort((a, b) => a - b);
  const counted: Counted = {
    gapP99Ms: gaps[Math.floor(gaps.length * 0.99)] ?? 0,
    downBytes: down / seconds / seats.length,
    upBytes: up / seconds / seats.length,
    ticksPerS: ((rooms[0]?.state.tick ?? 0) - from.tick) / seconds,
  };
  parentPort?.postMessage(counted);
}

async function takeSeat(origin: string, runId: string, token: string): Promise<Room<unknown, Mirror>> {
  const sdk = new Client(origin);
  sdk.auth.token = token;
  const room = await sdk.joinById<Mirror>(runId);
  for (const name of ["briefing", "self", "inbox", "cloud"]) room.onMessage(name, () => undefined);
  return room;
}

/** A person who shifts from foot to foot where the server has put them, looks about and moves both hands. */
function poseAt(beat: number, at: number, person: { x: number; y: number } | undefined): number[] {
  const sway = Math.sin((beat + at) / 5);
  const step = Math.cos((beat + at) / 5) * 0.1;
  const hands = [0.2 + sway * 0.1, 0.3 + sway * 0.2, sway * 0.4, -0.2 - sway * 0.1, 0.3 - sway * 0.2, -sway * 0.4];
  return [beat, (person?.x ?? 0) + step, (person?.y ?? 0) + step / 2, 0, sway * 90, sway * 10, ...hands];
}

/** Counts what arrives on every websocket opened from here on; returns the end of that. */
function countSockets(add: (bytes: number) => void): () => void {
  const listen = WebSocket.prototype.addEventListener;
  const plain = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage");
  if (!plain?.set) throw new Error("this Node has no websocket to count on");
  const { set } = plain;
  Object.defineProperty(WebSocket.prototype, "onmessage", {
    ...plain,
    set(this: WebSocket, handler: (event: MessageEvent) => void) {
      listen.call(this, "message", (event) => {
        const { data } = event as MessageEvent<ArrayBuffer | string>;
        add(typeof data === "string" ? data.length : data.byteLength);
      });
      set.call(this, handler);
    },
  });
  return () => Object.defineProperty(WebSocket.prototype, "onmessage", plain);
}
