// The gas engine at work in a run: vessel, rooms, open air, detectors, doses; stepped once a second of exercise time.

import type { Stage } from "../../../scenarios/format/stage.ts";
import type { GasRelease } from "../../../scenarios/format/storyline.ts";
import { emitFact, type Run, TICKS } from "../run.ts";
import type { HeadData, LeakData } from "../state.ts";
import { curtainReduction } from "./curtain.ts";
import { alarmAt, DETECTOR_KINDS, type DetectorKind, openDetector, readingPpm, stepDetector } from "./detector.ts";
import { advance, concentrationAt, emit, openPuffs, type PuffField } from "./puff.ts";
import { stepVessel } from "./release.ts";
import { type Fan, type Link, OUTDOORS, openRoomAir, type RoomAirState, roomKgPerM3, stepRoomAir } from "./room-air.ts";
import { ppmFromKgPerM3, SUBSTANCES, type Substance } from "./substance.ts";
import { ONE_TON_CONTAINER, openVessel } from "./vessel.ts";
import { stabilityFromWeather, type Wind } from "./wind.ts";

const BREATHING_HEIGHT_M = 1.5;
/** Gas leaves a doorway or crack as a cloud about as high as the door (assumption). */
const DOORWAY_SIGMA_M = 0.8;
const STACK_SIGMA_M = 0.5;
const SHUT_DOOR_M3PS = 0.02;
/** A running absorption unit draws this much air through itself when the extract fan is off (assumption). */
const SCRUBBER_DRAUGHT_M3PS = 0.5;
/** Sodium hydroxide in the pit, kg: two containers' worth, the usual design of chlorine stations (assumption). */
const PIT_NAOH_KG = 2600;
const LEAK_WATER_KGPS = 10;

export function openLeak(hazard: GasRelease, stage: Stage, temperatureC: number): LeakData {
  const container = stage.props[hazard.from];
  const substance = hazard.substance === "ammonia" ? "ammonia" : "chlorine";
  return {
    started: false,
    side: hazard.opening.side,
    vessel: openVessel({
      substance,
      massKg: container?.fillKg ?? ONE_TON_CONTAINER.massKg,
      volumeM3: ONE_TON_CONTAINER.volumeM3,
      steelKg: ONE_TON_CONTAINER.steelKg,
      holeDiameterM: hazard.opening.diameterMm / 1000,
      temperatureK: temperatureC + 273.15,
      ambientK: temperatureC + 273.15,
      naohKg: PIT_NAOH_KG,
    }),
    kgPerS: 0,
    releasedKg: 0,
    stopped: false,
    how: "",
  };
}

export function openAir(stage: Stage): RoomAirState {
  const indoor = Object.entries(stage.rooms).filter(([, room]) => room.indoor);
  const volume = (room: (typeof indoor)[number][1]): number =>
    (room.x[1] - room.x[0]) * (room.y[1] - room.y[0]) * room.heightM;
  const isIndoor = (id: string): boolean => stage.rooms[id]?.indoor === true;
  const links: Link[] = Object.entries(stage.doors).flatMap(([id, door]) => {
    const [a, b] = door.between;
    const room = isIndoor(a) ? a : b;
    if (!isIndoor(room)) return [];
    const other = room === a ? b : a;
    return [
      {
        id,
        room,
        to: isIndoor(other) ? other : OUTDOORS,
        open: door.open,
        openM3PerS: door.airFlowM3ps,
        shutM3PerS: SHUT_DOOR_M3PS,
        at: { x: door.at.x, y: door.at.y, z: 1 },
      },
    ];
  });
  for (const [id, room] of indoor) {
    const flow = (room.leakageAirChangesPerHour * volume(room)) / 3600;
    const at = { x: (room.x[0] + room.x[1]) / 2, y: (room.y[0] + room.y[1]) / 2, z: room.heightM / 2 };
    links.push({ id: `leak-${id}`, room: id, to: OUTDOORS, open: false, openM3PerS: flow, shutM3PerS: flow, at });
  }
  return openRoomAir(
    indoor.map(([id, room]) => ({ id, volumeM3: volume(room) })),
    links,
    [],
  );
}

export const windOf = (run: Run): Wind => ({
  fromDeg: run.state.wind.fromDeg,
  speedMps: run.state.wind.speedMps,
  stability: stabilityFromWeather(run.state.wind.speedMps, run.compiled.scenario.weather.sky),
  terrain: run.compiled.scenario.stage.outdoors.terrain,
});

export const openField = (wind: Wind): PuffField => openPuffs(wind, { intervalS: 8, maxPuffs: 80, rangeM: 2500 });

function detectorKind(run: Run, head: string): DetectorKind {
  const prop = run.compiled.scenario.stage.props[head];
  const kind = prop?.substance === "ammonia" ? DETECTOR_KINDS.ammonia : DETECTOR_KINDS.chlorine;
  const [lowPpm, highPpm] = prop?.alarmPpm ?? [kind.lowPpm, kind.highPpm];
  return { ...kind, rangePpm: prop?.rangePpm ?? kind.rangePpm, lowPpm, highPpm };
}
export const openHead = (): HeadData => ({ detector: openDetector(DETECTOR_KINDS.chlorine), ppm: 0, alarm: 0 });

/** The substance of a run's releases; chlorine while there is none. */
export function substanceOf(run: Run): Substance {
  const hazard = Object.values(run.compiled.scenario.hazards)[0];
  return SUBSTANCES[hazard?.substance === "ammonia" ? "ammonia" : "chlorine"];
}

/** True concentration in ppm where somebody breathes: a room's mixture, or the cloud outdoors behind any curtain. */
export function ppmAt(run: Run, x: number, y: number, heightM = BREATHING_HEIGHT_M): number {
  const substance = substanceOf(run);
  const room = run.compiled.map.roomAt(x, y);
  const indoor = run.compiled.scenario.stage.rooms[room]?.indoor === true;
  const kelvin = run.state.wind.temperatureC + 273.15;
  if (indoor) return roomPpm(run, room);
  if (run.state.puffs.puffs.length === 0) return 0;
  const clear = concentrationAt(run.state.puffs, x, y, heightM);
  if (clear <= 0) return 0;
  return ppmFromKgPerM3(clear / curtainFactor(run, substance, x, y), substance.molarMassKgPerMol, kelvin);
}

export function roomPpm(run: Run, room: string): number {
  const { molarMassKgPerMol } = substanceOf(run);
  return ppmFromKgPerM3(roomKgPerM3(run.state.air, room), molarMassKgPerMol, run.state.wind.temperatureC + 273.15);
}

function curtainFactor(run: Run, substance: Substance, x: number, y: number): number {
  let factor = 1;
  const hazard = Object.values(run.compiled.scenario.hazards)[0];
  const room = hazard && run.compiled.scenario.stage.rooms[hazard.room];
  if (!room) return 1;
  const sourceX = (room.x[0] + room.x[1]) / 2;
  const sourceY = (room.y[0] + room.y[1]) / 2;
  for (const { id, prop, curtain } of run.compiled.devices.curtains) {
    const state = run.state.props[id];
    const on = prop.kind === "monitor" ? state?.state === "curtain" : (state?.fraction ?? 0) > 0.5;
    if (!on) continue;
    const { from, to, waterKgPerS } = curtain;
    factor *= curtainReduction(
      substance.id,
      { ax: from.x, ay: from.y, bx: to.x, by: to.y, waterKgPerS },
      sourceX,
      sourceY,
      x,
      y,
    );
  }
  return factor;
}

/** One second: what leaks fills the rooms, what the rooms lose drifts off. */
export function stepGas(run: Run): void {
  const { state } = run;
  const { hazards } = run.compiled.scenario;
  const sources: Record<string, number> = {};
  for (const [id, hazard] of Object.entries(hazards)) {
    const leak = state.leaks[id];
    if (!leak) continue;
    if (!leak.started && state.tick >= hazard.starts * TICKS) {
      leak.started = true;
    }
    if (!leak.started) continue;
    const first = leak.releasedKg === 0;
    const valve = run.compiled.devices.valveOf.get(hazard.from);
    const wet = run.compiled.devices.monitors.some((name) => state.props[name]?.state === "leak");
    const step = stepVessel(leak.vessel, 1, {
      opening: leak.stopped && leak.how === "valve" ? "shut" : leak.side,
      openFraction: valve === undefined ? 1 : (state.props[valve]?.fraction ?? 1),
      waterOnLeakKgps: wet ? LEAK_WATER_KGPS : 0,
      submerged: state.props[hazard.from]?.state === "submerged",
    });
    leak.vessel = step.vessel;
    leak.kgPerS = step.airborneKgPerS;
    leak.releasedKg += step.airborneKgPerS;
    if (first)
      emitFact(run, "world", "leak-started", id, { room: hazard.room, kgPerS: Math.round(leak.kgPerS * 1000) / 1000 });
    sources[hazard.room] = (sources[hazard.room] ?? 0) + step.airborneKgPerS;
  }
  const wind = windOf(run);
  const stirred = Object.values(state.leaks).some((leak) => leak.started);
  if (!stirred) return;
  const air = stepRoomAir({ ...state.air, links: linksNow(run), fans: fansNow(run) }, 1, sources);
  state.air = air.air;
  let field = state.puffs;
  for (const vent of air.vents) {
    if (vent.kgPerS < 1e-9) continue;
    const high = vent.at.z > 5;
    field = emit(
      field,
      {
        id: vent.id,
        x: vent.at.x,
        y: vent.at.y,
        heightM: high ? vent.at.z : 0.5,
        sigmaYM: high ? STACK_SIGMA_M : DOORWAY_SIGMA_M,
        sigmaZM: high ? STACK_SIGMA_M : DOORWAY_SIGMA_M,
      },
      vent.kgPerS,
      1,
    );
  }
  state.puffs = advance(field, 1, wind);
}

const linksNow = (run: Run): Link[] =>
  run.state.air.links.map((link) => {
    const door = run.state.doors[link.id];
    return door && door.open !== link.open ? { ...link, open: door.open } : link;
  });

function fansNow(run: Run): Fan[] {
  const isOn = (id: string): boolean => run.state.props[id]?.state === "on" && run.state.props[id]?.broken !== true;
  return run.compiled.devices.extracts.map(({ id, prop, room, scrubbers }) => {
    const scrubber = scrubbers.find((one) => isOn(one.id));
    const m3PerS = isOn(id) ? (prop.flowM3ps ?? 1) : scrubber ? SCRUBBER_DRAUGHT_M3PS : 0;
    const at = prop.outlet ?? { ...prop.at, z: 4 };
    return { id, room, on: m3PerS > 0, m3PerS, efficiency: scrubber?.efficiency ?? 0, at };
  });
}

/** One second of the fixed heads; the first time each passes a level is a fact. */
export function stepHeads(run: Run): void {
  for (const [id, head] of Object.entries(run.state.heads)) {
    const prop = run.compiled.scenario.stage.props[id];
    if (!prop || run.state.props[id]?.broken) continue;
    const kind = detectorKind(run, id);
    head.detector = stepDetector(head.detector, kind, ppmAt(run, prop.at.x, prop.at.y, prop.at.z), 1);
    head.ppm = Math.round(readingPpm(head.detector, kind) * 100) / 100;
    const level = { none: 0, low: 1, high: 2 } as const;
    const alarm = level[alarmAt(kind, head.detector.cellPpm)];
    if (alarm > head.alarm) emitFact(run, "world", "alarm-raised", id, { ppm: head.ppm, level: alarm });
    head.alarm = alarm;
    const state = run.state.props[id];
    if (state) state.state = alarm > 0 ? "alarm" : "idle";
    if (alarm === 2) warnSirens(run);
  }
}

function warnSirens(run: Run): void {
  for (const id of run.compiled.devices.sirens) {
    const siren = run.state.props[id];
    if (siren?.state === "idle") siren.state = "warning";
  }
}
