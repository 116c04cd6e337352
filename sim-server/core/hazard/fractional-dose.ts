// Fractional effective dose of fire gases and heat: what part of an incapacitating dose a person has taken.

/** Air a person breathes in a fire; gases in ppm, the others in percent by volume. */
type FireAir = {
  readonly carbonMonoxidePpm: number;
  readonly carbonDioxidePercent: number;
  readonly oxygenPercent: number;
  readonly hydrogenCyanidePpm: number;
  readonly nitrogenOxidesPpm?: number;
  readonly irritantsPpm?: Readonly<Partial<Record<Irritant, number>>>;
};

/** Doses that kill, ppm min (SFPE Handbook, Purser): a share of each is taken with every breath. */
const IRRITANT_LETHAL_PPM_MIN = {
  "hydrogen-chloride": 114000,
  "hydrogen-bromide": 114000,
  "hydrogen-fluoride": 87000,
  "sulfur-dioxide": 12000,
  "nitrogen-dioxide": 1900,
  acrolein: 4500,
  formaldehyde: 22500,
} as const;
type Irritant = keyof typeof IRRITANT_LETHAL_PPM_MIN;

/**
 * Rates of dose, 1/min; 1 stands for what incapacitates half of people (CO, HCN, O2), in Purser's form as FDS has it.
 */
export const carbonMonoxideRate = (ppm: number): number => 2.764e-5 * Math.max(0, ppm) ** 1.036;
export const cyanideRate = (ppm: number): number => Math.max(0, Math.exp(Math.max(0, ppm) / 43) / 220 - 0.0045);
const nitrogenOxideRate = (ppm: number): number => Math.max(0, ppm) / 1500;
/** Lack of oxygen, by the time to collapse exp(8.13 - 0.54 (20.9 - O2)) minutes; none at 19.5 % and above. */
export const hypoxiaRate = (oxygenPercent: number): number =>
  oxygenPercent >= 20.9 ? 0 : 1 / Math.exp(8.13 - 0.54 * (20.9 - oxygenPercent));
/**
 * How much harder carbon dioxide makes a person breathe: exp(0.1903 CO2 + 2.0004) / 7.1 (Purser). The fit is 1.04 at
 * none; where there is no CO2 at all nothing is multiplied, as ISO 20414 reckons its example without it.
 */
export const breathingFactor = (carbonDioxidePercent: number): number =>
  carbonDioxidePercent <= 0 ? 1 : Math.exp(0.1903 * carbonDioxidePercent + 2.0004) / 7.1;

/** Dose of all fire gases in a minute of this air: (CO + HCN + NOx + irritants) x breathing + hypoxia. */
export function gasDosePerMin(air: FireAir): number {
  let irritants = 0;
  for (const gas of IRRITANTS) irritants += (air.irritantsPpm?.[gas] ?? 0) / IRRITANT_LETHAL_PPM_MIN[gas];
  const narcotic =
    carbonMonoxideRate(air.carbonMonoxidePpm) +
    cyanideRate(air.hydrogenCyanidePpm) +
    nitrogenOxideRate(air.nitrogenOxidesPpm ?? 0);
  return (narcotic + irritants) * breathingFactor(air.carbonDioxidePercent) + hypoxiaRate(air.oxygenPercent);
}
const IRRITANTS = Object.keys(IRRITANT_LETHAL_PPM_MIN) as Irritant[];

/** The dose in ISO 13571's form, 1/min: CO/35000 + HCN^2.36/1.2e6, both breathed harder by exp(CO2/5) above 2 %. */
export function iso13571PerMin(
  carbonMonoxidePpm: number,
  hydrogenCyanidePpm: number,
  carbonDioxidePercent: number,
): number {
  const harder = carbonDioxidePercent > 2 ? Math.exp(carbonDioxidePercent / 5) : 1;
  return (carbonMonoxidePpm / 35000) * harder + (Math.max(0, hydrogenCyanidePpm) * harder) ** 2.36 / 1.2e6;
}

/**
 * Dose of hot air in a minute: 1 in 4.1e8 T^-3.61 minutes for the dressed, 5e7 T^-3.4 for the lightly dressed; T in
 * C.
 */
export const convectedHeatPerMin = (airC: number, dressed: boolean): number =>
  airC <= 0 ? 0 : dressed ? airC ** 3.61 / 4.1e8 : airC ** 3.4 / 5e7;

/**
 * Minutes to second-degree burns by radiation: 4.2 q^-1.9 at 2.5 kW/m2 and more; below it skin bears it (ISO 13571).
 */
export const radiantToleranceMin = (kwPerM2: number): number =>
  kwPerM2 < 2.5 ? Number.POSITIVE_INFINITY : 4.2 * kwPerM2 ** -1.9;
export const radiantHeatPerMin = (kwPerM2: number): number => (kwPerM2 < 2.5 ? 0 : kwPerM2 ** 1.9 / 4.2);
