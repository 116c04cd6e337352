// One server and its trainees, measured from outside: started by the bench as a process of its own.
import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { Client, type Room } from "@colyseus/sdk";
import type { Mirror } from "../../sim-server/protocol/mirror.ts";
import {
  claimSeat,
  createRun,
  enter,
  forget,
  freshDataDir,
  staff,
  startServer,
  ticketOf,
} from "../journeys/server.fixture.ts";

export type ClassReport = {
  readonly trainees: number;
  readonly cpuPercent: number;
  readonly p99Ms: number;
  readonly downBytes: number;
  readonly upBytes: number;
  readonly ticksPerS: number;
};

const PORT = 4159;
const SECONDS = 12;
/** The kernel counts processor time in hundredths of a second. */
const JIFFIES_PER_S = 100;

type Seated = { readonly runId: string; readonly token: string };

if (isMainThread) {
  const dataDir = freshDataDir();
  const server = await startServer(PORT, dataDir);
  const { instructor } = await staff(server);
  const seats: Seated[] = [];
  for (let at = 0; at < Number(process.argv[2] ?? 1); at += 1) {
    const run = await createRun(server.origin, instructor);
    for (const slot of ["shift-leader-1", "operator-1", "operator-2"]) {
      seats.push({ runId: run.runId, token: (await claimSeat(server.origin, run.code, slot)).token });
    }
    const teacher = await enter(server.origin, run.runId, await ticketOf(server.origin, instructor));
    await teacher.ask({ do: "start" });
    await teacher.room.leave();
  }
  const worker = new Worker(new URL(import.meta.url), { workerData: { origin: server.origin, seats } });
  const cpu = (): number => {
    const [, fields = ""] = readFileSync(`/proc/${server.child.pid}/stat`, "utf8").split(") ");
    const list = fields.split(" ").map(Number);
    return ((list[11] ?? 0) + (list[12] ?? 0)) / JIFFIES_PER_S;
  };
  await new Promise((joined) => worker.once("message", joined));
  const before = { cpu: cpu(), ms: performance.now() };
  worker.postMessage("measure");
  const counted = await new Promise<Omit<ClassReport, "cpuPercent" | "trainees">>((done) =>
    worker.once("message", done),
  );
  const cpuPercent = ((cpu() - before.cpu) / (performance.now() - before.ms)) * 100_000;
  const report: ClassReport = { ...counted, cpuPercent, trainees: seats.length };
  await worker.terminate();
  await server.end("SIGTERM");
  forget(dataDir);
  process.send?.(report);
  process.disconnect?.();
} else {
  const { origin, seats } = workerData as { origin: string; seats: readonly Seated[] };
  let down = 0;
  let up = 0;
  const gaps: number[] = [];
  const rooms: Room<unknown, Mirror>[] = [];
  const count = countSockets((bytes) => {
    down += bytes;
  });
  for (const { runId, token } of seats) {
    const sdk = new Client(origin);
    sdk.auth.token = token;
    const room = await sdk.joinById<Mirror>(runId);
    for (const name of ["briefing", "self", "inbox", "cloud"]) room.onMessage(name, () => undefined);
    let lastMs = 0;
    room.onStateChange(() => {
      const nowMs = performance.now();
      if (lastMs > 0) gaps.push(Math.abs(nowMs - lastMs - 100));
      lastMs = nowMs;
    });
    rooms.push(room);
  }
  count();
  let beat = 0;
  const timer = setInterval(() => {
    beat += 1;
    for (const [at, room] of rooms.entries()) {
      const sway = Math.sin((beat + at) / 5);
      const pose = [
        beat,
        sway * 0.3,
        sway * 0.2,
        0,
        sway * 90,
        sway * 10,
        0.2,
        0.3,
        sway * 0.4,
        -0.2,
        0.3,
        -sway * 0.4,
      ];
      room.send("pose", pose);
      // One byte each for protocol and type length, four for the type, one for the array, nine a number at most.
      up += 7 + pose.length * 9;
    }
  }, 100);
  parentPort?.postMessage("joined");
  await new Promise((go) => parentPort?.once("message", go));
  down = 0;
  up = 0;
  gaps.length = 0;
  const from = { tick: rooms[0]?.state.tick ?? 0, ms: performance.now() };
  await new Promise((done) => setTimeout(done, SECONDS * 1000));
  const seconds = (performance.now() - from.ms) / 1000;
  clearInterval(timer);
  gaps.sort((a, b) => a - b);
  parentPort?.postMessage({
    p99Ms: gaps[Math.floor(gaps.length * 0.99)] ?? 0,
    downBytes: down / seconds / seats.length,
    upBytes: up / seconds / seats.length,
    ticksPerS: ((rooms[0]?.state.tick ?? 0) - from.tick) / seconds,
  });
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
