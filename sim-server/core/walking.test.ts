import { describe, expect, test } from "vitest";
import { chlorine } from "../../tests/chlorine.fixture.ts";
import { reaches } from "./hands.ts";
import { hut, rig } from "./hut.fixture.ts";
import { distance } from "./stage-map.ts";
import { standingPoint } from "./walking.ts";

const compiled = hut();
const begun = () => {
  const one = rig(compiled, ["lead-1"]);
  one.start();
  return one;
};

describe("a walk", () => {
  test("of 14 metres over open ground takes ten seconds at 1.4 metres a second, and a suit slows it", () => {
    const free = begun();
    free.put("hand-1", -20, 20);
    expect(free.ask("hand-1", { do: "go", to: "sock" })).toBeNull();
    const { x, y } = standingPoint(free.run, "sock") ?? { x: 0, y: 0 };
    const seconds = distance({ x: -20, y: 20 }, { x, y }) / 1.4;
    free.wait(seconds - 0.5);
    expect(free.body("hand-1").walk).not.toBeNull();
    free.wait(1);
    expect(free.body("hand-1").walk).toBeNull();
    expect(distance(free.body("hand-1"), { x, y })).toBeLessThan(0.01);

    const suited = begun();
    suited.body("hand-1").suit = true;
    suited.put("hand-1", -20, 20);
    suited.ask("hand-1", { do: "go", to: "sock" });
    suited.wait(seconds + 0.5);
    expect(suited.body("hand-1").walk).not.toBeNull();
  });

  test("opens every shut door on it before it passes, and the door falls shut behind", () => {
    const { run, ask, put, body, wait, facts } = begun();
    put("hand-1", -4, 3);
    ask("hand-1", { do: "go", to: "back" });
    let last = body("hand-1").x;
    for (let tick = 0; tick < 150; tick += 1) {
      wait(0.1);
      const { x } = body("hand-1");
      for (const [line, door] of [
        [0, "west-door"],
        [8, "back-door"],
      ] as const)
        if (last <= line && x > line) expect(run.state.doors[door]?.open).toBe(true);
      last = x;
    }
    expect(body("hand-1").room).toBe("back");
    expect(facts("entered").map(({ of }) => of)).toEqual(["store", "back"]);
    wait(4);
    expect(run.state.doors).toMatchObject({ "west-door": { open: false }, "back-door": { open: false } });
  });

  test("leaves a door open that somebody set open", () => {
    const { run, ask, put, wait } = begun();
    put("hand-1", -1.5, 3);
    ask("hand-1", { do: "operate", prop: "west-door", action: "open" });
    ask("hand-1", { do: "go", to: "store" });
    wait(20);
    expect(run.state.doors["west-door"]?.open).toBe(true);
  });

  test("to a door ends before it, on the side one is on", () => {
    const { ask, put, wait, body } = begun();
    put("hand-1", -5, 3);
    ask("hand-1", { do: "go", to: "west-door" });
    wait(10);
    expect(body("hand-1")).toMatchObject({ room: "outdoors", walk: null });
  });

  test("ends every prop's user where the prop can be reached, in the hut and in the drill", () => {
    for (const stage of [compiled, chlorine()]) {
      const { run, body } = rig(stage, []);
      const who = stage.slots[0]?.slot ?? "";
      for (const id of Object.keys(stage.scenario.stage.props)) {
        const at = standingPoint(run, id);
        Object.assign(body(who), at);
        expect([id, reaches(run, body(who), id)]).toEqual([id, true]);
      }
    }
  });
});

describe("somebody who follows", () => {
  test("stays within a few steps of the leader and stops beside them", () => {
    const { ask, put, wait, body } = begun();
    put("hand-1", -6, 20);
    put("hand-2", -6, 21);
    expect(ask("hand-2", { do: "follow", who: "hand-1" })).toBeNull();
    ask("hand-1", { do: "go", to: "board" });
    wait(40);
    expect(distance(body("hand-1"), body("hand-2"))).toBeLessThan(2.5);
    expect(body("hand-2").walk).toBeNull();
  });

  test("finishes the work in hand first, and stays behind after letting go", () => {
    const { ask, put, wait, body } = begun();
    put("hand-1", 4, 4.3);
    put("hand-2", 4, 3);
    ask("hand-1", { do: "follow", who: "hand-2" });
    expect(ask("hand-1", { do: "operate", prop: "tank", action: "turn" })).toBeNull();
    put("hand-2", 7, 1);
    wait(2);
    expect(body("hand-1").work).not.toBeNull();
    wait(5);
    expect(distance(body("hand-1"), body("hand-2"))).toBeLessThan(2.5);
    expect(ask("hand-1", { do: "let-go" })).toBeNull();
    put("hand-2", 2, 5);
    wait(5);
    expect(distance(body("hand-1"), body("hand-2"))).toBeGreaterThan(3);
  });

  test("cannot follow themselves or nobody", () => {
    const { ask } = begun();
    expect(ask("hand-1", { do: "follow", who: "hand-1" })).toBe("unknown");
    expect(ask("hand-1", { do: "follow", who: "hand-9" })).toBe("unknown");
  });
});
