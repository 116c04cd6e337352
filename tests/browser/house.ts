// A real server for browser tests, with an instructor who creates a run, gives seats and turns its clock.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type Room } from "@colyseus/sdk";
import type { CreatedRun, RunDetail, SeatToken } from "../../sim-server/protocol/api.ts";
import type { ControlIntent } from "../../sim-server/protocol/intents.ts";
import type { Answer } from "../../sim-server/protocol/refusals.ts";
import { ROOT } from "./launch.ts";

export type TestHouse = {
  readonly origin: string;
  /** The six digits that let people join. */
  readonly code: string;
  readonly runId: string;
  readonly seat: (slot: string, name: string) => Promise<SeatToken>;
  readonly control: (intent: ControlIntent) => Promise<Answer>;
  /** The run as the evaluator sees it: facts, and the score once it has ended. */
  readonly detail: () => Promise<RunDetail>;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const SETUP_LINK = /setup#(\S+)/;

/** A server on a folder of its own, with one run in its lobby: the chlorine drill unless another scenario is named. */
export async function openHouse(port: number, scenario = "chlorine-station"): Promise<TestHouse> {
  if (!existsSync(join(ROOT, "dist/client/index.html"))) throw new Error("build the client first: npm run build");
  const origin = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(tmpdir(), "sandtable-house-"));
  let server: ChildProcess | null = null;
  let steering: Room | null = null;
  let cookie = "";

  const start = async (): Promise<string> => {
    const child = spawn(
      process.execPath,
      ["sim-server/main.ts", "--port", `${port}`, "--host", "127.0.0.1", "--data", data],
      {
        cwd: ROOT,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    server = child;
    return new Promise((ready, failed) => {
      let said = "";
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes("127.0.0.1") && (SETUP_LINK.test(said) || cookie !== "")) setTimeout(() => ready(said), 200);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("exit", () => failed(new Error(said)));
    });
  };

  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await fetch(`${origin}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, cookie },
      body: JSON.stringify(body),
    });
    const set = response.headers.getSetCookie().map((part) => part.split(";")[0]);
    if (set.length > 0) cookie = set.join("; ");
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };

  const said = await start();
  const token = SETUP_LINK.exec(said)?.[1];
  if (!token) throw new Error(said);
  await post("/api/setup", { token, name: "导调", unit: "测试", login: "chief", password: "Sandtable-2026-x" });
  const run = await post<CreatedRun>("/api/runs", { scenario, seed: 7 });

  const steer = async (): Promise<Room> => {
    if (steering) return steering;
    const { ticket } = await post<{ ticket: string }>("/api/room-ticket", {});
    const sdk = new Client(origin);
    sdk.auth.token = ticket;
    const room = await sdk.joinById(run.runId);
    room.onMessage("*", () => undefined);
    room.reconnection.enabled = false;
    room.onLeave(() => {
      steering = null;
    });
    steering = room;
    return room;
  };

  const kill = async () => {
    const child = server;
    server = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  };

  return {
    origin,
    code: run.code,
    runId: run.runId,
    detail: async () => {
      const response = await fetch(`${origin}/api/runs/${run.runId}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`the run is not told: ${response.status} ${await response.text()}`);
      return (await response.json()) as RunDetail;
    },
    seat: (slot, name) =>
      post<SeatToken>("/api/join/claim", { code: run.code, slot, name, deviceId: `test-${slot}-device` }),
    control: async (intent) => {
      const room = await steer();
      return room.request<unknown, Answer>("ask", { askId: crypto.randomUUID(), intent });
    },
    kill,
    start: async () => void (await start()),
    close: async () => {
      await steering?.leave();
      await kill();
    },
  };
}
