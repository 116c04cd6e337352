// Burning liquids, jets and fireballs for the command line, and the clock of a vessel in a fire.

import { POOL_FUEL_IDS, POOL_FUELS } from "../../core/hazard/fire-hand.ts";
import {
  FIREBALL_KW_PER_M2,
  fireballDiameterM,
  fireballDurationS,
  fireballFactor,
  fireballKwPerM2,
  type HeatedVessel,
  hoopPa,
  hymesKwPerM2,
  steelStrengthShare,
  stepHeatedVessel,
} from "../../core/hazard/fireball.ts";
import { airTransmits } from "../../core/hazard/heat.ts";
import { JET_HEAT_J_PER_KG, JET_RADIANT_SHARE, jetFlameM, jetRadiationKwPerM2 } from "../../core/hazard/jet-fire.ts";
import {
  clearEmissionKwPerM2,
  flameTiltDeg,
  poolBurnsKgPerM2S,
  smokyEmissionKwPerM2,
  sootyEmissionKwPerM2,
  stillFlameM,
  tiltedFlameFactors,
  windNumber,
  windyFlameM,
} from "../../core/hazard/pool-fire.ts";
import { type HazardModel, model, notNegative, number, oneOf, positive, says, share } from "./model.ts";

const diameterM = positive("m", "池直径", "diameter of the pool");
const distanceM = positive("m", "距离", "distance");
const airKgPerM3 = positive("kg/m3", "空气密度", "density of air").default(1.2041);
const burnsKgPerM2S = positive("kg/(m2 s)", "燃烧速率", "burning rate; by default that of the fuel").optional();

/** NIST's Antoine equation of propane, bar; fitted for 230 to 320 K and here stretched towards its critical point. */
const propanePa = (kelvin: number): number => 1e5 * 10 ** (3.98292 - 819.296 / (kelvin - 24.417));

export const BURNING_LIQUID_MODELS: readonly HazardModel[] = [
  model({
    id: "pool-fire",
    title: says("池火", "pool fire"),
    sources: ["Babrauskas (1983), Thomas (1963), Mudan (1984), Yellow Book chapter 6"],
    inputs: {
      fuel: oneOf(POOL_FUEL_IDS, "燃料", "fuel"),
      diameterM,
      windMps: notNegative("m/s", "风速", "wind").default(0),
      airKgPerM3,
      burnsKgPerM2S,
      viscosityM2PerS: positive("m2/s", "空气运动粘度", "viscosity of air").default(1.51e-5),
      radiantShare: share("辐射分数", "share radiated").default(0.35),
      hiddenShare: share("被烟遮蔽的比例", "share of the flame that smoke hides").default(0.8),
      heatKjPerKg: positive("kJ/kg", "燃烧热", "heat of combustion; by default that of the fuel").optional(),
    },
    run: (g) => {
      const burns = g.burnsKgPerM2S ?? poolBurnsKgPerM2S(g.fuel, g.diameterM);
      const wind = windNumber(g.windMps, burns, g.diameterM, g.airKgPerM3);
      const length =
        g.windMps > 0
          ? windyFlameM(g.diameterM, burns, g.airKgPerM3, wind)
          : stillFlameM(g.diameterM, burns, g.airKgPerM3);
      const heat = g.heatKjPerKg ?? POOL_FUELS[g.fuel].heatJPerKg / 1000;
      const clear = clearEmissionKwPerM2(g.radiantShare, burns, heat, length / g.diameterM);
      return {
        results: {
          flameLengthM: length,
          tiltDeg: flameTiltDeg(g.windMps, g.diameterM, g.viscosityM2PerS),
          sootyEmissionKwPerM2: sootyEmissionKwPerM2(g.diameterM),
          clearEmissionKwPerM2: clear,
          smokyEmissionKwPerM2: smokyEmissionKwPerM2(clear, g.hiddenShare),
          heatMw: (burns * Math.PI * g.diameterM ** 2 * heat) / 4000,
        },
        between: { burnsKgPerM2S: burns, windNumber: wind },
      };
    },
  }),
  model({
    id: "tilted-flame",
    title: says("倾斜火焰辐射", "radiation of a tilted flame"),
    sources: ["Mudan (1987), Yellow Book 6.A.2: target on the ground downwind; humid air 2.02 (p x)^-0.09"],
    inputs: {
      diameterM,
      flameLengthM: positive("m", "火焰长度", "length of the flame"),
      tiltDeg: number("deg", "倾角", "tilt towards the target").min(-80).max(80),
      emissionKwPerM2: positive("kW/m2", "表面辐射", "surface emission"),
      distanceM: positive("m", "到轴线距离", "distance from the pool's middle"),
      vapourPa: notNegative("Pa", "水蒸气分压", "pressure of water vapour; 0 for clear air").default(0),
      transmits: share("透过率", "share the air lets through; by default from the vapour").optional(),
    },
    run: (g) => {
      const factors = tiltedFlameFactors(g.diameterM, g.flameLengthM, g.distanceM, g.tiltDeg);
      const path = g.distanceM - g.diameterM / 2;
      const transmits = g.transmits ?? (g.vapourPa > 0 ? airTransmits(g.vapourPa, path) : 1);
      return {
        results: {
          uprightFactor: factors.upright,
          levelFactor: factors.level,
          radiationKwPerM2: g.emissionKwPerM2 * factors.most * transmits,
        },
        between: { mostFactor: factors.most, transmits },
      };
    },
  }),
  model({
    id: "jet-fire",
    title: says("喷射火", "jet fire"),
    sources: [
      "Lowesmith et al. (2007) for the length; Hankinson and Lowesmith (2012) for weighted points; API 521 shares",
    ],
    inputs: {
      gas: oneOf(["hydrogen", "methane", "propane", "butane"], "气体", "gas"),
      releaseKgPerS: positive("kg/s", "释放速率", "release rate"),
      alongM: number("m", "沿射流方向位置", "place along the jet"),
      besideM: number("m", "侧向位置", "place beside the jet"),
    },
    run: (g) => {
      const heatKw = (g.releaseKgPerS * JET_HEAT_J_PER_KG[g.gas]) / 1000;
      const length = jetFlameM(heatKw / 1000);
      const at = { xM: g.alongM, yM: g.besideM };
      return {
        results: {
          flameLengthM: length,
          radiationKwPerM2: jetRadiationKwPerM2(heatKw, JET_RADIANT_SHARE[g.gas], length, at),
        },
        between: { heatKw, radiantShare: JET_RADIANT_SHARE[g.gas] },
      };
    },
  }),
  model({
    id: "fireball",
    title: says("沸腾液体扩展蒸气爆炸火球", "fireball of a bursting vessel"),
    sources: ["Roberts (1982) and CCPS: 5.8 M^(1/3), 0.45 M^(1/3), from 30 t 2.6 M^(1/6); Hymes (1983) point source"],
    inputs: {
      massKg: positive("kg", "燃料质量", "mass of fuel"),
      distanceM,
      emissionKwPerM2: positive("kW/m2", "表面辐射", "surface emission").default(FIREBALL_KW_PER_M2),
      heatKjPerKg: positive("kJ/kg", "燃烧热", "heat of combustion").default(46000),
      radiantShare: share("辐射分数", "share radiated (0.3 below the relief pressure, 0.4 above)").default(0.4),
      transmits: share("透过率", "share the air lets through").default(1),
    },
    run: (g) => {
      const diameter = fireballDiameterM(g.massKg);
      return {
        results: {
          diameterM: diameter,
          durationS: fireballDurationS(g.massKg),
          radiationKwPerM2: fireballKwPerM2(g.massKg, g.distanceM, g.emissionKwPerM2, g.transmits),
          hymesKwPerM2: hymesKwPerM2(g.massKg, g.heatKjPerKg, g.distanceM, g.radiantShare, g.transmits),
        },
        between: { viewFactor: fireballFactor(diameter, g.distanceM) },
      };
    },
  }),
  model({
    id: "steel-strength",
    title: says("钢材高温强度", "strength of hot steel"),
    sources: ["EN 1993-1-2 table 3.1, carbon steel"],
    inputs: { steelC: number("C", "钢温", "temperature of the steel") },
    run: (g) => ({ results: { strengthShare: steelStrengthShare(g.steelC) } }),
  }),
  model({
    id: "vessel-in-fire",
    title: says("火中储罐升温时钟", "clock of a vessel in a fire"),
    sources: [
      "radiation and convection of an engulfing fire; hot strength by EN 1993-1-2; propane by NIST's Antoine equation",
    ],
    inputs: {
      liquidKg: positive("kg", "液体质量", "mass of liquid"),
      volumeM3: positive("m3", "容积", "volume"),
      surfaceM2: positive("m2", "外表面积", "outer surface"),
      diameterM: positive("m", "直径", "diameter"),
      wallM: positive("m", "壁厚", "wall"),
      yieldMpa: positive("MPa", "常温强度", "cold strength"),
      reliefBar: positive("bar", "安全阀开启压力（绝压）", "relief pressure, absolute"),
      reliefKgPerS: notNegative("kg/s", "安全阀能力", "capacity of the relief valve"),
      flameK: positive("K", "火焰温度", "flame").default(1144),
      coolShare: share("水冷覆盖率", "share of the wall that water wets").default(0),
      startC: number("C", "初始温度", "temperature at first").default(20),
      mostS: positive("s", "最长时间", "longest time").default(7200),
    },
    run: (g) => {
      const plan = {
        volumeM3: g.volumeM3,
        surfaceM2: g.surfaceM2,
        diameterM: g.diameterM,
        wallM: g.wallM,
        yieldPa: g.yieldMpa * 1e6,
        reliefPa: g.reliefBar * 1e5,
        reliefKgPerS: g.reliefKgPerS,
        liquidKgPerM3: 500,
        liquidJPerKgK: 2700,
        latentJPerKg: 340000,
        vapourPa: propanePa,
      };
      const start = g.startC + 273.15;
      const vessel: HeatedVessel = { liquidKg: g.liquidKg, liquidK: start, wallK: start, failed: false };
      let timeS = 0;
      let relievedS: number | null = null;
      while (!vessel.failed && timeS < g.mostS && vessel.liquidKg > 0) {
        stepHeatedVessel(vessel, plan, g.flameK, g.coolShare, 1);
        timeS += 1;
        if (relievedS === null && propanePa(vessel.liquidK) > plan.reliefPa) relievedS = timeS;
      }
      return {
        results: { bursts: vessel.failed, burstsAtS: vessel.failed ? timeS : null, relievedS },
        between: {
          wallC: vessel.wallK - 273.15,
          liquidC: vessel.liquidK - 273.15,
          liquidKg: vessel.liquidKg,
          hoopMpa: hoopPa(propanePa(vessel.liquidK) - 101325, plan) / 1e6,
        },
      };
    },
  }),
];
