// Every page and main state in both languages: no serious accessibility fault, no error, no request that leaves the host.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { account as accountEn } from "../../client/words/en/account.ts";
import { console as consoleEn } from "../../client/words/en/console.ts";
import { desk as deskEn } from "../../client/words/en/desk.ts";
import { lobby as lobbyEn } from "../../client/words/en/lobby.ts";
import { account as accountZh } from "../../client/words/zh/account.ts";
import { console as consoleZh } from "../../client/words/zh/console.ts";
import { desk as deskZh } from "../../client/words/zh/desk.ts";
import { lobby as lobbyZh } from "../../client/words/zh/lobby.ts";
import { fileDrills } from "./kept-drill.ts";
import { launch, shotFile, visit } from "./launch.ts";
import { checkPage } from "./page-check.ts";
import { LOGIN, PASSWORD, type RealServer, startServer, UNIT } from "./real-server.ts";

const WORDS = {
  zh: { account: accountZh, console: consoleZh, desk: deskZh, lobby: lobbyZh },
  en: { account: accountEn, console: consoleEn, desk: deskEn, lobby: lobbyEn },
} as const;
const DRILLS = [
  { runId: "5b1f2c00-0000-4000-8000-000000000001", caseName: "textbook", names: ["欧阳建国", "李娜", "王强"] },
  { runId: "5b1f2c00-0000-4000-8000-000000000002", caseName: "late-report", names: ["陈晓东", "赵敏", "司马相如"] },
  { runId: "5b1f2c00-0000-4000-8000-000000000003", caseName: "unprotected-entry", names: ["孙丽", "周杰"] },
] as const;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser.close());

describe.each(["zh", "en"] as const)("in %s", (language) => {
  const words = WORDS[language];
  const desktop = { width: 1366, height: 768 };
  const large = { width: 1920, height: 1080 };
  let server: RealServer;

  beforeAll(async () => {
    server = await startServer(language === "zh" ? 4144 : 4145, "left");
  }, 60_000);
  afterAll(() => server.stop());

  const open = async () => {
    const visited = await visit(browser, desktop);
    await visited.context.addInitScript(`localStorage.setItem("sandtable.language", "${language}")`);
    return visited;
  };
  const shot = (page: Page, name: string) => checkPage(page, language === "zh" ? name : `${name}-en`);

  test("the way of the staff: set up, sign in, create, gather, run, review, rate, print", async () => {
    const { page, outside, errors } = await open();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const { account, console: c, desk } = words;
    await page.goto(`${server.origin}/setup#${server.token}`);
    await page.getByLabel(account.name, { exact: true }).waitFor();
    await shot(page, "account-setup");
    await page.getByLabel(account.name, { exact: true }).fill("周建国");
    await page.getByLabel(account.unit, { exact: true }).fill(UNIT);
    await page.getByLabel(account.login, { exact: true }).fill(LOGIN);
    await page.getByLabel(account.password, { exact: true }).fill(PASSWORD);
    await page.getByLabel(account.again, { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: account.create }).click();
    await page.waitForURL("**/console");
    await page.locator(".scenario-card").first().waitFor();
    await shot(page, "console-create");
    const me = (await (await page.request.get(`${server.origin}/api/me`)).json()) as { accountId: string };
    await server.kill();
    await fileDrills(server.data, me.accountId, DRILLS);
    await server.start();

    const other = await open();
    await other.page.goto(`${server.origin}/desk`);
    await other.page.waitForURL("**/login*");
    await shot(other.page, "account-login");
    await other.page.getByLabel(account.login, { exact: true }).fill(LOGIN);
    await other.page.getByLabel(account.password, { exact: true }).fill("wrong-password-1");
    await other.page.getByRole("button", { name: account.signIn }).click();
    await other.page.getByRole("alert").waitFor();
    await shot(other.page, "account-refused");
    await other.context.close();

    await page.goto(`${server.origin}/console`);
    await page.getByText(c.roster).click();
    await page.getByText(c.seedTitle).click();
    await page.locator("#seed").waitFor();
    await shot(page, "console-create-open");
    await page.getByRole("button", { name: c.create }).click();
    await page.waitForFunction(() => /\d{3} \d{3}/.test(document.querySelector(".join-code")?.textContent ?? ""));
    await page.locator(".join-qr img").waitFor();
    await shot(page, "console-join");
    const code = ((await page.locator(".join-code").textContent()) ?? "").replace(/\D/g, "");

    const player = await open();
    const fetched: string[] = [];
    player.page.on("request", (request) => fetched.push(request.url()));
    await player.page.goto(`${server.origin}/`);
    await player.page.locator(".check-missing").first().waitFor();
    await shot(player.page, "lobby-code");
    await player.page.goto(`${server.origin}/join/000001`);
    await player.page.locator(".pad-problem").waitFor();
    await shot(player.page, "lobby-wrong");
    await player.page.goto(`${server.origin}/join/${code}`);
    await player.page.locator(".seat").first().click();
    await player.page.getByLabel(words.lobby.nameLabel).fill("阿卜杜热合曼·买买提");
    await shot(player.page, "lobby-seats");
    await player.page.setViewportSize({ width: 390, height: 844 });
    await shot(player.page, "lobby-phone");
    // A player's device is spared the consoles and their kit.
    expect(fetched.filter((url) => /kit|console|desk/.test(url))).toEqual([]);
    await player.page.locator("button.act").click();
    await player.page.waitForURL("**/play/*");
    await page.locator(".join-seats .here").waitFor({ timeout: 30_000 });
    expect(player.outside).toEqual([]);
    await player.context.close();

    await page.goto(`${server.origin}/console`);
    await page.locator(".run-code").waitFor();
    await shot(page, "console-runs");
    await page.getByRole("button", { name: c.open }).click();
    await page.getByRole("button", { name: c.start }).click();
    await page.locator(".site-map").waitFor();
    await page.locator(".console-head").getByText("4×").click();
    await page.waitForFunction(() => /0[1-9]:/.test(document.querySelector(".head-clock b")?.textContent ?? ""), null, {
      timeout: 120_000,
    });
    await page.locator(".console-head").getByText("1×", { exact: true }).click();
    await shot(page, "console-running");
    await page.locator(".person").nth(1).click();
    await page.locator(".task button").first().click();
    await page.locator(".events .ant-segmented-item").nth(1).click();
    await shot(page, "console-chosen");
    await page.getByRole("button", { name: c.adhoc }).click();
    await page.getByRole("dialog").waitFor();
    await shot(page, "console-adhoc");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: c.wind }).click();
    await page.locator("#wind-temperature").waitFor();
    await shot(page, "console-weather");
    await page.keyboard.press("Escape");
    await page.mouse.click(700, 420);
    await page.locator(".map-inset").click();
    await shot(page, "console-region");
    await page.getByRole("button", { name: c.help }).click();
    await page.getByRole("dialog").waitFor();
    await shot(page, "console-help");
    await page.keyboard.press("Escape");
    await page.setViewportSize(large);
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await shot(page, "console-running-1920");
    await page.setViewportSize(desktop);
    expect(await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight)).toBe(false);

    await page.goto(`${server.origin}/desk`);
    await page.locator(".ant-table-row").nth(3).waitFor();
    await shot(page, "desk-list");
    await page.getByRole("searchbox", { name: desk.search }).fill("司马");
    await page.waitForFunction(() => document.querySelectorAll(".ant-table-row").length === 1);
    await shot(page, "desk-filtered");
    await page.getByRole("searchbox", { name: desk.search }).fill("nobody");
    await page.getByText(desk.none.title).waitFor();
    await shot(page, "desk-none");

    for (const [index, { runId, caseName }] of DRILLS.slice(0, 2).entries()) {
      await page.goto(`${server.origin}/desk/${runId}`);
      await page.locator(".timeline-mark").first().waitFor({ timeout: 60_000 });
      await shot(page, caseName === "textbook" ? "desk-review" : `desk-review-${caseName}`);
      if (index === 1) break;
      await page.locator(".moment").nth(1).click();
      await page.locator(".task-card summary").nth(2).click();
      await shot(page, "desk-task");
      await page.setViewportSize(large);
      await shot(page, "desk-review-1920");
      await page.setViewportSize(desktop);
    }
    await page.getByRole("tab", { name: desk.tabs.rules }).click();
    await shot(page, "desk-rules");
    await page.getByRole("tab", { name: desk.tabs.facts }).click();
    await shot(page, "desk-facts");
    // The 3D stage is fetched when it is asked for, and not before.
    expect(asked.filter((url) => url.includes("stage-view"))).toEqual([]);
    await page.getByText(desk.view.orbit, { exact: true }).click();
    await page.locator(".replay-view canvas").waitFor({ timeout: 60_000 });
    await page.waitForTimeout(4000);
    // Without a graphics card the stage takes all of the page's time: its picture is enough.
    await page.screenshot({ path: shotFile(language === "zh" ? "desk-3d" : "desk-3d-en") });
    await page.getByText(desk.view.map, { exact: true }).click();
    await page.locator(".site-map").waitFor();
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.locator(".report").waitFor();
    await shot(page, "desk-report");
    expect(outside).toEqual([]);
    expect(errors.filter((error) => !/40[014]|ERR_CONNECTION|WebSocket/.test(error))).toEqual([]);
  }, 300_000);
});
