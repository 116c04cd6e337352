// Bare hands do what controllers do, on the real server: pinch, hop, tablet, seated; and what breaks a session is borne.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { SeatToken } from "../../sim-server/protocol/api.ts";
import { seeing, shutEyes } from "./eyelid.ts";
import { openHouse, type TestHouse } from "./house.ts";
import { EYE_PX, launch, shotFile, type Visit, visit, wearHeadset } from "./launch.ts";
import { type Wearer, wearerOf } from "./wearer.ts";

const PORT = 4135;
const RIGHT = "hand-right";
const EYE = { width: EYE_PX, height: EYE_PX };

let house: TestHouse;
let browser: Browser;
let seen: Visit;
let wearer: Wearer;
let seat: SeatToken;

async function shot(name: string): Promise<void> {
  const path = shotFile(`trainee-hands-${name}`);
  await seeing(seen.page, () => seen.page.screenshot({ path, timeout: 120_000 }));
}

async function sitDown(visitor: Visit): Promise<void> {
  await visitor.page.goto(house.origin);
  await visitor.page.evaluate(
    ([runId, kept]) => localStorage.setItem(`sandtable.seat.${runId}`, kept ?? ""),
    [seat.runId, JSON.stringify(seat)],
  );
  await visitor.page.goto(`${house.origin}/play/${seat.runId}`);
  await visitor.page.waitForSelector('.play[data-ready="true"]', { timeout: 90_000 });
  await shutEyes(visitor.page);
}

beforeAll(async () => {
  house = await openHouse(PORT);
  browser = await launch();
  seen = await visit(browser, EYE);
  await wearHeadset(seen.page);
  wearer = wearerOf(seen.page);
  seat = await house.seat("operator-1", "李明");
  await sitDown(seen);
  await seen.page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-id="enter-vr"]')?.click());
  await seen.page.waitForFunction(() => window.__sandtable?.store.getState().session !== undefined);
  await wearer.command("set_input_mode", { mode: "hand" });
  await seen.page.waitForFunction(
    () => window.__sandtable?.store.getState().inputSourceStates.filter((state) => state.type === "hand").length === 2,
    null,
    { timeout: 60_000 },
  );
  await house.control({ do: "start" });
  await seen.page.waitForFunction(() => window.__sandtable?.run.getState().phase === "running");
}, 240_000);

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await shot("failed");
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
}, 30_000);

test("a pinch held on the floor and let go hops there, and a pinch at the door opens it", async () => {
  await wearer.hopByPress(RIGHT, [-8.5, 7.5], [-10.5, 8.6]);
  await shot("door");
  await wearer.use("control-door", RIGHT, (page) =>
    page.waitForFunction(() => window.__sandtable?.prop("control-door")?.state === "open", null, { timeout: 6_000 }),
  );
  const { facts } = await house.detail();
  expect(facts.some((fact) => fact.by === "operator-1" && fact.kind === "operated" && fact.of === "control-door")).toBe(
    true,
  );
}, 240_000);

test("the other hand's pinch opens the tablet, whose map page turns the wearer in steps", async () => {
  await wearer.press("hand-left");
  await wearer.pressButton("tab-map", RIGHT);
  await wearer.pressButton("turn-right", RIGHT);
  await shot("tablet");
  const before = await wearer.body();
  await wearer.pressButton("turn-right", RIGHT);
  await wearer.frames(3);
  const after = await wearer.body();
  // Pointing turns the head, too: what counts is how the floor lies under the wearer.
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(0.05);
  const turned = await seen.page.evaluate(() => window.__sandtable?.store.getState().origin?.rotation.y ?? 0);
  expect(Math.abs(Math.sin(turned * 6))).toBeLessThan(0.02);
  expect(await seen.page.evaluate(() => window.__sandtable?.play.getState().page)).toBe("map");
}, 180_000);

test("seated, the eyes are as high as a standing person's", async () => {
  const head = (await wearer.command("get_transform", { device: "headset" })) as { position: { x: number; z: number } };
  await wearer.command("set_transform", { device: "headset", position: { ...head.position, y: 1.17 } });
  await wearer.frames(3);
  expect((await wearer.body()).eyeM).toBeCloseTo(1.17, 1);
  await wearer.pressButton("tab-settings", RIGHT);
  await wearer.pressButton("seated-on", RIGHT);
  await wearer.frames(3);
  expect((await wearer.body()).eyeM).toBeCloseTo(1.62, 2);
  await wearer.press("hand-left");
}, 180_000);

test("while the headset shows its own menu the body stays, and nothing jumps when the wearer is back", async () => {
  const before = await wearer.body();
  const head = (await wearer.command("get_transform", { device: "headset" })) as {
    position: { x: number; y: number; z: number };
  };
  await wearer.visibility("visible-blurred");
  await seen.page.waitForFunction(() => window.__sandtable?.play.getState().away === true);
  const moved = { ...head.position, x: head.position.x + 1.2 };
  await wearer.command("set_transform", { device: "headset", position: moved });
  await wearer.frames(5);
  expect(await wearer.body()).toMatchObject({ x: before.x, y: before.y });
  expect(await seen.page.locator(".hud-top .line-lost").count()).toBeGreaterThan(0);
  await wearer.visibility("visible");
  await seen.page.waitForFunction(() => window.__sandtable?.play.getState().away === false);
  await wearer.frames(5);
  const after = await wearer.body();
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(0.02);
  const told = await seen.page.evaluate(() => window.__sandtable?.person("operator-1"));
  expect(Math.hypot((told?.x ?? 99) - before.x, (told?.y ?? 99) - before.y)).toBeLessThan(0.1);
}, 120_000);

test("a colleague's hands are told to everybody who looks", async () => {
  await seen.page.waitForFunction(() => window.__sandtable?.person("operator-1")?.hands?.length === 6, null, {
    timeout: 10_000,
  });
});

test("the seat taken up elsewhere ends this window's line for good, and says so", async () => {
  const second = await visit(browser, EYE);
  await sitDown(second);
  await second.page.waitForFunction(() => window.__sandtable?.run.getState().connection === "live");
  await seen.page.waitForFunction(() => window.__sandtable?.run.getState().connection === "replaced");
  await seen.page.waitForTimeout(4_000);
  expect(await seen.page.evaluate(() => window.__sandtable?.run.getState().connection)).toBe("replaced");
  expect(await second.page.evaluate(() => window.__sandtable?.run.getState().connection)).toBe("live");
  expect(await seen.page.locator('[data-line="replaced"] button').count()).toBe(1);
  await second.context.close();
  expect(seen.outside).toEqual([]);
  expect(seen.errors).toEqual([]);
}, 120_000);
