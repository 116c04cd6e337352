// Sites nobody has built by hand, from their stage files, for looking at.
import { parse } from "yaml";
import type { MirrorSource } from "../../../client/session/mirror.ts";
import confinedSpace from "../../../scenarios/emergency/confined-space/stage.yaml?raw";
import restaurant from "../../../scenarios/emergency/restaurant-lpg/stage.yaml?raw";
import { stage as stageFormat } from "../../../scenarios/format/stage.ts";
import template from "../../../scenarios/template/stage.yaml?raw";
import { stageView } from "../../../sim-server/core/views/stage.ts";
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
  };
}

export const still = (frame: MirrorFrame): MirrorSource => ({
  getFrame: () => frame,
  subscribe: () => () => undefined,
});
