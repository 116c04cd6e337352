// Smoke that fills a closed room, warm columns of air, and sprinklers, for the command line.
import { smokeFillingFactor, smokeLayerM, stackPa } from "../../core/hazard/fire-hand.ts";
import { actuationS, elementK, suppressedShare, suppressionS } from "../../core/hazard/sprinkler.ts";
import { type HazardModel, model, notNegative, number, positive, says } from "./model.ts";

const heatKw = positive("kW", "热释放速率", "heat release rate");
const timeS = notNegative("s", "时间", "time");
const heightM = positive("m", "高度", "height");

export const SMOKE_AND_WATER_MODELS: readonly HazardModel[] = [
  model({
    id: "smoke-filling",
    title: says("烟气沉降", "smoke filling a closed room"),
    sources: ["Yamana and Tanaka (1985), NUREG-1805: steady fire, leaks at the floor"],
    inputs: {
      heatKw,
      timeS,
      floorM2: positive("m2", "地面面积", "floor area"),
      heightM,
      fillingFactor: positive("kg-based", "填充系数 k", "factor k; or give the gas temperature").optional(),
      gasTemperatureK: positive("K", "烟气温度", "temperature of the smoke").default(353),
    },
    run: (g) => {
      const k = g.fillingFactor ?? smokeFillingFactor(g.gasTemperatureK);
      return {
        results: { layerHeightM: smokeLayerM(k, g.heatKw, g.timeS, g.floorM2, g.heightM) },
        between: { fillingFactor: k },
      };
    },
  }),
  model({
    id: "stack-pressure",
    title: says("烟囱效应压差", "pressure of a warm column"),
    sources: ["NFPA 92: 3460 (1/Tc - 1/Tw) h"],
    inputs: {
      coldK: positive("K", "冷侧温度", "temperature of the cold side"),
      warmK: positive("K", "热侧温度", "temperature of the warm side"),
      heightM,
    },
    run: (g) => ({ results: { pressurePa: stackPa(g.coldK, g.warmK, g.heightM) } }),
  }),
  model({
    id: "sprinkler",
    title: says("喷头和感温元件动作", "sprinkler or heat detector"),
    sources: ["Heskestad and Smith (1976): dT/dt = sqrt(v)/RTI (Tg - T); Evans (1993) for the fire under water"],
    inputs: {
      gasC: number("C", "烟气温度", "gas temperature"),
      gasMps: positive("m/s", "烟气流速", "gas speed"),
      rti: positive("(m s)^0.5", "响应时间指数", "response time index"),
      startC: number("C", "初始温度", "temperature at first").default(20),
      ratingC: number("C", "动作温度", "rated temperature"),
      timeS: notNegative("s", "时间", "time since the gas came").default(0),
      sprayMmPerS: notNegative("mm/s", "喷水强度", "spray density").default(0),
      sinceS: notNegative("s", "动作后时间", "time since water").default(0),
    },
    run: (g) => {
      const [gas, start, rating] = [g.gasC + 273.15, g.startC + 273.15, g.ratingC + 273.15];
      const acts = actuationS(g.rti, g.gasMps, gas, start, rating);
      return {
        results: {
          elementC: elementK(start, gas, g.gasMps, g.rti, g.timeS) - 273.15,
          actuationS: Number.isFinite(acts) ? acts : null,
          heatShare: suppressedShare(g.sprayMmPerS, g.sinceS),
        },
        between: {
          elementTimeConstantS: g.rti / Math.sqrt(g.gasMps),
          suppressionS: g.sprayMmPerS > 0 ? suppressionS(g.sprayMmPerS) : null,
        },
      };
    },
  }),
];
