// What fire does to people, for the command line: doses of gas and heat, visibility, radiation, burns.
import {
  breathingFactor,
  carbonMonoxideRate,
  convectedHeatPerMin,
  cyanideRate,
  gasDosePerMin,
  hypoxiaRate,
  iso13571PerMin,
  radiantHeatPerMin,
  radiantToleranceMin,
} from "../../core/hazard/fractional-dose.ts";
import {
  airTransmits,
  heatBand,
  pointSourceKwPerM2,
  THERMAL_PROBITS,
  thermalDose,
  thermalLethality,
  thermalProbit,
} from "../../core/hazard/heat.ts";
import {
  extinctionFromDensity,
  extinctionPerM,
  fridolfSpeedShare,
  smokeSpeedShare,
  visibilityM,
} from "../../core/hazard/smoke.ts";
import { tenabilityLost, USUAL_LIMITS } from "../../core/hazard/tenability.ts";
import { type HazardModel, model, notNegative, number, oneOf, positive, says, share } from "./model.ts";

const ppm = (zh: string, en: string) => notNegative("ppm", zh, en).default(0);

export const FIRE_HARM_MODELS: readonly HazardModel[] = [
  model({
    id: "fire-dose",
    title: says("火灾气体有效剂量", "fractional effective dose of fire gases"),
    sources: ["Purser's rates as in FDS and ISO 20414; ISO 13571 form as in CFAST; convected heat of ISO 13571"],
    inputs: {
      carbonMonoxidePpm: ppm("一氧化碳", "carbon monoxide"),
      hydrogenCyanidePpm: ppm("氰化氢", "hydrogen cyanide"),
      carbonDioxidePercent: notNegative("vol %", "二氧化碳", "carbon dioxide").default(0),
      oxygenPercent: notNegative("vol %", "氧", "oxygen").default(20.9),
      airC: number("C", "空气温度", "air temperature").default(20),
      timeS: positive("s", "暴露时间", "time in it").default(60),
    },
    run: (g) => {
      const perMin = gasDosePerMin(g);
      const heat = convectedHeatPerMin(g.airC, true);
      return {
        results: {
          gasDose: (perMin * g.timeS) / 60,
          incapacitationS: perMin > 0 ? 60 / perMin : null,
          iso13571PerS: iso13571PerMin(g.carbonMonoxidePpm, g.hydrogenCyanidePpm, g.carbonDioxidePercent) / 60,
          heatPerS: heat / 60,
          heatDose: (heat * g.timeS) / 60,
        },
        between: {
          carbonMonoxidePerMin: carbonMonoxideRate(g.carbonMonoxidePpm),
          cyanidePerMin: cyanideRate(g.hydrogenCyanidePpm),
          breathingFactor: breathingFactor(g.carbonDioxidePercent),
          hypoxiaPerMin: hypoxiaRate(g.oxygenPercent),
        },
      };
    },
  }),
  model({
    id: "visibility",
    title: says("烟气能见度", "visibility in smoke"),
    sources: ["Jin (1978), S = C/(alpha c); speeds by Frantzich and Nilsson (2003) and Fridolf et al. (2019)"],
    inputs: {
      sootKgPerM3: notNegative("kg/m3", "烟尘浓度", "soot"),
      opticalDensityPerM: notNegative("1/m", "光学密度", "optical density, base ten; instead of soot").optional(),
      sign: oneOf(["reflecting", "lit"], "标志类型", "kind of sign"),
      extinctionM2PerKg: positive("m2/kg", "比消光系数", "specific extinction").default(8700),
    },
    run: (g) => {
      const extinction =
        g.opticalDensityPerM === undefined
          ? extinctionPerM(g.sootKgPerM3, g.extinctionM2PerKg)
          : extinctionFromDensity(g.opticalDensityPerM);
      return {
        results: {
          visibilityM: visibilityM(extinction / g.extinctionM2PerKg, g.sign, g.extinctionM2PerKg),
          speedShare: smokeSpeedShare(extinction),
          fridolfSpeedShare: fridolfSpeedShare(extinction),
        },
        between: { extinctionPerM: extinction },
      };
    },
  }),
  model({
    id: "point-source",
    title: says("点源辐射", "radiation from a point"),
    sources: ["X Q / (4 pi r2), NUREG-1805; humid air by the Yellow Book, 2.02 (p x)^-0.09"],
    inputs: {
      heatKw: positive("kW", "热释放速率", "heat release rate"),
      radiativeShare: share("辐射分数", "share radiated"),
      distanceM: positive("m", "距离", "distance"),
      vapourPa: notNegative("Pa", "水蒸气分压", "pressure of water vapour; 0 for clear air").default(0),
    },
    run: (g) => {
      const transmits = g.vapourPa > 0 ? airTransmits(g.vapourPa, g.distanceM) : 1;
      const kwPerM2 = pointSourceKwPerM2(g.heatKw, g.radiativeShare, g.distanceM, transmits);
      return { results: { radiationKwPerM2: kwPerM2, effect: heatBand(kwPerM2).id }, between: { transmits } };
    },
  }),
  model({
    id: "thermal-probit",
    title: says("热辐射致死概率", "probit of heat radiation"),
    sources: ["Eisenberg, Tsao and Perry, TNO Green Book, Lees: as compiled in HyRAM+; ISO 13571 for pain"],
    inputs: {
      probit: oneOf(THERMAL_PROBITS, "概率函数", "probit"),
      radiationWPerM2: notNegative("W/m2", "热辐射", "radiation"),
      timeS: positive("s", "时间", "time"),
    },
    run: (g) => {
      const dose = thermalDose(g.radiationWPerM2, g.timeS);
      const tolerance = radiantToleranceMin(g.radiationWPerM2 / 1000);
      return {
        results: {
          probit: thermalProbit(g.probit, dose),
          shareKilled: thermalLethality(g.probit, dose),
          toleranceMin: Number.isFinite(tolerance) ? tolerance : null,
          radiantDose: (radiantHeatPerMin(g.radiationWPerM2 / 1000) * g.timeS) / 60,
        },
        between: { thermalDose: dose },
      };
    },
  }),
  model({
    id: "tenability",
    title: says("可用疏散条件", "tenability"),
    sources: ["limits usual in practice: 60 C, 10 m, 0.3 of a dose, 2.5 kW/m2 at 1.8 m (PD 7974-6)"],
    inputs: {
      layerHeightM: notNegative("m", "烟层高度", "height of the smoke layer"),
      upperC: number("C", "上层温度", "upper layer"),
      lowerC: number("C", "下层温度", "lower layer"),
      upperVisibilityM: positive("m", "上层能见度", "visibility in the upper layer"),
      lowerVisibilityM: positive("m", "下层能见度", "visibility in the lower layer"),
      dose: notNegative("1", "已受剂量", "dose taken"),
      radiationKwPerM2: notNegative("kW/m2", "热辐射", "radiation"),
    },
    run: (g) => {
      const lost = tenabilityLost({ ...g, layerM: g.layerHeightM, doseShare: g.dose });
      return {
        results: { tenable: lost === undefined, lostBy: lost ?? "none" },
        between: { headM: USUAL_LIMITS.headM },
      };
    },
  }),
];
