// The desk's second half in a browser: rating, an invited rater, all sides, agreement, what if, comparison, bookmarks, fork.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileDrills } from "./kept-drill.ts";
import { launch, type Visit, visit } from "./launch.ts";
import { checkPage } from "./page-check.ts";
import { type RealServer, signIn, startServer } from "./real-server.ts";

const [RUN, OTHER] = ["5b1f2c00-0000-4000-8000-0000000000e1", "5b1f2c00-0000-4000-8000-0000000000e2"];
let server: RealServer;
let browser: Browser;
let desk: Visit;
let page: Page;

beforeAll(async () => {
  server = await startServer(4263);
  browser = await launch();
  desk = await visit(browser, { width: 1366, height: 900 });
  page = desk.page;
  await signIn(page, server.origin, "/desk");
  const me = (await (await page.request.get(`${server.origin}/api/me`)).json()) as { accountId: string };
  await server.kill();
  await fileDrills(server.data, me.accountId, [
    { runId: RUN, caseName: "late-report", names: ["欧阳建国", "李娜", "王强"] },
    { runId: OTHER, caseName: "textbook", names: ["刘洋", "陈静", "赵磊"] },
  ]);
  await server.start();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = (path: string): Promise<unknown> => page.goto(`${server.origin}${path}`);
const language = (name: "中文" | "English"): Promise<void> => page.getByRole("button", { name }).first().click();

/** Chooses a step of every item on a sheet, by pressing its words. */
async function fill(on: Page, step: (item: number) => number): Promise<void> {
  const items = on.locator(".sheet-item");
  await items.first().waitFor();
  for (let at = 0; at < (await items.count()); at += 1) {
    const anchors = items.nth(at).locator(".anchor:not(.unseen-step)");
    await anchors.nth(Math.min(step(at), (await anchors.count()) - 1)).click();
  }
}

test("an evaluator rates, an invited third party rates by a link, and both are seen side by side", async () => {
  await open(`/ratings/${RUN}`);
  await page.getByRole("button", { name: "开始评定" }).click();
  await fill(page, (item) => 3 - (item % 3));
  // The keyboard moves along the steps of an item.
  const first = page.locator(".sheet-item").first();
  await first.locator("input[type=radio]").first().focus();
  await page.keyboard.press("ArrowRight");
  expect(await first.locator("input[type=radio]").nth(1).isChecked()).toBe(true);
  await page.evaluate(() => window.scrollTo(0, 0));
  await checkPage(page, "desk-sheet-zh");
  await page.getByRole("button", { name: "提交评定" }).click();
  await page
    .locator(".ant-popconfirm")
    .getByRole("button", { name: /确\s*定/ })
    .click();
  await page.getByText(/已提交于/).waitFor();

  await page.getByRole("tab", { name: "三方与 360°" }).click();
  await page.getByLabel("发给谁").fill("市消防协会 陈工");
  await page.getByRole("button", { name: "生成链接" }).click();
  const link = (await page.locator(".link-once").textContent()) ?? "";
  const guest = await visit(browser, { width: 1100, height: 900 });
  await guest.page.goto(link.replace(/^https?:\/\/[^/]+/, server.origin));
  await fill(guest.page, (item) => (item === 0 ? 0 : 3));
  await guest.page.getByLabel("您的姓名").fill("陈工");
  await checkPage(guest.page, "desk-invited-zh");
  await guest.page.getByRole("button", { name: "提交评定" }).click();
  await guest.page.getByText("已收到").waitFor();
  await guest.page.reload();
  await guest.page.getByText("已经用过").waitFor();
  await guest.context.close();

  await open(`/ratings/${RUN}`);
  await page.getByRole("tab", { name: "三方与 360°" }).click();
  await page.getByText("未参加：").waitFor();
  await page.locator("svg").first().waitFor();
  await checkPage(page, "desk-sides-zh");
  await page.getByRole("tab", { name: "一致性" }).click();
  await page.getByText("Krippendorff").first().waitFor();
  await checkPage(page, "desk-agreement-zh");
  await page.getByRole("tab", { name: "并列比较" }).click();
  await page.getByText("实战演练评估表").waitFor();
  await language("English");
  await checkPage(page, "desk-side-by-side-en");
  await language("中文");
}, 150_000);

test("without the report that was sent, the score falls and the page says which task made it fall", async () => {
  await open(`/what-if/${RUN}`);
  await page
    .getByRole("option", { name: /提交报告/ })
    .first()
    .click();
  await page.getByText("不做", { exact: true }).click();
  await page.getByRole("button", { name: "重放对比" }).click();
  await page.locator(".verdict").waitFor({ timeout: 20_000 });
  await page.getByText("首报").first().waitFor();
  await page.locator("canvas, svg path").first().waitFor();
  await page.mouse.move(2, 400);
  await checkPage(page, "desk-what-if-zh");
  await language("English");
  await checkPage(page, "desk-what-if-en");
  await language("中文");
}, 150_000);

test("two runs are compared from the list, and a moment keeps a bookmark and begins a new run", async () => {
  await open("/desk");
  const rows = page.getByRole("checkbox");
  await rows.first().waitFor();
  await rows.nth(0).click();
  await rows.nth(1).click();
  await page.getByRole("button", { name: "比较所选" }).click();
  await page.getByText("三个关键时刻").waitFor();
  await checkPage(page, "desk-compare-zh");

  await open(`/desk/${RUN}`);
  await page.locator(".timeline-mark").first().waitFor({ timeout: 30_000 });
  await page.locator(".moment").first().click();
  await page.getByRole("button", { name: "在此加书签" }).click();
  await page.getByLabel("书签说明").fill("这里最早能看出是液相泄漏");
  await page.getByLabel("书签说明").press("Enter");
  await page.locator(".bookmark").waitFor();
  await page.getByLabel("书签说明").waitFor({ state: "hidden" });
  await page.mouse.move(2, 400);
  await checkPage(page, "desk-bookmark-zh");
  await page.getByRole("button", { name: "从此刻再来" }).click();
  await page
    .locator(".ant-popconfirm")
    .getByRole("button", { name: /确\s*定/ })
    .click();
  await page.getByText(/参训码 \d{3} \d{3}/).waitFor();
  await page.getByRole("button", { name: "去导调台继续" }).click();
  await page.waitForURL("**/console/*");
  await page.getByText("已暂停").first().waitFor();
  expect(desk.outside).toEqual([]);
  expect(desk.errors.filter((error) => !/401|ERR_CONNECTION/.test(error))).toEqual([]);
}, 150_000);
