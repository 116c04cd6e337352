// Explosions of a run: vapour that gathers and is vented, what sets it off, and what the blast does to people and doors.
import type { Explosion } from "../../../scenarios/format/fire.ts";
import { hurtBody } from "../health.ts";
import { nextRandom } from "../random.ts";
import { emitFact, type Run, TICKS } from "../run.ts";
import { blastLethality } from "./blast.ts";
import { fall } from "./crowd-orders.ts";
import { overcome, roomOn } from "./crowd-run.ts";
import { lightFire } from "./fire-run.ts";
import { fireballDiameterM, fireballDurationS, fireballKwPerM2 } from "./fireball.ts";
import { VAPOUR_NUMBERS } from "./fuels.ts";
import { blastBand } from "./glass.ts";
import { thermalDose, thermalLethality } from "./heat.ts";
import { blastEnergyJ, cloudBlast, flameMach } from "./vapour-cloud.ts";

/** From here people are thrown and badly hurt, Pa (Clancey: 13.8 kPa walls and roofs partly collapse). */
const HURTS_PA = 13800;
const GLASS_PA = 1030;
const BURSTS_DOOR_PA = 6900;
/** Air that goes through cracks in any case, 1/s. */
const DRAUGHT_PER_S = 1 / 3600;

/** Once a second: vapour gathers, thins through open doors, and goes off when its condition holds. */
export function stepExplosions(run: Run): void {
  for (const [id, plan] of run.compiled.fire?.explosions ?? []) {
    const data = run.state.burning.explosions[id];
    if (!data || data.tick >= 0) continue;
    const { gathers } = plan;
    if (gathers && !data.gathering)
      data.gathering =
        gathers.starts === undefined
          ? run.compiled.fireStarts.get(id)?.() === true
          : run.state.tick >= gathers.starts * TICKS;
    if (gathers && data.gathering && data.massKg < gathers.mostKg) data.massKg += gathers.kgPerMin / 60;
    if (gathers) data.massKg *= 1 - Math.min(0.5, thinsPerS(run, plan.room));
    if (run.compiled.ignitions.get(id)?.() === true && canBurn(run, id, plan)) explode(run, id, plan);
  }
}

/** Somebody uses a prop that may spark. */
export function spark(run: Run, prop: string): void {
  for (const [id, plan] of run.compiled.fire?.explosions ?? []) {
    const data = run.state.burning.explosions[id];
    if (data && data.tick < 0 && plan.sparks.includes(prop) && canBurn(run, id, plan)) explode(run, id, plan);
  }
}

function volumeM3(run: Run, id: string): number {
  const room = run.compiled.scenario.stage.rooms[id];
  return room ? (room.x[1] - room.x[0]) * (room.y[1] - room.y[0]) * room.heightM : 1;
}

function thinsPerS(run: Run, room: string): number {
  if (!run.compiled.scenario.stage.rooms[room]?.indoor) return 1 / 60;
  const volume = volumeM3(run, room);
  const doors = Object.entries(run.compiled.scenario.stage.doors)
    .filter(([id, { between }]) => between.includes(room) && run.state.doors[id]?.open)
    .reduce((sum, [, { airFlowM3ps }]) => sum + airFlowM3ps, 0);
  const fans = run.compiled.devices.extracts
    .filter((fan) => fan.room === room && run.state.props[fan.id]?.state === "on")
    .reduce((sum, { prop }) => sum + (prop.flowM3ps ?? 1), 0);
  return DRAUGHT_PER_S + (doors + fans) / volume;
}

/** Indoors the vapour must lie between its limits, mixed through the room; in the open some of it always does. */
function canBurn(run: Run, id: string, plan: Explosion): boolean {
  const massKg = run.state.burning.explosions[id]?.massKg ?? 0;
  if (massKg < 0.01) return false;
  if (plan.form === "fireball" || !run.compiled.scenario.stage.rooms[plan.room]?.indoor) return true;
  const [lower, upper] = VAPOUR_NUMBERS[plan.fuel].burnsKgPerM3;
  const kgPerM3 = massKg / volumeM3(run, plan.room);
  return kgPerM3 >= lower && kgPerM3 <= upper;
}

/** Radius of what the flame sweeps, m: a half ball of vapour at its lower limit, or the fireball's own. */
export const flameReachM = (plan: Explosion, massKg: number): number =>
  plan.form === "fireball"
    ? fireballDiameterM(massKg) / 2
    : Math.cbrt((3 * massKg) / VAPOUR_NUMBERS[plan.fuel].burnsKgPerM3[0] / (2 * Math.PI));

function explode(run: Run, id: string, plan: Explosion): void {
  const data = run.state.burning.explosions[id];
  if (!data) return;
  data.tick = run.state.tick;
  data.burningKg = data.massKg;
  data.massKg = 0;
  data.reachM = Math.round(flameReachM(plan, data.burningKg) * 10) / 10;
  emitFact(run, "world", "explosion", id, { burningKg: Math.round(data.burningKg * 10) / 10, reachM: data.reachM });
  const indoor = run.compiled.scenario.stage.rooms[plan.room]?.indoor === true;
  const { heatJPerKg, reactivity } = VAPOUR_NUMBERS[plan.fuel];
  const mach = flameMach(indoor ? "roofed" : "open", reactivity, plan.congestion);
  const energyJ = blastEnergyJ(data.burningKg, heatJPerKg);
  const gapM = (at: { x: number; y: number }): number =>
    Math.max(0.5, Math.sqrt((at.x - plan.at.x) ** 2 + (at.y - plan.at.y) ** 2));
  for (const [name, door] of Object.entries(run.compiled.scenario.stage.doors)) {
    const state = run.state.doors[name];
    if (!state || cloudBlast(energyJ, mach, gapM(door.at)).overpressurePa < BURSTS_DOOR_PA) continue;
    state.open = true;
    state.locked = false;
    state.closeAt = 0;
  }
  const hit = (at: { x: number; y: number }, room: string, clothed: boolean): Hit => {
    const metres = gapM(at);
    const { overpressurePa, impulsePaS } = cloudBlast(energyJ, mach, metres);
    let dying = blastLethality(overpressurePa, impulsePaS);
    const inFlame = metres <= data.reachM && (!indoor || room === plan.room);
    if (plan.form === "fireball") {
      const dose = thermalDose(1000 * fireballKwPerM2(data.burningKg, metres), fireballDurationS(data.burningKg));
      dying = Math.max(dying, indoor && room !== plan.room ? 0 : thermalLethality("lees", clothed ? dose / 4 : dose));
    } else if (inFlame && !clothed) dying = Math.max(dying, 1);
    const dead = nextRandom(run.state.random) < dying;
    const hurt = inFlame || overpressurePa >= HURTS_PA || dying > 0.01;
    const cut = overpressurePa >= GLASS_PA && run.compiled.scenario.stage.rooms[room]?.indoor === true;
    return { to: dead ? "dead" : hurt ? "collapsed" : cut ? "impaired" : null, pa: overpressurePa };
  };
  hurtPeople(run, hit);
  for (const fire of plan.lights) lightFire(run, fire, "fire-started");
}

type Hit = { to: "dead" | "collapsed" | "impaired" | null; pa: number };

function hurtPeople(run: Run, hit: (at: { x: number; y: number }, room: string, clothed: boolean) => Hit): void {
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    if (!body || body.condition === "dead") continue;
    const { to, pa } = hit(body, body.room, body.turnout);
    if (to === null) continue;
    emitFact(run, slot, "blast-hurt", slot, { kpa: Math.round(pa / 100) / 10, band: blastBand(pa).id });
    hurtBody(run, body, to);
  }
  const data = run.state.crowds;
  if (!data) return;
  for (const [i, person] of data.crowd.ids.entries()) {
    if (data.crowd.mode[i] === "out" || data.harm.condition[i] === "dead") continue;
    const at = { x: data.crowd.x[i] ?? 0, y: data.crowd.y[i] ?? 0 };
    const { to } = hit(at, roomOn(run, at.x, at.y, data.crowd.layer[i] ?? 0), false);
    if (to === null || to === "impaired") continue;
    fall(data.crowd, person);
    data.harm.condition[i] = to;
    data.harm.fireDose[i] = Math.max(data.harm.fireDose[i] ?? 0, 1);
    overcome(run, data, person, to);
  }
}
