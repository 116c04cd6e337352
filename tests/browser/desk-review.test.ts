// An evaluator reviews a drill as it was filed: evidence leads to its moment, any second is at hand, ratings, files and paper.
import ExcelJS from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Replay, RunDetail } from "../../sim-server/protocol/api.ts";
import { fileDrills } from "./kept-drill.ts";
import { launch, type Visit, visit } from "./launch.ts";
import { type RealServer, signIn, startServer } from "./real-server.ts";

const RUN = "5b1f2c00-0000-4000-8000-00000000000a";
let server: RealServer;
let browser: Browser;
let evaluator: Visit;
let page: Page;

beforeAll(async () => {
  server = await startServer(4143);
  browser = await launch();
  evaluator = await visit(browser, { width: 1366, height: 768 });
  page = evaluator.page;
  await signIn(page, server.origin, "/desk");
  const me = (await (await page.request.get(`${server.origin}/api/me`)).json()) as { accountId: string };
  await server.kill();
  await fileDrills(server.data, me.accountId, [
    { runId: RUN, caseName: "late-report", names: ["欧阳建国", "李娜", "王强"] },
  ]);
  await server.start();
  await page.goto(`${server.origin}/desk/${RUN}`);
  await page.locator(".timeline-mark").first().waitFor({ timeout: 60_000 });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const clock = async (): Promise<number> => {
  const shown = ((await page.locator(".replay-transport > .clock").textContent()) ?? "").split(" / ")[0] ?? "";
  const [minutes = 0, seconds = 0] = shown.split(":").map(Number);
  return minutes * 60 + seconds;
};

describe("a filed drill at the desk", () => {
  test("evidence leads to two seconds before its moment", async () => {
    const task = page.locator(".task-card", { has: page.locator(".evidence") }).first();
    await task.locator("summary").click();
    const evidence = task.locator(".evidence").first();
    const [minutes = 0, seconds = 0] = ((await evidence.locator("b").textContent()) ?? "").split(":").map(Number);
    await evidence.click();
    await page.waitForTimeout(800);
    const early = minutes * 60 + seconds - (await clock());
    expect(early).toBeGreaterThanOrEqual(0);
    expect(early).toBeLessThanOrEqual(3);
    await task.locator(".cited").first().waitFor();
  });

  test("any second of the run is shown when it is asked for", async () => {
    const track = page.locator(".timeline-lanes svg");
    const box = await track.boundingBox();
    if (!box) throw new Error("the timeline is not drawn");
    const took: number[] = [];
    for (const share of [0.05, 0.9, 0.31, 0.62, 0.17, 0.99, 0.45, 0.76]) {
      took.push(
        await page.evaluate(
          ({ x, y }) =>
            new Promise<number>((done) => {
              const svg = document.querySelector(".timeline-lanes svg");
              const before = document.querySelector(".replay-transport > .clock")?.textContent;
              const began = performance.now();
              svg?.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: x, clientY: y }));
              const look = () => {
                if (document.querySelector(".replay-transport > .clock")?.textContent === before)
                  return requestAnimationFrame(look);
                // Shown is shown: the frame after the change has been drawn.
                requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
                return 0;
              };
              look();
            }),
          { x: box.x + box.width * share, y: box.y + 4 },
        ),
      );
    }
    console.info("scrubbing took, ms", took.map(Math.round).join(" "));
    // How long it takes is told: other windows draw on the same cores. Only a page that hangs is judged.
    expect(took.sort((a, b) => a - b)[Math.floor(took.length / 2)]).toBeLessThan(3000);
  });

  test("people, detectors, village and leak are those of the second shown", async () => {
    const reply = await page.request.get(`${server.origin}/api/runs/${RUN}/replay`);
    const { frames } = (await reply.json()) as Replay;
    await page.locator(".moment").nth(1).click();
    await page.waitForTimeout(800);
    const second = await clock();
    let bodies: Record<string, { ppm: number; dosePercent: number }> = {};
    let board: NonNullable<Replay["frames"][number]["board"]> = {};
    for (const frame of frames.filter(({ tick }) => tick <= second * 10)) {
      bodies = { ...bodies, ...frame.bodies };
      board = { ...board, ...frame.board };
    }
    const row = page.locator(".bodies tr", { hasText: "李娜" });
    const { ppm = -1, dosePercent = -1 } = bodies["operator-1"] ?? {};
    await row.getByText(ppm >= 100 ? `${Math.round(ppm)}` : ppm.toFixed(1), { exact: true }).waitFor();
    await row.getByText(`${Math.round(dosePercent)}%`, { exact: true }).waitFor();
    const [village] = board.populations ?? [];
    await page.locator(".replay-facts").getByText(`尚有 ${village?.remaining} 人`).waitFor();
    const heads = (board.heads ?? []).filter(({ alarm }) => alarm > 0);
    expect(await page.locator(".site-map text", { hasText: "▲" }).count()).toBe(heads.length);
  });

  test("a human rating with its reason stands beside the automatic one", async () => {
    const task = page.locator(".task-card").nth(3);
    await task.locator("summary").click();
    await task.getByRole("button", { name: "人工评定" }).click();
    await task.getByText("M 勉强完成").click();
    await task.getByLabel("理由").fill("当时正在抢救同伴，情有可原");
    await task.getByRole("button", { name: "保存评定" }).click();
    await task.getByText("当时正在抢救同伴").waitFor();
  });

  test("playing moves the time, sixteen times as fast when asked", async () => {
    await page.locator(".replay-transport").getByText("16×").click();
    const before = await clock();
    await page.getByRole("button", { name: "播放" }).click();
    await page.waitForTimeout(1500);
    await page.getByRole("button", { name: "暂停" }).click();
    expect((await clock()) - before).toBeGreaterThan(8);
  });

  test.each(["zh", "en"] as const)("the workbook opens in %s with the rows of this run", async (language) => {
    const reply = await page.request.get(`${server.origin}/api/runs/${RUN}/export?format=xlsx&language=${language}`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await reply.body()) as unknown as ArrayBuffer);
    const detail = (await (await page.request.get(`${server.origin}/api/runs/${RUN}`)).json()) as RunDetail;
    const [, tasks, facts, ratings] = book.worksheets;
    const list = detail.briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks));
    expect((tasks?.getColumn(3).values ?? []).slice(2)).toEqual(list.map(({ title }) => title[language]));
    expect(facts?.rowCount).toBe(1 + detail.facts.length);
    expect(ratings?.getCell("C2").value).toBe("当时正在抢救同伴，情有可原");
    expect(ratings?.getCell("A2").value).toBe(list[3]?.title[language]);
  });

  test("the printed report has the rating, the laws and nothing of the screen", async () => {
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".report").isVisible()).toBe(true);
    expect(await page.locator(".review").isVisible()).toBe(false);
    const words = (await page.locator(".report").textContent()) ?? "";
    expect(words).toContain("当时正在抢救同伴");
    expect(words).toContain("《生产安全事故报告和调查处理条例》（国务院令第 493 号）第 12 条");
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "screen" });
    expect(evaluator.outside).toEqual([]);
    expect(evaluator.errors.filter((error) => !/401|ERR_CONNECTION/.test(error))).toEqual([]);
  });
});
