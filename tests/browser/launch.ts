// Starts the browser and small servers for tests: no request may leave the host, every console error is kept.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

export const ROOT = join(import.meta.dirname, "../..");

/** Pictures are taken anew by every run of the tests, and kept in the repository only when that is asked for. */
export const KEEPING = process.env["KEEP_SCREENSHOTS"] === "1";
const SHOTS = join(ROOT, KEEPING ? "tests/screenshots" : ".cache/screenshots");

/**
 * What an eye sees in the tests, pixels a side: drawing by software takes its time from every act, and only pictures that
 * are kept need to be large.
 */
export const EYE_PX = KEEPING ? 480 : 224;

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
  "--enable-precise-memory-info",
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

export async function visit(
  browser: Browser,
  size = { width: 1280, height: 720 },
  device: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, ...device });
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

/** A Quest 3 in the page, before any of the page's own code runs. */
export async function wearHeadset(page: Page): Promise<void> {
  const iwer = readFileSync(join(ROOT, "node_modules/iwer/build/iwer.min.js"), "utf8");
  await page.addInitScript(
    `${iwer};{const d=new IWER.XRDevice(IWER.metaQuest3,{stereoEnabled:false});d.installRuntime({forceInstall:true});d.ipd=0;d.position.set(0,1.6,0);window.__xr=d}`,
  );
}
