// The mirror of a run: people, props, wind and the cloud as an eye could see them; no number a person could not read.
import type { CloudFrame, MirrorFrame, PersonFrame, PropFrame } from "../../protocol/frames.ts";
import { ppmAt, roomPpm, substanceOf } from "../hazard/gas.ts";
import { able, type Run } from "../run.ts";
import type { Body } from "../state.ts";
import { crowdFrame, fireFrame } from "./fire.ts";

const PUFFS_SHOWN = 40;
/** Opacity grows with the logarithm from the visible threshold to a hundred times it, in eight coarse steps. */
const STEPS = 8;

function opacity(ppm: number, visiblePpm: number): number {
  if (ppm < visiblePpm) return 0;
  return Math.ceil(Math.min(1, 0.15 + (Math.log10(ppm / visiblePpm) / 2) * 0.85) * STEPS) / STEPS;
}

export function personFrame(run: Run, body: Body): PersonFrame {
  return writePersonFrame({ ...NOBODY }, run, body);
}

const NOBODY: PersonFrame = {
  name: "",
  position: "",
  figure: "operator-m",
  simulated: true,
  connected: false,
  x: 0,
  y: 0,
  z: 0,
  yawDeg: 0,
  pitchDeg: 0,
  hands: null,
  suit: false,
  scba: false,
  doing: "stand",
};

/** Into a frame that is there already: the room shows everybody ten times a second. */
export function writePersonFrame(frame: PersonFrame, run: Run, body: Body): PersonFrame {
  frame.name = body.name;
  frame.position = body.position;
  frame.figure = run.compiled.scenario.positions[body.position]?.figure ?? "operator-m";
  frame.simulated = !body.player;
  frame.connected = body.connected;
  frame.x = body.x;
  frame.y = body.y;
  frame.z = body.z;
  frame.yawDeg = body.yawDeg;
  frame.pitchDeg = body.pitchDeg;
  frame.hands = body.hands;
  frame.suit = body.suit;
  frame.scba = body.scba;
  frame.doing = doing(run, body);
  return frame;
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
    ...fireAndCrowd(run),
  };
}

/** Whole, for replay and consoles; a scenario without them says nothing of them. */
function fireAndCrowd(run: Run): Pick<MirrorFrame, "fire" | "crowd"> {
  const [fire, crowd] = [fireFrame(run), crowdFrame(run)];
  return { ...(fire ? { fire } : {}), ...(crowd ? { crowd } : {}) };
}
