// Proves the drill at a desk against the real server: walk, open doors, suit up, close the valve, survive a dead server.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeing, shutEyes } from "./eyelid.ts";
import { openHouse, type TestHouse } from "./house.ts";
import { KEEPING, launch, shotFile, type Visit, visit } from "./launch.ts";

const PORT = 4132;
/** Slower than the room lets a person go, at exercise speed 1. */
const STEP_M = 0.2;

let house: TestHouse;
let browser: Browser;
let seen: Visit;

/** Software rendering is slow: acts are done in a small window, and only pictures to keep are taken in a large one. */
const SMALL = { width: 480, height: 270 };
const LARGE = KEEPING ? { width: 960, height: 540 } : SMALL;

async function shot(name: string): Promise<void> {
  await seen.page.setViewportSize(LARGE);
  await seeing(seen.page, async () => {
    await seen.page.waitForTimeout(600);
    await seen.page.screenshot({ path: shotFile(`trainee-desk-${name}`), timeout: 120_000 });
  });
  await seen.page.setViewportSize(SMALL);
}
const body = () => seen.page.evaluate(() => ({ x: 0, y: 0, ...window.__sandtable?.body }));
const self = () => seen.page.evaluate(() => window.__sandtable?.run.getState().self ?? null);

/** Walks a straight way as keys would, a step every tenth of a second, looking ahead. */
async function walk(...way: [number, number][]): Promise<void> {
  for (const [x, y] of way) {
    await seen.page.evaluate(
      async ([toX = 0, toY = 0, step = 0]) => {
        const mine = window.__sandtable?.body;
        if (!mine) throw new Error("not ready");
        for (;;) {
          const [dx, dy] = [toX - mine.x, toY - mine.y];
          const far = Math.sqrt(dx * dx + dy * dy);
          if (far < 0.02) return;
          const share = Math.min(1, step / far);
          mine.yawDeg = (Math.atan2(dx, dy) * 180) / Math.PI;
          mine.x += dx * share;
          mine.y += dy * share;
          await new Promise((done) => setTimeout(done, 110));
        }
      },
      [x, y, STEP_M],
    );
    // A corner is turned only after the room has seen it, however slowly frames come.
    await seen.page.waitForFunction(
      ([toX = 0, toY = 0]) => {
        const told = window.__sandtable?.person("operator-1");
        return told && Math.hypot(told.x - toX, told.y - toY) < 0.15;
      },
      [x, y],
      { timeout: 40_000 },
    );
  }
}

/** Turns the eyes to a thing and presses E, once the outline says it is in reach; looks again as a person would. */
async function use(id: string, from?: [number, number]): Promise<void> {
  for (let look = 0; ; look += 1) {
    await seen.page.mouse.move(SMALL.width / 2, SMALL.height / 2);
    await seen.page.evaluate((name) => {
      const probe = window.__sandtable;
      const at = probe?.aim(name);
      if (!probe || !at) throw new Error(`no ${name}`);
      const [dx, dy, dz] = [at.x - probe.body.x, -at.z - probe.body.y, at.y - probe.body.eyeM];
      probe.body.yawDeg = (Math.atan2(dx, dy) * 180) / Math.PI;
      probe.body.pitchDeg = (Math.atan2(dz, Math.sqrt(dx * dx + dy * dy)) * 180) / Math.PI;
    }, id);
    const near = seen.page.waitForFunction(
      (name) => {
        const aim = window.__sandtable?.play.getState().aim;
        return aim?.target.id === name && aim.near;
      },
      id,
      { timeout: 8_000 },
    );
    const state = await near.then(
      () => "near",
      () =>
        seen.page.evaluate(() => JSON.stringify([window.__sandtable?.body, window.__sandtable?.play.getState().aim])),
    );
    if (state === "near") break;
    if (look >= 7) throw new Error(`${id} is not in reach: ${state}`);
    if (from) await walk(from);
  }
  await seen.page.keyboard.press("e");
}

const waitForSelf = (what: string, timeout = 60_000) =>
  seen.page.waitForFunction(
    (test) => {
      const own = window.__sandtable?.run.getState().self;
      return own !== null && own !== undefined && (own as unknown as Record<string, unknown>)[test] === true;
    },
    what,
    { timeout },
  );

const doorIs = (id: string, state: string) =>
  seen.page.waitForFunction(([name, wanted]) => window.__sandtable?.prop(name ?? "")?.state === wanted, [id, state], {
    timeout: 10_000,
  });

beforeAll(async () => {
  house = await openHouse(PORT);
  const seat = await house.seat("operator-1", "李明");
  browser = await launch();
  seen = await visit(browser, SMALL);
  await seen.page.goto(house.origin);
  await seen.page.evaluate(
    ([runId, kept]) => localStorage.setItem(`sandtable.seat.${runId}`, kept ?? ""),
    [seat.runId, JSON.stringify(seat)],
  );
  await seen.page.goto(`${house.origin}/play/${seat.runId}`);
  await seen.page.waitForSelector('.play[data-ready="true"]', { timeout: 90_000 });
  await shutEyes(seen.page);
  await shot("gate");
  await seen.page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-id="enter-scene"]')?.click());
  await seen.page.waitForSelector('[data-id="help-close"]');
  await shot("help");
  await seen.page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-id="help-close"]')?.click());
  await house.control({ do: "start" });
  await seen.page.waitForFunction(() => window.__sandtable?.run.getState().phase === "running");
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
}, 30_000);

test("holding S walks backward, and the room sees it", async () => {
  const before = await body();
  await seen.page.keyboard.down("s");
  await seen.page.waitForFunction(
    ([x = 0, y = 0]) => {
      const mine = window.__sandtable?.body;
      return mine !== undefined && Math.hypot(mine.x - x, mine.y - y) > 0.5;
    },
    [before.x, before.y],
    { timeout: 20_000 },
  );
  await seen.page.keyboard.up("s");
  await seen.page.waitForTimeout(1500);
  const after = await body();
  const mirror = await seen.page.evaluate(() => window.__sandtable?.person("operator-1"));
  expect(Math.hypot((mirror?.x ?? 99) - after.x, (mirror?.y ?? 99) - after.y)).toBeLessThan(0.3);
  await shot("yard");
}, 300_000);

test("the control room's door opens, air and suit are put on by looking and pressing E", async () => {
  await walk([-8.5, 7.5], [-10.5, 8.9]);
  await use("control-door");
  await doorIs("control-door", "open");
  await walk([-10.5, 11.2], [-14.2, 13.8]);
  await house.control({ do: "speed", factor: 4 });
  await use("scba-rack", [-14.2, 13.8]);
  await seen.page.waitForFunction(() => window.__sandtable?.run.getState().self?.working?.prop === "scba-rack");
  await shot("work");
  await waitForSelf("scba");
  await walk([-14.2, 12]);
  await use("suit-rack", [-14.2, 12]);
  await waitForSelf("suit");
  await shot("suited");
}, 400_000);

test("the valve of container 2 is reached through the west door and closed", async () => {
  await walk([-10.5, 11.2], [-10.5, 8.6], [-2, 4.4], [-1.2, 4]);
  await use("west-door", [-1.2, 4]);
  await doorIs("west-door", "open");
  await walk([1.2, 4], [1.4, 2.6], [4.4, 2.9]);
  await shot("gas");
  await use("valve-2", [4.4, 2.9]);
  await seen.page.waitForFunction(() => window.__sandtable?.run.getState().self?.working?.prop === "valve-2");
  await shot("valve");
  await seen.page.waitForFunction(() => (window.__sandtable?.prop("valve-2")?.fraction ?? 1) < 0.05, null, {
    timeout: 60_000,
  });
}, 400_000);

test("the tablet shows tasks, messages, map and talk", async () => {
  await seen.page.keyboard.press("Tab");
  for (const page of ["tasks", "inbox", "map", "talk", "report", "settings"]) {
    await seen.page.evaluate((id) => document.querySelector<HTMLButtonElement>(`[data-id="tab-${id}"]`)?.click(), page);
    await seen.page.waitForTimeout(400);
    await shot(`tablet-${page}`);
  }
  await seen.page.keyboard.press("Tab");
}, 300_000);

test("a killed server comes back, and so does the seat, by itself within five seconds of its return", async () => {
  await house.kill();
  await seen.page.waitForFunction(() => window.__sandtable?.run.getState().connection === "lost", null, {
    timeout: 10_000,
  });
  await shot("lost");
  await house.start();
  const begun = Date.now();
  await seen.page.waitForFunction(() => window.__sandtable?.run.getState().connection === "live", null, {
    timeout: 15_000,
  });
  expect(Date.now() - begun).toBeLessThan(5000);
  expect((await self())?.suit).toBe(true);
}, 300_000);

test("drawing stays within its budget, and nothing is fetched from outside", async () => {
  const info = await seeing(seen.page, () => seen.page.evaluate(() => window.__sandtable?.info()));
  console.log("drawn", info);
  expect(info?.calls).toBeLessThanOrEqual(100);
  expect(info?.triangles).toBeLessThanOrEqual(300_000);
  expect(info?.textureBytes).toBeLessThanOrEqual(64 * 1024 * 1024);
  expect(seen.outside).toEqual([]);
  expect(
    seen.errors.filter((error) => !error.includes("ERR_CONNECTION_REFUSED") && !error.includes("WebSocket")),
  ).toEqual([]);
});
