// Models of a cloud in the open for the command line: sigma curves, plume, puff, dense gas, wind, water curtain.
import type { z } from "zod";
import { curtainReduction } from "../../core/hazard/curtain.ts";
import { plumeFromSigmas, plumeKgPerM3, puffKgPerM3, shortReleaseKgPerM3 } from "../../core/hazard/plume.ts";
import { SIGMA_SETS, STABILITY_CLASSES, sigmaXM, sigmaYM, sigmaZM } from "../../core/hazard/sigma.ts";
import { SUBSTANCE_IDS } from "../../core/hazard/substance.ts";
import { stabilityFromWeather, windSpeedAtMps } from "../../core/hazard/wind.ts";
import { type HazardModel, model, notNegative, number, oneOf, positive, says } from "./model.ts";

const sigmaSet = oneOf(SIGMA_SETS, "扩散参数组", "set of dispersion curves");
const stability = oneOf(STABILITY_CLASSES, "大气稳定度", "Pasquill's class");
const downwindM = number("m", "下风向距离", "distance downwind");
const crosswindM = number("m", "横风向距离", "distance across the wind").default(0);
const heightM = notNegative("m", "受体高度", "height of the receiver").default(0);
const releaseHeightM = notNegative("m", "释放高度", "height of the release").default(0);
const windSpeedMps = positive("m/s", "释放高度处风速", "wind speed at release height");
const windSpeed10mMps = positive("m/s", "10 m 高风速", "wind speed at 10 m");
const releaseKgPerS = notNegative("kg/s", "释放速率", "release rate");
const timeS = notNegative("s", "释放开始后的时间", "time since the release began");

const sigmasAt = (set: z.output<typeof sigmaSet>, cls: z.output<typeof stability>, x: number) => ({
  sigmaXM: sigmaXM(set, cls, x),
  sigmaYM: sigmaYM(set, cls, x),
  sigmaZM: sigmaZM(set, cls, x),
});

const GAUSS = "Gaussian plume with its image in the ground; CCPS (1999), Guidelines for Consequence Analysis";

export const GAS_CLOUD_MODELS: readonly HazardModel[] = [
  model({
    id: "sigma",
    title: says("扩散参数", "dispersion curves"),
    sources: ["Briggs (1973); CCPS (1999); TNO Yellow Book; Turner (1970); 100 m to 10 km"],
    inputs: { sigmaSet, stability, downwindM },
    run: (g) => ({ results: sigmasAt(g.sigmaSet, g.stability, g.downwindM) }),
  }),
  model({
    id: "wind-profile",
    title: says("风速随高度", "wind speed by height"),
    sources: ["power law u10 (z/10)^p, exponents of Irwin (1979)"],
    inputs: {
      terrain: oneOf(["rural", "urban"], "地形", "terrain"),
      stability,
      windSpeed10mMps,
      heightM: positive("m", "高度", "height"),
    },
    run: (g) => ({
      results: {
        windSpeedMps: windSpeedAtMps(
          { fromDeg: 0, speedMps: g.windSpeed10mMps, stability: g.stability, terrain: g.terrain },
          g.heightM,
        ),
      },
    }),
  }),
  model({
    id: "stability",
    title: says("由天气定稳定度", "stability class from weather"),
    sources: ["Pasquill (1961), half classes rounded as pyELDQM does, overcast is D"],
    inputs: {
      windSpeedMps: notNegative("m/s", "10 m 高风速", "wind speed at 10 m"),
      sky: oneOf(
        ["strong-sun", "moderate-sun", "slight-sun", "overcast", "night-cloudy", "night-clear"],
        "天空",
        "sky",
      ),
    },
    run: (g) => ({ results: { stabilityClass: stabilityFromWeather(g.windSpeedMps, g.sky) } }),
  }),
  model({
    id: "plume",
    title: says("高斯烟羽", "Gaussian plume"),
    sources: [GAUSS],
    inputs: { sigmaSet, stability, releaseKgPerS, windSpeedMps, releaseHeightM, downwindM, crosswindM, heightM },
    run: (g) => ({
      results: { concentrationKgPerM3: plumeKgPerM3(sourceOf(g), g.downwindM, g.crosswindM, g.heightM) },
      between: sigmasAt(g.sigmaSet, g.stability, g.downwindM),
    }),
  }),
  model({
    id: "plume-from-sigmas",
    title: says("给定扩散参数的烟羽", "plume with its widths given"),
    sources: [GAUSS],
    inputs: {
      releaseKgPerS,
      windSpeedMps,
      sigmaYM: positive("m", "横向扩散参数", "width across the wind"),
      sigmaZM: positive("m", "垂直扩散参数", "height of the plume"),
      releaseHeightM,
      crosswindM,
      heightM,
    },
    run: (g) => ({
      results: {
        concentrationKgPerM3: plumeFromSigmas(
          g.releaseKgPerS,
          g.windSpeedMps,
          g.sigmaYM,
          g.sigmaZM,
          g.crosswindM,
          g.heightM,
          g.releaseHeightM,
        ),
      },
    }),
  }),
  model({
    id: "puff",
    title: says("高斯烟团", "Gaussian puff"),
    sources: ["Gaussian puff with its image in the ground; CCPS (1999)"],
    inputs: {
      sigmaSet,
      stability,
      releasedKg: positive("kg", "瞬时释放量", "mass let go at once"),
      windSpeedMps,
      releaseHeightM,
      downwindM,
      crosswindM,
      heightM,
      timeS,
    },
    run: (g) => ({
      results: {
        concentrationKgPerM3: puffKgPerM3(
          g.releasedKg,
          sourceOf({ ...g, releaseKgPerS: 0 }),
          g.downwindM,
          g.crosswindM,
          g.heightM,
          g.timeS,
        ),
      },
      between: { centreM: g.windSpeedMps * g.timeS, ...sigmasAt(g.sigmaSet, g.stability, g.windSpeedMps * g.timeS) },
    }),
  }),
  model({
    id: "short-release",
    title: says("有限时长释放", "release of limited duration"),
    sources: ["Palazzi et al. (1982), Atmospheric Environment 16, 2785"],
    inputs: {
      sigmaSet,
      stability,
      releaseKgPerS,
      durationS: positive("s", "释放时长", "how long it lasts"),
      windSpeedMps,
      releaseHeightM,
      downwindM,
      crosswindM,
      heightM,
      timeS,
    },
    run: (g) => ({
      results: {
        concentrationKgPerM3: shortReleaseKgPerM3(
          sourceOf(g),
          g.durationS,
          g.downwindM,
          g.crosswindM,
          g.heightM,
          g.timeS,
        ),
      },
      between: {
        steadyKgPerM3: plumeKgPerM3(sourceOf(g), g.downwindM, g.crosswindM, g.heightM),
        ...sigmasAt(g.sigmaSet, g.stability, g.downwindM),
      },
    }),
  }),
  model({
    id: "curtain",
    title: says("水幕", "water curtain"),
    sources: ["J. Loss Prev. 16:259 (2003), J. Haz. Mat. 96:127 (2003); the factor inside their ranges is ours"],
    inputs: {
      substance: oneOf(SUBSTANCE_IDS, "物质", "substance"),
      curtainDistanceM: number("m", "水幕到泄漏源", "from the source to the curtain"),
      receiverDistanceM: number("m", "受体到泄漏源", "from the source to the receiver"),
      waterKgPerS: notNegative("kg/s", "水量", "water"),
    },
    run: (g) => {
      const curtain = { ax: g.curtainDistanceM, ay: -10, bx: g.curtainDistanceM, by: 10, waterKgPerS: g.waterKgPerS };
      return { results: { reductionFactor: curtainReduction(g.substance, curtain, 0, 0, g.receiverDistanceM, 0) } };
    },
  }),
];

function sourceOf(g: {
  releaseKgPerS: number;
  windSpeedMps: number;
  releaseHeightM: number;
  sigmaSet: z.output<typeof sigmaSet>;
  stability: z.output<typeof stability>;
}) {
  const { releaseKgPerS: kgPerS, windSpeedMps: speedMps, releaseHeightM: height, sigmaSet: sigma, stability: cls } = g;
  return { kgPerS, speedMps, heightM: height, sigma, stability: cls };
}
