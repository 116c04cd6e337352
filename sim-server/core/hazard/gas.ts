// The gas of a run: from the leaks through rooms and openings into the drifting cloud, and what heads and people meet.
import { type AirCell, cellAt } from "../air-cells.ts";
import { seenPpm } from "../gas-plan.ts";
import { givenOffM3, stepGases } from "../room-gases.ts";
import { emitFact, type Run, TICKS } from "../run.ts";
import { curtainReduction } from "./curtain.ts";
import { alarmAt, readingPpm, stepDetector } from "./detector.ts";
import { evaporatedMixture } from "./flash-cloud.ts";
import { heavyOf } from "./heavy-cloud.ts";
import { advance, concentrationAt, emit, type PuffField } from "./puff.ts";
import { stepVessel, type VesselStep } from "./release.ts";
import { type Fan, type Link, OUTDOORS, roomKgPerM3, type Stream, stepRoomAir, type Vent } from "./room-air.ts";
import {
  kgPerM3FromPpm,
  ppmFromKgPerM3,
  STANDARD_PRESSURE_PA,
  type Substance,
  vapourDensityKgPerM3,
} from "./substance.ts";
import { stabilityFromWeather, type Wind } from "./wind.ts";

const BREATHING_HEIGHT_M = 1.5;
/** Gas leaves a doorway or crack as a cloud about as high as the door (assumption). */
const DOORWAY_SIGMA_M = 0.8;
const STACK_SIGMA_M = 0.5;
/** A running absorption unit draws this much air through itself when the extract fan is off (assumption). */
const SCRUBBER_DRAUGHT_M3PS = 0.5;
const LEAK_WATER_KGPS = 10;

export const windOf = (run: Run): Wind => ({
  fromDeg: run.state.wind.fromDeg,
  speedMps: run.state.wind.speedMps,
  stability: stabilityFromWeather(run.state.wind.speedMps, run.compiled.scenario.weather.sky),
  terrain: run.compiled.scenario.stage.outdoors.terrain,
});

/** The substance of a run's releases; chlorine while there is none. */
export const substanceOf = (run: Run): Substance => run.compiled.gas.substance;

/** True concentration in ppm where somebody breathes: a room's mixture, or the cloud outdoors behind any curtain. */
export function ppmAt(run: Run, x: number, y: number, heightM = BREATHING_HEIGHT_M): number {
  const substance = substanceOf(run);
  const room = run.compiled.map.roomAt(x, y, heightM);
  const indoor = run.compiled.scenario.stage.rooms[room]?.indoor === true;
  const kelvin = run.state.wind.temperatureC + 273.15;
  if (indoor) return cellPpm(run, cellAt(roomCells(run, room), heightM)?.id ?? room);
  if (run.state.puffs.puffs.length === 0) return 0;
  const clear = concentrationAt(run.state.puffs, x, y, heightM);
  if (clear <= 0) return 0;
  return ppmFromKgPerM3(clear / curtainFactor(run, substance, x, y), substance.molarMassKgPerMol, kelvin);
}

export const roomCells = (run: Run, room: string): readonly AirCell[] => run.compiled.cells.get(room) ?? [];

function cellPpm(run: Run, cell: string): number {
  const { molarMassKgPerMol } = substanceOf(run);
  return ppmFromKgPerM3(roomKgPerM3(run.state.air, cell), molarMassKgPerMol, run.state.wind.temperatureC + 273.15);
}

/** A room's mean over its layers, ppm. */
export function roomPpm(run: Run, room: string): number {
  const cells = roomCells(run, room);
  if (cells.length < 2) return cellPpm(run, room);
  const volume = cells.reduce((sum, { volumeM3 }) => sum + volumeM3, 0);
  return cells.reduce((sum, { id, volumeM3 }) => sum + cellPpm(run, id) * (volumeM3 / volume), 0);
}

function curtainFactor(run: Run, substance: Substance, x: number, y: number): number {
  let factor = 1;
  const hazard = Object.values(run.compiled.scenario.hazards)[0];
  if (!hazard) return 1;
  const { rooms, props } = run.compiled.scenario.stage;
  const room = isIndoors(run, hazard.room) ? rooms[hazard.room] : undefined;
  const sourceX = room ? (room.x[0] + room.x[1]) / 2 : (props[hazard.from]?.at.x ?? 0);
  const sourceY = room ? (room.y[0] + room.y[1]) / 2 : (props[hazard.from]?.at.y ?? 0);
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
  const open: Outlet[] = [];
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
    const cell = roomCells(run, hazard.room)[0]?.id ?? hazard.room;
    if (isIndoors(run, hazard.room)) sources[cell] = (sources[cell] ?? 0) + step.airborneKgPerS;
    else open.push(openOutlet(run, id, hazard.from, step));
  }
  const wind = windOf(run);
  const stirred = Object.values(state.leaks).some((leak) => leak.started) || run.compiled.scenario.air.length > 0;
  if (!stirred) return;
  const { id: gas, molarMassKgPerMol } = substanceOf(run);
  const kgPerM3 = kgPerM3FromPpm(1e6, molarMassKgPerMol, state.wind.temperatureC + 273.15);
  for (const [cell, m3] of Object.entries(givenOffM3(run, gas))) sources[cell] = (sources[cell] ?? 0) + m3 * kgPerM3;
  const now = { ...state.air, links: linksNow(run), fans: fansNow(run), streams: streamsNow(run) };
  const air = stepRoomAir(now, 1, sources);
  stepGases(run, now);
  state.air = { ...air.air, streams: [] };
  const field = letOut(run, letOut(run, state.puffs, air.vents, wind), open, wind);
  state.puffs = advance(field, 1, wind);
}

const isIndoors = (run: Run, room: string): boolean => run.compiled.scenario.stage.rooms[room]?.indoor === true;

/** Where gas comes out, and how cold the mixture is if it is not as warm as the air. */
type Outlet = Vent & { readonly kelvin?: number };

/** A leak in the open: gas as it is, or a flashing jet from where the air has taken up its mist. */
function openOutlet(run: Run, id: string, container: string, step: VesselStep): Outlet {
  const { x, y } = run.compiled.scenario.stage.props[container]?.at ?? { x: 0, y: 0 };
  const substance = substanceOf(run);
  const airK = run.state.wind.temperatureC + 273.15;
  const { fraction, kelvin } =
    step.flow === "liquid" ? evaporatedMixture(substance, airK) : { fraction: 1, kelvin: airK };
  const kgPerM3 = fraction * vapourDensityKgPerM3(substance, kelvin, STANDARD_PRESSURE_PA);
  const kgPerS = step.airborneKgPerS;
  return { id, at: { x, y, z: 0.5 }, kgPerS, m3PerS: kgPerS / kgPerM3, kelvin };
}

/** Ducts above this height, m, let out what the wind carries off before it can sink. */
const DUCT_M = 5;

/** What is let out together near the ground makes one cloud, as heavy as its mean mixture; ducts above let out apart. */
function letOut(run: Run, before: PuffField, vents: readonly Outlet[], wind: Wind): PuffField {
  const substance = substanceOf(run);
  const airK = run.state.wind.temperatureC + 273.15;
  const low = vents.filter(({ at }) => at.z <= DUCT_M);
  const heavy = heavyOf({
    gas: substance,
    kgPerS: low.reduce((sum, { kgPerS }) => sum + kgPerS, 0),
    m3PerS: low.reduce((sum, { kgPerS, m3PerS }) => sum + (kgPerS > 0 ? m3PerS : 0), 0),
    airK,
    gasK: low[0]?.kelvin ?? airK,
    speed10Mps: wind.speedMps,
  });
  let field = before;
  for (const { id, at, kgPerS } of vents) {
    if (kgPerS < 1e-9) continue;
    const high = at.z > DUCT_M;
    const sigmaM = high ? STACK_SIGMA_M : DOORWAY_SIGMA_M;
    const heightM = high ? at.z : heavy ? 0 : 0.5;
    const source = { id, x: at.x, y: at.y, heightM, sigmaYM: sigmaM, sigmaZM: sigmaM, heavy: high ? null : heavy };
    field = emit(field, source, kgPerS, 1);
  }
  return field;
}

const linksNow = (run: Run): Link[] =>
  run.state.air.links.map((link) => {
    const [opening = ""] = link.id.split("/");
    const door = run.state.doors[opening];
    const open = door ? door.open : run.state.props[opening]?.state === "open";
    return open !== link.open ? { ...link, open } : link;
  });

/** What blowers push: fresh air to the end of the hose, up through the layers over it and out at the hatch or a crack. */
function streamsNow(run: Run): Stream[] {
  return run.compiled.devices.supplies.flatMap(({ id, prop, room }): Stream[] => {
    const hatch = run.compiled.devices.hatchOf.get(room);
    const shut = hatch !== undefined && run.state.props[hatch]?.state !== "open";
    if (run.state.props[id]?.state !== "on" || run.state.props[id]?.broken === true || shut) return [];
    const cells = roomCells(run, room);
    const first = cells.findIndex((cell) => cell.id === cellAt(cells, prop.end?.z ?? 0)?.id);
    const stops = [OUTDOORS, ...cells.slice(Math.max(0, first)).map((cell) => cell.id), OUTDOORS];
    const at = prop.outlet ?? prop.at;
    return stops.slice(1).map((to, leg) => {
      const from = stops[leg] ?? OUTDOORS;
      return { id: `${id}/${leg}`, from, to, m3PerS: prop.flowM3ps ?? 0.3, at };
    });
  });
}

function fansNow(run: Run): Fan[] {
  const isOn = (id: string): boolean => run.state.props[id]?.state === "on" && run.state.props[id]?.broken !== true;
  return run.compiled.devices.extracts.map(({ id, prop, room, scrubbers }) => {
    const scrubber = scrubbers.find((one) => isOn(one.id));
    const m3PerS = isOn(id) ? (prop.flowM3ps ?? 1) : scrubber ? SCRUBBER_DRAUGHT_M3PS : 0;
    const at = prop.outlet ?? { ...prop.at, z: 4 };
    return {
      id,
      room: cellAt(roomCells(run, room), prop.end?.z ?? at.z)?.id ?? room,
      on: m3PerS > 0,
      m3PerS,
      efficiency: scrubber?.efficiency ?? 0,
      at,
    };
  });
}

/** One second of the fixed heads; the first time each passes a level is a fact. */
export function stepHeads(run: Run): void {
  for (const [id, head] of Object.entries(run.state.heads)) {
    const prop = run.compiled.scenario.stage.props[id];
    const kind = run.compiled.gas.heads.get(id);
    if (!prop || !kind || run.state.props[id]?.broken) continue;
    const around = seenPpm(run.compiled.gas, kind, ppmAt(run, prop.at.x, prop.at.y, prop.at.z));
    head.detector = stepDetector(head.detector, kind, around, 1);
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
