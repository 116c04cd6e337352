// An evaluator reviews a real run: evidence leads to its moment, a human rating is kept, files and paper come out.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, shotFile, visit } from "./launch.ts";
import { createRun, type RealServer, signIn, startServer } from "./real-server.ts";

let server: RealServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer(4143);
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("a run nobody worked in is judged, replayed, rated by hand, exported and printed", async () => {
  const { page, errors, outside } = await visit(browser, { width: 1366, height: 768 });
  await signIn(page, server.origin, "/desk");
  await page.getByText("没有符合条件的演练").waitFor();
  await page.screenshot({ path: shotFile("desk-empty") });
  const { runId } = await createRun(page, server.origin);
  await page.getByRole("button", { name: /开始演练/ }).click();
  await page.getByText("4×").click();
  await page.waitForFunction(() => /0[3-9]:/.test(document.querySelector(".head-clock b")?.textContent ?? ""), null, {
    timeout: 90_000,
  });
  await page.getByRole("button", { name: /结束/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束" }).click();
  await page.getByRole("button", { name: "到评估台查看" }).waitFor();

  await page.goto(`${server.origin}/desk`);
  await page.locator(".ant-table-row").waitFor();
  await page.screenshot({ path: shotFile("desk-list") });
  await page.goto(`${server.origin}/desk/${runId}`);
  await page.locator(".timeline-mark").first().waitFor({ timeout: 30_000 });
  await page.screenshot({ path: shotFile("desk-review") });

  const task = page.locator(".task-card", { has: page.locator(".evidence") }).first();
  await task.locator("summary").click();
  const evidence = task.locator(".evidence").first();
  const time = (await evidence.locator("b").textContent()) ?? "";
  await evidence.click();
  const [minutes = 0, seconds = 0] = time.split(":").map(Number);
  const shown = ((await page.locator(".replay-transport > .clock").textContent()) ?? "").split(" / ")[0] ?? "";
  const [atMinutes = 0, atSeconds = 0] = shown.split(":").map(Number);
  const early = minutes * 60 + seconds - (atMinutes * 60 + atSeconds);
  expect(early).toBeGreaterThanOrEqual(0);
  expect(early).toBeLessThanOrEqual(3);

  await task.getByRole("button", { name: "人工评定" }).click();
  await task.getByText("M 勉强完成").click();
  await task.getByLabel("理由").fill("当时正在抢救同伴，情有可原");
  await task.getByRole("button", { name: "保存评定" }).click();
  await task.getByText("当时正在抢救同伴").waitFor();
  await page.screenshot({ path: shotFile("desk-rated") });

  await page.getByRole("button", { name: "播放" }).click();
  const before = await page.locator(".replay-transport > .clock").textContent();
  await page.waitForTimeout(1500);
  expect(await page.locator(".replay-transport > .clock").textContent()).not.toBe(before);

  for (const format of ["csv", "xlsx", "json"]) {
    const reply = await page.request.get(`${server.origin}/api/runs/${runId}/export?format=${format}`);
    expect(reply.status(), format).toBe(200);
    expect((await reply.body()).length, format).toBeGreaterThan(500);
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".report").isVisible()).toBe(true);
  expect(await page.locator(".review").isVisible()).toBe(false);
  expect(await page.locator(".report").textContent()).toContain("当时正在抢救同伴");
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.screenshot({ path: shotFile("desk-report") });
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForTimeout(600);
  await page.screenshot({ path: shotFile("desk-review-en-1920") });
  expect(outside).toEqual([]);
  expect(errors.filter((error) => !error.includes("401"))).toEqual([]);
});
