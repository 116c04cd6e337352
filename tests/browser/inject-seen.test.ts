// What the controller does at the console is seen and heard by the trainee in another window, and the other way round.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shutEyes } from "./eyelid.ts";
import { launch, type Visit, visit } from "./launch.ts";
import { createRun, type RealServer, signIn, startServer } from "./real-server.ts";

let server: RealServer;
let browser: Browser;
let controller: Visit;
let trainee: Visit;

beforeAll(async () => {
  server = await startServer(4148);
  browser = await launch();
  controller = await visit(browser, { width: 1366, height: 768 });
  trainee = await visit(browser, { width: 480, height: 270 });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("an inject fired at the console is a subtitle and a message in the trainee's window", async () => {
  const desk = controller.page;
  const { page } = trainee;
  await signIn(desk, server.origin, "/console");
  const { code } = await createRun(desk, server.origin);
  await page.goto(`${server.origin}/join/${code}`);
  await page.locator(".seat", { hasText: "值班长" }).first().click();
  await page.getByLabel("您的姓名").fill("周建国");
  await page.getByRole("button", { name: /进入/ }).click();
  await page.waitForURL("**/play/*");
  await page.waitForSelector('.play[data-ready="true"]', { timeout: 120_000 });
  await shutEyes(page);
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-id="enter-scene"]')?.click());
  await desk.locator(".person", { hasText: "周建国" }).waitFor({ timeout: 30_000 });

  await desk.keyboard.press("Escape");
  await desk.getByRole("button", { name: "开始" }).first().click();
  await page.waitForFunction(() => window.__sandtable?.run.getState().phase === "running", null, { timeout: 30_000 });
  await desk.locator(".events .ant-segmented-item").nth(1).click();
  const rumour = desk.locator(".inject", { hasText: "水厂爆炸" });
  await rumour.getByRole("button", { name: /^注入/ }).click();

  await page.waitForFunction(() => /爆炸/.test(document.querySelector(".subtitles")?.textContent ?? ""), null, {
    timeout: 30_000,
  });
  const told = await page.evaluate(() => window.__sandtable?.run.getState().inbox.map(({ text }) => text.zh) ?? []);
  expect(told.some((text) => /爆炸/.test(text))).toBe(true);
  await desk.locator(".entry", { hasText: "水厂爆炸" }).first().waitFor();
}, 240_000);

test("nothing was fetched from outside by either window, and neither complained", () => {
  for (const { outside, errors } of [controller, trainee]) {
    expect(outside).toEqual([]);
    expect(errors.filter((error) => !/401/.test(error))).toEqual([]);
  }
});
