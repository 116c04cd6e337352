// Somebody new in a run: at the place their post starts from, well, with what the post carries.
import type { Compiled } from "./compile.ts";
import { openDetector } from "./hazard/detector.ts";
import { openExposure } from "./hazard/exposure.ts";
import { openMeter } from "./meter.ts";
import { HOP_M } from "./poses.ts";
import type { Body } from "./state.ts";

/** Somebody at the place their post starts from, as far from the others as their seat's number says. */
export function openBody(compiled: Compiled, slot: string, name?: string): Body {
  const index = compiled.slots.findIndex((one) => one.slot === slot);
  const position = compiled.slots[index]?.position ?? "";
  const role = compiled.scenario.positions[position];
  const worn = compiled.gas.worn.get(position);
  const place = compiled.scenario.stage.places[role?.at ?? ""];
  const x = (place?.at.x ?? 0) + (index % 2) * 0.8;
  const y = (place?.at.y ?? 0) + Math.floor(index / 2) * 0.8;
  const z = compiled.map.floorAt(place?.at.z ?? 0);
  return {
    slot,
    position,
    name: name ?? "",
    player: name !== undefined,
    connected: false,
    x,
    y,
    z,
    yawDeg: place?.yawDeg ?? 0,
    pitchDeg: 0,
    hands: null,
    strideM: HOP_M,
    held: null,
    room: compiled.map.roomAt(x, y, z),
    enteredTick: 0,
    hot: false,
    suit: false,
    scba: false,
    air: null,
    airLow: false,
    soiled: false,
    washed: false,
    buddyReady: false,
    condition: "well",
    exposure: openExposure(),
    ppm: 0,
    band: 0,
    detector: worn ? openDetector(worn) : null,
    meter: role?.meter ? openMeter() : null,
    knockDown: 0,
    oxygenLack: 0,
    lifts: null,
    work: null,
    walk: null,
    follow: null,
    scripts: [],
    gasDose: 0,
    heatDose: 0,
    wound: "well",
    carries: null,
    turnout: role?.turnout ?? false,
    lastAskTick: 0,
    talkingUntil: 0,
  };
}
