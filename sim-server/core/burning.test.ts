import { describe, expect, test } from "vitest";
import { burningHall, CROWDS, FIRE } from "./burning-hall.fixture.ts";
import { hashOf } from "./hash.ts";
import { hut, rig } from "./hut.fixture.ts";
import { restore, step } from "./session.ts";

const PLAYERS = ["lead-1", "hand-1", "hand-2"];
const burning = (change: object = {}) => rig(hut(burningHall(change)), PLAYERS);

describe("a fire in a run", () => {
  const one = burning({ crowds: {} });
  one.start();
  one.wait(100);
  const ask = (source: string) => {
    const plan = one.run.compiled.conditions.plan(source);
    one.run.compiled.conditions.read(one.run.state.tick, one.run.index, one.run.world);
    return plan();
  };

  test("begins when it is written to and grows with the square of time: 0.0469 kW/s2 after 95 s (NFPA 72, fast)", () => {
    expect(one.facts("fire-started")[0]?.tick).toBe(50);
    const kw = Number(ask("fireKw('fire')"));
    expect(kw).toBeGreaterThan(0.0469 * 95 ** 2 * 0.98);
    expect(kw).toBeLessThan(0.0469 * 95.2 ** 2 * 1.02);
  });

  test("smoke gathers under the ceiling of its room first, then of the room beyond the open door", () => {
    one.wait(60);
    expect(ask("smokeLayerM('store') < 4.0 && upperC('store') > upperC('sorting') && upperC('sorting') > 20.2")).toBe(
      true,
    );
    expect(ask("upperC('office') < 30.0")).toBe(true);
  });

  test("the smoke detector tells, and the dry sprinkler opens without water", () => {
    expect(one.facts("fire-detected", "smoke")).toHaveLength(1);
    one.wait(100);
    expect(one.facts("sprinkler-opened", "head")[0]?.["water"]).toBe(false);
  });

  test("opening the sprinkler's valve puts the fire out by exp(-t/tau) (Evans 1993)", () => {
    Object.assign(one.run.state.props["valve"] ?? {}, { state: "open", fraction: 1 });
    expect(one.waitFor(() => one.facts("fire-out").length > 0, 700)).toBe(true);
    expect(one.facts("fire-out")[0]?.["how"]).toBe("sprinkler");
  });
});

describe("water and re-ignition", () => {
  const reignites = { after: "60s", unlessWaterKg: 250 };
  const hosed = (coolS: number) => {
    const one = burning({ hazards: { fire: { ...FIRE, peakKw: 1500, reignites } }, crowds: {} });
    one.start();
    one.wait(120);
    one.put("hand-1", 21, 5.5);
    Object.assign(one.run.state.bodies["hand-1"] ?? {}, { wound: "well", turnout: true });
    expect(one.ask("hand-1", { do: "operate", prop: "hose", action: "spray" })).toBe(null);
    const out = one.waitFor(() => one.facts("fire-out").length > 0, 200);
    one.wait(coolS);
    one.ask("hand-1", { do: "operate", prop: "hose", action: "stop" });
    one.wait(120);
    return { out, again: one.facts("fire-reignited").length, how: one.facts("fire-out")[0]?.["how"] };
  };
  test("a stream that takes more heat than the fire gives puts it out, and cells left hot flare up again", () => {
    expect(hosed(1)).toEqual({ out: true, again: 1, how: "hose" });
  });
  const powdered = (waitS: number) => {
    const answersTo = ["powder"];
    const one = burning({ hazards: { fire: { ...FIRE, peakKw: 1500, answersTo } }, crowds: {} });
    one.start();
    one.wait(waitS);
    one.put("hand-1", 18, 8.5);
    Object.assign(one.run.state.bodies["hand-1"] ?? {}, { wound: "well", turnout: true });
    expect(one.ask("hand-1", { do: "operate", prop: "powder", action: "spray" })).toBe(null);
    one.wait(4);
    expect(one.facts("fire-attacked")).toMatchObject([{ by: "hand-1", of: "powder", how: "powder" }]);
    const again = one.ask("hand-1", { do: "operate", prop: "powder", action: "spray" });
    return { out: one.facts("fire-out")[0]?.["how"] ?? null, again };
  };
  test("an extinguisher puts out a fire that is still small, not one that has grown, and is empty after it", () => {
    expect(powdered(20)).toMatchObject({ out: "powder" });
    expect(powdered(20).again).not.toBeNull();
    expect(powdered(200)).toMatchObject({ out: null });
  });
  test("cooled with enough water they stay out", () => {
    expect(hosed(400)).toEqual({ out: true, again: 0, how: "hose" });
  });
});

describe("people in smoke", () => {
  test("without a mask the dose fells somebody beside a big fire; with air and turnout much less is taken", () => {
    const one = burning({
      hazards: { fire: { ...FIRE, fuel: "polyurethane", growth: "ultrafast", peakKw: 6000 } },
      crowds: {},
    });
    one.start();
    one.wait(60);
    one.put("lead-1", 3, 3);
    one.put("hand-1", 3, 4);
    Object.assign(one.body("hand-1"), { scba: true, air: { cylinderL: 6.8, pressureBar: 300 } });
    one.waitFor(() => one.body("lead-1").condition === "collapsed", 600);
    expect(["collapsed", "dead"]).toContain(one.body("lead-1").condition);
    expect(one.body("hand-1").gasDose).toBeLessThan(one.body("lead-1").gasDose / 100);
    expect(one.body("hand-1").heatDose).toBeLessThan(one.body("lead-1").heatDose);
  });
});

describe("a crowd in a run", () => {
  test("told to leave, everybody walks out, those up the stair down it, and pushes shut doors open", () => {
    const one = burning({ hazards: {}, crowds: CROWDS });
    one.start();
    one.wait(2);
    expect(one.facts("crowd-ordered")).toHaveLength(0);
    one.ask("lead-1", { do: "send", message: "out" });
    expect(one.waitFor(() => one.facts("crowd-evacuated").length === 2, 240)).toBe(true);
    for (const { of, out, down } of one.facts("crowd-evacuated") as unknown as {
      of: "pickers";
      out: number;
      down: number;
    }[])
      expect({ of, out, down }).toEqual({ of, out: CROWDS[of].people, down: 0 });
  });

  test("nobody passes a chained door, and once it is freed they do", () => {
    const locked = { doors: ["south", "west"].map((id) => id) };
    const one = burning({
      hazards: {},
      events: [
        {
          event: "chained",
          title: { zh: "c", en: "c" },
          trigger: { at: "1s" },
          changes: locked.doors.map((door) => ({ door, locked: true })),
        },
        {
          event: "freed",
          title: { zh: "f", en: "f" },
          trigger: { at: "100s" },
          changes: [{ door: "south", locked: false }],
        },
      ],
    });
    one.start();
    one.wait(2);
    one.ask("lead-1", { do: "send", message: "out" });
    one.wait(90);
    expect(one.run.state.crowds?.crowd.mode.filter((mode) => mode === "out")).toHaveLength(0);
    expect(one.waitFor(() => one.facts("crowd-evacuated").length === 2, 240)).toBe(true);
  });

  test("they leave by themselves when they see smoke, unless they are ones who would not", () => {
    const crowds = { pickers: CROWDS.pickers, clerks: { ...CROWDS.clerks, room: "sorting", notices: false } };
    const one = burning({ crowds });
    one.start();
    expect(one.waitFor(() => one.facts("crowd-set-off", "pickers").length > 0, 400)).toBe(true);
    expect(one.facts("crowd-set-off", "clerks")).toHaveLength(0);
  });

  test("who is overcome is found, carried out and counted", () => {
    const one = burning({ hazards: {} });
    one.start();
    const crowd = one.run.state.crowds;
    if (!crowd) throw new Error("no crowd");
    crowd.harm.fireDose[0] = 1.2;
    crowd.harm.condition.fill("well");
    one.put("hand-1", 25, 5);
    const person = crowd.crowd.ids[0] ?? "";
    crowd.crowd.x[0] = 25;
    crowd.crowd.y[0] = 6;
    crowd.crowd.mode[0] = "down";
    one.wait(2);
    expect(one.facts("person-found", person)[0]?.by).toBe("hand-1");
    expect(one.ask("hand-1", { do: "check", who: person })).toBe(null);
    one.put("hand-1", 30, -3);
    one.wait(1);
    expect(one.facts("person-rescued", person)).toHaveLength(1);
    expect(crowd.crowd.mode[0]).toBe("out");
  });
});

describe("an explosion", () => {
  const gas = {
    kind: "explosion",
    title: { zh: "g", en: "g" },
    room: "store",
    at: { x: 10, y: 7, z: 1 },
    fuel: "lpg",
    gathers: { starts: "0s", kgPerMin: 60, mostKg: 200 },
    sparks: ["lighter"],
    lights: ["fire"],
  };
  const { starts: _, ...fire } = FIRE;
  const hazards = { fire: { ...fire, startsWhen: "false" }, gas };
  const flick = (afterS: number) => {
    const one = burning({ hazards, crowds: {} });
    one.start();
    one.put("lead-1", 29, -5.5);
    one.put("hand-1", 12, 7);
    one.wait(afterS);
    one.ask("lead-1", { do: "operate", prop: "lighter", action: "press" });
    one.wait(2);
    return one;
  };

  test("too lean a mixture does not burn: propane needs 2.1 % by volume, here some 68 kg in 1,800 m3", () => {
    expect(flick(40).facts("explosion")).toHaveLength(0);
  });
  test("within its limits a spark sets it off, hurts who stands in the flame, bursts doors and lights the fire", () => {
    const one = flick(120);
    expect(one.facts("explosion", "gas")).toHaveLength(1);
    expect(["collapsed", "dead"]).toContain(one.body("hand-1").condition);
    expect(one.run.state.doors["west"]?.open).toBe(true);
    expect(one.facts("fire-started", "fire")).toHaveLength(1);
  });
});

describe("laws of a run with fire and crowd", () => {
  test("cut through JSON it goes on to the same hash as uncut, and so does the same seed anew", () => {
    const first = burning();
    const second = burning();
    for (const one of [first, second]) {
      one.start();
      one.ask("lead-1", { do: "send", message: "out" });
      one.wait(70);
    }
    const cut = restore(
      first.run.compiled,
      JSON.parse(JSON.stringify(first.run.state)),
      JSON.parse(JSON.stringify(first.run.index.all)),
    );
    for (let tick = 0; tick < 400; tick += 1) {
      step(cut, []);
      step(first.session, []);
      step(second.session, []);
    }
    expect(hashOf(cut)).toBe(hashOf(first.session));
    expect(hashOf(second.session)).toBe(hashOf(first.session));
  });
});
