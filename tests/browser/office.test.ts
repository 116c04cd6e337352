// The administrator's page on the real server: an account is opened and used, and what a record store refused is seen.
import { createServer, type Server } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, type Visit, visit } from "./launch.ts";
import { checkPage } from "./page-check.ts";
import { createRun, type RealServer, signIn, startServer } from "./real-server.ts";

const STORE_PORT = 4182;
let store: Server;
let healed = false;
let server: RealServer;
let browser: Browser;
let seen: Visit;

beforeAll(async () => {
  // Somebody else's record store: it refuses every statement until it is put right.
  store = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      if (request.method === "GET") {
        response.writeHead(404).end();
        return;
      }
      const ids = healed ? (JSON.parse(body) as { id: string }[]).map(({ id }) => id) : null;
      response.writeHead(ids ? 200 : 400, { "content-type": "application/json" });
      response.end(JSON.stringify(ids ?? { error: "actor.account.homePage is not on our list" }));
    });
  }).listen(STORE_PORT, "127.0.0.1");
  server = await startServer(4181, "set-up", {
    SANDTABLE_RECORD_STORE: `http://key:secret@127.0.0.1:${STORE_PORT}/xapi`,
  });
  browser = await launch();
  seen = await visit(browser, { width: 1366, height: 768 });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  store?.close();
});

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, words] of Object.entries(fields))
    await page
      .locator("input")
      .and(page.getByLabel(label, { exact: true }))
      .fill(words);
};

test("an administrator opens an account, and whoever holds it signs in and changes the password", async () => {
  const { page } = seen;
  await signIn(page, server.origin, "/office");
  await page.getByRole("button", { name: "新开账号" }).click();
  await fill(page, { 账号: "li-min", 姓名: "李敏", 初始密码: "First-word-2026" });
  await page.getByLabel("评估人员").check();
  await checkPage(page, "office-account");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s*存/ })
    .click();
  await page.getByRole("row", { name: /李敏/ }).waitFor();
  await checkPage(page, "office-accounts");

  const other = await visit(browser, { width: 1366, height: 768 });
  await other.page.goto(`${server.origin}/office/password`);
  await other.page.waitForURL("**/login*");
  await fill(other.page, { 账号: "li-min", 密码: "First-word-2026" });
  await other.page.getByRole("button", { name: "登录" }).click();
  await other.page.waitForURL("**/office/password");
  await other.page.getByRole("tab").first().waitFor();
  expect(await other.page.getByRole("tab").count()).toBe(1);
  await fill(other.page, {
    现在的密码: "First-word-2026",
    新密码: "Second-word-2026",
    再输一次新密码: "Second-word-2026",
  });
  await other.page.getByRole("button", { name: "修改密码" }).click();
  await other.page.getByText("密码已修改", { exact: false }).waitFor();
  await other.page.goto(`${server.origin}/office`);
  await other.page.getByRole("heading", { name: "当前账号没有这项权限" }).waitFor();
  await other.context.close();
}, 120_000);

test("what the record store refused is shown with its words, and goes out once the store takes it", async () => {
  const { page } = seen;
  await createRun(page, server.origin);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "开始" }).first().click();
  await page.getByRole("button", { name: /结束/ }).first().click();
  await page
    .getByRole("button", { name: /结\s*束|确\s*定/ })
    .last()
    .click();
  await page.goto(`${server.origin}/office/records`);
  await page.locator(".office-count.bad").waitFor({ timeout: 30_000 });
  await page.getByText("homePage is not on our list").first().waitFor();
  await page.getByRole("button", { name: "新建密钥" }).click();
  await page.getByLabel("用途").fill("市学习平台");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s*存/ })
    .click();
  await page.getByText("只显示这一次", { exact: false }).waitFor();
  await checkPage(page, "office-keys");
  await page.getByRole("heading", { name: "数据报送" }).scrollIntoViewIfNeeded();
  await checkPage(page, "office-records");
  healed = true;
  await page.getByRole("button", { name: "全部重送" }).click();
  await page.getByText("没有被拒收的语句").waitFor({ timeout: 30_000 });
  expect(seen.outside).toEqual([]);
  expect(seen.errors.filter((error) => !/401/.test(error))).toEqual([]);
}, 120_000);
