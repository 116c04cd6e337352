// Models of what a toxic gas does to people, for the command line: probits, lethal concentrations, guideline levels.
import { z } from "zod";
import { lethalPpm, probitOf, shareAtProbit, toxicLoad } from "../../core/hazard/lethality.ts";
import {
  AEGL_MINUTES,
  type AeglLevel,
  GUIDELINES,
  PROBITS,
  PURPLE_BOOK_PROBITS_MG_PER_M3,
  TOXIC_GASES,
} from "../../core/hazard/toxicity.ts";
import { type HazardModel, model, notNegative, oneOf, positive, says } from "./model.ts";

const gas = oneOf(TOXIC_GASES, "毒气", "toxic gas");
const durationMin = positive("min", "暴露时间", "duration of exposure");
const minutes: readonly number[] = AEGL_MINUTES;
const levels: readonly AeglLevel[] = [1, 2, 3];

export const POISON_MODELS: readonly HazardModel[] = [
  model({
    id: "lethal-concentration",
    title: says("致死浓度", "lethal concentration"),
    sources: ["HSE OSD/30 probits, Y = a + b ln(C^n t), C in ppm and t in minutes"],
    inputs: {
      gas,
      shareKilled: z.number().gt(0).lt(1).meta({ unit: "1", zh: "死亡比例", en: "share of people killed" }),
      durationMin,
    },
    run: (g) => {
      const { a, b, n } = PROBITS[g.gas];
      return {
        results: { concentrationPpm: lethalPpm({ a, b, n }, g.shareKilled, g.durationMin) },
        between: { a, b, n },
      };
    },
  }),
  model({
    id: "probit",
    title: says("毒气概率值", "probit of a toxic gas"),
    sources: ["HSE OSD/30 probits, Y = a + b ln(C^n t), C in ppm and t in minutes"],
    inputs: { gas, concentrationPpm: notNegative("ppm", "浓度", "concentration"), durationMin },
    run: (g) => {
      const { a, b, n } = PROBITS[g.gas];
      const load = toxicLoad(g.concentrationPpm, g.durationMin, n);
      const y = probitOf({ a, b, n }, load);
      return { results: { probit: y, shareKilled: shareAtProbit(y) }, between: { a, b, n, toxicLoad: load } };
    },
  }),
  model({
    id: "purple-book",
    title: says("紫皮书概率值", "probit of the Purple Book"),
    sources: ["CPR 18E (Purple Book) probits, C in mg/m3 and t in minutes"],
    inputs: {
      gas: oneOf(["carbon-monoxide", "chlorine", "ammonia"], "毒气", "toxic gas"),
      concentrationMgPerM3: notNegative("mg/m3", "浓度", "concentration"),
      durationMin,
    },
    run: (g) => {
      const { a, b, n } = PURPLE_BOOK_PROBITS_MG_PER_M3[g.gas];
      const load = toxicLoad(g.concentrationMgPerM3, g.durationMin, n);
      const y = probitOf({ a, b, n }, load);
      return { results: { probit: y, shareKilled: shareAtProbit(y) }, between: { a, b, n, toxicLoad: load } };
    },
  }),
  model({
    id: "aegl",
    title: says("急性暴露指导水平", "acute exposure guideline level"),
    sources: ["US EPA AEGLs for 10, 30, 60, 240 and 480 minutes"],
    inputs: {
      gas,
      level: z.literal(levels).meta({ unit: "1 | 2 | 3", zh: "等级", en: "level" }),
      durationMin,
    },
    run: (g) => {
      const found = GUIDELINES[g.gas]?.aeglPpm[g.level]?.[minutes.indexOf(g.durationMin)] ?? null;
      return { results: { concentrationPpm: found } };
    },
  }),
  model({
    id: "guideline",
    title: says("应急浓度限值", "emergency guideline levels"),
    sources: ["NIOSH IDLH; AIHA ERPG"],
    inputs: { gas },
    run: (g) => {
      const found = GUIDELINES[g.gas];
      const [erpg1Ppm = null, erpg2Ppm = null, erpg3Ppm = null] = found?.erpgPpm ?? [];
      return { results: { idlhPpm: found?.idlhPpm ?? null, erpg1Ppm, erpg2Ppm, erpg3Ppm } };
    },
  }),
];
