// Every command a controller has, tried as a new one would: each shows its effect in the log, on the board or on the map.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { launch, type Visit, visit } from "./launch.ts";
import { type RealServer, signIn, startServer } from "./real-server.ts";

let server: RealServer;
let browser: Browser;
let controller: Visit;
let page: Page;
let runId = "";

beforeAll(async () => {
  server = await startServer(4146);
  browser = await launch();
  controller = await visit(browser, { width: 1366, height: 768 });
  page = controller.page;
  await signIn(page, server.origin, "/console");
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const entry = (words: string | RegExp) => page.locator(".entry", { hasText: words }).first();
const inject = (title: string) => page.locator(".inject", { hasText: title });
const tab = (panel: string, at: number) => page.locator(`${panel} .ant-segmented-item`).nth(at).click();
const detail = async (): Promise<RunDetail> =>
  (await page.request.get(`${server.origin}/api/runs/${runId}`)).json() as Promise<RunDetail>;

test("a run is created with its own seed, wind and names", async () => {
  await page.getByText("随机种子（可不填）").click();
  await page.locator("#seed").fill("4711");
  await page.getByText("参演名单").click();
  await page.getByLabel("操作工 2").fill("买买提");
  const wind = page.getByRole("spinbutton", { name: "风速" });
  await wind.fill("3.5");
  await wind.press("Tab");
  await page.getByRole("button", { name: "创建演练" }).click();
  await page.waitForURL("**/console/*");
  runId = page.url().split("/").at(-1) ?? "";
  await page.locator(".join-seats", { hasText: "买买提" }).waitFor();
  const { briefing } = await detail();
  expect(briefing.seed).toBe(4711);
  expect(briefing.settings.find(({ id }) => id === "wind-speed")?.value).toBe(3.5);
});

test("start, pause, resume and speed", async () => {
  await page.getByRole("button", { name: /开始演练/ }).click();
  await page.locator(".state-running").waitFor();
  await page.getByRole("button", { name: "暂停" }).click();
  await page.locator(".state-paused").waitFor();
  await page.getByRole("button", { name: "继续" }).click();
  await page.locator(".state-running").waitFor();
  await page.locator(".console-head").getByText("2×").click();
  await entry("演练速度调为 2 倍").waitFor();
});

test("an inject is held, let go, skipped and fired, and a manual one fired", async () => {
  const first = page.locator(".inject").first();
  const title = (await first.locator(".inject-title").textContent()) ?? "";
  await first.getByRole("button", { name: `暂缓 ${title}` }).click();
  await inject(title).getByText("已暂缓").waitFor();
  await inject(title)
    .getByRole("button", { name: `恢复 ${title}` })
    .click();
  await inject(title).getByText("已暂缓").waitFor({ state: "hidden" });
  await inject(title)
    .getByRole("button", { name: `跳过 ${title}` })
    .click();
  await entry(`跳过注入“${title}”`).waitFor();
  await inject("村里来电反映气味").getByRole("button", { name: /^注入/ }).click();
  await entry("导调注入“村里来电反映气味”").waitFor();
  await tab(".events", 1);
  await inject("2 号瓶瓶阀卡死").getByRole("button", { name: /^注入/ }).click();
  await entry("2 号瓶瓶阀卡死").waitFor();
});

test("declared events are brought about by hand, those with a condition too", async () => {
  await inject("风向突转偏东").getByRole("button", { name: /触发/ }).click();
  await entry("导调触发事件“导调：风向突转偏东”").waitFor();
  await inject("风速回升").getByRole("button", { name: /触发/ }).click();
  await entry(/导调触发事件“风速回升/).waitFor();
  await inject("风速回升").waitFor({ state: "hidden" });
});

test("the wind and the temperature change", async () => {
  await page.getByRole("button", { name: "天气" }).click();
  await page.locator("#wind-from").fill("200");
  await page.locator("#wind-speed").fill("6");
  await page.locator("#wind-temperature").fill("31");
  await page.getByRole("button", { name: "应用" }).click();
  await page.waitForFunction(
    () => /200°，6\.0 m\/s/.test(document.querySelector(".map-rose")?.textContent ?? ""),
    null,
    {
      timeout: 40_000,
    },
  );
  await page.getByRole("button", { name: "天气" }).click();
  expect(await page.locator("#wind-temperature").inputValue()).toBe("31");
  await page.keyboard.press("Escape");
});

test("a message goes to a role by any channel, from anyone in the story or from nobody", async () => {
  for (const channel of ["电话", "媒体"]) {
    await page.getByRole("button", { name: "临时注入" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("传递方式").click();
    await page.locator(".ant-select-item-option", { hasText: channel }).last().click();
    await dialog.getByLabel("接收人").click();
    await page.locator(".ant-select-item-option", { hasText: "全体操作工" }).last().click();
    await dialog.getByLabel("内容", { exact: true }).fill(`请到集合点（${channel}）`);
    await dialog.getByRole("button", { name: "发出" }).click();
    await dialog.waitFor({ state: "hidden" });
    await entry(`导调向操作工临时注入（${channel}）`).waitFor();
  }
  await page.locator(".person", { hasText: "值班长" }).click();
  await page.getByRole("button", { name: /传话给值班长/ }).click();
  await page.getByRole("dialog").getByText("值班长", { exact: true }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

test("the log follows the person chosen, goes back to everyone, and says when nothing matches", async () => {
  const select = page.getByLabel("按人员筛选");
  const all = await page.locator(".entry").count();
  await page.locator(".log .ant-segmented-item", { hasText: "决策" }).click();
  await page.getByText(/没有符合“决策 · .+”的记录/).waitFor();
  await page.getByRole("button", { name: "显示全部" }).click();
  await page.waitForFunction((count) => document.querySelectorAll(".entry").length >= count, Math.min(all, 5));
  await page.locator(".person").nth(1).click();
  await page.waitForTimeout(300);
  await select.click();
  await page.locator(".ant-select-item-option", { hasText: "所有人员" }).last().click();
  await entry("导调触发事件").waitFor();
  expect(await page.locator(".person[aria-pressed=true]").count()).toBe(1);
  await page.getByRole("button", { name: "取消选择" }).click();
  expect(await page.locator(".person[aria-pressed=true]").count()).toBe(0);
});

test("a line of the log with a place shows it on the map", async () => {
  await page.locator(".log .ant-segmented-item", { hasText: "险情" }).click();
  await page.locator("button.entry", { hasText: "泄漏" }).first().click();
  await page.locator(".map-focus").waitFor();
  const [mark, map] = await Promise.all([
    page.locator(".map-focus").boundingBox(),
    page.locator(".site-map").boundingBox(),
  ]);
  const middle = (box: typeof mark) => (box ? [box.x + box.width / 2, box.y + box.height / 2] : [0, 0]);
  expect(Math.abs((middle(mark)[0] ?? 0) - (middle(map)[0] ?? 0))).toBeLessThan(4);
  expect(Math.abs((middle(mark)[1] ?? 0) - (middle(map)[1] ?? 0))).toBeLessThan(4);
  await page.locator(".log .ant-segmented-item", { hasText: "全部" }).click();
});

test("an observation is kept about the run, about a person, and about a task with a rating", async () => {
  await page.keyboard.press("n");
  await page.keyboard.type("现场秩序良好");
  await page.keyboard.press("Enter");
  await entry("现场秩序良好").waitFor();
  await page.locator(".task button").first().click();
  const form = page.locator(".task-observe");
  await form.getByText("S", { exact: true }).click();
  await form.getByPlaceholder("写下所见").fill("先看表再看风");
  await form.getByRole("button", { name: "记录" }).click();
  await entry("（评为 S 基本完成）：先看表再看风").waitFor();
  const { facts } = await detail();
  expect(facts.find(({ kind, detail: more }) => kind === "observed" && more["rating"] === "S")?.of).toBe(
    (await detail()).briefing.objectives[0]?.capabilities[0]?.tasks[0]?.id,
  );
});

test("the end is asked for twice and leads to the desk", async () => {
  await page.getByRole("button", { name: /结束/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.locator(".state-running").waitFor();
  await page.getByRole("button", { name: /结束/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束" }).click();
  await page.getByRole("button", { name: "到评估台查看" }).click();
  await page.waitForURL(`**/desk/${runId}`);
  await page.locator(".task-card").first().waitFor();
  expect(controller.outside).toEqual([]);
  expect(controller.errors.filter((error) => !error.includes("401"))).toEqual([]);
});
