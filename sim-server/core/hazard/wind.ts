// The wind a cloud rides on: its speed with height, its direction in the plan, and the stability of the air.
import type { StabilityClass, Terrain } from "./sigma.ts";

export type Wind = {
  /** Where it blows from, degrees clockwise from north. */
  readonly fromDeg: number;
  /** Speed at 10 m, m/s. */
  readonly speedMps: number;
  readonly stability: StabilityClass;
  readonly terrain: Terrain;
};

const IRWIN: Readonly<Record<Terrain, Readonly<Record<StabilityClass, number>>>> = {
  rural: { A: 0.07, B: 0.07, C: 0.1, D: 0.15, E: 0.35, F: 0.55 },
  urban: { A: 0.15, B: 0.15, C: 0.2, D: 0.25, E: 0.4, F: 0.6 },
};

/** Wind speed at `heightM`, m/s, from the speed at 10 m: power law with Irwin's exponents, 1 to 200 m. */
export const windSpeedAtMps = (wind: Wind, heightM: number): number =>
  wind.speedMps * (Math.max(0, heightM) / 10) ** IRWIN[wind.terrain][wind.stability];

/**
 * Speed that carries a cloud released at `heightM`, m/s: the 10 m wind up to 10 m (Turner's practice, which the sigma
 * tables were fitted with) and the profile above it.
 */
export const transportSpeedMps = (wind: Wind, heightM: number): number =>
  heightM <= 10 ? wind.speedMps : windSpeedAtMps(wind, heightM);

/** East part of the unit vector the wind blows towards (plan metres: x east, y north). */
export const downwindX = (wind: Wind): number => -Math.sin((wind.fromDeg * Math.PI) / 180);
/** North part of the unit vector the wind blows towards. */
export const downwindY = (wind: Wind): number => -Math.cos((wind.fromDeg * Math.PI) / 180);

export type Sky = "strong-sun" | "moderate-sun" | "slight-sun" | "overcast" | "night-cloudy" | "night-clear";

type Row = Readonly<Record<Exclude<Sky, "overcast">, StabilityClass>>;
const PASQUILL_ROWS: readonly { readonly belowMps: number; readonly row: Row }[] = [
  { belowMps: 2, row: row("A", "B", "B", "E", "F") },
  { belowMps: 3, row: row("B", "B", "C", "E", "F") },
  { belowMps: 5, row: row("B", "C", "C", "D", "E") },
  { belowMps: Number.POSITIVE_INFINITY, row: row("C", "D", "D", "D", "D") },
];

function row(
  strong: StabilityClass,
  moderate: StabilityClass,
  slight: StabilityClass,
  cloudy: StabilityClass,
  clear: StabilityClass,
): Row {
  return {
    "strong-sun": strong,
    "moderate-sun": moderate,
    "slight-sun": slight,
    "night-cloudy": cloudy,
    "night-clear": clear,
  };
}

/**
 * Pasquill's stability class from the 10 m wind in m/s and the sky; half classes rounded to the more stable one, and
 * overcast by day or night is D. Night cloudy means more than half covered. Source: Pasquill (1961), Turner (1970).
 */
export const stabilityFromWeather = (speedMps: number, sky: Sky): StabilityClass => {
  if (sky === "overcast") return "D";
  for (const { belowMps, row: found } of PASQUILL_ROWS) {
    if (speedMps < belowMps) return found[sky];
  }
  return "D";
};
