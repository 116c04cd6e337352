// Starts the browser and small servers for tests: no request may leave the host, every console error is kept.
import { mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export const ROOT = join(import.meta.dirname, "../..");

/** Pictures are taken anew by every run of the tests, and kept in the repository only when that is asked for. */
const SHOTS = join(ROOT, process.env["SANDTABLE_SHOTS"] === "keep" ? "tests/screenshots" : ".cache/screenshots");

/** The file for a picture by its name, such as `console-running`. */
export function shotFile(name: string): string {
  mkdirSync(SHOTS, { recursive: true });
  return join(SHOTS, `${name}.png`);
}

const ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", headless: true, args: ARGS });

export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly outside: string[];
  readonly errors: string[];
};

export async function visit(browser: Browser, size = { width: 1280, height: 720 }): Promise<Visit> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (/^(https?:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(url)) return route.continue();
    outside.push(url);
    return route.abort();
  });
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(`${error.message}\n${error.stack ?? ""}`));
  return { context, page, outside, errors };
}

/** A Quest 3 in the page, before any of the page's own code runs; time then moves by `page.clock` only. */
export async function wearHeadset(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  const iwer = readFileSync(join(ROOT, "node_modules/iwer/build/iwer.min.js"), "utf8");
  await page.addInitScript(
    `${iwer};{const d=new IWER.XRDevice(IWER.metaQuest3,{stereoEnabled:false});d.installRuntime({forceInstall:true});d.ipd=0;d.position.set(0,1.6,0);window.__xr=d}`,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".webp": "image/webp",
  ".glb": "model/gltf-binary",
  ".woff2": "font/woff2",
};

/** Serves a built folder; unknown paths get the page. */
export function serveFolder(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    const file = join(folder, path === "/" ? "index.html" : path);
    readFile(file).then(
      (body) =>
        response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((done) => server.listen(port, "127.0.0.1", () => done(server)));
}
