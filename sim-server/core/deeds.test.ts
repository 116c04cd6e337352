import { expect, test } from "vitest";
import { PROP_ACTIONS } from "../../scenarios/format/stage.ts";
import { hut, rig, STAGE } from "./hut.fixture.ts";
import { standingPoint } from "./walking.ts";

const compiled = hut();

/** Does one act from where it is done, and gives what came of it. */
function done(prop: string, action: string, before: (one: ReturnType<typeof rig>) => void = () => {}) {
  const one = rig(compiled);
  one.start();
  const at = standingPoint(one.run, prop) ?? { x: 0, y: 0 };
  one.put("hand-1", at.x, at.y);
  before(one);
  const from = one.run.index.all.length;
  expect(one.ask("hand-1", { do: "operate", prop, action })).toBeNull();
  one.wait(6);
  return { ...one, came: one.run.index.all.slice(from).filter(({ kind }) => kind !== "work-begun") };
}

const OUTCOMES = {
  "tank turn": ["operated", "leak-changed"],
  "tank-valve close": ["operated", "leak-stopped"],
  "tap open": ["operated"],
  "fan on": ["operated"],
  "call press": ["operated", "alarm-pressed"],
  "head inspect": ["operated", "inspected"],
  "panel inspect": ["operated", "inspected"],
  "sock inspect": ["operated", "inspected"],
  "suits wear": ["operated", "worn"],
  "sets wear": ["operated", "worn"],
  "phone call": ["operated"],
  "desk write": ["operated"],
  "hoist submerge": ["operated", "leak-stopped"],
  "monitor spray-leak": ["operated", "water-applied"],
  "monitor spray-curtain": ["operated"],
  "monitor stop": ["operated"],
  "shower wash": ["operated", "washed"],
  "board count": ["operated", "counted"],
  "gate close": ["operated"],
  "sample measure": ["operated", "measured"],
  "wash inspect": ["operated", "inspected"],
} as const;

test.each(Object.entries(OUTCOMES))("%s is noted as %j, by whoever did it", (deed, kinds) => {
  const [prop = "", action = ""] = deed.split(" ");
  const { came } = done(prop, action);
  expect(came.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  for (const fact of came) expect(fact.by).toBe("hand-1");
});

test("every act of every kind of prop in the language has its outcome here, but for the way back and out of a well", () => {
  const back = new Set([
    "valve open",
    "valve close",
    "switch off",
    "suit-rack return",
    "scba-rack return",
    "barrier open",
    // Those against a fire are shown in burning.test.ts, where there is one.
    "hose spray",
    "hose stop",
    "extinguisher spray",
    // Those of a well are shown in tests/well-rescue.test.ts, where there is one.
    "hatch open",
    "hatch close",
    "ladder climb",
    "tripod rig",
    "tripod raise",
    "line attach",
    "appliance inspect",
  ]);
  const kinds = new Map(Object.entries(STAGE.props).map(([id, { kind }]) => [id, kind]));
  const shown = new Set(Object.keys(OUTCOMES).map((deed) => deed.replace(/^\S+/, (id) => kinds.get(id) ?? id)));
  const missing = Object.entries(PROP_ACTIONS)
    .flatMap(([kind, actions]) => actions.map((action) => `${kind} ${action}`))
    .filter((act) => !shown.has(act) && !back.has(act));
  expect(missing).toEqual([]);
});

test("a call point sounds every siren", () => {
  expect(done("call", "press").run.state.props["siren"]?.state).toBe("alarm");
});

test("the wind sock tells where the wind comes from", () => {
  expect(done("sock", "inspect").facts("inspected")).toMatchObject([{ reading: 270 }]);
});

test("a head count has those who stand by the board, and counts the fallen, the far and the missing as absent", () => {
  const { facts } = done("board", "count", ({ put, body, run }) => {
    put("lead-1", -18, -9);
    put("hand-2", -19, -9);
    put("hand-3", 20, 20);
    const fallen = body("hand-2");
    Object.assign(fallen, { condition: "collapsed", exposure: { ...fallen.exposure, condition: "collapsed" } });
    run.state.casualties.missing = 2;
  });
  expect(facts("counted")).toMatchObject([{ present: 2, absent: 4 }]);
});

test("a point is clear below 0.5 ppm, the AEGL-1 of chlorine, and not at it", () => {
  const measured = (ppm: number): unknown => {
    const { body, ask, wait, put, facts, start } = rig(
      hut({ stage: { ...STAGE, props: { ...STAGE.props, sample: { ...STAGE.props.sample, workS: 0 } } } }),
    );
    start();
    wait(0.4);
    put("hand-1", -2, 2.5);
    body("hand-1").ppm = ppm;
    ask("hand-1", { do: "operate", prop: "sample", action: "measure" });
    return facts("measured")[0]?.["clear"];
  };
  expect([measured(0.49), measured(0.5)]).toEqual([true, false]);
  expect(done("sample", "measure").facts("measured")).toMatchObject([{ ppm: 0, clear: true }]);
});

test("turning a container brings gas to the hole, and sinking it leaves nothing to turn", () => {
  const turned = done("tank", "turn");
  expect(turned.run.state.leaks["leak"]?.side).toBe("gas");
  expect(turned.ask("hand-1", { do: "operate", prop: "tank", action: "turn" })).toBe("already-done");
  const sunk = done("hoist", "submerge");
  expect(sunk.run.state.props["tank"]?.state).toBe("submerged");
  expect(sunk.facts("leak-stopped")).toMatchObject([{ of: "leak", how: "alkali" }]);
});

test("water thrown at the container is noted with what it was thrown on", () => {
  expect(done("monitor", "spray-leak").facts("water-applied")).toMatchObject([{ of: "monitor", on: "tank" }]);
});
