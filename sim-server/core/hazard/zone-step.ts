// One step of the two-zone fire model: burning, heat to the linings, pressures and openings, then masses and heat.

import { heatReleaseKw } from "./fire.ts";
import { cutDoor, type DoorBands, emptyBands, flowDoor, letDoorFlow } from "./zone-door.ts";
import { flowFan, letFanFlow } from "./zone-fan.ts";
import { burn } from "./zone-fire.ts";
import { frameFor, readFrame, type ZoneFrame } from "./zone-frame.ts";
import { CP, SPECIES_COUNT } from "./zone-gas.ts";
import { exchangeHeat } from "./zone-heat.ts";
import { emptyHole, flowHole, type HoleView, letHoleFlow, viewHole } from "./zone-hole.ts";
import type { ZoneBuilding } from "./zone-plan.ts";
import { type PressureWork, pressureWork, solvePressures } from "./zone-pressure.ts";
import { settle } from "./zone-settle.ts";
import type { ZoneState } from "./zone-state.ts";

/** Working numbers of a building; they are written anew each step and hold nothing that has to be kept. */
type Work = {
  readonly frame: ZoneFrame;
  readonly bands: readonly DoorBands[];
  readonly holes: readonly HoleView[];
  readonly pressures: PressureWork;
  readonly volumes: readonly number[];
  readonly heatW: Float64Array;
};
const works = new WeakMap<ZoneBuilding, Work>();

function workFor(building: ZoneBuilding): Work {
  const found = works.get(building);
  if (found) return found;
  const made = {
    frame: frameFor(building),
    bands: building.doors.map(emptyBands),
    holes: building.holes.map(emptyHole),
    pressures: pressureWork(building.rooms.length),
    volumes: building.rooms.map(({ volumeM3 }) => volumeM3),
    heatW: new Float64Array(building.rooms.length),
  };
  works.set(building, made);
  return made;
}

const flow = { heatW: 0, slopeWPerPa: 0, upKgPerS: 0, downKgPerS: 0, upOwn: 1, downOwn: 1, kgPerS: 0 };

/** What a fire asks for by its own curve, W; suppression lowers it before it is given to `stepZones`. */
export const askedHeatW = (building: ZoneBuilding, state: ZoneState): number[] =>
  building.fires.map(({ curve }) => 1000 * heatReleaseKw(curve, state.tick * building.stepS));

/**
 * Steps a building by `building.stepS` seconds in place. Mass of every species and heat are kept to rounding: what the
 * rooms hold changes by what the ledger counts, whatever the layers do. `askedW` is each fire's demand.
 */
export function stepZones(building: ZoneBuilding, state: ZoneState, askedW: readonly number[]): void {
  const work = workFor(building);
  const { frame } = work;
  const { rooms, outdoors, stepS } = building;
  readFrame(building, state, frame);
  burnAndHeat(building, state, frame, askedW);

  for (let door = 0; door < building.doors.length; door += 1) {
    const plan = building.doors[door];
    const bands = work.bands[door];
    if (plan && bands) cutDoor(building, frame, plan, bands);
  }
  for (let hole = 0; hole < building.holes.length; hole += 1) {
    const plan = building.holes[hole];
    const view = work.holes[hole];
    if (plan && view) viewHole(building, frame, plan, state.holeOpen[hole] ?? 0, view);
  }
  for (let room = 0; room < rooms.length; room += 1)
    work.heatW[room] = (frame.inW[2 * room] ?? 0) + (frame.inW[2 * room + 1] ?? 0);
  solvePressures(work.volumes, work.heatW, stepS, frame.gaugePa, work.pressures, (gauge, residual, slope) =>
    addFlows(building, state, work, gauge, residual, slope),
  );
  letFlow(building, state, work);

  state.ledger.outJ += ((frame.inW[2 * outdoors] ?? 0) + (frame.inW[2 * outdoors + 1] ?? 0)) * stepS;
  for (let at = 2 * outdoors * SPECIES_COUNT; at < (2 * outdoors + 2) * SPECIES_COUNT; at += 1)
    state.ledger.outKg += (frame.inKgPerS[at] ?? 0) * stepS;
  for (let room = 0; room < rooms.length; room += 1) settle(building, state, frame, room);
  state.tick += 1;
}

function burnAndHeat(building: ZoneBuilding, state: ZoneState, frame: ZoneFrame, askedW: readonly number[]): void {
  const { ledger } = state;
  const { stepS } = building;
  for (let room = 0; room < building.rooms.length; room += 1) {
    const heat = { radiatedW: 0, convectiveW: 0, releasedW: 0, areaM2: 0.1, baseM: 0 };
    for (let at = 0; at < building.fires.length; at += 1) {
      const fire = building.fires[at];
      if (fire === undefined || fire.at !== room) continue;
      const burning = burn(building, frame, fire, Math.max(0, askedW[at] ?? 0));
      state.askedW[at] = burning.askedW;
      state.releasedW[at] = burning.releasedW;
      ledger.fuelKg += burning.fuelKgPerS * stepS;
      ledger.burntKg += burning.burntKgPerS * stepS;
      ledger.fuelHeatJ += burning.fuelKgPerS * CP * building.ambientK * stepS;
      ledger.releasedJ += burning.releasedW * stepS;
      heat.radiatedW += burning.radiatedW;
      if (burning.releasedW > heat.releasedW) {
        // The largest fire of a room makes its ceiling jet and stands for its flames.
        heat.releasedW = burning.releasedW;
        heat.convectiveW = burning.releasedW - burning.radiatedW;
        heat.areaM2 = fire.areaM2;
        heat.baseM = fire.baseM;
      }
    }
    ledger.intoLiningsJ += exchangeHeat(building, state, frame, room, heat) * stepS;
  }
}

function addFlows(
  building: ZoneBuilding,
  state: ZoneState,
  work: Work,
  gauge: Float64Array,
  residual: Float64Array,
  slope: Float64Array,
): void {
  const { outdoors, doors, holes, fans } = building;
  const add = (from: number, to: number): void => {
    if (from < outdoors) {
      residual[from] = (residual[from] ?? 0) + flow.heatW;
      slope[from * outdoors + from] = (slope[from * outdoors + from] ?? 0) + flow.slopeWPerPa;
      if (to < outdoors) slope[from * outdoors + to] = (slope[from * outdoors + to] ?? 0) - flow.slopeWPerPa;
    }
    if (to < outdoors) {
      residual[to] = (residual[to] ?? 0) - flow.heatW;
      slope[to * outdoors + to] = (slope[to * outdoors + to] ?? 0) + flow.slopeWPerPa;
      if (from < outdoors) slope[to * outdoors + from] = (slope[to * outdoors + from] ?? 0) - flow.slopeWPerPa;
    }
  };
  for (let at = 0; at < doors.length; at += 1) {
    const door = doors[at];
    const bands = work.bands[at];
    if (door === undefined || bands === undefined) continue;
    flowDoor(door, bands, state.doorOpen[at] ?? 0, (gauge[door.from] ?? 0) - (gauge[door.to] ?? 0), flow);
    add(door.from, door.to);
  }
  for (let at = 0; at < holes.length; at += 1) {
    const hole = holes[at];
    const view = work.holes[at];
    if (hole === undefined || view === undefined) continue;
    flowHole(view, (gauge[hole.below] ?? 0) - (gauge[hole.above] ?? 0), flow);
    add(hole.below, hole.above);
  }
  for (let at = 0; at < fans.length; at += 1) {
    const fan = fans[at];
    if (fan === undefined) continue;
    const over = (gauge[fan.source] ?? 0) - (gauge[fan.sink] ?? 0);
    flowFan(building, work.frame, fan, state.fanOn[at] ?? 0, over, flow);
    add(fan.source, fan.sink);
  }
}

function letFlow(building: ZoneBuilding, state: ZoneState, work: Work): void {
  const { frame } = work;
  const gauge = frame.gaugePa;
  for (const [at, door] of building.doors.entries()) {
    const bands = work.bands[at];
    const over = (gauge[door.from] ?? 0) - (gauge[door.to] ?? 0);
    if (bands) letDoorFlow(building, frame, door, bands, state.doorOpen[at] ?? 0, over, flow);
  }
  for (const [at, hole] of building.holes.entries()) {
    const view = work.holes[at];
    if (view === undefined) continue;
    flowHole(view, (gauge[hole.below] ?? 0) - (gauge[hole.above] ?? 0), flow);
    letHoleFlow(building, frame, hole, view, flow);
  }
  for (const [at, fan] of building.fans.entries()) {
    flowFan(building, frame, fan, state.fanOn[at] ?? 0, (gauge[fan.source] ?? 0) - (gauge[fan.sink] ?? 0), flow);
    letFanFlow(building, frame, fan, flow.kgPerS);
  }
}
