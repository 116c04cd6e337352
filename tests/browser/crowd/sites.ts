// Sites nobody has built by hand, from their stage files, for looking at.
import { parse } from "yaml";
import type { MirrorSource } from "../../../client/session/mirror.ts";
import confinedSpace from "../../../scenarios/emergency/confined-space/stage.yaml?raw";
import restaurant from "../../../scenarios/emergency/restaurant-lpg/stage.yaml?raw";
import { stage as stageFormat } from "../../../scenarios/format/stage.ts";
import template from "../../../scenarios/template/stage.yaml?raw";
import { stageView } from "../../../sim-server/core/views/stage.ts";
import type { FireFrame } from "../../../sim-server/protocol/fire-frames.ts";
import type { MirrorFrame, StageView } from "../../../sim-server/protocol/frames.ts";
import ammoniaYard from "../../../tests/ammonia-yard/scenario.yaml?raw";

const TEXTS: Readonly<Record<string, () => unknown>> = {
  "ammonia-yard": () => (parse(ammoniaYard) as { stage: unknown }).stage,
  "confined-space": () => parse(confinedSpace),
  "restaurant-lpg": () => parse(restaurant),
  template: () => ({ ...(parse(template) as object), model: "plain" }),
};

export function siteNamed(name: string): StageView {
  const text = TEXTS[name];
  if (!text) throw new Error(`no site is called ${name}`);
  return stageView(stageFormat.parse(text()));
}

/** Doors, hatches and barriers open when `open` is asked for, everything else at rest. */
export function siteFrame(stage: StageView, asked: URLSearchParams): MirrorFrame {
  const open = asked.has("open");
  const state = open ? "open" : "closed";
  const ids = [...Object.keys(stage.doors), ...Object.keys(stage.props)];
  return {
    tick: 0,
    phase: "running",
    speed: 1,
    windFromDeg: 310,
    windSpeedMps: 2.5,
    people: {},
    props: Object.fromEntries(ids.map((id) => [id, { state, fraction: open ? 1 : 0 }])),
    cloud: { rooms: {}, puffs: [], jets: [] },
    ...(asked.has("fire") ? { fire: burning(stage) } : {}),
    ...(asked.has("crowd") ? { crowd: { tick: 0, people: gathered(stage, Number(asked.get("crowd"))) } } : {}),
  };
}

/** Every room full of smoke to head height, and a fire in the middle of the last of them. */
function burning(stage: StageView): FireFrame {
  const rooms = Object.entries(stage.rooms).filter(([, room]) => room.indoor && (room.floorM ?? 0) === 0);
  const last = rooms.at(-1)?.[1] ?? { x: [0, 2], y: [0, 2] };
  const [x, y] = [(last.x[0] + last.x[1]) / 2, (last.y[0] + last.y[1]) / 2];
  const flame = { id: "a", x, y, z: 0.1, heightM: 1.9, widthM: 1.3, smoulders: false, wetted: false };
  return {
    rooms: Object.fromEntries(
      rooms.map(([id], i) => {
        const burns = i === rooms.length - 1;
        return [
          id,
          { layerM: burns ? 1.5 : 2.1, upperSightM: burns ? 2 : 4, lowerSightM: 22, glow: burns ? 0.9 : 0.1 },
        ];
      }),
    ),
    flames: [flame],
    blasts: [],
    water: [],
  };
}

/** People in rows from the middle of the bounds southwards; every ninth lies. */
function gathered(stage: StageView, count: number): number[] {
  const { x, y } = stage.bounds;
  const [middle, deep] = [((x[1] - x[0]) / 2) * 10, (y[1] - y[0]) * 3.1];
  return Array.from({ length: count }, (_, i) => [
    i,
    Math.round(middle + ((i % 20) - 10) * 7 + ((i * 7) % 5)),
    Math.round(deep - Math.floor(i / 20) * 9 + ((i * 3) % 4)),
    0,
    (i * 23) % 72,
    i % 9 === 4 ? 2 : i % 3 === 0 ? 0 : 1,
  ]).flat();
}

export const still = (frame: MirrorFrame): MirrorSource => ({
  getFrame: () => frame,
  subscribe: () => () => undefined,
});
