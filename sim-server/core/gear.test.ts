import { describe, expect, test } from "vitest";
import { LITRES_PER_MIN, openAirSupply } from "./hazard/breathing-air.ts";
import { hut, leakFrom, rig } from "./hut.fixture.ts";

const compiled = hut();
const dressed = () => {
  const one = rig(compiled);
  one.start();
  for (const slot of ["hand-1", "hand-2"])
    Object.assign(one.body(slot), { suit: true, scba: true, air: openAirSupply() });
  return one;
};
const bar = (one: ReturnType<typeof dressed>, slot: string): number => one.body(slot).air?.pressureBar ?? 0;

describe("air", () => {
  test("runs down by what the work takes: standing 12, walking 40 and heavy work 65 litres a minute", () => {
    const one = dressed();
    const used = (from: number): number => ((from - bar(one, "hand-1")) * 6.8) / 0.5;
    one.wait(30);
    expect(used(300)).toBeCloseTo(LITRES_PER_MIN.rest, 6);
    const before = bar(one, "hand-1");
    one.body("hand-1").work = { prop: "tank", action: "turn", done: 0, need: 10000 };
    one.put("hand-1", 4, 4.3);
    one.wait(30);
    expect(used(before)).toBeCloseTo(LITRES_PER_MIN.heavy, 6);
    one.body("hand-1").work = null;
    one.put("hand-1", -38, -38);
    const standing = bar(one, "hand-1");
    one.ask("hand-1", { do: "go", to: "behind" });
    one.wait(30);
    expect(used(standing)).toBeCloseTo(LITRES_PER_MIN.walk, 6);
  });

  test("gives a whistle once at 55 bar and is noted once more when it is gone", () => {
    const one = dressed();
    one.body("hand-1").air = { cylinderL: 6.8, pressureBar: 55.1 };
    expect(one.facts("air-low")).toEqual([]);
    one.wait(10);
    expect(one.facts("air-low")).toMatchObject([{ by: "hand-1", of: "hand-1" }]);
    // 55 bar in 6.8 litres are 374 litres: 31 minutes at rest.
    expect(one.waitFor(() => one.facts("air-out").length > 0, 32 * 60)).toBe(true);
    expect(one.run.state.tick / 600).toBeCloseTo(374.7 / 12, 0);
    one.wait(30);
    expect([one.facts("air-low").length, one.facts("air-out").length]).toEqual([1, 1]);
  });

  test("that a fault drains is noted like air that was breathed", () => {
    const leaky = rig(
      hut({
        events: [
          {
            event: "fault",
            title: { zh: "f", en: "f" },
            trigger: { manual: true },
            changes: [{ airMin: -45, position: "hand" }],
          },
        ],
      }),
    );
    leaky.start();
    leaky.body("hand-1").air = openAirSupply();
    leaky.body("hand-2").air = { cylinderL: 6.8, pressureBar: 100 };
    leaky.ask("instructor:1", { do: "event", event: "fault" });
    leaky.wait(1);
    expect(leaky.facts("air-low").map(({ of }) => of)).toEqual(["hand-1"]);
    expect(leaky.facts("air-out").map(({ of }) => of)).toEqual(["hand-2"]);
  });
});

describe("a buddy check", () => {
  test("finds a full suit and set ready, and a whistling or missing one not", () => {
    const one = dressed();
    one.ask("hand-1", { do: "check", who: "hand-2" });
    one.body("hand-2").air = { cylinderL: 6.8, pressureBar: 50 };
    one.ask("hand-1", { do: "check", who: "hand-2" });
    one.body("hand-2").suit = false;
    one.ask("hand-1", { do: "check", who: "hand-2" });
    expect(one.facts("buddy-checked", "hand-2").map((fact) => fact["ready"])).toEqual([true, false, false]);
    expect(one.body("hand-2").buddyReady).toBe(false);
  });

  test("is made at arm's length by somebody else who can stand", () => {
    const one = dressed();
    expect(one.ask("hand-1", { do: "check", who: "hand-1" })).toBe("unknown");
    one.put("hand-2", 20, 20);
    expect(one.ask("hand-1", { do: "check", who: "hand-2" })).toBe("too-far");
    one.body("hand-1").condition = "collapsed";
    expect(one.ask("hand-1", { do: "check", who: "hand-2" })).toBe("collapsed");
  });
});

describe("a suit", () => {
  test("that met gas is taken off clean only after washing", () => {
    const taken = (washing: boolean): unknown => {
      const one = rig(hut(leakFrom("1s")));
      one.start();
      Object.assign(one.body("hand-1"), { suit: true, scba: true, air: openAirSupply() });
      one.put("hand-1", 4, 3);
      one.wait(20);
      expect(one.body("hand-1").soiled).toBe(true);
      one.put("hand-1", -8, -8.5);
      if (washing) {
        one.ask("hand-1", { do: "operate", prop: "shower", action: "wash" });
        one.wait(3);
      }
      one.put("hand-1", -12, 7.4);
      one.ask("hand-1", { do: "operate", prop: "suits", action: "return" });
      one.wait(4);
      return one.facts("doffed")[0]?.["washed"];
    };
    expect([taken(false), taken(true)]).toEqual([false, true]);
  });

  test("with air keeps its wearer well where a bare body is struck down", () => {
    const one = rig(hut(leakFrom("1s")));
    one.start();
    Object.assign(one.body("hand-1"), { suit: true, scba: true, air: openAirSupply() });
    one.put("hand-1", 4, 3);
    one.put("hand-2", 4, 2.5);
    one.wait(240);
    expect(one.body("hand-1").condition).toBe("well");
    expect(["collapsed", "dead"]).toContain(one.body("hand-2").condition);
    expect(one.facts("exposed").every(({ of }) => of === "hand-2")).toBe(true);
  });
});
