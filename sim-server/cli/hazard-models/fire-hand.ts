// Fires by hand for the command line: growth, flames, plumes, hot layers, flashover, smoke filling, sprinklers.
import { z } from "zod";
import {
  ceilingJet,
  centrelineMps,
  centrelineRiseK,
  cibseFlameM,
  cornerFlameM,
  entrainmentKgPerS,
  fireDiameterM,
  flameHeightM,
  GROWTH_KW_PER_S2,
  heatReleaseKw,
  lineFlameM,
  virtualOriginM,
  wallFlameM,
} from "../../core/hazard/fire.ts";
import {
  flashoverKw,
  hotLayerRiseK,
  penetrationS,
  ventFactor,
  wallTransferKwPerM2K,
} from "../../core/hazard/fire-hand.ts";
import { type HazardModel, model, notNegative, number, oneOf, positive, says, share } from "./model.ts";

const heatKw = positive("kW", "热释放速率", "heat release rate");
const timeS = notNegative("s", "时间", "time");
const heightM = positive("m", "高度", "height");
const openings = z
  .array(z.strictObject({ areaM2: z.number().positive(), heightM: z.number().positive() }))
  .min(1)
  .meta({ unit: "m2, m", zh: "开口", en: "openings: areaM2, heightM" });
const enclosingM2 = positive("m2", "围护面积", "area that encloses the room, openings left out");
const air = {
  ambientK: positive("K", "环境温度", "ambient temperature").default(293.15),
  airKgPerM3: positive("kg/m3", "空气密度", "density of air").default(1.2),
  cpKjPerKgK: positive("kJ/(kg K)", "空气比热", "heat of air").default(1),
};
const airOf = (g: { ambientK: number; airKgPerM3: number; cpKjPerKgK: number }) => ({
  temperatureK: g.ambientK,
  densityKgPerM3: g.airKgPerM3,
  cpKjPerKgK: g.cpKjPerKgK,
});

export const FIRE_HAND_MODELS: readonly HazardModel[] = [
  model({
    id: "fire-growth",
    title: says("平方增长火", "growth with the square of time"),
    sources: ["NFPA 72, NFPA 92: Q = alpha t2, 1,055 kW after 600, 300, 150 and 75 s"],
    inputs: { growth: oneOf(["slow", "medium", "fast", "ultrafast"], "增长级别", "growth"), timeS },
    run: (g) => {
      const kwPerS2 = GROWTH_KW_PER_S2[g.growth];
      const curve = { kind: "growth", kwPerS2, peakKw: 1e9, startS: 0 } as const;
      return { results: { heatKw: heatReleaseKw(curve, g.timeS) }, between: { kwPerS2 } };
    },
  }),
  model({
    id: "flame-height",
    title: says("火焰高度", "flame height"),
    sources: ["Heskestad (1983) in the open; FDTs (NUREG-1805) at walls, corners and lines; CIBSE Guide E"],
    inputs: {
      heatKw: positive("kW", "热释放速率", "heat release rate; kW per metre for a line, convective for CIBSE"),
      diameterM: notNegative("m", "火源直径", "diameter of the fire").default(0),
      place: oneOf(["open", "wall", "corner", "line", "cibse"], "位置", "where it burns"),
    },
    run: (g) => {
      const heights = {
        open: () => flameHeightM(g.heatKw, g.diameterM),
        wall: () => wallFlameM(g.heatKw),
        corner: () => cornerFlameM(g.heatKw),
        line: () => lineFlameM(g.heatKw),
        cibse: () => cibseFlameM(g.heatKw),
      };
      return {
        results: { flameHeightM: heights[g.place]() },
        between: { virtualOriginM: virtualOriginM(g.heatKw, g.diameterM) },
      };
    },
  }),
  model({
    id: "fire-plume",
    title: says("火羽流中心线", "centreline of a fire plume"),
    sources: ["Heskestad (1984), SFPE Handbook: above the flame, in still air"],
    inputs: {
      convectiveKw: positive("kW", "对流热", "convective heat"),
      heightM,
      virtualOriginM: number("m", "虚拟原点", "virtual origin over the fire's base"),
      ...air,
    },
    run: (g) => {
      const rise = g.heightM - g.virtualOriginM;
      return {
        results: {
          riseK: centrelineRiseK(g.convectiveKw, rise, airOf(g)),
          speedMps: centrelineMps(g.convectiveKw, rise, airOf(g)),
        },
        between: { heightOverOriginM: rise },
      };
    },
  }),
  model({
    id: "plume-air",
    title: says("羽流卷吸量", "air drawn by a plume"),
    sources: ["Heskestad (1984); mirrored for walls and corners"],
    inputs: {
      heatKw,
      radiativeShare: share("辐射分数", "share radiated").default(0.35),
      areaM2: positive("m2", "火源面积", "area of the fire"),
      heightM,
      place: oneOf(["open", "wall", "corner"], "位置", "where it burns").default("open"),
      ...air,
    },
    run: (g) => {
      const convective = g.heatKw * (1 - g.radiativeShare);
      return {
        results: {
          entrainmentKgPerS: entrainmentKgPerS(g.heatKw, convective, g.areaM2, g.heightM, g.place, airOf(g)),
        },
        between: {
          flameHeightM: flameHeightM(g.heatKw, fireDiameterM(g.areaM2)),
          virtualOriginM: virtualOriginM(g.heatKw, fireDiameterM(g.areaM2)),
        },
      };
    },
  }),
  model({
    id: "ceiling-jet",
    title: says("顶棚射流", "ceiling jet"),
    sources: ["Alpert (1972), SFPE Handbook: smooth open ceiling, steady fire"],
    inputs: { heatKw, heightM, radiusM: positive("m", "水平距离", "distance from the plume's axis") },
    run: (g) => ({ results: { ...ceilingJet(g.heatKw, g.heightM, g.radiusM) } }),
  }),
  model({
    id: "hot-layer",
    title: says("热烟气层温升（MQH）", "rise of the hot layer (MQH)"),
    sources: ["McCaffrey, Quintiere, Harkleroad (1981); NUREG-1805 chapter 2: natural ventilation, rise to 600 K"],
    inputs: {
      heatKw,
      openings,
      enclosingM2,
      transferKwPerM2K: positive("kW/(m2 K)", "有效传热系数", "effective heat transfer; or give the lining").optional(),
      conductivityKwPerMK: positive("kW/(m K)", "导热系数", "conductivity").optional(),
      densityKgPerM3: positive("kg/m3", "密度", "density").optional(),
      heatKjPerKgK: positive("kJ/(kg K)", "比热", "heat").optional(),
      thicknessM: positive("m", "厚度", "thickness").optional(),
      timeS: positive("s", "时间", "time").default(60),
      ambientC: number("C", "环境温度", "ambient temperature").default(20),
    },
    run: (g) => {
      const lining = {
        conductivityKwPerMK: g.conductivityKwPerMK ?? 0.0008,
        densityKgPerM3: g.densityKgPerM3 ?? 2400,
        heatKjPerKgK: g.heatKjPerKgK ?? 0.9,
        thicknessM: g.thicknessM ?? 0.2,
      };
      const transfer = g.transferKwPerM2K ?? wallTransferKwPerM2K(lining, g.timeS);
      const vent = ventFactor(g.openings);
      const riseK = hotLayerRiseK(g.heatKw, vent, g.enclosingM2, transfer);
      return {
        results: { riseK, layerTemperatureC: riseK + g.ambientC },
        between: { ventFactorM2_5: vent, transferKwPerM2K: transfer, penetrationS: penetrationS(lining) },
      };
    },
  }),
  model({
    id: "flashover",
    title: says("轰燃所需热释放速率", "heat release that leads to flashover"),
    sources: ["Thomas (1981); Babrauskas (1980); McCaffrey et al. (1981)"],
    inputs: {
      openings,
      enclosingM2: enclosingM2.default(1),
      transferKwPerM2K: positive("kW/(m2 K)", "有效传热系数", "effective heat transfer").default(0.03),
    },
    run: (g) => {
      const vent = ventFactor(g.openings);
      return {
        results: {
          babrauskasKw: flashoverKw.babrauskas(vent),
          thomasKw: flashoverKw.thomas(g.enclosingM2, vent),
          mccaffreyKw: flashoverKw.mccaffrey(g.enclosingM2, vent, g.transferKwPerM2K),
        },
        between: { ventFactorM2_5: vent },
      };
    },
  }),
];
