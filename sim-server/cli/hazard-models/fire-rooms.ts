// The two-zone fire model for the command line: a building, its fires, and what its rooms are like at given times.
import { z } from "zod";
import type { Fuel } from "../../core/hazard/fire-fuel.ts";
import { type Head, openHeads, stepHeads, wateredW } from "../../core/hazard/sprinkler-heads.ts";
import { hasFlashedOver, openWatch, stepWatch } from "../../core/hazard/tenability-watch.ts";
import { planZones, ZONE_OUTDOORS, type ZoneBuilding, type ZoneParts } from "../../core/hazard/zone-plan.ts";
import { holdings, readZone } from "../../core/hazard/zone-reading.ts";
import { openZones, type ZoneState } from "../../core/hazard/zone-state.ts";
import { askedHeatW, stepZones } from "../../core/hazard/zone-step.ts";
import { type HazardModel, model, says, type Value } from "./model.ts";

const positive = z.number().positive();
const notNegative = z.number().nonnegative();
const lining = z.strictObject({
  conductivityWPerMK: positive,
  densityKgPerM3: positive,
  heatJPerKgK: positive,
  thicknessM: positive,
  emissivity: z.number().min(0).max(1).default(0.9),
});
const room = z.strictObject({
  id: z.string(),
  widthM: positive,
  depthM: positive,
  heightM: positive,
  floorM: z.number().default(0),
  leakM2: notNegative.default(0),
  startC: z.number().min(-60).max(500).optional(),
  /** A shaft: one layer from floor to ceiling. */
  mixed: z.boolean().default(false),
  /** A room may differ from the building's lining: "none" lets no heat pass. */
  lining: z.union([lining, z.literal("none")]).optional(),
  floorLining: z.union([lining, z.literal("none")]).optional(),
});
const door = z.strictObject({
  a: z.string(),
  b: z.string(),
  widthM: positive,
  sillM: notNegative.default(0),
  headM: positive,
  coefficient: positive.default(0.7),
});
const hole = z.strictObject({
  upper: z.string(),
  lower: z.string(),
  areaM2: positive,
  shape: z.enum(["round", "square"]).default("square"),
});
const fan = z.strictObject({
  from: z.string(),
  to: z.string(),
  flowM3PerS: positive,
  intakeM: notNegative,
  outletM: notNegative,
  weakensAtPa: positive.default(200),
  stopsAtPa: positive.default(300),
});
const fire = z.strictObject({
  room: z.string(),
  baseM: notNegative.default(0),
  areaM2: positive,
  place: z.enum(["open", "wall", "corner"]).default("open"),
  growthKwPerS2: positive.optional(),
  peakKw: positive.optional(),
  timesS: z.array(notNegative).optional(),
  heatKw: z.array(notNegative).optional(),
});
const fuel = z.strictObject({
  carbon: positive,
  hydrogen: notNegative,
  oxygen: notNegative.default(0),
  nitrogen: notNegative.default(0),
  chlorine: notNegative.default(0),
  heatJPerKg: positive,
  radiativeShare: z.number().min(0).max(1),
  coYield: notNegative.default(0),
  sootYield: notNegative.default(0),
  hcnYield: notNegative.default(0),
});
const head = z.strictObject({
  id: z.string(),
  room: z.string(),
  kind: z.enum(["sprinkler", "heat", "smoke"]),
  radiusM: notNegative,
  ratingC: z.number().default(68),
  rti: positive.default(100),
  sprayMmPerS: notNegative.default(0.07),
});
const about = (zh: string, en: string) => ({ unit: "…", zh, en });

const inputs = {
  rooms: z.array(room).min(1).meta(about("房间（米）", "rooms: id, widthM, depthM, heightM, floorM, leakM2, lining")),
  doors: z.array(door).default([]).meta(about("门窗", "doors: a, b, widthM, sillM, headM, coefficient")),
  holes: z.array(hole).default([]).meta(about("楼板孔", "holes: upper, lower, areaM2, shape")),
  fans: z.array(fan).default([]).meta(about("风机", "fans: from, to, flowM3PerS, intakeM, outletM")),
  fires: z
    .array(fire)
    .default([])
    .meta(about("火源", "fires: room, areaM2, growthKwPerS2 and peakKw, or timesS and heatKw")),
  heads: z
    .array(head)
    .default([])
    .meta(about("喷头和探测器", "heads: id, room, kind, radiusM, ratingC, rti, sprayMmPerS")),
  fuel: fuel.optional().meta(about("燃料", "fuel: atoms, heatJPerKg, radiativeShare, coYield, sootYield")),
  lining: z
    .union([lining, z.literal("none")])
    .meta(about("围护材料", "lining: conductivityWPerMK, densityKgPerM3, heatJPerKgK, thicknessM, or none")),
  ambientC: z.number().default(20).meta({ unit: "C", zh: "环境温度", en: "ambient temperature" }),
  humidity: z.number().min(0).max(1).default(0.5).meta({ unit: "1", zh: "相对湿度", en: "relative humidity" }),
  oxygenLimit: z
    .number()
    .min(0)
    .max(0.23)
    .default(0.15)
    .meta({ unit: "1", zh: "熄灭氧质量分数", en: "oxygen mass fraction below which nothing burns" }),
  stepS: positive.max(1).default(0.1).meta({ unit: "s", zh: "步长", en: "step" }),
  timesS: z.array(positive).min(1).meta({ unit: "s", zh: "输出时间", en: "times to tell, rising" }),
};
type Given = z.output<z.ZodObject<typeof inputs>>;

const NOTHING: Fuel = {
  carbon: 1,
  hydrogen: 4,
  oxygen: 0,
  nitrogen: 0,
  chlorine: 0,
  heatJPerKg: 50e6,
  radiativeShare: 0,
  coYield: 0,
  sootYield: 0,
  hcnYield: 0,
};

function buildingOf(given: Given): ZoneBuilding {
  const stuff = (own: z.output<typeof lining> | "none" | undefined) => {
    const chosen = own ?? given.lining;
    return chosen === "none" ? null : chosen;
  };
  const parts: ZoneParts = {
    rooms: given.rooms.map(({ lining: own, floorLining, startC, ...one }) => ({
      ...one,
      ceiling: stuff(own),
      walls: stuff(own),
      floor: stuff(floorLining ?? own),
      ...(startC === undefined ? {} : { startK: startC + 273.15 }),
    })),
    doors: given.doors.map((one, at) => ({ id: `door ${at + 1}`, ...one })),
    holes: given.holes.map((one, at) => ({ id: `hole ${at + 1}`, ...one })),
    fans: given.fans.map((one, at) => ({ id: `fan ${at + 1}`, ...one })),
    fires: given.fires.map(({ growthKwPerS2, peakKw, timesS, heatKw, ...one }, at) => ({
      id: `fire ${at + 1}`,
      ...one,
      curve:
        timesS && heatKw
          ? { kind: "table" as const, timesS, heatKw }
          : { kind: "growth" as const, kwPerS2: growthKwPerS2 ?? 0, peakKw: peakKw ?? 0, startS: 0 },
      fuel: given.fuel ?? NOTHING,
    })),
    ambientK: given.ambientC + 273.15,
    humidity: given.humidity,
    oxygenLimit: given.oxygenLimit,
    stepS: given.stepS,
  };
  return planZones(parts);
}

function tell(building: ZoneBuilding, state: ZoneState, timeS: number, into: Record<string, Value>): void {
  for (const [at, { id }] of building.rooms.entries()) {
    const reading = readZone(building, state, at);
    const { upper, lower } = reading;
    const tag = `@${id}@${timeS}`;
    into[`upperTemperatureC${tag}`] = upper.temperatureK - 273.15;
    into[`upperRiseK${tag}`] = upper.temperatureK - building.ambientK;
    into[`lowerTemperatureC${tag}`] = lower.temperatureK - 273.15;
    into[`layerHeightM${tag}`] = reading.layerM;
    into[`overPressurePa${tag}`] = reading.overPa;
    into[`oxygenPercent${tag}`] = 100 * upper.moleFraction.o2;
    into[`carbonDioxidePercent${tag}`] = 100 * upper.moleFraction.co2;
    into[`carbonMonoxidePpm${tag}`] = 1e6 * upper.moleFraction.co;
    into[`sootKgPerM3${tag}`] = upper.sootKgPerM3;
  }
  const kg = (species: number): number =>
    state.massKg.reduce((sum, one, at) => sum + (at % 9 === species ? one : 0), 0);
  into[`heatReleaseKw@${timeS}`] = state.releasedW.reduce((sum, one) => sum + one, 0) / 1000;
  into[`carbonDioxideKg@${timeS}`] = kg(2);
  into[`waterKg@${timeS}`] = kg(4);
  into[`fuelKg@${timeS}`] = state.ledger.fuelKg;
}

export const FIRE_ROOM_MODELS: readonly HazardModel[] = [
  model({
    id: "zones",
    title: says("双区域多房间火灾模型", "two-zone fire model of rooms"),
    sources: [
      "layers, vents, plume and ceiling jet as in CFAST's Technical Reference (Peacock, McGrattan, Forney, Reneke, NIST TN 1889v1)",
      "Heskestad's plume; Poreh's door plume; Cooper's ceiling vent; net radiation of two grey layers and four surfaces",
      "rooms whose gas mixes within each layer; not for flames that fill a room, nor for shafts narrower than high",
    ],
    inputs,
    run(given) {
      const named = new Set([...given.rooms.map(({ id }) => id), ZONE_OUTDOORS]);
      const asked = [
        ...given.doors.flatMap(({ a, b }) => [a, b]),
        ...given.holes.flatMap(({ upper, lower }) => [upper, lower]),
        ...given.fans.flatMap(({ from, to }) => [from, to]),
        ...given.fires.map(({ room: at }) => at),
        ...given.heads.map(({ room: at }) => at),
      ];
      const lost = asked.find((id) => !named.has(id));
      if (lost !== undefined) return { results: { unknownRoom: lost } };
      const building = buildingOf(given);
      const state = openZones(building);
      const before = holdings(state);
      const heads = given.heads.map(({ ratingC, ...one }): Head => ({ ...one, ratingK: ratingC + 273.15 }));
      const felt = openHeads(building, heads);
      const watch = openWatch(building);
      const results: Record<string, Value> = {};
      for (const timeS of given.timesS) {
        while (state.tick * building.stepS < timeS - 1e-9) {
          const askedW = askedHeatW(building, state);
          stepZones(building, state, wateredW(building, state, heads, felt, askedW));
          stepHeads(building, state, heads, felt, askedW);
          stepWatch(building, state, watch);
        }
        tell(building, state, timeS, results);
      }
      for (const [at, { id }] of building.rooms.entries()) {
        results[`untenableS@${id}`] = watch.lostS[at] ?? null;
        results[`untenableBy@${id}`] = watch.lostBy[at] ?? null;
        results[`flashedOver@${id}`] = hasFlashedOver(readZone(building, state, at).upper);
      }
      for (const [at, { id }] of heads.entries()) results[`actedS@${id}`] = felt.actedS[at] ?? null;
      const after = holdings(state);
      const { releasedJ, fuelHeatJ, intoLiningsJ, outJ, fuelKg, outKg } = state.ledger;
      const energy = after.energyJ - before.energyJ - (releasedJ + fuelHeatJ - intoLiningsJ - outJ);
      const mass = after.massKg - before.massKg - (fuelKg - outKg);
      results["energyImbalance"] = Math.abs(energy) / Math.max(releasedJ, 1);
      results["massImbalance"] = Math.abs(mass) / before.massKg;
      return { results, between: { releasedJ, intoLiningsJ, outJ, fuelKg, outKg } };
    },
  }),
];
