// A controller steers a real run in a real browser, and a player joins it through the lobby.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, shotFile, type Visit, visit } from "./launch.ts";
import { createRun, type RealServer, signIn, startServer } from "./real-server.ts";

let server: RealServer;
let browser: Browser;
let controller: Visit;

beforeAll(async () => {
  server = await startServer(4142);
  browser = await launch();
  controller = await visit(browser, { width: 1366, height: 768 });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe("the console", () => {
  test("creates a run, shows its code, sees a player join, starts, pauses by key, fires, notes", async () => {
    const { page } = controller;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await signIn(page, server.origin, "/console");
    await page.screenshot({ path: shotFile("console-create") });
    const { code } = await createRun(page, server.origin);
    await page.locator(".join-qr img").waitFor();
    await page.screenshot({ path: shotFile("console-lobby") });

    const player = await visit(browser, { width: 1366, height: 768 });
    await player.page.goto(`${server.origin}/`);
    for (const digit of code) await player.page.getByRole("button", { name: digit, exact: true }).click();
    await player.page.screenshot({ path: shotFile("lobby-code") });
    await player.page.getByRole("button", { name: "下一步" }).click();
    await player.page.locator(".seat").first().click();
    await player.page.getByLabel("您的姓名").fill("欧阳建国");
    await player.page.screenshot({ path: shotFile("lobby-posts") });
    await player.page.getByRole("button", { name: /进入/ }).click();
    await player.page.waitForURL("**/play/*");
    await page.locator(".join-seats .here").waitFor({ timeout: 30_000 });
    expect(await page.locator(".join-seats .here").textContent()).toContain("欧阳建国");
    expect(player.outside).toEqual([]);
    await player.context.close();

    await page.getByRole("button", { name: /开始演练/ }).click();
    await page.waitForFunction(() => /00:0[1-9]/.test(document.querySelector(".head-clock b")?.textContent ?? ""));
    await page.locator(".site-map").waitFor();

    await page.keyboard.press("Space");
    await page.locator(".state-paused").waitFor();
    const stopped = await page.locator(".head-clock b").textContent();
    await page.waitForTimeout(1500);
    expect(await page.locator(".head-clock b").textContent()).toBe(stopped);
    await page.keyboard.press("Space");
    await page.locator(".state-running").waitFor();

    await page.keyboard.press("f");
    await page.getByText(/已处理 [1-9]/).waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("值班长先看风向，很好");
    await page.keyboard.press("Enter");
    await page.locator(".entry", { hasText: "值班长先看风向" }).waitFor();

    await page.getByText("4×").click();
    await page.waitForTimeout(12_000);
    await page.screenshot({ path: shotFile("console-running") });
    const scrolls = await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight);
    expect(scrolls).toBe(false);
    expect(asked.filter((url) => url.includes("stage-view"))).toEqual([]);

    await page.getByRole("button", { name: "English" }).click();
    await page.getByText(/Critical tasks \d+\/\d+/).waitFor();
    await page.screenshot({ path: shotFile("console-running-en") });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.waitForTimeout(600);
    await page.screenshot({ path: shotFile("console-running-en-1920") });
    expect(controller.outside).toEqual([]);
    expect(controller.errors.filter((error) => !error.includes("401"))).toEqual([]);
  });
});

test("a wrong code is answered in words, and the player's page carries no console kit", async () => {
  const { page, context, outside } = await visit(browser, { width: 390, height: 844 });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${server.origin}/join/000001`);
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toContain("参训码");
  await page.screenshot({ path: shotFile("lobby-phone") });
  expect(asked.filter((url) => /kit|console|desk/.test(url))).toEqual([]);
  expect(outside).toEqual([]);
  await context.close();
});
