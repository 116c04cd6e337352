// A person in the emulated headset, in real time: turns the head, points and presses with either hand, hops by stick.
import type { Page } from "playwright-core";

export type Point = { readonly x: number; readonly y: number; readonly z: number };
export type Device = "controller-left" | "controller-right" | "hand-left" | "hand-right";
type Headset = {
  remote: { dispatch: (name: string, values: unknown) => Promise<unknown> };
  updateVisibilityState: (state: string) => void;
};
type HeadsetWindow = Window & { __xr: Headset };
const GRAVITY = 9.81;
/** Speed of the thrown arc, as the headset throws it. */
const THROW_MPS = 7;

export type Wearer = ReturnType<typeof wearerOf>;

export function wearerOf(page: Page) {
  const command = (name: string, values: unknown): Promise<unknown> =>
    page.evaluate(([what, how]) => (window as unknown as HeadsetWindow).__xr.remote.dispatch(String(what), how), [
      name,
      values,
    ] as const);

  /** Lets frames pass, so that what was moved is also seen and pointed at. */
  const frames = (count: number): Promise<void> =>
    page.evaluate(async (most) => {
      for (let i = 0; i < most; i++) await new Promise((done) => requestAnimationFrame(done));
    }, count);

  const stick = (device: Device, x: number, y: number) =>
    command("set_gamepad_state", {
      device,
      axes: [
        { index: 0, value: x },
        { index: 1, value: y },
      ],
    });

  /** A place of the scene, as the headset's own floor knows it. */
  const inRoom = (point: Point): Promise<Point> =>
    page.evaluate((at) => {
      const origin = window.__sandtable?.store.getState().origin;
      if (!origin) throw new Error("no origin");
      origin.updateWorldMatrix(true, false);
      const local = origin.worldToLocal(origin.position.clone().set(at.x, at.y, at.z));
      return { x: local.x, y: local.y, z: local.z };
    }, point);

  const body = () => page.evaluate(() => ({ x: 0, y: 0, yawDeg: 0, eyeM: 0, strideM: 0, ...window.__sandtable?.body }));

  const thing = async (id: string): Promise<Point> => {
    const at = await page.evaluate((prop) => window.__sandtable?.aim(prop) ?? null, id);
    if (!at) throw new Error(`no ${id} on this stage`);
    return at;
  };

  /** Where a hand is held for pointing: before the chest, on its own side. */
  const reachOut = (device: Device, head: Point, aheadRad: number): Point => {
    const side = device.endsWith("left") ? -0.18 : 0.18;
    return {
      x: head.x + Math.cos(aheadRad) * side + Math.sin(aheadRad) * 0.3,
      y: head.y - 0.3,
      z: head.z + Math.sin(aheadRad) * side - Math.cos(aheadRad) * 0.3,
    };
  };

  /** Looks at a place, holds the hand out towards it and points at it. */
  const pointAt = async (target: Point, device: Device): Promise<void> => {
    const at = await inRoom(target);
    await command("look_at", { device: "headset", target: at });
    const head = (await command("get_transform", { device: "headset" })) as { position: Point };
    const ahead = Math.atan2(at.x - head.position.x, -(at.z - head.position.z));
    await command("set_transform", { device, position: reachOut(device, head.position, ahead) });
    await command("look_at", { device, target: at });
    await frames(3);
  };

  const press = async (device: Device): Promise<void> => {
    await command("set_select_value", { device, value: 1 });
    await frames(2);
    await command("set_select_value", { device, value: 0 });
    await frames(2);
  };

  /** Presses a button on the card or tablet by the hand's ray. */
  const pressButton = async (id: string, device: Device): Promise<void> => {
    await page.waitForFunction((name) => window.__sandtable?.button(name) !== null, id, { timeout: 30_000 });
    // A tablet follows the hand that holds it: the second look finds it where it has come to rest.
    for (let look = 0; look < 2; look++) {
      const at = await page.evaluate((name) => window.__sandtable?.button(name) ?? null, id);
      if (!at) throw new Error(`no button ${id}`);
      await pointAt(at, device);
    }
    await press(device);
  };

  /** Turns the hand so that an arc thrown from it comes down on a place of the plan. */
  const throwAt = async (device: Device, x: number, y: number): Promise<void> => {
    const at = await inRoom({ x, y: 0, z: -y });
    const { position: head } = (await command("get_transform", { device: "headset" })) as { position: Point };
    const ahead = Math.atan2(at.x - head.x, -(at.z - head.z));
    const hand = reachOut(device, head, ahead);
    const far = Math.sqrt((at.x - hand.x) ** 2 + (at.z - hand.z) ** 2);
    const yaw = (Math.atan2(-(at.x - hand.x), -(at.z - hand.z)) * 180) / Math.PI;
    const pitch = pitchFor(far, hand.y - at.y);
    await command("set_transform", { device, position: hand, orientation: { pitch, yaw, roll: 0 } });
    await frames(2);
  };

  /** Waits until the body may go so far at once, as the room counts it. */
  const rested = (x: number, y: number) =>
    page.waitForFunction(
      ([toX = 0, toY = 0]) => {
        const mine = window.__sandtable?.body;
        return mine !== undefined && Math.hypot(mine.x - toX, mine.y - toY) + 0.25 < mine.strideM;
      },
      [x, y],
      { timeout: 30_000 },
    );

  const arrived = async (x: number, y: number): Promise<boolean> => {
    const there = page.waitForFunction(
      ([toX = 0, toY = 0]) => {
        const probe = window.__sandtable;
        const told = probe?.person(probe.run.getState().briefing?.slot ?? "");
        return (
          probe &&
          told &&
          Math.hypot(told.x - toX, told.y - toY) < 0.35 &&
          Math.hypot(probe.body.x - told.x, probe.body.y - told.y) < 0.1
        );
      },
      [x, y],
      { timeout: 4_000 },
    );
    return there.then(
      () => true,
      () => false,
    );
  };

  const tryAgain = async (
    way: readonly (readonly [number, number])[],
    once: (x: number, y: number) => Promise<void>,
  ) => {
    for (const [x, y] of way) {
      for (let tries = 0; ; tries += 1) {
        await rested(x, y);
        await once(x, y);
        if (await arrived(x, y)) break;
        if (tries > 4) throw new Error(`no hop to ${x}, ${y}: ${JSON.stringify(await body())}`);
      }
    }
  };

  /** Hops along places of the plan by pushing the left stick, as the room lets a person go. */
  const hop = (...way: (readonly [number, number])[]) =>
    tryAgain(way, async (x, y) => {
      await throwAt("controller-left", x, y);
      await stick("controller-left", 0, -1);
      await frames(4);
      await stick("controller-left", 0, 0);
      await frames(3);
    });

  /** Points at a thing until its outline says it is in reach, then presses; again when nothing comes of it. */
  const use = async (id: string, device: Device, done: (page: Page) => Promise<unknown>): Promise<void> => {
    const stood = await body();
    for (let tries = 0; ; tries += 1) {
      await pointAt(await thing(id), device);
      const aim = await page.evaluate(() => {
        const on = window.__sandtable?.play.getState().aim;
        return on ? { id: on.target.id, near: on.near, actions: on.actions } : null;
      });
      if (aim?.id === id && aim.near && aim.actions.length > 0) {
        await press(device);
        const came = done(page).then(
          () => true,
          () => false,
        );
        if (await came) return;
      }
      if (tries > 12) throw new Error(`${id} is not pointed at in reach: ${JSON.stringify([aim, await body()])}`);
      await page.waitForTimeout(250);
      // Someone walked through the ray and the press was taken for a hop: back to where one stood.
      const now = await body();
      if (device.startsWith("controller") && Math.hypot(now.x - stood.x, now.y - stood.y) > 0.4)
        await hop([stood.x, stood.y]);
    }
  };

  return {
    command,
    frames,
    stick,
    body,
    pointAt,
    press,
    use,
    pressButton,
    throwAt,
    hop,
    /** Hops by holding the main hand's press on the floor: for bare hands, or with one hand. */
    hopByPress: (device: Device, ...way: (readonly [number, number])[]) =>
      tryAgain(way, async (x, y) => {
        await throwAt(device, x, y);
        await command("set_select_value", { device, value: 1 });
        await page.waitForTimeout(700);
        await frames(6);
        await command("set_select_value", { device, value: 0 });
        await frames(3);
      }),
    visibility: (state: "visible" | "visible-blurred" | "hidden") =>
      page.evaluate((next) => (window as unknown as HeadsetWindow).__xr.updateVisibilityState(next), state),
  };
}

/** Elevation in degrees at which a throw from a height lands so far away; farther than it can go, its best. */
function pitchFor(farM: number, heightM: number): number {
  let low = -80;
  let high = 35;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    const rise = Math.sin((middle * Math.PI) / 180) * THROW_MPS;
    const flightS = (rise + Math.sqrt(rise * rise + 2 * GRAVITY * heightM)) / GRAVITY;
    if (Math.cos((middle * Math.PI) / 180) * THROW_MPS * flightS < farM) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
