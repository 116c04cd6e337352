// Explosions for the command line: TNT, vapour clouds, what blast does, and where a cloud can be lit.
import {
  blastLethality,
  collapseProbit,
  distanceAtOverpressureM,
  headProbit,
  lungProbit,
  tntDurationS,
  tntKg,
  tntOverpressurePa,
} from "../../core/hazard/blast.ts";
import { blastBand } from "../../core/hazard/glass.ts";
import {
  contourM,
  DELAYED_IGNITION,
  directIgnitionShare,
  flammablePlumeKg,
  IGNITION_CHANCES_PER_MIN,
  type IgnitionKind,
  ignitionChance,
  isFlammable,
  lowerLimitShare,
  SPARKS,
} from "../../core/hazard/ignition.ts";
import { plumeKgPerM3 } from "../../core/hazard/plume.ts";
import { SIGMA_SETS, STABILITY_CLASSES } from "../../core/hazard/sigma.ts";
import {
  blastEnergyJ,
  CONGESTIONS,
  cloudBlast,
  EXPANSIONS,
  flameMach,
  mostOverpressure,
  REACTIVITIES,
} from "../../core/hazard/vapour-cloud.ts";
import { type HazardModel, model, notNegative, oneOf, positive, says, share } from "./model.ts";

const distanceM = positive("m", "距离", "distance");
const KINDS = Object.keys(IGNITION_CHANCES_PER_MIN) as [IgnitionKind, ...IgnitionKind[]];

export const EXPLOSION_MODELS: readonly HazardModel[] = [
  model({
    id: "tnt-blast",
    title: says("TNT 当量爆炸", "blast by TNT equivalent"),
    sources: ["Kinney and Graham (1985), scaled distances to 40 m/kg^(1/3); 4.6 to 4.68 MJ/kg TNT"],
    inputs: {
      chargeKg: positive("kg", "TNT 质量", "mass of TNT; or give the fuel").optional(),
      fuelKg: positive("kg", "燃料质量", "mass of fuel").optional(),
      heatJPerKg: positive("J/kg", "燃烧热", "heat of combustion").default(46.35e6),
      equivalence: share("当量系数", "share of the energy that blasts").default(0.03),
      tntJPerKg: positive("J/kg", "TNT 爆热", "energy of TNT").default(4.68e6),
      distanceM,
      atPressureKpa: positive("kPa", "所求超压", "overpressure whose distance is asked").default(20.7),
    },
    run: (g) => {
      const charge = g.chargeKg ?? tntKg(g.fuelKg ?? 1, g.heatJPerKg, g.equivalence, g.tntJPerKg);
      const pressure = tntOverpressurePa(charge, g.distanceM);
      const at = (distance: number): number => tntOverpressurePa(charge, distance);
      return {
        results: {
          tntKg: charge,
          overpressureKpa: pressure / 1000,
          distanceAtPressureM: distanceAtOverpressureM(at, g.atPressureKpa * 1000),
          damage: blastBand(pressure).id,
        },
        between: {
          scaledDistance: g.distanceM / Math.cbrt(charge),
          durationMs: tntDurationS(charge, g.distanceM),
        },
      };
    },
  }),
  model({
    id: "cloud-blast",
    title: says("蒸气云爆炸（BST）", "vapour cloud explosion (Baker, Strehlow, Tang)"),
    sources: ["Tang and Baker (1999), CCPS (2010); flame speeds of Pierorazio et al. (2005); curves read to about 5 %"],
    inputs: {
      burningKg: positive("kg", "受限区可燃气质量", "fuel in the congested part"),
      heatJPerKg: positive("J/kg", "燃烧热", "heat of combustion").default(46.35e6),
      flameMach: positive("1", "火焰马赫数", "flame Mach number; or give reactivity and congestion").optional(),
      reactivity: oneOf(REACTIVITIES, "燃料活性", "reactivity").default("medium"),
      congestion: oneOf(CONGESTIONS, "拥塞程度", "congestion").default("medium"),
      expansion: oneOf(EXPANSIONS, "火焰扩展维度", "how the flame may expand").default("roofed"),
      distanceM,
    },
    run: (g) => {
      const mach = g.flameMach ?? flameMach(g.expansion, g.reactivity, g.congestion);
      const energy = blastEnergyJ(g.burningKg, g.heatJPerKg);
      const { overpressurePa, impulsePaS, scaledDistance } = cloudBlast(energy, mach, g.distanceM);
      return {
        results: {
          overpressureKpa: overpressurePa / 1000,
          impulsePaS,
          scaledOverpressure: overpressurePa / 101325,
          damage: blastBand(overpressurePa).id,
        },
        between: { flameMach: mach, energyJ: energy, scaledDistance, mostOverpressure: mostOverpressure(mach) },
      };
    },
  }),
  model({
    id: "blast-harm",
    title: says("爆炸伤害", "harm by blast"),
    sources: ["Eisenberg (1975) lung; TNO Green Book head and collapse; bands of Clancey (1972)"],
    inputs: {
      overpressurePa: positive("Pa", "超压", "overpressure"),
      impulsePaS: positive("Pa s", "冲量", "impulse").default(1e6),
    },
    run: (g) => ({
      results: {
        lungProbit: lungProbit(g.overpressurePa),
        headProbit: headProbit(g.overpressurePa, g.impulsePaS),
        collapseProbit: collapseProbit(g.overpressurePa, g.impulsePaS),
        shareKilled: blastLethality(g.overpressurePa, g.impulsePaS),
        damage: blastBand(g.overpressurePa).id,
      },
    }),
  }),
  model({
    id: "flammable-plume",
    title: says("可燃范围", "flammable part of a plume"),
    sources: ["Gaussian plume cut at the flammable limits; the mass between them by the plume's own cross-sections"],
    inputs: {
      sigmaSet: oneOf(SIGMA_SETS, "扩散参数组", "set of dispersion curves"),
      stability: oneOf(STABILITY_CLASSES, "大气稳定度", "Pasquill's class"),
      releaseKgPerS: positive("kg/s", "释放速率", "release rate"),
      windSpeedMps: positive("m/s", "风速", "wind"),
      lowerKgPerM3: positive("kg/m3", "爆炸下限", "lower limit"),
      upperKgPerM3: positive("kg/m3", "爆炸上限", "upper limit"),
    },
    run: (g) => {
      const source = {
        kgPerS: g.releaseKgPerS,
        speedMps: g.windSpeedMps,
        heightM: 0,
        sigma: g.sigmaSet,
        stability: g.stability,
      };
      const centre = (x: number): number => plumeKgPerM3(source, x, 0, 0);
      return {
        results: {
          contourM: contourM(centre, g.lowerKgPerM3),
          flammableKg: flammablePlumeKg(g.releaseKgPerS, g.windSpeedMps, centre, g.lowerKgPerM3, g.upperKgPerM3),
          directIgnition: directIgnitionShare(g.releaseKgPerS),
        },
      };
    },
  }),
  model({
    id: "ignition",
    title: says("点火概率", "chance of ignition"),
    sources: ["Purple Book appendix 4.A, from general knowledge: 1 - (1 - p)^(t/60)"],
    inputs: {
      source: oneOf(KINDS, "点火源", "source"),
      timeS: notNegative("s", "时间", "time in the cloud"),
      spark: oneOf(SPARKS, "人为火花", "what somebody switches or strikes").optional(),
      volumePercent: notNegative("vol %", "可燃气浓度", "gas at the source").default(5),
      lowerPercent: positive("vol %", "爆炸下限", "lower limit").default(5),
      upperPercent: positive("vol %", "爆炸上限", "upper limit").default(15),
    },
    run: (g) => {
      const limits = [g.lowerPercent, g.upperPercent] as const;
      const flammable = isFlammable(g.volumePercent, limits);
      const chance = g.spark === undefined ? ignitionChance(g.source, g.timeS) : 1;
      return {
        results: {
          flammable,
          chance: flammable ? chance : 0,
          lowerLimitShare: lowerLimitShare(g.volumePercent, limits),
          explosionShare: DELAYED_IGNITION.explosion,
        },
        between: { flashShare: DELAYED_IGNITION.flash },
      };
    },
  }),
];
