// What hands may do at a well and for somebody who is down: what is refused and why, and what comes of each act.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadScenario } from "../scenarios/format/load.ts";
import { compileScenario } from "../sim-server/core/compile.ts";
import { open, step } from "../sim-server/core/session.ts";
import type { Intent } from "../sim-server/protocol/intents.ts";

const { scenario } = loadScenario(join(import.meta.dirname, "..", "scenarios", "emergency", "confined-space"));
if (!scenario) throw new Error("the well cannot be read");
const compiled = compileScenario(scenario);

/** A run after half a minute: the worker is down, his mate has been stopped, the attendant is a player. */
function atTheWell() {
  const session = open(compiled, { seed: 3, parameters: {}, players: { "attendant-1": "A", "supervisor-1": "S" } });
  const { run } = session;
  const ask = (by: string, intent: Intent): string | null => step(session, [{ by, intent }]).refused[0]?.code ?? null;
  const wait = (seconds: number): void => {
    for (let tick = 0; tick < seconds * 10; tick += 1) step(session, []);
  };
  const body = (slot: string) => {
    const found = run.state.bodies[slot];
    if (!found) throw new Error(`nobody is ${slot}`);
    return found;
  };
  const put = (slot: string, x: number, y: number, z = 0): void => {
    Object.assign(body(slot), { x, y, z, room: compiled.map.roomAt(x, y, z) });
  };
  const use = (prop: string, action: string): string | null => ask("attendant-1", { do: "operate", prop, action });
  const facts = (kind: string) => run.index.all.filter((fact) => fact.kind === kind);
  ask("instructor:t", { do: "start" });
  wait(25);
  ask("supervisor-1", { do: "send", message: "order-halt" });
  return { run, ask, wait, body, put, use, facts };
}

describe("the ladder", () => {
  test("is shut off by the hatch, and leads to the floor of the well", () => {
    const { put, use, wait, body, facts } = atTheWell();
    put("attendant-1", 0, -2);
    expect(use("hatch", "close")).toBeNull();
    wait(7);
    expect(use("ladder-top", "climb")).toBe("blocked");
    use("hatch", "open");
    wait(7);
    expect(use("ladder-top", "climb")).toBeNull();
    wait(11);
    expect(body("attendant-1").z).toBe(-5);
    expect(facts("entered").some((fact) => fact.by === "attendant-1" && fact.of === "wet-well")).toBe(true);
  });

  test("what stands on the ground is out of reach from the floor of the well, however near on the plan", () => {
    const { put, use } = atTheWell();
    put("attendant-1", 0, -1, -5);
    expect(use("tripod", "rig")).toBe("out-of-reach");
    expect(use("hatch", "close")).toBe("out-of-reach");
  });
});

describe("the lifeline", () => {
  test("needs the tripod first, then somebody to hook, and raises him to where the casualties are laid", () => {
    const { put, use, wait, body, facts } = atTheWell();
    put("attendant-1", 1.6, -0.9);
    expect(use("tripod", "raise")).toBe("not-rigged");
    expect(use("tripod", "rig")).toBeNull();
    wait(21);
    expect(use("tripod", "raise")).toBe("nobody-there");
    Object.assign(body("attendant-1"), { scba: true, air: { cylinderL: 6.8, pressureBar: 300 } });
    put("attendant-1", 0, 0.4, -5);
    expect(use("line", "attach")).toBeNull();
    wait(11);
    put("attendant-1", 1.6, -0.9);
    expect(use("tripod", "raise")).toBeNull();
    wait(21);
    expect(facts("raised").map(({ of }) => of)).toEqual(["worker-1"]);
    expect(body("worker-1").z).toBe(0);
  });
});

describe("care", () => {
  test("is for those who are down and within reach, on the same floor", () => {
    const { ask, put } = atTheWell();
    put("attendant-1", 0.7, -0.2);
    expect(ask("attendant-1", { do: "care", who: "supervisor-1", what: "airway" })).toBe("not-down");
    expect(ask("attendant-1", { do: "care", who: "worker-1", what: "airway" })).toBe("too-far");
    expect(ask("attendant-1", { do: "care", who: "worker-1", what: "lay-down" })).toBe("nobody-there");
  });

  test("an opened airway saves whom it would have killed; untouched he dies within eight minutes of lost breath", () => {
    const lives = (treated: boolean): string => {
      const { run, put, ask, wait, body } = atTheWell();
      put("worker-1", -6, -6);
      put("attendant-1", -6.5, -6.5);
      if (treated) ask("attendant-1", { do: "care", who: "worker-1", what: "airway" });
      wait(treated ? 480 : 490);
      expect(run.state.phase).not.toBe("lobby");
      return body("worker-1").condition;
    };
    expect(lives(true)).toBe("collapsed");
    expect(lives(false)).toBe("dead");
  });

  test("whoever is carried goes along, and is laid down when the carrier stops", () => {
    const { ask, put, wait, body, facts } = atTheWell();
    put("worker-1", -6, -6);
    put("attendant-1", -6.5, -6.5);
    expect(ask("attendant-1", { do: "care", who: "worker-1", what: "carry" })).toBeNull();
    wait(5);
    ask("attendant-1", { do: "go", to: "first-aid" });
    wait(20);
    expect(Math.abs(body("worker-1").x - body("attendant-1").x)).toBeLessThan(0.01);
    expect(body("worker-1").x).toBeGreaterThan(-3);
    ask("attendant-1", { do: "care", who: "worker-1", what: "lay-down" });
    wait(3);
    expect(facts("laid-down").map((fact) => fact["outside"])).toEqual([true]);
  });

  test("a tag is right when START, read from the casualty's own signs, gives the same", () => {
    const { ask, put, wait, facts } = atTheWell();
    put("worker-1", -6, -6);
    put("attendant-1", -6.5, -6.5);
    for (const what of ["tag-green", "tag-red"] as const) {
      ask("attendant-1", { do: "care", who: "worker-1", what });
      wait(4);
    }
    expect(facts("tagged").map((fact) => fact["right"])).toEqual([false, true]);
  });
});
