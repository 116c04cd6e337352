// Measures what a tick of each fire and explosion engine costs, against the tenth of a second it stands for.
import { blastLethality, tntDurationS, tntOverpressurePa } from "../../sim-server/core/hazard/blast.ts";
import { stepHeatedVessel } from "../../sim-server/core/hazard/fireball.ts";
import { gasDosePerMin } from "../../sim-server/core/hazard/fractional-dose.ts";
import { flammablePlumeKg } from "../../sim-server/core/hazard/ignition.ts";
import { jetRadiationKwPerM2 } from "../../sim-server/core/hazard/jet-fire.ts";
import { plumeKgPerM3 } from "../../sim-server/core/hazard/plume.ts";
import { tiltedFlameFactors } from "../../sim-server/core/hazard/pool-fire.ts";
import { elementK } from "../../sim-server/core/hazard/sprinkler.ts";
import { blastEnergyJ, cloudBlast } from "../../sim-server/core/hazard/vapour-cloud.ts";
import { doorOf, fireIn, partsOf, roomOf, twelveRooms } from "../../sim-server/core/hazard/zone.fixture.ts";
import { planZones, type ZoneParts } from "../../sim-server/core/hazard/zone-plan.ts";
import { readZone } from "../../sim-server/core/hazard/zone-reading.ts";
import { openZones } from "../../sim-server/core/hazard/zone-state.ts";
import { askedHeatW, stepZones } from "../../sim-server/core/hazard/zone-step.ts";

const TICK_MS = 100;

/** Rows of the bench's table: what ran, and what it cost a tick or an event. */
export function hazardRows(): [string, string][] {
  const plume = { kgPerS: 1, speedMps: 3, heightM: 0, sigma: "tno-plume", stability: "D" } as const;
  const centre = (x: number): number => plumeKgPerM3(plume, x, 0, 0);
  let sink = 0;
  const rows: [string, string][] = [
    ["fire and smoke, 1 room with 1 door", zones(oneRoom())],
    ["fire and smoke, 12 rooms with 14 openings", zones(twelveRooms())],
    [
      "fire gas doses of 200 people",
      everyTick(() => {
        for (let person = 0; person < 200; person += 1)
          sink += gasDosePerMin({
            carbonMonoxidePpm: 500 + person,
            carbonDioxidePercent: 2,
            oxygenPercent: 18,
            hydrogenCyanidePpm: 20,
          });
      }),
    ],
    [
      "100 sprinklers and detectors",
      everyTick(() => {
        for (let head = 0; head < 100; head += 1) sink += elementK(300 + head, 450, 1.5, 100, 0.1);
      }),
    ],
    [
      "a jet fire shining on 200 people",
      everyTick(() => {
        for (let person = 0; person < 200; person += 1)
          sink += jetRadiationKwPerM2(50000, 0.2, 20, { xM: person, yM: 30 });
      }),
    ],
    [
      "a pool fire shining on 200 people",
      everyTick(() => {
        for (let person = 0; person < 200; person += 1) sink += tiltedFlameFactors(10, 15, 20 + person, 30).most;
      }),
    ],
    ["a vessel's heating clock", everyTick(heatedVessel())],
    [
      "a cloud's blast on 200 people (once)",
      everyTick(() => {
        for (let person = 0; person < 200; person += 1) {
          const { overpressurePa, impulsePaS } = cloudBlast(blastEnergyJ(100, 46e6), 0.7, 10 + person);
          sink +=
            blastLethality(overpressurePa, impulsePaS) + tntOverpressurePa(50, 10 + person) + tntDurationS(50, 10);
        }
      }),
    ],
    [
      "flammable part of a plume (once a second)",
      everyTick(() => {
        sink += flammablePlumeKg(1, 3, centre, 0.04, 0.17);
      }),
    ],
  ];
  // What was computed has to be wanted by somebody, or it would not be computed.
  if (Number.isNaN(sink)) throw new Error("a hazard engine answered with no number");
  return rows;
}

const oneRoom = (): ZoneParts =>
  partsOf({
    rooms: [{ ...roomOf("room", 5, 4, 2.5), leakM2: 0 }],
    doors: [doorOf("room", "outdoors")],
    fires: [fireIn("room", 0.0469, 500)],
  });

function zones(parts: ZoneParts): string {
  const building = planZones(parts);
  const state = openZones(building);
  const cost = everyTick(() => stepZones(building, state, askedHeatW(building, state)), 3000);
  const { upper, layerM } = readZone(building, state, 0);
  return `${cost}; the fire room stands at ${Math.round(upper.temperatureK - 273)} C, smoke down to ${layerM.toFixed(1)} m`;
}

function heatedVessel(): () => void {
  const plan = {
    volumeM3: 5,
    surfaceM2: 16,
    diameterM: 1.25,
    wallM: 0.007,
    yieldPa: 450e6,
    reliefPa: 1.8e6,
    reliefKgPerS: 3,
    liquidKgPerM3: 500,
    liquidJPerKgK: 2700,
    latentJPerKg: 340000,
    vapourPa: (kelvin: number): number => 1e5 * 10 ** (3.98292 - 819.296 / (kelvin - 24.417)),
  };
  const vessel = { liquidKg: 2000, liquidK: 293, wallK: 293, failed: false };
  return () => stepHeatedVessel(vessel, plan, 1144, 1, 0.1);
}

/** Microseconds a tick after warming up, and how many times faster than real time that is. */
function everyTick(work: () => void, ticks = 2000): string {
  for (let tick = 0; tick < 500; tick += 1) work();
  const startedMs = performance.now();
  for (let tick = 0; tick < ticks; tick += 1) work();
  const perTickMs = (performance.now() - startedMs) / ticks;
  return `${(perTickMs * 1000).toFixed(1)} microseconds a tick, ${Math.round(TICK_MS / perTickMs)} times real time`;
}
