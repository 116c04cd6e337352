// A real server on its own port and data folder, with its first account, for browser tests of console and desk.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "./launch.ts";

export const LOGIN = "chief";
export const PASSWORD = "Lit-table-2026";
const SETUP = /\/setup#(\S+)/;

export type RealServer = {
  readonly origin: string;
  readonly data: string;
  /** The one-time token of the first account; used up unless it was asked to be left. */
  readonly token: string;
  /** Ends the process as a power cut would; `start` brings it back on the same data. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};
export const UNIT = "清源县应急管理局";

export async function startServer(
  port: number,
  first: "set-up" | "left" = "set-up",
  env: Readonly<Record<string, string>> = {},
): Promise<RealServer> {
  if (!existsSync(join(ROOT, "dist/client/index.html"))) throw new Error("build the client first: npm run build");
  const data = await mkdtemp(join(tmpdir(), "sandtable-browser-"));
  const origin = `http://127.0.0.1:${port}`;
  const open = (): ChildProcess =>
    spawn(process.execPath, ["sim-server/main.ts", "--port", `${port}`, "--host", "127.0.0.1", "--data", data], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
  let server = open();
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    const gone = new Promise((done) => server.once("exit", done));
    server.kill(signal);
    await gone;
  };
  const token = await setupToken(server);
  if (first === "set-up") {
    const reply = await fetch(`${origin}/api/setup`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ token, name: "周建国", unit: UNIT, login: LOGIN, password: PASSWORD }),
    });
    if (!reply.ok) throw new Error(`the first account was refused: ${reply.status} ${await reply.text()}`);
  }
  return {
    origin,
    data,
    token,
    kill: () => end("SIGKILL"),
    start: async () => {
      server = open();
      await answers(`${origin}/api/me`);
    },
    stop: async () => {
      await end("SIGTERM");
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Waits until a server answers, whatever it says. */
async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const status = await fetch(url).then(
      (reply) => reply.status,
      () => 0,
    );
    if (status > 0) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer`);
}

function setupToken(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = SETUP.exec(said);
      if (found?.[1]) done(found[1]);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.once("exit", (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
}

export async function signIn(page: Page, origin: string, path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.waitForURL("**/login*");
  await page.getByLabel("账号", { exact: true }).fill(LOGIN);
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL(`**${path}`);
}

export async function createRun(page: Page, origin: string): Promise<{ runId: string; code: string }> {
  await page.goto(`${origin}/console`);
  await page.getByRole("button", { name: "创建演练" }).click();
  await page.waitForURL("**/console/*");
  const words = page.locator(".join-code");
  await page.waitForFunction(() => /\d{3} \d{3}/.test(document.querySelector(".join-code")?.textContent ?? ""));
  const code = ((await words.textContent()) ?? "").replace(/\D/g, "");
  return { runId: page.url().split("/").at(-1) ?? "", code };
}
