// The fires of a run, a fifth of a second at a time: growth, water, smoke through the rooms, heads that act, re-ignition.
import { nextRandom } from "../random.ts";
import { able, emitFact, type Run, TICKS } from "../run.ts";
import { distance } from "../stage-map.ts";
import { heatReleaseKw } from "./fire.ts";
import type { FireData } from "./fire-data.ts";
import { type FirePlan, type PlannedFire, ZONE_STEP_S } from "./fire-plan.ts";
import { hosedW } from "./fire-water.ts";
import { smokeOf } from "./room-smoke.ts";
import { suppressionS } from "./sprinkler.ts";
import { openHeads, stepHeads } from "./sprinkler-heads.ts";
import { tenabilityLost } from "./tenability.ts";
import { hasFlashedOver } from "./tenability-watch.ts";
import { readZone } from "./zone-reading.ts";
import { openZones } from "./zone-state.ts";
import { stepZones } from "./zone-step.ts";

/** What is left of the door's width when it is shut: the cracks round it. */
const SHUT_SHARE = 0.02;
/** A stream stronger than the fire halves it in so many seconds (assumption: knock-down in half a minute or so). */
const KNOCK_DOWN_S = 12;
const OUT_LEVEL = 0.02;
/** A fire that has burnt its fuel dies down with this time constant, s. */
const DYING_S = 60;
const FLARE_LEVEL = 0.3;
/** Powder puts out what is smaller than this, kW (a 4 kg extinguisher: rated 55B, some 2.5 m2 of petrol; assumption). */
const POWDER_KW = 800;
/** A hose needs a hand within this distance, m. */
const HOLDER_M = 3;
const TOLD_KW = [500, 1000, 2000, 5000, 10000, 20000];

export const openFire = (): FireData => ({
  status: "waiting",
  ageS: 0,
  level: 1,
  askedKw: 0,
  releasedKw: 0,
  burntMj: 0,
  wetted: false,
  waterKg: 0,
  told: 0,
  flaresTick: -1,
  flared: 0,
});

/** Every second tick: a step of the fires and, once something burns, of the rooms. */
export function stepFire(run: Run): void {
  const plan = run.compiled.fire;
  if (!plan) return;
  const { burning } = run.state;
  if (run.state.tick % TICKS === 0) for (const one of plan.fires) startInTime(run, one);
  if (!burning.zones || !burning.heads) return;
  const zones = burning.zones;
  setOpenings(run, plan);
  const hoses = hosesAtWork(run, plan);
  const asked = plan.building.fires.map(() => 0);
  for (const one of plan.fires) asked[one.at] = burnOn(run, plan, one, hoses);
  for (const id of stepHeads(plan.building, zones, plan.heads, burning.heads, asked)) headActed(run, plan, id);
  stepZones(plan.building, zones, asked);
  for (const one of plan.fires) reckon(run, one);
  if (run.state.tick % TICKS === 0) watchRooms(run, plan);
}

function startInTime(run: Run, { id, fire }: PlannedFire): void {
  const data = run.state.burning.fires[id];
  if (data?.status !== "waiting") return;
  const due =
    fire.starts === undefined ? run.compiled.fireStarts.get(id)?.() === true : run.state.tick >= fire.starts * TICKS;
  if (due) lightFire(run, id, "fire-started");
}

/** Lets a fire begin, or flare up again. */
export function lightFire(run: Run, id: string, kind: "fire-started" | "fire-reignited"): void {
  const plan = run.compiled.fire;
  const { burning } = run.state;
  const data = burning.fires[id];
  const fire = run.compiled.scenario.fires[id];
  if (!plan || !data || !fire || data.status === "burning") return;
  if (!burning.zones) {
    burning.zones = openZones(plan.building);
    burning.heads = openHeads(plan.building, plan.heads);
  }
  data.status = "burning";
  data.level = kind === "fire-started" ? 1 : FLARE_LEVEL;
  data.waterKg = 0;
  data.flaresTick = -1;
  emitFact(run, "world", kind, id, { room: fire.room });
}

function setOpenings(run: Run, { doors, vents, fans }: FirePlan): void {
  const { zones } = run.state.burning;
  if (!zones) return;
  doors.forEach((id, at) => {
    zones.doorOpen[at] = id === null ? 1 : run.state.doors[id]?.open ? 1 : SHUT_SHARE;
  });
  vents.forEach(({ switchProp }, at) => {
    zones.holeOpen[at] = switchProp === null || run.state.props[switchProp]?.state === "on" ? 1 : 0;
  });
  fans.forEach((id, at) => {
    const fan = run.state.props[id];
    zones.fanOn[at] = fan?.state === "on" && !fan.broken ? 1 : 0;
  });
}

const isFed = (run: Run, plan: FirePlan, prop: string): boolean => {
  const valve = plan.fedBy.get(prop);
  return valve === undefined || (run.state.props[valve]?.fraction ?? 0) > 0.5;
};

/** Water of hoses by room, kg/s; one that nobody holds falls still. */
function hosesAtWork(run: Run, plan: FirePlan): Map<string, number> {
  const found = new Map<string, number>();
  for (const { prop, room, waterKgPerS } of plan.hoses) {
    const state = run.state.props[prop];
    const at = run.compiled.scenario.stage.props[prop]?.at;
    if (state?.state !== "spray" || !at) continue;
    const held = Object.values(run.state.bodies).some((body) => able(body) && distance(body, at) <= HOLDER_M);
    if (!held || state.broken) state.state = "idle";
    else if (isFed(run, plan, prop)) found.set(room, (found.get(room) ?? 0) + waterKgPerS);
  }
  return found;
}

/** Time constant of the sprinklers that wet a room, s; none while none has both opened and water. */
function sprinkledS(run: Run, plan: FirePlan, room: string): number | null {
  const { heads } = run.state.burning;
  const open = plan.heads.filter(
    (head, at) =>
      head.kind === "sprinkler" && head.room === room && heads?.actedS[at] !== null && isFed(run, plan, head.id),
  );
  const mmPerS = open.reduce((most, { sprayMmPerS }) => Math.max(most, sprayMmPerS), 0);
  return mmPerS > 0 ? suppressionS(mmPerS) : null;
}

/** What a fire asks for in this step, W. */
function burnOn(run: Run, plan: FirePlan, one: PlannedFire, hoses: ReadonlyMap<string, number>): number {
  const data = run.state.burning.fires[one.id];
  if (!data || data.status === "waiting") return 0;
  const { fire, curve } = one;
  const tauS = sprinkledS(run, plan, fire.room);
  const waterKgPerS = hoses.get(fire.room) ?? 0;
  const wet = fire.answersTo.includes("water");
  data.wetted = waterKgPerS > 0 || tauS !== null;
  if (data.status === "out") {
    data.waterKg += (waterKgPerS + (tauS === null ? 0 : fire.areaM2 / 10)) * ZONE_STEP_S;
    flare(run, one, data);
    return 0;
  }
  const demandW = 1000 * heatReleaseKw(curve, data.ageS) * data.level;
  const leftW = wet ? hosedW(demandW, waterKgPerS, "fog") : demandW;
  if (wet && waterKgPerS > 0 && leftW <= 0) data.level *= Math.exp((-Math.LN2 * ZONE_STEP_S) / KNOCK_DOWN_S);
  if (wet && tauS !== null) data.level *= Math.exp(-ZONE_STEP_S / tauS);
  if (fire.energyMj !== undefined && data.burntMj >= fire.energyMj) data.level *= Math.exp(-ZONE_STEP_S / DYING_S);
  if (!wet || (waterKgPerS === 0 && tauS === null)) data.ageS += ZONE_STEP_S;
  const over = curve.kind === "table" && data.ageS >= (curve.timesS.at(-1) ?? 0) && (curve.heatKw.at(-1) ?? 0) <= 0;
  if (data.level < OUT_LEVEL || over) {
    putOut(run, one, data, waterKgPerS > 0 ? "hose" : tauS !== null ? "sprinkler" : "burnt-out");
    return 0;
  }
  // A fire held down by a stream still smokes: what the water does not take is what it gives.
  return Math.max(leftW, demandW * 0.05);
}

function putOut(run: Run, { id, fire }: PlannedFire, data: FireData, how: string): void {
  data.status = "out";
  data.askedKw = 0;
  data.waterKg = 0;
  if (fire.reignites && data.flared < fire.reignites.times && how !== "burnt-out") {
    const spread = 0.7 + 0.6 * nextRandom(run.state.random);
    data.flaresTick = run.state.tick + Math.round(fire.reignites.after * spread * TICKS);
  }
  emitFact(run, "world", "fire-out", id, { room: fire.room, how });
}

function flare(run: Run, { id, fire }: PlannedFire, data: FireData): void {
  if (data.flaresTick < 0 || run.state.tick < data.flaresTick || !fire.reignites) return;
  data.flaresTick = -1;
  if (data.waterKg >= fire.reignites.unlessWaterKg) return;
  data.flared += 1;
  lightFire(run, id, "fire-reignited");
}

/** Powder thrown at the fires of the room one stands in. */
export function throwPowder(run: Run, room: string): void {
  for (const one of run.compiled.fire?.fires ?? []) {
    const data = run.state.burning.fires[one.id];
    if (one.fire.room !== room || data?.status !== "burning") continue;
    if (one.fire.answersTo.includes("powder") && data.releasedKw <= POWDER_KW) putOut(run, one, data, "powder");
  }
}

function reckon(run: Run, { id, fire, at }: PlannedFire): void {
  const data = run.state.burning.fires[id];
  const { zones } = run.state.burning;
  if (!data || !zones) return;
  data.askedKw = (zones.askedW[at] ?? 0) / 1000;
  data.releasedKw = (zones.releasedW[at] ?? 0) / 1000;
  data.burntMj += (data.releasedKw * ZONE_STEP_S) / 1000;
  const level = TOLD_KW[data.told];
  if (level === undefined || data.releasedKw < level) return;
  data.told += 1;
  emitFact(run, "world", "fire-grown", id, { room: fire.room, kw: level });
}

function headActed(run: Run, plan: FirePlan, id: string): void {
  const head = plan.heads.find((one) => one.id === id);
  const state = run.state.props[id];
  if (!head) return;
  if (state) state.state = "alarm";
  if (head.kind === "sprinkler") {
    emitFact(run, "world", "sprinkler-opened", id, { room: head.room, water: isFed(run, plan, id) });
    return;
  }
  emitFact(run, "world", "fire-detected", id, { room: head.room, head: head.kind });
  for (const siren of run.compiled.devices.sirens) {
    const sound = run.state.props[siren];
    if (sound?.state === "idle") sound.state = "warning";
  }
}

/** Once a second: which rooms flashed over, and which people can no longer leave through. */
function watchRooms(run: Run, { building }: FirePlan): void {
  const { burning } = run.state;
  if (!burning.zones) return;
  for (const [at, { id }] of building.rooms.entries()) {
    const smoke = smokeOf(run, id);
    if (!smoke) continue;
    if (burning.filled[id] === undefined) {
      const why = tenabilityLost({
        layerM: smoke.layerM,
        upperC: smoke.upper.airC,
        lowerC: smoke.lower.airC,
        upperVisibilityM: smoke.upper.sightM,
        lowerVisibilityM: smoke.lower.sightM,
        doseShare: 0,
        radiationKwPerM2: smoke.shinesKwPerM2,
      });
      if (why !== undefined) {
        burning.filled[id] = why;
        emitFact(run, "world", "smoke-filled", id, { cause: why });
      }
    }
    if (burning.flashed.includes(id) || smoke.upper.airC < 500) continue;
    if (!hasFlashedOver(readZone(building, burning.zones, at).upper)) continue;
    burning.flashed.push(id);
    emitFact(run, "world", "flashover", id, { upperC: Math.round(smoke.upper.airC) });
  }
}
