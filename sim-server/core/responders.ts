// The fire brigade on the way and at work: when units arrive, what lines they feed, rescue pairs and their air.
import {
  type AirSupply,
  breathe,
  hasAir,
  isWhistling,
  minutesToWhistle,
  openAirSupply,
  type WorkRate,
} from "./hazard/breathing-air.ts";
import { type HoseLine, lineFlowLPerS } from "./responders-water.ts";

const TICKS = 10;
/** Between the call and leaving the station, s (China's stations are to leave within a minute). */
const TURNOUT_S = 60;

export type Unit = {
  readonly id: string;
  readonly kind: "engine" | "tanker" | "foam" | "rescue" | "command";
  readonly crew: number;
  arrivesTick: number;
  arrived: boolean;
  tankL: number;
  foamL: number;
  readonly pumpHeadM: number;
  /** Water from a hydrant or a relay, L/s. */
  inLPerS: number;
  readonly lines: (HoseLine & { readonly id: string; open: boolean; foamShare: number })[];
  dry: boolean;
};
export type RescuePair = {
  readonly id: string;
  readonly air: [AirSupply, AirSupply];
  inside: boolean;
  enteredTick: number;
  work: WorkRate;
  /** Air at which they must turn back, bar: what the way in took once more, and the whistle. */
  turnBackBar: number;
  wayInS: number;
  warned: boolean;
  whistled: boolean;
};
export type Responders = { readonly units: Unit[]; readonly pairs: RescuePair[] };
/** What is heard on the radio. */
export type RadioCall = {
  readonly kind: "arrived" | "tank-low" | "tank-empty" | "foam-empty" | "turn-back" | "whistle" | "no-air" | "out";
  readonly from: string;
};

/** A unit called now: turnout and the drive at a steady speed. */
export function callUnit(
  unit: Omit<Unit, "arrivesTick" | "arrived" | "lines" | "dry" | "inLPerS">,
  tick: number,
  distanceM: number,
  speedMps: number,
): Unit {
  const arrivesTick = tick + Math.round((TURNOUT_S + distanceM / speedMps) * TICKS);
  return { ...unit, arrivesTick, arrived: false, inLPerS: 0, lines: [], dry: false };
}

export const openPair = (id: string): RescuePair => ({
  id,
  air: [openAirSupply(), openAirSupply()],
  inside: false,
  enteredTick: -1,
  work: "rest",
  turnBackBar: 0,
  wayInS: 0,
  warned: false,
  whistled: false,
});

/** A pair goes in; refused alone, without air for the way in and back, or when already inside. */
export function enter(pair: RescuePair, tick: number, wayInS: number): "inside" | "not-enough-air" | null {
  if (pair.inside) return "inside";
  // Walking in and back before the whistle is the least that must be left.
  if (Math.min(...pair.air.map((air) => minutesToWhistle(air, "walk"))) * 60 < 2 * wayInS) return "not-enough-air";
  pair.inside = true;
  pair.enteredTick = tick;
  pair.wayInS = wayInS;
  pair.work = "walk";
  const [first] = pair.air;
  const afterWayIn = breathe(first, wayInS, "walk");
  pair.turnBackBar = first.pressureBar - afterWayIn.pressureBar + WHISTLE_AND_BACK_BAR;
  pair.warned = false;
  pair.whistled = false;
  return null;
}

/** The whistle's 55 bar stay untouched on the way back. */
const WHISTLE_AND_BACK_BAR = 55;

/** The pair comes out, with what air is left. */
export function comeOut(pair: RescuePair): RadioCall {
  pair.inside = false;
  pair.work = "rest";
  return { kind: "out", from: pair.id };
}

/** Flow of all open lines of a unit, L/s: none before it has arrived or when it is dry. */
export const flowLPerS = (unit: Unit): number =>
  unit.arrived && !unit.dry
    ? unit.lines.filter(({ open }) => open).reduce((sum, line) => sum + lineFlowLPerS(line, unit.pumpHeadM), 0)
    : 0;

/** One tick for all units and pairs; what they would say over the radio. */
export function stepResponders(responders: Responders, tick: number): RadioCall[] {
  const calls: RadioCall[] = [];
  for (const unit of responders.units) stepUnit(unit, tick, calls);
  for (const pair of responders.pairs) if (pair.inside) stepPair(pair, calls);
  return calls;
}

function stepUnit(unit: Unit, tick: number, calls: RadioCall[]): void {
  if (!unit.arrived) {
    if (tick < unit.arrivesTick) return;
    unit.arrived = true;
    calls.push({ kind: "arrived", from: unit.id });
  }
  if (unit.dry && unit.inLPerS > 0) unit.dry = false;
  const before = unit.tankL;
  let waterLPerS = 0;
  for (const line of unit.lines) {
    if (!line.open || unit.dry) continue;
    const flow = lineFlowLPerS(line, unit.pumpHeadM);
    const foam = unit.foamL > 0 ? flow * line.foamShare : 0;
    if (foam > 0) {
      unit.foamL = Math.max(0, unit.foamL - foam / TICKS);
      if (unit.foamL === 0) calls.push({ kind: "foam-empty", from: unit.id });
    }
    waterLPerS += flow - foam;
  }
  unit.tankL = Math.max(0, before + (unit.inLPerS - waterLPerS) / TICKS);
  if (waterLPerS === 0) return;
  const low = LOW_MIN * 60 * waterLPerS;
  if (before > low && unit.tankL <= low && unit.inLPerS < waterLPerS) calls.push({ kind: "tank-low", from: unit.id });
  if (unit.tankL > 0 || unit.inLPerS >= waterLPerS) return;
  unit.dry = true;
  calls.push({ kind: "tank-empty", from: unit.id });
}

/** A pump operator tells when water for so many minutes is left. */
const LOW_MIN = 2;

function stepPair(pair: RescuePair, calls: RadioCall[]): void {
  pair.air[0] = breathe(pair.air[0], 1 / TICKS, pair.work);
  pair.air[1] = breathe(pair.air[1], 1 / TICKS, pair.work);
  const least = pair.air[0].pressureBar <= pair.air[1].pressureBar ? pair.air[0] : pair.air[1];
  if (!pair.warned && least.pressureBar <= pair.turnBackBar) {
    pair.warned = true;
    calls.push({ kind: "turn-back", from: pair.id });
  }
  if (!pair.whistled && isWhistling(least)) {
    pair.whistled = true;
    calls.push({ kind: "whistle", from: pair.id });
  }
  if (!hasAir(least)) {
    pair.inside = false;
    calls.push({ kind: "no-air", from: pair.id });
  }
}
