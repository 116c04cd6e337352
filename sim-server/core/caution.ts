// Caution: a careful teammate played by the system does not walk into gas without protection, and says why.
import { ppmAt } from "./hazard/gas.ts";
import { isSmoky } from "./hazard/room-smoke.ts";
import { able, emitFact, isGuarded, type Run, TICKS, tell } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

/** How far apart somebody looks along the way ahead, m. */
const LOOK_M = 3;
const NOSE_M = 1.5;

const WORDS = {
  suit: { zh: "我没有防护服，前面有毒气，不能进去。", en: "I have no suit and there is gas ahead. I am not going in." },
  air: {
    zh: "我没有可用的空气呼吸器，前面有毒气，不能进去。",
    en: "I have no air to breathe and there is gas ahead. I am not going in.",
  },
  smoke: {
    zh: "前面是浓烟，我没有空气呼吸器，不能进去。",
    en: "There is thick smoke ahead and I have no breathing apparatus. I am not going in.",
  },
} as const;

/**
 * Once a second, everybody the system plays looks ahead: who is careful, unprotected, and on a way that leads into the
 * hot zone stops, says so and drops what was ordered. Whoever already stands in gas may go where there is less of it.
 * They know the air ahead as it is (a simplification: smell, sight, the detector heads and what they carry).
 */
export function mindGas(run: Run): void {
  if (run.state.tick % TICKS !== 5) return;
  if (run.state.puffs.emittedKg + roomsKg(run) <= 0 && run.state.burning.zones === null) return;
  for (const { slot, position } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    if (!body || body.player || !able(body) || isGuarded(run, body)) continue;
    if (run.compiled.scenario.positions[position]?.careful !== true) continue;
    if (body.walk && leadsIntoGas(run, body)) refuse(run, body, body.walk.to);
    else if (body.work && climbsIntoGas(run, body.work.prop)) refuse(run, body, body.work.prop);
  }
}

/** Whether a ladder leads down into the hot zone. */
function climbsIntoGas(run: Run, target: string): boolean {
  const prop = run.compiled.scenario.stage.props[target];
  if (prop?.kind !== "ladder" || !prop.end || prop.end.z > prop.at.z) return false;
  return ppmAt(run, prop.end.x, prop.end.y, prop.end.z + NOSE_M) >= run.compiled.gas.hotPpm;
}

const roomsKg = (run: Run): number => run.state.air.rooms.reduce((sum, { massKg }) => sum + massKg, 0);

function leadsIntoGas(run: Run, body: Body): boolean {
  const { hotPpm } = run.compiled.gas;
  const inSmoke = isSmoky(run, body.room);
  const worse = (x: number, y: number): boolean =>
    ppmAt(run, x, y, body.z + NOSE_M) >= Math.max(hotPpm, body.ppm) ||
    (!inSmoke && isSmoky(run, run.compiled.map.roomAt(x, y, body.z)));
  const ahead = (body.walk?.points ?? []).slice(body.walk?.next ?? 0);
  const goal = ahead.at(-1);
  if (!goal) return false;
  if (body.ppm >= hotPpm) return worse(...goal);
  let [fromX, fromY] = [body.x, body.y];
  for (const [x, y] of ahead) {
    const looks = Math.ceil(distance({ x: fromX, y: fromY }, { x, y }) / LOOK_M);
    for (let look = 1; look <= looks; look += 1)
      if (worse(fromX + ((x - fromX) * look) / looks, fromY + ((y - fromY) * look) / looks)) return true;
    [fromX, fromY] = [x, y];
  }
  return false;
}

function refuse(run: Run, body: Body, goal: string): void {
  const knownBad = run.compiled.gas.substance.id === "hydrogen-sulfide";
  const why = body.suit || body.turnout || knownBad ? "air" : run.state.burning.zones ? "smoke" : "suit";
  const source = body.scripts[0]?.source;
  const orderer = source?.kind === "message" ? (run.compiled.scenario.messages[source.id]?.from ?? []) : [];
  body.walk = null;
  body.work = null;
  body.follow = null;
  body.scripts = [];
  emitFact(run, body.slot, "refused", goal, { why });
  for (const { slot, position } of run.compiled.slots)
    if (slot !== body.slot && (orderer.length === 0 || orderer.includes(position)))
      tell(run, slot, { channel: "radio", from: body.slot, text: WORDS[why] });
}
