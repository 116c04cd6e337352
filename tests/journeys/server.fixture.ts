// The real server as a child process, and the people of a drill with the real SDK.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type Room } from "@colyseus/sdk";
import FLAGS from "../../sim-server/launch/server-flags.json" with { type: "json" };
import type { CreatedRun, CreateRun, RunDetail, SeatToken } from "../../sim-server/protocol/api.ts";
import type { ControlIntent, PlayerIntent } from "../../sim-server/protocol/intents.ts";
import type { Mirror } from "../../sim-server/protocol/mirror.ts";
import type { Answer } from "../../sim-server/protocol/refusals.ts";
import type { RoomMessages } from "../../sim-server/protocol/views.ts";

const MAIN = join(import.meta.dirname, "..", "..", "sim-server", "main.ts");
const PASSWORD = "right horse 电池 42";

export const freshDataDir = (): string => mkdtempSync(join(tmpdir(), "sandtable-journey-"));
export const forget = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true });

export type ServerProcess = {
  readonly origin: string;
  readonly child: ChildProcess;
  said(): string;
  /** Resolves with the exit code, or the signal's name. */
  end(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<number | string>;
  readonly ended: Promise<number | string>;
};

/** Starts the server and waits until it says where it is, or ends. */
export async function startServer(port: number, dataDir: string, ...flags: string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...FLAGS, MAIN, "--port", String(port), "--data", dataDir, ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const ended = new Promise<number | string>((done) => {
    child.once("exit", (code, signal) => done(code ?? signal ?? "gone"));
  });
  const ready = new Promise<void>((done) => {
    const hear = (part: Buffer): void => {
      text += part.toString();
      if (/data in /.test(text)) done();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
  });
  await Promise.race([ready, ended]);
  return {
    origin: `http://127.0.0.1:${port}`,
    child,
    said: () => text,
    ended,
    end: (signal) => {
      if (child.exitCode === null) child.kill(signal);
      return ended;
    },
  };
}

export type Cookie = string;

export async function call<T>(
  origin: string,
  method: "GET" | "POST",
  path: string,
  options: { cookie?: Cookie; body?: unknown } = {},
): Promise<{ status: number; body: T; headers: Headers }> {
  const response = await fetch(origin + path, {
    method,
    headers: {
      ...(options.body === undefined ? {} : { "content-type": "application/json" }),
      ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json");
  return { status: response.status, body: (json ? JSON.parse(text) : text) as T, headers: response.headers };
}

const cookieOf = (headers: Headers): Cookie => (headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";

export type Staff = { readonly admin: Cookie; readonly instructor: Cookie; readonly evaluator: Cookie };

/** The first account, made with the link the server printed, and an instructor and an evaluator of one unit. */
export async function staff(server: ServerProcess): Promise<Staff> {
  await until(() => /setup#(\S+)/.test(server.said()));
  const token = /setup#(\S+)/.exec(server.said())?.[1];
  const body = { token, login: "chief", name: "主任", unit: "north", password: PASSWORD };
  const set = await call(server.origin, "POST", "/api/setup", { body });
  if (set.status !== 201) throw new Error(`setup: ${set.status} ${JSON.stringify(set.body)}`);
  const admin = cookieOf(set.headers);
  const person = async (login: string, role: string, unit: string): Promise<Cookie> => {
    const account = { login, name: login, unit, roles: [role], password: PASSWORD };
    await call(server.origin, "POST", "/api/accounts", { cookie: admin, body: account });
    return signIn(server.origin, login);
  };
  return {
    admin,
    instructor: await person("teacher", "instructor", "north"),
    evaluator: await person("judge", "evaluator", "north"),
  };
}

export async function signIn(origin: string, login: string): Promise<Cookie> {
  const signed = await call(origin, "POST", "/api/login", { body: { login, password: PASSWORD } });
  if (signed.status !== 200) throw new Error(`login of ${login}: ${signed.status}`);
  return cookieOf(signed.headers);
}

export async function createRun(origin: string, cookie: Cookie, wish: Partial<CreateRun> = {}): Promise<CreatedRun> {
  const body = { scenario: "chlorine-station", seed: 7, ...wish };
  const made = await call<CreatedRun>(origin, "POST", "/api/runs", { cookie, body });
  if (made.status !== 201) throw new Error(`create run: ${made.status} ${JSON.stringify(made.body)}`);
  return made.body;
}

export async function claimSeat(origin: string, code: string, slot: string, name = slot): Promise<SeatToken> {
  const body = { code, slot, name, deviceId: `device-${slot}` };
  const claimed = await call<SeatToken>(origin, "POST", "/api/join/claim", { body });
  if (claimed.status !== 200) throw new Error(`claim ${slot}: ${claimed.status} ${JSON.stringify(claimed.body)}`);
  return claimed.body;
}

export const detailOf = async (origin: string, cookie: Cookie, runId: string): Promise<RunDetail> =>
  (await call<RunDetail>(origin, "GET", `/api/runs/${runId}`, { cookie })).body;

export const ticketOf = async (origin: string, cookie: Cookie): Promise<string> =>
  (await call<{ ticket: string }>(origin, "POST", "/api/room-ticket", { cookie, body: {} })).body.ticket;

export type Heard = { [Name in keyof RoomMessages]?: RoomMessages[Name][] };
export type Person = {
  readonly room: Room<unknown, Mirror>;
  readonly heard: Heard;
  ask(intent: PlayerIntent | ControlIntent, askId?: string): Promise<Answer>;
};

const NAMES = ["briefing", "console-briefing", "self", "inbox", "cloud", "console", "log", "field"] as const;

/** Joins a run with a seat's token or an account's ticket. */
export async function enter(origin: string, runId: string, token: string): Promise<Person> {
  const sdk = new Client(origin);
  sdk.auth.token = token;
  const room = await sdk.joinById<Mirror>(runId);
  room.reconnection.enabled = false;
  const heard: Heard = {};
  for (const name of NAMES) {
    room.onMessage(name, (payload: never) => {
      heard[name] ??= [];
      heard[name].push(payload);
    });
  }
  return {
    room,
    heard,
    ask: (intent, askId = crypto.randomUUID()) =>
      room.request<unknown, Answer>("ask", { askId, intent }, { timeout: 8000 }),
  };
}

export async function until(met: () => boolean, withinMs = 10_000): Promise<void> {
  const endMs = performance.now() + withinMs;
  while (!met()) {
    if (performance.now() > endMs) throw new Error(`not met within ${withinMs} ms: ${met.toString()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
