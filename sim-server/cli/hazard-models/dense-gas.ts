// Models of gas heavier than air for the command line: steady and sudden releases by Britter and McQuaid.
import { steadyDenseAt, steadyScales, suddenDenseAt } from "../../core/hazard/dense-gas.ts";
import { steadyProfile, suddenProfile } from "../../core/hazard/dense-gas-curves.ts";
import { type HazardModel, model, notNegative, number, positive, says } from "./model.ts";

const windSpeed10mMps = positive("m/s", "10 m 高风速", "wind speed at 10 m");
const downwindM = number("m", "下风向距离", "distance downwind");
const timeS = notNegative("s", "释放开始后的时间", "time since the release began");
const gasTemperatureK = positive("K", "气体温度", "temperature of the gas").default(293.15);
const airTemperatureK = positive("K", "空气温度", "temperature of the air").default(293.15);
const gasDensityKgPerM3 = positive("kg/m3", "释放气体密度", "density of the released gas");
const airDensityKgPerM3 = positive("kg/m3", "空气密度", "density of the air");
const initialFraction = positive("1", "释放物中的体积分数", "volume fraction in what is released").default(1);
const alpha = number("1", "Britter-McQuaid 参数", "Britter-McQuaid's abscissa");
const BRITTER = "Britter & McQuaid (1988), workbook on the dispersion of dense gases; alpha from -1 to 1";
const betas = (profile: ReturnType<typeof steadyProfile>): Record<string, number> =>
  Object.fromEntries(profile.map(({ fraction, beta }) => [`beta@${fraction}`, beta]));

export const DENSE_GAS_MODELS: readonly HazardModel[] = [
  model({
    id: "dense-steady",
    title: says("连续重气", "steady dense release"),
    sources: [BRITTER],
    inputs: {
      releaseM3PerS: positive("m3/s", "气体体积流量", "gas volume flow of the source"),
      gasDensityKgPerM3,
      airDensityKgPerM3,
      windSpeed10mMps,
      gasTemperatureK,
      airTemperatureK,
      downwindM,
    },
    run: (g) => {
      const release = denseOf(g, g.releaseM3PerS, 1);
      const scales = steadyScales(release);
      const { fraction, halfWidthM, depthM } = steadyDenseAt(release, g.downwindM);
      return {
        results: { volumeFraction: fraction, sourceLengthM: scales.lengthM, alpha: scales.alpha, halfWidthM, depthM },
        between: betas(steadyProfile(scales.alpha)),
      };
    },
  }),
  model({
    id: "dense-steady-betas",
    title: says("连续重气相关曲线", "correlation of a steady dense release"),
    sources: [BRITTER],
    inputs: { alpha },
    run: (g) => ({ results: betas(steadyProfile(g.alpha)) }),
  }),
  model({
    id: "dense-sudden",
    title: says("瞬时重气", "sudden dense release"),
    sources: [BRITTER],
    inputs: {
      releasedM3: positive("m3", "瞬时释放体积", "volume let go at once"),
      gasDensityKgPerM3,
      airDensityKgPerM3,
      windSpeed10mMps,
      gasTemperatureK,
      airTemperatureK,
      initialFraction,
      timeS,
    },
    run: (g) => {
      const point = suddenDenseAt(denseOf(g, g.releasedM3, g.initialFraction), g.timeS);
      return {
        results: { volumeFraction: point.fraction },
        between: { halfWidthM: point.halfWidthM, depthM: point.depthM },
      };
    },
  }),
  model({
    id: "dense-sudden-betas",
    title: says("瞬时重气相关曲线", "correlation of a sudden dense release"),
    sources: [BRITTER],
    inputs: { alpha },
    run: (g) => ({ results: betas(suddenProfile(g.alpha)) }),
  }),
];

type Dense = {
  gasDensityKgPerM3: number;
  airDensityKgPerM3: number;
  windSpeed10mMps: number;
  gasTemperatureK: number;
  airTemperatureK: number;
};

function denseOf(g: Dense, amount: number, fraction: number) {
  return {
    amount,
    densityKgPerM3: g.gasDensityKgPerM3,
    airKgPerM3: g.airDensityKgPerM3,
    speed10Mps: g.windSpeed10mMps,
    gasK: g.gasTemperatureK,
    airK: g.airTemperatureK,
    initialFraction: fraction,
  };
}
