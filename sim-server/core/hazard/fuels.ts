// The fuels and vapours scenarios name: what they are made of, what they give, and where the numbers come from.
import type { Fire, FireFuel, Vapour } from "../../../scenarios/format/fire.ts";
import type { Fuel } from "./fire-fuel.ts";

/** A fuel and the hydrogen fluoride it gives, kg for a kg burnt, which the zones carry with the soot. */
type BurningStuff = Fuel & { readonly hfYield: number };

/** Yields are those of fires with enough air; starved fires give several times the carbon monoxide. */
export const FUELS: Readonly<Record<FireFuel, BurningStuff>> = {
  // Red oak: SFPE Handbook (5th ed.) table A.39, chemical heat of combustion.
  wood: stuff({ hydrogen: 1.7, oxygen: 0.72, heat: 12.4, radiates: 0.37, co: 0.004, soot: 0.015 }),
  // Cardboard with plastic inlays: an assumption between red oak and polystyrene of the same table.
  "packed-goods": stuff({ hydrogen: 1.6, oxygen: 0.5, heat: 18, radiates: 0.4, co: 0.02, soot: 0.05 }),
  // Flexible foam GM21: the same table; hydrogen cyanide from Purser's range of 0.003 to 0.01.
  polyurethane: stuff({ hydrogen: 1.8, oxygen: 0.3, heat: 17.8, radiates: 0.5, co: 0.01, soot: 0.131, hcn: 0.006 }),
  polystyrene: stuff({ hydrogen: 1, oxygen: 0, heat: 27, radiates: 0.55, co: 0.06, soot: 0.164 }),
  // Electrolyte, separator and casing; hydrogen fluoride 20 to 200 mg/Wh (Larsson et al. 2017, Sci Rep 7:10018) at about
  // 35 kJ/Wh (Ribiere et al. 2012) is 0.01 to 0.09 kg/kg of such stuff. The rest is an assumption.
  "lithium-battery": stuff({ hydrogen: 1.6, oxygen: 0.6, heat: 16, radiates: 0.35, co: 0.04, soot: 0.06, hf: 0.03 }),
};

type Short = {
  hydrogen: number;
  oxygen: number;
  /** MJ/kg. */
  heat: number;
  radiates: number;
  co: number;
  soot: number;
  hcn?: number;
  hf?: number;
};

function stuff({ hydrogen, oxygen, heat, radiates, co, soot, hcn = 0, hf = 0 }: Short): BurningStuff {
  return {
    carbon: 1,
    hydrogen,
    oxygen,
    nitrogen: hcn > 0 ? 0.05 : 0,
    chlorine: 0,
    heatJPerKg: heat * 1e6,
    radiativeShare: radiates,
    coYield: co,
    sootYield: soot,
    hcnYield: hcn,
    hfYield: hf,
  };
}

/** The fuel of a fire, named or written out. */
export function fuelOf(fire: Fire): BurningStuff {
  if (typeof fire.fuel === "string") return FUELS[fire.fuel];
  const { heatMjPerKg, ...rest } = fire.fuel;
  return { ...rest, heatJPerKg: heatMjPerKg * 1e6 };
}

type VapourNumbers = {
  readonly heatJPerKg: number;
  /** Lower and upper flammable limits at 20 C as kg of vapour in a cubic metre. */
  readonly burnsKgPerM3: readonly [number, number];
  readonly reactivity: "low" | "medium" | "high";
};

/** Limits in percent by volume times vapour density at 20 C: NFPA 325; heats: SFPE Handbook table A.38. */
export const VAPOUR_NUMBERS: Readonly<Record<Vapour, VapourNumbers>> = {
  // Propane, 2.1 to 9.5 %.
  lpg: { heatJPerKg: 46.4e6, burnsKgPerM3: [0.038, 0.174], reactivity: "medium" },
  // Methane, 5 to 15 %.
  "natural-gas": { heatJPerKg: 50e6, burnsKgPerM3: [0.033, 0.1], reactivity: "low" },
  hydrogen: { heatJPerKg: 120e6, burnsKgPerM3: [0.0034, 0.063], reactivity: "high" },
  // Vent gas of a lithium-ion cell, about 8 to 40 % (Baird et al. 2020); heat and density are assumptions.
  "battery-gas": { heatJPerKg: 15e6, burnsKgPerM3: [0.08, 0.4], reactivity: "medium" },
  // Petrol vapour, 1.4 to 7.6 %.
  petrol: { heatJPerKg: 43.7e6, burnsKgPerM3: [0.056, 0.3], reactivity: "medium" },
};
