// What burns: a fuel by its formula and yields, and what a kilogram of it takes from the air and leaves in it.
import { SPECIES, SPECIES_COUNT } from "./zone-gas.ts";

export type Fuel = {
  /** Atoms in a molecule; fractions are allowed. */
  readonly carbon: number;
  readonly hydrogen: number;
  readonly oxygen: number;
  readonly nitrogen: number;
  readonly chlorine: number;
  readonly heatJPerKg: number;
  /** Share of the heat that leaves the flame as radiation. */
  readonly radiativeShare: number;
  /** kg of each for a kg of fuel burnt. */
  readonly coYield: number;
  readonly sootYield: number;
  readonly hcnYield: number;
};

const ATOM_KG = { carbon: 0.012011, hydrogen: 0.001008, oxygen: 0.015999, nitrogen: 0.014007, chlorine: 0.03545 };

/** Heat released by a kg of oxygen, J/kg, near enough the same for all fuels (Huggett 1980). */
export const HEAT_BY_OXYGEN_J_PER_KG = 13.1e6;

export function fuelMolarKg({ carbon, hydrogen, oxygen, nitrogen, chlorine }: Fuel): number {
  return (
    carbon * ATOM_KG.carbon +
    hydrogen * ATOM_KG.hydrogen +
    oxygen * ATOM_KG.oxygen +
    nitrogen * ATOM_KG.nitrogen +
    chlorine * ATOM_KG.chlorine
  );
}

/**
 * kg of each species for a kg of fuel burnt, oxygen negative and fuel left out: carbon not in CO, HCN or soot becomes
 * CO2, hydrogen not in HCl or HCN becomes water, so that mass is kept to rounding (CFAST Technical Reference, 3.2).
 */
export function productsPerKg(fuel: Fuel): number[] {
  const molar = fuelMolarKg(fuel);
  const hcl = fuel.chlorine;
  const hcnKg = ATOM_KG.hydrogen + ATOM_KG.carbon + ATOM_KG.nitrogen;
  const hcn = Math.min(fuel.nitrogen, (molar * fuel.hcnYield) / hcnKg);
  const soot = (molar * fuel.sootYield) / ATOM_KG.carbon;
  const co = (molar * fuel.coYield) / (ATOM_KG.carbon + ATOM_KG.oxygen);
  const co2 = fuel.carbon - co - hcn - soot;
  const h2o = (fuel.hydrogen - hcl - hcn) / 2;
  if (co2 < 0 || h2o < 0) throw new Error("zones: a fuel's yields ask for more carbon or hydrogen than it has");
  const o2 = co2 + (h2o + co - fuel.oxygen) / 2;
  const out = new Array<number>(SPECIES_COUNT).fill(0);
  out[SPECIES.co2] = (co2 * (ATOM_KG.carbon + 2 * ATOM_KG.oxygen)) / molar;
  out[SPECIES.co] = (co * (ATOM_KG.carbon + ATOM_KG.oxygen)) / molar;
  out[SPECIES.h2o] = (h2o * (2 * ATOM_KG.hydrogen + ATOM_KG.oxygen)) / molar;
  out[SPECIES.hcn] = (hcn * hcnKg) / molar;
  out[SPECIES.hcl] = (hcl * (ATOM_KG.hydrogen + ATOM_KG.chlorine)) / molar;
  out[SPECIES.soot] = (soot * ATOM_KG.carbon) / molar;
  out[SPECIES.n2] = ((fuel.nitrogen - hcn) * ATOM_KG.nitrogen) / molar;
  out[SPECIES.o2] = (-o2 * 2 * ATOM_KG.oxygen) / molar;
  return out;
}
