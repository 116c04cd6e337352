// Steady and short releases of a passive gas in a steady wind: the Gaussian plume and the single Gaussian puff.
import { erf } from "./erf.ts";
import { type SigmaSet, type StabilityClass, sigmaXM, sigmaYM, sigmaZM } from "./sigma.ts";

/**
 * Concentration in a plume, kg/m3, from its sigmas: Q in kg/s, u in m/s at release height, y off the centreline, z and
 * the release height h above ground, all metres; the ground reflects. Zero where there is no wind or no width.
 */
export const plumeFromSigmas = (
  kgPerS: number,
  speedMps: number,
  sigmaY: number,
  sigmaZ: number,
  y: number,
  z: number,
  h: number,
): number => {
  if (speedMps <= 0 || sigmaY <= 0 || sigmaZ <= 0) return 0;
  const across = Math.exp(-(y * y) / (2 * sigmaY * sigmaY));
  const below = Math.exp(-((z - h) * (z - h)) / (2 * sigmaZ * sigmaZ));
  const above = Math.exp(-((z + h) * (z + h)) / (2 * sigmaZ * sigmaZ));
  return (kgPerS / (2 * Math.PI * speedMps * sigmaY * sigmaZ)) * across * (below + above);
};

export type PlumeSource = {
  readonly kgPerS: number;
  /** Wind speed at release height, m/s. */
  readonly speedMps: number;
  readonly heightM: number;
  readonly sigma: SigmaSet;
  readonly stability: StabilityClass;
};

/**
 * Concentration, kg/m3, `x` metres downwind of a steady passive source in flat open country; 100 m to 10 km, winds of
 * 1 m/s and more, ten-minute mean. Source: CCPS (1999) p. 97.
 */
export const plumeKgPerM3 = (source: PlumeSource, x: number, y: number, z: number): number =>
  x <= 0
    ? 0
    : plumeFromSigmas(
        source.kgPerS,
        source.speedMps,
        sigmaYM(source.sigma, source.stability, x),
        sigmaZM(source.sigma, source.stability, x),
        y,
        z,
        source.heightM,
      );

/**
 * Concentration, kg/m3, of a puff of `massKg` let go at once, `timeS` later: sigmas taken at the distance travelled,
 * ground reflects. Source: CCPS (1999) p. 101. Use a puff sigma set.
 */
export const puffKgPerM3 = (
  massKg: number,
  source: Omit<PlumeSource, "kgPerS">,
  x: number,
  y: number,
  z: number,
  timeS: number,
): number => {
  const travelled = source.speedMps * timeS;
  if (travelled <= 0) return 0;
  const sx = sigmaXM(source.sigma, source.stability, travelled);
  const along = Math.exp(-((x - travelled) * (x - travelled)) / (2 * sx * sx)) / (Math.sqrt(2 * Math.PI) * sx);
  const sy = sigmaYM(source.sigma, source.stability, travelled);
  const sz = sigmaZM(source.sigma, source.stability, travelled);
  return along * plumeFromSigmas(massKg, 1, sy, sz, y, z, source.heightM);
};

/**
 * Concentration, kg/m3, `timeS` after a steady release began that lasts `durationS`: the plume times the share of
 * the cloud that is passing (Palazzi et al. 1982), sigma along the wind as across it.
 */
export const shortReleaseKgPerM3 = (
  source: PlumeSource,
  durationS: number,
  x: number,
  y: number,
  z: number,
  timeS: number,
): number => {
  if (timeS <= 0 || x <= 0) return 0;
  const spread = Math.SQRT2 * sigmaXM(source.sigma, source.stability, x);
  const tail = x - source.speedMps * Math.max(0, timeS - durationS);
  const head = x - source.speedMps * timeS;
  return 0.5 * plumeKgPerM3(source, x, y, z) * (erf(tail / spread) - erf(head / spread));
};
