// Proves that the drill can be done in a headset: in, hop, put on a suit, close the valve by ray, decide on a card.
import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, serveFolder, shotFile, type Visit, visit, wearHeadset } from "./launch.ts";
import { buildSolo } from "./solo/build.ts";

const PORT = 4133;
type Point = { x: number; y: number; z: number };
type Headset = { remote: { dispatch: (name: string, values: unknown) => Promise<unknown> } };
type HeadsetWindow = Window & { __xr: Headset; __answer?: Promise<string> };

let server: Server;
let browser: Browser;
let seen: Visit;

const tick = (frames: number) => seen.page.clock.runFor(16 * frames);

/** Lets time pass in few frames: every timer that is due fires once a step. */
async function settle(): Promise<void> {
  for (let step = 0; step < 4; step++) {
    await seen.page.clock.fastForward(400);
    await tick(1);
  }
}

/** A remote command resolves inside an XR frame only, so time goes on while it is waited for. */
async function command(name: string, values: unknown): Promise<void> {
  await seen.page.evaluate(
    ([what, how]) => {
      const page = window as unknown as HeadsetWindow;
      page.__answer = page.__xr.remote.dispatch(String(what), how).then((answer) => JSON.stringify(answer ?? null));
    },
    [name, values],
  );
  await tick(2);
  await seen.page.evaluate(() => (window as unknown as HeadsetWindow).__answer);
}

const stick = (hand: string, x: number, y: number) =>
  command("set_gamepad_state", {
    device: `controller-${hand}`,
    axes: [
      { index: 0, value: x },
      { index: 1, value: y },
    ],
  });

/** A place of the scene, as the headset's own floor knows it. */
const inRoom = (point: Point): Promise<Point> =>
  seen.page.evaluate((at) => {
    const origin = window.__sandtable?.store.getState().origin;
    if (!origin) throw new Error("no origin");
    origin.updateWorldMatrix(true, false);
    const e = origin.matrixWorld.clone().invert().elements;
    return {
      x: e[0] * at.x + e[4] * at.y + e[8] * at.z + e[12],
      y: e[1] * at.x + e[5] * at.y + e[9] * at.z + e[13],
      z: e[2] * at.x + e[6] * at.y + e[10] * at.z + e[14],
    };
  }, point);

const place = async (id: string): Promise<Point> => {
  const at = await seen.page.evaluate((prop) => window.__sandtable?.aim(prop) ?? null, id);
  if (!at) throw new Error(`no ${id} on this stage`);
  return at;
};

async function pointAt(target: Point): Promise<void> {
  await command("set_transform", { device: "controller-right", position: { x: 0.15, y: 1.35, z: -0.25 } });
  await command("look_at", { device: "controller-right", target: await inRoom(target) });
  await tick(3);
}

async function trigger(): Promise<void> {
  await command("set_select_value", { device: "controller-right", value: 1 });
  await tick(4);
  await command("set_select_value", { device: "controller-right", value: 0 });
  await tick(4);
}

/** Stands the body somewhere as a teacher's hand would, by the room's own walk, and waits until it is there. */
const stand = async (x: number, y: number): Promise<void> => {
  await seen.page.evaluate(
    ([east, north]) => {
      const body = window.__sandtable?.body;
      const solo = window.__solo;
      if (!body || !solo) throw new Error("not ready");
      solo.put(east ?? 0, north ?? 0);
      body.x = east ?? 0;
      body.y = north ?? 0;
    },
    [x, y],
  );
  await settle();
};

const self = () => seen.page.evaluate(() => window.__sandtable?.run.getState().self ?? null);
const prop = (id: string) =>
  seen.page.evaluate((name) => window.__solo?.line.source.getFrame()?.props[name] ?? null, id);

beforeAll(async () => {
  server = await serveFolder(await buildSolo(), PORT);
  browser = await launch();
  seen = await visit(browser, { width: 360, height: 360 });
  await wearHeadset(seen.page);
  await seen.page.goto(`http://127.0.0.1:${PORT}/?slot=operator-1`);
  await seen.page.waitForFunction(() => document.querySelector(".play")?.getAttribute("data-ready") === "true", null, {
    timeout: 90_000,
  });
  await seen.page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-id="enter-vr"]')?.click());
  await seen.page.waitForFunction(() => window.__sandtable?.store.getState().inputSourceStates.length === 2, null, {
    timeout: 60_000,
  });
  await seen.page.evaluate(() => window.__solo?.by("instructor:test", { do: "start" }));
  await seen.page.clock.pauseAt(600_000);
  await tick(4);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
}, 30_000);

test("entering stands the wearer where the post begins, looking the post's way", async () => {
  const body = await seen.page.evaluate(() => ({ ...window.__sandtable?.body }));
  const mirror = await seen.page.evaluate(() => window.__solo?.line.source.getFrame()?.people["operator-1"]);
  expect(Math.abs((body.x ?? 99) - (mirror?.x ?? 0))).toBeLessThan(0.2);
  expect(Math.abs((body.y ?? 99) - (mirror?.y ?? 0))).toBeLessThan(0.2);
  expect(body.eyeM).toBeCloseTo(1.6, 1);
  await seen.page.screenshot({ path: shotFile("trainee-headset-enter") });
}, 240_000);

test("a snap turn is thirty degrees about the head, which stays where it is", async () => {
  const before = await seen.page.evaluate(() => ({ ...window.__sandtable?.body }));
  await stick("right", 1, 0);
  await tick(4);
  await stick("right", 0, 0);
  await tick(4);
  const after = await seen.page.evaluate(() => ({ ...window.__sandtable?.body }));
  expect(((after.yawDeg ?? 0) - (before.yawDeg ?? 0) + 360) % 360).toBeCloseTo(30, 0);
  expect(after.x).toBeCloseTo(before.x ?? 0, 2);
  expect(after.y).toBeCloseTo(before.y ?? 0, 2);
}, 240_000);

test("the thumbstick hops to where the arc lands, and the room accepts it", async () => {
  const before = await seen.page.evaluate(() => ({ ...window.__sandtable?.body }));
  await command("set_transform", {
    device: "controller-left",
    position: { x: -0.2, y: 1.3, z: -0.3 },
    orientation: { pitch: -25, yaw: 170, roll: 0 },
  });
  await tick(3);
  await stick("left", 0, -1);
  await tick(6);
  await seen.page.screenshot({ path: shotFile("trainee-headset-arc") });
  await stick("left", 0, 0);
  await settle();
  const after = await seen.page.evaluate(() => ({ ...window.__sandtable?.body }));
  const far = Math.hypot((after.x ?? 0) - (before.x ?? 0), (after.y ?? 0) - (before.y ?? 0));
  expect(far).toBeGreaterThan(1);
  const mirror = await seen.page.evaluate(() => window.__solo?.line.source.getFrame()?.people["operator-1"]);
  expect(Math.hypot((mirror?.x ?? 99) - (after.x ?? 0), (mirror?.y ?? 99) - (after.y ?? 0))).toBeLessThan(0.1);
}, 240_000);

test("a suit is put on by pointing at the rack and pulling the trigger", async () => {
  await stand(-14.3, 12);
  await pointAt(await place("suit-rack"));
  await seen.page.screenshot({ path: shotFile("trainee-headset-rack") });
  await trigger();
  await settle();
  expect((await self())?.working).toMatchObject({ prop: "suit-rack", action: "wear" });
  await seen.page.evaluate(() => window.__solo?.advance(620));
  await settle();
  expect((await self())?.suit).toBe(true);
}, 240_000);

test("air is put on at its rack the same way", async () => {
  await stand(-14.3, 14);
  await pointAt(await place("scba-rack"));
  await trigger();
  await settle();
  expect((await self())?.working).toMatchObject({ prop: "scba-rack", action: "wear" });
  await seen.page.evaluate(() => window.__solo?.advance(420));
  expect((await self())?.scba).toBe(true);
}, 240_000);

test("the valve of container 2 is closed by the controller's ray", async () => {
  await stand(4.4, 3.1);
  await pointAt(await place("valve-2"));
  await seen.page.screenshot({ path: shotFile("trainee-headset-valve") });
  await trigger();
  await settle();
  expect((await self())?.working).toMatchObject({ prop: "valve-2", action: "close" });
  await seen.page.evaluate(() => window.__solo?.advance(420));
  await settle();
  expect((await prop("valve-2"))?.fraction).toBeLessThan(0.05);
}, 240_000);

test("nothing is fetched from outside and nothing is complained of", () => {
  expect(seen.outside).toEqual([]);
  expect(seen.errors).toEqual([]);
}, 240_000);
