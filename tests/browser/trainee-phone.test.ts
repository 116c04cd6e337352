// A phone in the hand, on the real server: read the gate, drag to look, push the stick to walk, press the button to use.
import type { Browser, CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeing, shutEyes } from "./eyelid.ts";
import { openHouse, type TestHouse } from "./house.ts";
import { launch, shotFile, type Visit, visit } from "./launch.ts";

const PORT = 4137;
const PHONE = { width: 390, height: 844 };
const LOOK_DEG_PER_PX = 0.16;

let house: TestHouse;
let browser: Browser;
let seen: Visit;
let glass: CDPSession;

const shot = (name: string) =>
  seeing(seen.page, () => seen.page.screenshot({ path: shotFile(`trainee-phone-${name}`), timeout: 120_000 }));
const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
  glass.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });

async function drag(fromX: number, fromY: number, dx: number, dy: number): Promise<void> {
  await touch("touchStart", fromX, fromY);
  for (let step = 1; step <= 8; step++) await touch("touchMove", fromX + (dx * step) / 8, fromY + (dy * step) / 8);
  await touch("touchEnd");
}

/** Drags the picture until a thing is in the middle. */
async function lookAt(id: string): Promise<void> {
  for (let tries = 0; tries < 14; tries++) {
    const off = await seen.page.evaluate((name) => {
      const probe = window.__sandtable;
      const at = probe?.aim(name);
      if (!probe || !at) throw new Error(`no ${name}`);
      const { body } = probe;
      const [dx, dy, dz] = [at.x - body.x, -at.z - body.y, at.y - body.eyeM];
      const yaw = (Math.atan2(dx, dy) * 180) / Math.PI - body.yawDeg;
      const pitch = (Math.atan2(dz, Math.hypot(dx, dy)) * 180) / Math.PI - body.pitchDeg;
      return { yaw: (((yaw % 360) + 540) % 360) - 180, pitch };
    }, id);
    if (Math.abs(off.yaw) < 2 && Math.abs(off.pitch) < 2) return;
    const across = Math.max(-300, Math.min(300, -off.yaw / LOOK_DEG_PER_PX));
    const down = Math.max(-150, Math.min(150, off.pitch / LOOK_DEG_PER_PX));
    await drag(195 - across / 2, 420 - down / 2, across, down);
  }
  throw new Error(`${id} does not come to the middle`);
}

beforeAll(async () => {
  house = await openHouse(PORT);
  browser = await launch();
  seen = await visit(browser, PHONE, { hasTouch: true, isMobile: true, deviceScaleFactor: 1 });
  glass = await seen.context.newCDPSession(seen.page);
  await seen.page.goto(`${house.origin}/join/${house.code}`);
  await seen.page.locator(".seat", { hasText: "操作" }).first().click();
  await seen.page.getByLabel("您的姓名").fill("李明");
  await seen.page.getByRole("button", { name: /进入/ }).click();
  await seen.page.waitForURL("**/play/*");
  await seen.page.waitForSelector('.play[data-ready="true"]', { timeout: 90_000 });
  await shutEyes(seen.page);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
}, 30_000);

test("the gate fits the phone, and help speaks of thumbs, not of keys", async () => {
  await shot("gate");
  expect(await seen.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await seen.page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-id="enter-scene"]')?.click());
  const help = await seen.page.locator(".help").textContent();
  expect(help).toContain("摇杆");
  expect(help).not.toContain("Shift");
  await seen.page.locator('[data-id="help-close"]').tap();
  await house.control({ do: "start" });
  await seen.page.waitForFunction(() => window.__sandtable?.run.getState().phase === "running");
}, 120_000);

test("a drag turns the eyes, and a thumb on the stick walks until the door is in reach, and the button opens it", async () => {
  await lookAt("west-door");
  await shot("yard");
  const stick = await seen.page.locator('[data-id="touch-stick"]').boundingBox();
  if (!stick) throw new Error("no stick");
  const [x, y] = [stick.x + stick.width / 2, stick.y + stick.height / 2];
  await touch("touchStart", x, y);
  await touch("touchMove", x, y - 44);
  await seen.page.waitForFunction(
    () => {
      const aim = window.__sandtable?.play.getState().aim;
      return aim?.target.id === "west-door" && aim.near;
    },
    null,
    { timeout: 90_000 },
  );
  await touch("touchEnd");
  await shot("door");
  await lookAt("west-door");
  await seen.page.locator('[data-id="touch-use"]').tap();
  await seen.page.waitForFunction(() => window.__sandtable?.prop("west-door")?.state === "open", null, {
    timeout: 20_000,
  });
  const before = await seen.page.evaluate(() => ({ ...window.__sandtable?.body }));
  await seen.page.waitForTimeout(600);
  const after = await seen.page.evaluate(() => ({ ...window.__sandtable?.body }));
  expect([after.x, after.y]).toEqual([before.x, before.y]);
}, 240_000);

test("the tablet fills the lower screen and every button of it is as large as a thumb", async () => {
  await seen.page.locator(".hud-top .press").last().tap();
  await seen.page.waitForSelector(".tablet");
  await shot("tablet");
  const sizes = await seen.page.locator(".tablet .press").evaluateAll((buttons) =>
    buttons.map((button) => {
      const { width, height } = button.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  expect(sizes.length).toBeGreaterThan(5);
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(40);
  expect(seen.outside).toEqual([]);
  expect(seen.errors).toEqual([]);
}, 120_000);
