// Proves a tax case at its desk and in the boardroom against the real server: read, pin, move, state, end, score, export.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse, type TestHouse } from "./house.ts";
import { launch, type Visit, visit, wearHeadset } from "./launch.ts";
import { checkPage } from "./page-check.ts";

const PORT = 4251;
const LARGE = { width: 1366, height: 768 };
const DOCUMENT = "emirates-report";
const PASSAGE = "emirates-report/thin";

let house: TestHouse;
let browser: Browser;
let seen: Visit;

const press = (id: string) => seen.page.locator(`[data-id="${id}"]`).click({ timeout: 15_000 });
const total = () => seen.page.locator('[data-id="why-total"] > b').textContent();
const change = () => seen.page.locator('[data-id="why-SG"] .bars-value').textContent();

beforeAll(async () => {
  house = await openHouse(PORT, "going-global");
  const seat = await house.seat("planner-1", "李明");
  browser = await launch();
  seen = await visit(browser, LARGE);
  await wearHeadset(seen.page);
  await seen.page.goto(house.origin);
  await seen.page.evaluate(
    ([runId, kept]) => localStorage.setItem(`sandtable.seat.${runId}`, kept ?? ""),
    [seat.runId, JSON.stringify(seat)],
  );
  await seen.page.goto(`${house.origin}/play/${seat.runId}`);
  await seen.page.locator('[data-id="open-case"]:enabled').waitFor({ timeout: 60_000 });
  await house.control({ do: "start" });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test("a document costs hours, and a passage of it is pinned as evidence", async () => {
  await press("open-case");
  const before = await seen.page.locator(".case-hours").textContent();
  await press(`document-${DOCUMENT}`);
  await seen.page.locator(".sheet .paper").first().waitFor({ timeout: 15_000 });
  expect(await seen.page.locator(".case-hours").textContent()).not.toBe(before);
  await press(`pin-${PASSAGE}`);
  await seen.page.locator(`[data-id="pin-${PASSAGE}"][aria-pressed="true"]`).waitFor({ timeout: 15_000 });
  await checkPage(seen.page, "tax-document");
  await press("close-sheet");
});

test("an entity moved by keyboard changes the bars at once, and undo brings them back", async () => {
  const [group, singapore] = [await total(), await change()];
  await seen.page.locator('[data-id="entity-ae"]').focus();
  await seen.page.keyboard.press("Enter");
  await press("move-SG");
  await expect.poll(change, { timeout: 15_000 }).not.toBe(singapore);
  await checkPage(seen.page, "tax-desk");
  await press("undo");
  await expect.poll(total, { timeout: 15_000 }).toBe(group);
});

test("an entity dragged on to a jurisdiction moves there", async () => {
  const box = await seen.page.locator('[data-id="entity-ae"]').boundingBox();
  if (!box) throw new Error("the company is not drawn");
  await seen.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await seen.page.mouse.down();
  await seen.page.mouse.move(box.x + box.width / 2 + 40, box.y + 60, { steps: 4 });
  const pad = await seen.page.locator('[data-pad="SG"]').boundingBox();
  if (!pad) throw new Error("nowhere to drop it");
  await seen.page.mouse.move(pad.x + pad.width / 2, pad.y + pad.height / 2, { steps: 4 });
  await seen.page.mouse.up();
  await seen.page.locator('[data-id="entity-ae"] .entity-place b', { hasText: "SG" }).waitFor({ timeout: 15_000 });
});

test("the boardroom shows the same case in English, and the desk its working", async () => {
  await seen.page.getByRole("button", { name: "English" }).click();
  await press("why-total");
  await seen.page.locator(".trace-row").first().waitFor({ timeout: 15_000 });
  await checkPage(seen.page, "tax-working-en");
  await press("close-trace");
  await press("to-room");
  await seen.page.waitForFunction(() => (window.__case?.info().triangles ?? 0) > 20_000, null, { timeout: 60_000 });
  expect(await seen.page.evaluate(() => window.__case?.info().calls ?? 999)).toBeLessThanOrEqual(100);
  await checkPage(seen.page, "tax-boardroom-en");
  await press("to-desk");
});

test("a finding is stated with its evidence, judged, scored and exported", async () => {
  await press("tab-finding");
  await seen.page.selectOption('[data-id="finding-issue"]', "emirates");
  await press("choice-substance-only");
  await seen.page.locator('[data-id="finding-amount"]').fill("1,879,640");
  await press(`pick-${PASSAGE}`);
  await press("state-finding");
  await seen.page.locator(".stated").first().waitFor({ timeout: 15_000 });
  await checkPage(seen.page, "tax-finding-en");
  expect((await house.control({ do: "end" })).ok).toBe(true);
  await seen.page.locator(".case-over").waitFor({ timeout: 15_000 });
  await expect.poll(async () => (await house.detail()).score !== null, { timeout: 20_000 }).toBe(true);
  const { score, facts } = await house.detail();
  const kinds = facts.map(({ kind }) => kind);
  for (const kind of ["document-opened", "evidence-pinned", "plan-changed", "finding-stated", "finding-judged"])
    expect(kinds).toContain(kind);
  expect(score?.tasks.length).toBeGreaterThan(0);
  expect(seen.errors).toEqual([]);
  expect(seen.outside).toEqual([]);
});
