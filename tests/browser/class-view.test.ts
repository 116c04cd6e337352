// A class on one screen: ten runs opened by the instructor, thirty trainees on the line, every second told, none left out.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimSeat, enter, type Person } from "../journeys/server.fixture.ts";
import { launch, type Visit, visit } from "./launch.ts";
import { checkPage } from "./page-check.ts";
import { type RealServer, signIn, startServer } from "./real-server.ts";

const RUNS = 10;
const SLOTS = ["shift-leader-1", "operator-1", "operator-2"];
const NAMES = ["周建国", "李敏", "王强"];
let server: RealServer;
let browser: Browser;
let seen: Visit;
const trainees: Person[] = [];

beforeAll(async () => {
  server = await startServer(4183, "set-up", { SANDTABLE_JOINS_PER_MIN: "1000" });
  browser = await launch();
  seen = await visit(browser, { width: 1920, height: 1080 });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
}, 30_000);

test("ten runs are opened at once, thirty trainees sit down, and all runs start by one press", async () => {
  const { page } = seen;
  await signIn(page, server.origin, "/class");
  await page.getByRole("button", { name: "开设演练" }).click();
  await page.getByRole("dialog").locator(".ant-select").click();
  await page.getByTitle(/液氯/).last().click();
  await page.getByLabel("场数").fill(`${RUNS}`);
  await page.getByRole("dialog").getByRole("button", { name: "开设演练" }).click();
  await page.waitForFunction((all) => document.querySelectorAll(".class-code b").length === all, RUNS, {
    timeout: 30_000,
  });
  const codes = await page.locator(".class-code b").allTextContents();
  for (const [run, shown] of codes.entries()) {
    const code = shown.replace(/\D/g, "");
    for (const [at, slot] of SLOTS.entries()) {
      const seat = await claimSeat(server.origin, code, slot, `${NAMES[at]}${run + 1}`);
      trainees.push(await enter(server.origin, seat.runId, seat.token));
    }
  }
  await page.getByText(`${RUNS * SLOTS.length} 人在线`).waitFor({ timeout: 15_000 });
  await page.getByRole("button", { name: "全部开始" }).click();
  await page.getByRole("button", { name: /确\s*定/ }).click();
  await page.waitForFunction((all) => document.querySelectorAll(".class-facts .ant-tag-success").length === all, RUNS);
}, 120_000);

test("every second of thirty trainees is told, and a word to all reaches each of them", async () => {
  const { page } = seen;
  const beats = await page.evaluate(async () => {
    const shown: string[] = [];
    const list = document.querySelector(".class-facts b");
    for (const until = performance.now() + 10_000; performance.now() < until; ) {
      const now = list?.textContent ?? "";
      if (shown.at(-1) !== now) shown.push(now);
      await new Promise((done) => setTimeout(done, 50));
    }
    return shown.length;
  });
  // Ten seconds are ten different clock readings; a second may fall on the edge.
  expect(beats).toBeGreaterThanOrEqual(9);
  await page.getByRole("button", { name: "全体广播" }).click();
  await page.getByLabel("内容", { exact: true }).fill("还有五分钟，请注意报告时限");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /发\s*送/ })
    .click();
  await page.getByText(`${RUNS} 场已收到`).waitFor();
  const heard = () =>
    trainees.filter((one) => one.heard.inbox?.flat().some(({ text }) => text.zh.includes("还有五分钟")));
  for (let wait = 0; heard().length < trainees.length && wait < 40; wait += 1) await page.waitForTimeout(250);
  expect(heard().length).toBe(trainees.length);
}, 60_000);

test("whoever drops off the line brings the run to the front", async () => {
  const { page } = seen;
  const last = trainees.at(-1);
  await last?.room.leave();
  await page.waitForFunction(() => document.querySelector(".class-card .class-offline") !== null, null, {
    timeout: 15_000,
  });
  expect(await page.locator(".class-card").first().locator(".class-offline").count()).toBe(1);
  await checkPage(page, "console-class");
  expect(seen.outside).toEqual([]);
  expect(seen.errors.filter((error) => !/401/.test(error))).toEqual([]);
}, 60_000);
