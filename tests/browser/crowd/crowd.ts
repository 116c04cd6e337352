// Ten people before the west door while the store is full of gas: three with tracked hands, the rest simulated.
import type { MirrorSource } from "../../../client/session/mirror.ts";
import scenarioText from "../../../scenarios/emergency/chlorine-station/scenario.yaml?raw";
import stageText from "../../../scenarios/emergency/chlorine-station/stage.yaml?raw";
import { parseScenario } from "../../../scenarios/format/parse.ts";
import { stageView } from "../../../sim-server/core/views/stage.ts";
import type { MirrorFrame, PersonFrame, StageView } from "../../../sim-server/protocol/frames.ts";

const parsed = parseScenario(
  new Map([
    ["scenario.yaml", scenarioText],
    ["stage.yaml", stageText],
  ]),
);
if (!parsed.scenario) throw new Error(parsed.problems.map((problem) => JSON.stringify(problem)).join("\n"));
export const STAGE: StageView = stageView(parsed.scenario.stage);

type Someone = Partial<PersonFrame> & Pick<PersonFrame, "figure" | "x" | "y" | "yawDeg">;
const someone = (who: Someone): PersonFrame => ({
  name: "",
  position: "",
  simulated: true,
  connected: true,
  z: 0,
  pitchDeg: 0,
  hands: null,
  suit: false,
  scba: false,
  doing: "stand",
  ...who,
});

const PEOPLE: Record<string, PersonFrame> = {
  "shift-leader-1": someone({ figure: "leader", name: "周建国", x: -6.4, y: 3.6, yawDeg: 330, doing: "radio" }),
  "operator-1": someone({
    figure: "operator-m",
    name: "李明",
    simulated: false,
    suit: true,
    x: -5.2,
    y: 5,
    yawDeg: 270,
    pitchDeg: -12,
    hands: [-0.42, -0.24, -0.3, -0.36, 0.22, -0.44],
  }),
  "operator-2": someone({
    figure: "operator-f",
    name: "欧阳建国",
    simulated: false,
    x: -6.6,
    y: 6.8,
    yawDeg: 245,
    hands: [-0.25, -0.3, -0.2, -0.45, 0.1, 0.05],
  }),
  "operator-3": someone({
    figure: "operator-m",
    name: "王芳",
    simulated: false,
    scba: true,
    x: -7.4,
    y: 4.4,
    yawDeg: 90,
    hands: [0.3, 0.25, -0.5, 0.34, -0.2, -0.35],
  }),
  "fire-1": someone({ figure: "firefighter", x: -3, y: 7, yawDeg: 200, doing: "work" }),
  "fire-2": someone({ figure: "firefighter", x: -2.2, y: 6, yawDeg: 90, doing: "walk" }),
  "villager-1": someone({ figure: "villager-m", x: -4.6, y: 2.4, yawDeg: 300, doing: "cough" }),
  "villager-2": someone({ figure: "villager-f", x: -5.4, y: 1.9, yawDeg: 320 }),
  "contractor-1": someone({ figure: "operator-m", x: -7.2, y: 2.7, yawDeg: 60, doing: "collapsed" }),
  "operator-4": someone({ figure: "operator-f", x: -3.8, y: 4.2, yawDeg: 280, doing: "work" }),
};

export const TITLES: Record<string, string> = {
  "shift-leader-1": "值班长",
  "operator-1": "操作工",
  "operator-2": "操作工",
  "operator-3": "操作工",
  "operator-4": "操作工",
  "fire-1": "消防员",
  "fire-2": "消防员",
  "villager-1": "村民",
  "villager-2": "村民",
  "contractor-1": "外协人员",
};

/** A mirror that ticks ten times a second; one fireman walks to and fro, hands move as hands do. */
export function openCrowd(): MirrorSource {
  const listeners = new Set<() => void>();
  const props: MirrorFrame["props"] = {
    "west-door": { state: "open", fraction: 1 },
    "monitor-1": { state: "curtain", fraction: 1 },
  };
  let frame: MirrorFrame = {
    tick: 0,
    phase: "running",
    speed: 1,
    windFromDeg: 310,
    windSpeedMps: 2.5,
    people: PEOPLE,
    props,
    cloud: {
      rooms: { "chlorine-room": 1, "dosing-room": 0.5 },
      puffs: Array.from({ length: 20 }, (_, i) => ({
        x: -1 + i * 0.7,
        y: 3 - i * 0.9,
        radiusM: 1 + i * 0.25,
        heightM: 1,
        opacity: 0.75 - i * 0.03,
      })),
      jets: [{ x: 4.4, y: 3.95, z: 0.95, strength: 1, liquid: true }],
    },
  };
  setInterval(() => {
    const t = frame.tick / 10;
    const walker = PEOPLE["fire-2"];
    if (walker) walker.y = 6 + Math.sin(t * 0.6) * 1.6;
    const busy = PEOPLE["operator-1"];
    if (busy) busy.hands = [-0.42, -0.24, -0.3 + Math.sin(t) * 0.05, -0.36, 0.22, -0.44 + Math.cos(t) * 0.05];
    frame = { ...frame, tick: frame.tick + 1 };
    for (const listener of listeners) listener();
  }, 100);
  return {
    getFrame: () => frame,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
