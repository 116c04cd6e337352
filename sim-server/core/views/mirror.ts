// The mirror of a run: people, props, wind and the cloud as an eye could see them; no number a person could not read.
import type { CloudFrame, FieldFrame, MirrorFrame, PersonFrame, PropFrame } from "../../protocol/frames.ts";
import { ppmAt, roomPpm, substanceOf } from "../hazard/gas.ts";
import { able, type Run } from "../run.ts";
import type { Body } from "../state.ts";

const PUFFS_SHOWN = 40;
/** Opacity grows with the logarithm from the visible threshold to a hundred times it, in eight coarse steps. */
const STEPS = 8;

function opacity(ppm: number, visiblePpm: number): number {
  if (ppm < visiblePpm) return 0;
  return Math.ceil(Math.min(1, 0.15 + (Math.log10(ppm / visiblePpm) / 2) * 0.85) * STEPS) / STEPS;
}

export function personFrame(run: Run, body: Body): PersonFrame {
  return {
    name: body.name,
    position: body.position,
    figure: run.compiled.scenario.positions[body.position]?.figure ?? "operator-m",
    simulated: !body.player,
    connected: body.connected,
    x: body.x,
    y: body.y,
    z: body.z,
    yawDeg: body.yawDeg,
    pitchDeg: body.pitchDeg,
    hands: body.hands,
    suit: body.suit,
    scba: body.scba,
    doing: doing(run, body),
  };
}

export function doing(run: Run, body: Body): string {
  if (!able(body)) return "collapsed";
  if (body.work) return "work";
  if (body.walk) return "walk";
  if (body.talkingUntil > run.state.tick) return "radio";
  return body.condition === "well" ? "stand" : "cough";
}

export function propFrames(run: Run): Record<string, PropFrame> {
  const props: Record<string, PropFrame> = {};
  for (const [id, { state, fraction }] of Object.entries(run.state.props)) props[id] = { state, fraction };
  for (const [id, door] of Object.entries(run.state.doors))
    props[id] = { state: door.open ? "open" : "closed", fraction: door.open ? 1 : 0 };
  return props;
}

export function cloudFrame(run: Run): CloudFrame {
  const visiblePpm = substanceOf(run).visiblePpm?.value ?? Number.POSITIVE_INFINITY;
  const rooms: Record<string, number> = {};
  for (const [id, room] of Object.entries(run.compiled.scenario.stage.rooms)) {
    const seen = room.indoor ? opacity(roomPpm(run, id), visiblePpm) : 0;
    if (seen > 0) rooms[id] = seen;
  }
  const puffs = run.state.puffs.puffs
    .map((puff) => ({
      x: Math.round(puff.x),
      y: Math.round(puff.y),
      radiusM: Math.round(Math.max(puff.sigmaYM, puff.halfSpanM) * 15) / 10,
      heightM: Math.round((puff.heightM + puff.sigmaZM) * 10) / 10,
      opacity: opacity(ppmAt(run, puff.x, puff.y, puff.heightM), visiblePpm),
    }))
    .filter((puff) => puff.opacity > 0)
    .slice(0, PUFFS_SHOWN);
  const jets = Object.entries(run.state.leaks).flatMap(([id, leak]) => {
    const from = run.compiled.scenario.hazards[id]?.from;
    const at = from === undefined ? undefined : run.compiled.scenario.stage.props[from]?.at;
    if (!at || leak.kgPerS < 0.005 || (leak.stopped && leak.how === "valve")) return [];
    const strength = Math.ceil(Math.min(1, leak.kgPerS / 0.3) * STEPS) / STEPS;
    return [{ x: at.x, y: at.y - 1.15, z: 0.8, strength, liquid: leak.side === "liquid" }];
  });
  return { rooms, puffs, jets };
}

export function mirrorFrame(run: Run): MirrorFrame {
  const people: Record<string, PersonFrame> = {};
  for (const [slot, body] of Object.entries(run.state.bodies)) people[slot] = personFrame(run, body);
  return {
    tick: run.state.tick,
    phase: run.state.phase,
    speed: run.state.speed,
    windFromDeg: run.state.wind.fromDeg,
    windSpeedMps: run.state.wind.speedMps,
    people,
    props: propFrames(run),
    cloud: cloudFrame(run),
  };
}

const FIELD_CELLS = 64;
/** Bytes step through five decades from 0.1 to 10,000 ppm. */
const LEVELS_PER_DECADE = 50;

/** Concentration at breathing height on a grid over the site and its downwind surroundings; for steering eyes only. */
export function fieldFrame(run: Run, spanM = 1200): FieldFrame {
  const { bounds } = run.compiled.scenario.stage;
  const x0 = (bounds.x[0] + bounds.x[1]) / 2 - spanM / 2;
  const y0 = (bounds.y[0] + bounds.y[1]) / 2 - spanM / 2;
  const cellM = spanM / FIELD_CELLS;
  let log = "";
  for (let row = 0; row < FIELD_CELLS; row += 1) {
    for (let column = 0; column < FIELD_CELLS; column += 1) {
      const ppm = ppmAt(run, x0 + (column + 0.5) * cellM, y0 + (row + 0.5) * cellM);
      const level = ppm < 0.1 ? 0 : Math.min(250, 1 + Math.round(Math.log10(ppm / 0.1) * LEVELS_PER_DECADE));
      log += level.toString(16).padStart(2, "0");
    }
  }
  return { x0, y0, cellM, columns: FIELD_CELLS, rows: FIELD_CELLS, log };
}
