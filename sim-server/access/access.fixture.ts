// A real HTTP server with nothing but the access routes, on a clock that tests can move.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { openStore } from "../store/open-store.ts";
import { type Access, openAccess } from "./access.ts";
import type { Role } from "./account.ts";
import { securityHeaders } from "./headers.ts";
import type { OfferedRun } from "./join-code.ts";
import { type AccessNote, accessRoutes } from "./routes.ts";

export const GOOD_PASSWORD = "right horse 电池";

export type Asked = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers };
export type AskOptions = { cookie?: string | undefined; headers?: Record<string, string>; raw?: string };

export async function startAccess(port: number, publicOrigin?: string) {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-access-"));
  const store = await openStore(folder);
  const clock = { nowMs: 1_800_000_000_000 };
  const config = publicOrigin === undefined ? {} : { publicOrigin };
  const access: Access = openAccess(store, { joinCodeLifeMin: 240, sessionLifeH: 12 }, () => clock.nowMs);
  const notes: AccessNote[] = [];
  const bugs: unknown[] = [];
  const app = express();
  app.disable("x-powered-by");
  app.use(securityHeaders);
  const options = { note: (note: AccessNote) => notes.push(note), report: (error: unknown) => bugs.push(error) };
  app.use(accessRoutes(access, config, options));
  const server: Server = createServer(app);
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${port}`;

  async function ask(method: string, path: string, body?: unknown, options: AskOptions = {}): Promise<Asked> {
    const text = options.raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(text === undefined ? {} : { "content-type": "application/json" }),
        ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
        ...options.headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const said = await response.text();
    const json = said === "" ? {} : (JSON.parse(said) as Record<string, unknown>);
    return { status: response.status, body: json, headers: response.headers };
  }

  const post = (path: string, body?: unknown, options?: AskOptions) => ask("POST", path, body, options);

  return {
    access,
    clock,
    notes,
    bugs,
    origin,
    store,
    ask,
    post,
    async stop() {
      await new Promise((done) => server.close(done).closeAllConnections());
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
    /** Makes an account and signs it in without the password work of the login. */
    async person(login: string, roles: readonly Role[], unit = "north"): Promise<string> {
      const made = await access.accounts.create({ login, name: login, unit, roles, password: GOOD_PASSWORD });
      if (!made.ok) throw new Error(made.refusal.code);
      return `sandtable=${(await access.sessions.open(made.value.accountId)).token}`;
    },
  };
}

export type AccessServer = Awaited<ReturnType<typeof startAccess>>;

/** What a browser would send back after this answer. */
export function cookieOf(asked: Asked): string {
  return (asked.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
}

export const RUN: OfferedRun = {
  runId: "run-1",
  title: { zh: "液氯泄漏", en: "Chlorine leak" },
  slots: [
    { slot: "commander-1", position: "commander", positionTitle: { zh: "指挥长", en: "Commander" }, name: "李明" },
    { slot: "operator-1", position: "operator", positionTitle: { zh: "操作员", en: "Operator" }, name: "" },
  ],
};
