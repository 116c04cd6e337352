// Bodies: everybody moves one tick, and who steps over a threshold is noted with what they wear.
import { aroundPpm } from "./breathing.ts";
import { carryAlong } from "./care.ts";
import { closeDoors } from "./doors.ts";
import { minutesOfAir } from "./gear.ts";
import { isSmoky } from "./hazard/room-smoke.ts";
import { regainStride } from "./poses.ts";
import { able, emitFact, isProtected, type Run, TICKS } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";
import { keepUp, walk } from "./walking.ts";

const BUDDY_M = 8;

/** Moves every body one tick. */
export function moveBodies(run: Run): void {
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    if (!body) continue;
    regainStride(body);
    carryAlong(run, body);
    if (!able(body)) {
      body.walk = null;
      continue;
    }
    keepUp(run, body);
    if (body.walk !== null) walk(run, body);
    crossThreshold(run, body);
  }
  closeDoors(run);
}

function buddyNear(run: Run, body: Body): boolean {
  for (const { slot } of run.compiled.slots) {
    const other = run.state.bodies[slot];
    if (other && other !== body && isProtected(other) && able(other) && distance(body, other) <= BUDDY_M) return true;
  }
  return false;
}

/** How somebody is protected on entering: the fields of an `entered` fact. */
export function entryFields(run: Run, body: Body, hot: boolean) {
  return {
    suit: body.suit ? "A" : body.turnout ? "turnout" : "none",
    scba: body.scba,
    airMin: Math.round(minutesOfAir(body) * 10) / 10,
    buddy: buddyNear(run, body),
    ppm: Math.round(body.ppm * 100) / 100,
    hot,
  };
}

function crossThreshold(run: Run, body: Body): void {
  const room = run.compiled.map.roomAt(body.x, body.y, body.z);
  if (room === body.room) return;
  const { rooms } = run.compiled.scenario.stage;
  const stay = (run.state.tick - body.enteredTick) / TICKS;
  if (rooms[body.room]?.indoor) emitFact(run, body.slot, "left", body.room, { hot: body.hot, staySeconds: stay });
  body.room = room;
  body.enteredTick = run.state.tick;
  if (rooms[room]?.indoor) {
    body.ppm = aroundPpm(run, body);
    emitFact(
      run,
      body.slot,
      "entered",
      room,
      entryFields(run, body, body.ppm >= run.compiled.gas.hotPpm || isSmoky(run, room)),
    );
  }
}
