// Radiant heat on people and things: doses, probits of burns, and what each intensity does.
import { shareAtProbit } from "./lethality.ts";

/** Radiation from a point at a distance, kW/m2: X Q / (4 pi r2); Q in kW; for r of more than two fire diameters. */
export const pointSourceKwPerM2 = (heatKw: number, radiantShare: number, distanceM: number, transmits = 1): number =>
  (transmits * radiantShare * heatKw) / (4 * Math.PI * distanceM * distanceM);

/** Share of radiation that humid air lets through: 2.02 (pw x)^-0.09, pw in Pa, x in m; 1e4 to 1e6 Pa m; at most 1. */
export const airTransmits = (vapourPa: number, pathM: number): number =>
  Math.min(1, 2.02 * Math.max(1, vapourPa * pathM) ** -0.09);

/** Thermal dose, s (W/m2)^(4/3). */
export const thermalDose = (wattsPerM2: number, seconds: number): number =>
  seconds * Math.max(0, wattsPerM2) ** (4 / 3);

export const THERMAL_PROBITS = ["eisenberg", "tsao-perry", "tno", "lees"] as const;
type ThermalProbit = (typeof THERMAL_PROBITS)[number];

/** Probit of death by heat radiation at a dose in s (W/m2)^(4/3); Lees counts half of it, for clothing and flight. */
export function thermalProbit(kind: ThermalProbit, dose: number): number {
  if (dose <= 0) return Number.NEGATIVE_INFINITY;
  switch (kind) {
    case "eisenberg":
      return -38.48 + 2.56 * Math.log(dose);
    case "tsao-perry":
      return -36.38 + 2.56 * Math.log(dose);
    case "tno":
      return -37.23 + 2.56 * Math.log(dose);
    case "lees":
      return -29.02 + 1.99 * Math.log(0.5 * dose);
  }
}
export const thermalLethality = (kind: ThermalProbit, dose: number): number => shareAtProbit(thermalProbit(kind, dose));

/**
 * What radiation does, from mild to severe, kW/m2; the last two bands are common practice, not from a source we read.
 */
const HEAT_BANDS = [
  { fromKwPerM2: 0, id: "bearable", zh: "可长时间承受", en: "can be borne for long" },
  {
    fromKwPerM2: 1.6,
    id: "uncomfortable",
    zh: "不适，约两分钟后疼痛",
    en: "uncomfortable, pain after about two minutes",
  },
  { fromKwPerM2: 4, id: "painful", zh: "十秒左右疼痛，三十秒烧伤", en: "pain in about ten seconds, burns in thirty" },
  { fromKwPerM2: 6, id: "burning", zh: "五至十秒疼痛", en: "pain in five to ten seconds" },
  { fromKwPerM2: 12.5, id: "igniting", zh: "木材可被引燃，塑料熔化", en: "wood lights with a spark, plastic melts" },
  { fromKwPerM2: 37.5, id: "destroying", zh: "设备损坏，一分钟内致死", en: "equipment fails, deadly within a minute" },
] as const;

export const heatBand = (kwPerM2: number): (typeof HEAT_BANDS)[number] =>
  HEAT_BANDS.findLast(({ fromKwPerM2 }) => kwPerM2 >= fromKwPerM2) ?? HEAT_BANDS[0];
