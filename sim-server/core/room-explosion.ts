// Flammable gas in rooms goes up: what burns, how hard it pushes, and whom flame and blast hurt.

import { BLAST_KPA } from "./casualty-injuries.ts";
import { roomCells } from "./hazard/gas.ts";
import { blastEnergyJ, cloudBlast, flameMach } from "./hazard/vapour-cloud.ts";
import { addCasualties, changeCondition } from "./health.ts";
import { emitFact, type Run } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

type Fuel = { readonly lower: number; readonly upper: number; readonly kgPerM3: number; readonly heatJPerKg: number };
/** Limits as shares of volume, density at 20 C, heat of burning (NFPA 325; SFPE Handbook appendix). */
const FUELS: Readonly<Record<string, Fuel>> = {
  propane: { lower: 0.021, upper: 0.095, kgPerM3: 1.83, heatJPerKg: 46.35e6 },
  methane: { lower: 0.05, upper: 0.15, kgPerM3: 0.67, heatJPerKg: 50e6 },
};

/** Flash fire round somebody inside burning gas (assumption: 100 kW/m2 for three seconds, burns of the third degree). */
const FLASH = { radiationKwPerM2: 100, durationS: 3 } as const;
/** Of people in the flame this share dies: thermal dose 1400 (kW/m2)^(4/3) s between HSE's 1 % (1000) and 50 % (2000). */
const FLAME_DEAD = 0.15;
/** From this side-on pressure flying glass hurts a third of the people indoors badly enough for hospital (assumption). */
const GLASS_KPA = 14;
const GLASS_SHARE = 0.33;

/** Burns what lies between its limits in every room, and hurts who is near. Facts carry kilograms and kilopascals. */
export function explode(run: Run, by: string, source: string, at: { x: number; y: number; z: number }): void {
  const rooms = new Set<string>();
  let burningKg = 0;
  let energyJ = 0;
  let volumeM3 = 0;
  for (const [gas, fuel] of Object.entries(FUELS)) {
    const amounts = run.state.gases[gas as "propane" | "methane"];
    if (!amounts) continue;
    for (const room of run.compiled.cells.keys())
      for (const cell of roomCells(run, room)) {
        const index = run.state.air.rooms.findIndex(({ id }) => id === cell.id);
        const share = (amounts[index] ?? 0) / cell.volumeM3;
        if (share < fuel.lower || share > fuel.upper) continue;
        const kg = (amounts[index] ?? 0) * fuel.kgPerM3;
        burningKg += kg;
        volumeM3 += cell.volumeM3;
        energyJ += blastEnergyJ(kg, fuel.heatJPerKg);
        amounts[index] = 0;
        rooms.add(room);
      }
  }
  if (burningKg <= 0) return;
  // Between floor and ceiling, with tables, shelves and stoves in the way of the flame.
  const mach = flameMach("roofed", "medium", "medium");
  const kpaAt = (metres: number): number => cloudBlast(energyJ, mach, Math.max(2, metres)).overpressurePa / 1000;
  run.state.blasts.push({ id: source, tick: run.state.tick, ...at, radiusM: reachM(volumeM3) });
  emitFact(run, by, "gas-exploded", source, {
    burningKg: Math.round(burningKg * 10) / 10,
    kpa: Math.round(kpaAt(5)),
  });
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    if (body && body.condition !== "dead") hurt(run, body, rooms.has(body.room), kpaAt(distance(body, at)));
  }
  for (const [id, group] of Object.entries(run.compiled.scenario.populations)) {
    const place = run.compiled.scenario.stage.places[group.at];
    if (place)
      hurtGroup(
        run,
        id,
        rooms.has(run.compiled.map.roomAt(place.at.x, place.at.y, place.at.z)),
        kpaAt(distance(place.at, at)),
      );
  }
}

/** How far the flame reaches, m: a half ball of the mixture swollen eightfold by burning. */
const reachM = (volumeM3: number): number => Math.round(Math.cbrt((3 * 8 * volumeM3) / (2 * Math.PI)) * 10) / 10;

function hurt(run: Run, body: Body, inFlame: boolean, kpa: number): void {
  if (inFlame) changeCondition(run, body, "collapsed", { ...FLASH, overpressureKpa: kpa });
  else if (kpa >= BLAST_KPA.lung.threshold) changeCondition(run, body, "collapsed", { overpressureKpa: kpa });
  else if (kpa >= BLAST_KPA.eardrum.threshold) {
    body.exposure = { ...body.exposure, condition: "impaired" };
    changeCondition(run, body, "impaired");
  }
}

function hurtGroup(run: Run, id: string, inFlame: boolean, kpa: number): void {
  const state = run.state.populations[id];
  const left = Math.ceil(state?.remaining ?? 0);
  if (!state || left <= 0) return;
  const dead = inFlame ? Math.ceil(left * FLAME_DEAD) : 0;
  const injured = inFlame ? left - dead : kpa >= GLASS_KPA ? Math.ceil(left * GLASS_SHARE) : 0;
  if (dead + injured === 0) return;
  state.dead += dead;
  state.injured += injured;
  addCasualties(run, { dead, seriouslyInjured: injured });
}
