// The line is lost with the server and comes back with it; the keyboard alone is enough for a controller and an evaluator.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, visit } from "./launch.ts";
import { createRun, LOGIN, PASSWORD, type RealServer, signIn, startServer } from "./real-server.ts";

let server: RealServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer(4147);
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test("a killed server is said to be gone, and the same run goes on in the same window when it is back", async () => {
  const { page, context, errors } = await visit(browser, { width: 1366, height: 768 });
  await signIn(page, server.origin, "/console");
  await createRun(page, server.origin);
  await page.getByRole("button", { name: /开始演练/ }).click();
  await page.locator(".state-running").waitFor();
  await page.keyboard.press("f");
  await page.locator(".entry", { hasText: "导调注入" }).first().waitFor();
  const told = await page.locator(".entry").count();
  await server.kill();
  await page.getByText("连接中断，正在自动重连").waitFor();
  expect(await page.locator(".entry").count()).toBeGreaterThanOrEqual(told);
  await server.start();
  await page.locator(".console-line").waitFor({ state: "hidden", timeout: 30_000 });
  // What had been told is told once, and commands are taken again.
  expect(await page.locator(".entry", { hasText: "演练开始" }).count()).toBe(1);
  if (await page.getByRole("button", { name: "继续" }).isVisible())
    await page.getByRole("button", { name: "继续" }).click();
  await page.keyboard.press("n");
  await page.keyboard.type("服务器恢复后继续");
  await page.keyboard.press("Enter");
  await page.locator(".entry", { hasText: "服务器恢复后继续" }).waitFor();
  expect(errors.filter((error) => !/401|ERR_CONNECTION|WebSocket|502/.test(error))).toEqual([]);
  await context.close();
}, 120_000);

test("by keyboard alone: sign in, create, start, fire, pause, note, end, rate a task", async () => {
  const { page, context } = await visit(browser, { width: 1366, height: 768 });
  const { keyboard } = page;
  /** Presses Tab until what has the focus reads so. */
  const tabTo = async (words: RegExp): Promise<void> => {
    for (let presses = 0; presses < 120; presses += 1) {
      const here = await page.evaluate(() => {
        const element = document.activeElement === document.body ? null : document.activeElement;
        const label =
          element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
            ? [...(element.labels ?? [])].map((one) => one.textContent)
            : [];
        return [element?.getAttribute("aria-label"), ...label, element?.textContent, element?.id].join(" ");
      });
      if (words.test(here)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`no way to ${words} by keyboard`);
  };
  await page.goto(`${server.origin}/console`);
  await page.waitForURL("**/login*");
  await page.getByLabel("账号", { exact: true }).waitFor();
  await keyboard.type(LOGIN);
  await keyboard.press("Tab");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await page.waitForURL("**/console");
  await page.locator(".scenario-card").first().waitFor();
  await tabTo(/^\s*创建演练/);
  await keyboard.press("Enter");
  await page.waitForURL("**/console/*");
  const runId = page.url().split("/").at(-1) ?? "";
  await page.getByRole("button", { name: /开始演练/ }).waitFor();
  await tabTo(/开始演练/);
  await keyboard.press("Enter");
  await page.locator(".state-running").waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press("f");
  await page.locator(".entry", { hasText: "导调注入" }).first().waitFor();
  await keyboard.press("Space");
  await page.locator(".state-paused").waitFor();
  await keyboard.press("n");
  await keyboard.type("只用键盘");
  await keyboard.press("Enter");
  await page.locator(".entry", { hasText: "只用键盘" }).waitFor();
  await tabTo(/■\s*结束/);
  await keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await tabTo(/^\s*结束\s*$/);
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "到评估台查看" }).waitFor();
  await page.goto(`${server.origin}/desk/${runId}`);
  await page.locator(".task-card").first().waitFor();
  await tabTo(/^\s*U 未完成.*判读报警读数/s);
  await keyboard.press("Enter");
  await tabTo(/^\s*✎ 人工评定/);
  await keyboard.press("Enter");
  await page.locator("form.rate").waitFor();
  await tabTo(/^\s*理由/);
  await keyboard.type("键盘评定");
  await tabTo(/保存评定/);
  await keyboard.press("Enter");
  await page.getByText("键盘评定").first().waitFor();
  await context.close();
}, 120_000);
