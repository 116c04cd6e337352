// Models of where a gas comes from and what it fills, for the command line: holes, flashing, vessels, rooms.
import {
  airborneFraction,
  chokingRatio,
  flashFraction,
  gasFlowKgPerS,
  gasThroat,
  holeAreaM2,
  liquidFlowKgPerS,
} from "../../core/hazard/orifice.ts";
import { stepVessel } from "../../core/hazard/release.ts";
import { openRoomAir, roomKgPerM3, stepRoomAir } from "../../core/hazard/room-air.ts";
import { ppmFromKgPerM3, SUBSTANCE_IDS, SUBSTANCES, saturationPressurePa } from "../../core/hazard/substance.ts";
import { ONE_TON_CONTAINER, openVessel } from "../../core/hazard/vessel.ts";
import { type HazardModel, model, notNegative, oneOf, positive, says } from "./model.ts";

const holeDiameterM = positive("m", "孔径", "diameter of the hole");
const dischargeCoefficient = positive("1", "流量系数", "discharge coefficient");
const substance = oneOf(SUBSTANCE_IDS, "物质", "substance");
const temperatureK = positive("K", "温度", "temperature");
const volumeM3 = positive("m3", "房间容积", "volume of the room");
const flowM3PerS = positive("m3/s", "换气量", "air exchanged");

const roomOf = (volume: number, flow: number) =>
  openRoomAir(
    [{ id: "room", volumeM3: volume }],
    [
      {
        id: "door",
        room: "room",
        to: "outdoors",
        open: true,
        openM3PerS: flow,
        shutM3PerS: 0,
        at: { x: 0, y: 0, z: 0 },
      },
    ],
    [],
  );

export const GAS_SOURCE_MODELS: readonly HazardModel[] = [
  model({
    id: "liquid-hole",
    title: says("液体小孔泄漏", "liquid through a hole"),
    sources: ["Bernoulli, Cd A sqrt(2 rho dP); CCPS (1999) p. 40; a liquid that does not flash before the hole"],
    inputs: {
      holeDiameterM,
      dischargeCoefficient,
      liquidDensityKgPerM3: positive("kg/m3", "液体密度", "density of the liquid"),
      overpressurePa: notNegative("Pa", "含液柱的表压", "pressure over the atmosphere, head included"),
    },
    run: (g) => {
      const areaM2 = holeAreaM2(g.holeDiameterM);
      const kgPerS = liquidFlowKgPerS(areaM2, g.dischargeCoefficient, g.liquidDensityKgPerM3, g.overpressurePa);
      return { results: { releaseKgPerS: kgPerS }, between: { areaM2 } };
    },
  }),
  model({
    id: "gas-hole",
    title: says("气体小孔泄漏", "gas through a hole"),
    sources: ["isentropic orifice flow, choked and subcritical; CCPS (1999) p. 47; ideal gas"],
    inputs: {
      holeDiameterM,
      dischargeCoefficient,
      vesselPressurePa: positive("Pa", "容器绝对压力", "absolute pressure inside"),
      ambientPressurePa: positive("Pa", "环境压力", "pressure outside"),
      gasDensityKgPerM3: positive("kg/m3", "容器内密度", "density inside"),
      heatCapacityRatio: positive("1", "比热比", "ratio of heat capacities"),
      gasTemperatureK: positive("K", "容器内温度", "temperature inside"),
    },
    run: (g) => {
      const hole = {
        areaM2: holeAreaM2(g.holeDiameterM),
        cd: g.dischargeCoefficient,
        pressurePa: g.vesselPressurePa,
        ambientPa: g.ambientPressurePa,
        densityKgPerM3: g.gasDensityKgPerM3,
        gamma: g.heatCapacityRatio,
      };
      const throat = gasThroat(hole, g.gasTemperatureK);
      const choking = chokingRatio(g.heatCapacityRatio);
      return {
        results: {
          releaseKgPerS: gasFlowKgPerS(hole),
          throatVelocityMps: throat.velocityMps,
          throatPressurePa: throat.pressurePa,
          throatTemperatureK: throat.temperatureK,
        },
        between: {
          areaM2: hole.areaM2,
          chokingPressureRatio: choking,
          choked: g.vesselPressurePa >= choking * g.ambientPressurePa,
        },
      };
    },
  }),
  model({
    id: "flash",
    title: says("闪蒸", "flashing liquid"),
    sources: ["cp (T - Tb) / latent heat; airborne share twice the flash (rule of thumb, an assumption)"],
    inputs: { substance, liquidTemperatureK: temperatureK },
    run: (g) => {
      const flash = flashFraction(SUBSTANCES[g.substance], g.liquidTemperatureK);
      return { results: { flashFraction: flash, airborneFraction: airborneFraction(flash) } };
    },
  }),
  model({
    id: "container-leak",
    title: says("液氯吨瓶泄漏", "leak of a one-ton chlorine container"),
    sources: ["choked gas, Bernoulli or Fauske (equilibrium rate at 0.1 m of pipe and more) at 20 C"],
    inputs: {
      opening: oneOf(["liquid", "gas"], "泄漏的相", "side of the leak"),
      holeDiameterM,
      pipeLengthM: notNegative("m", "孔前管长", "pipe before the hole"),
    },
    run: (g) => {
      const vessel = openVessel({
        substance: "chlorine",
        ...ONE_TON_CONTAINER,
        holeDiameterM: g.holeDiameterM,
        pipeM: g.pipeLengthM,
      });
      const step = stepVessel(vessel, 0.1, { opening: g.opening, openFraction: 1, waterOnLeakKgps: 0 });
      return {
        results: { releaseKgPerS: step.leakKgPerS },
        between: { airborneKgPerS: step.airborneKgPerS, vesselTemperatureK: step.temperatureK },
      };
    },
  }),
  model({
    id: "vapour-pressure",
    title: says("饱和蒸气压", "vapour pressure"),
    sources: ["Antoine or Clausius-Clapeyron fit of the substance table"],
    inputs: { substance, temperatureK },
    run: (g) => ({ results: { vapourPressurePa: saturationPressurePa(SUBSTANCES[g.substance], g.temperatureK) } }),
  }),
  model({
    id: "ppm",
    title: says("浓度换算", "concentration as parts per million"),
    sources: ["ideal gas at one atmosphere"],
    inputs: {
      concentrationKgPerM3: notNegative("kg/m3", "质量浓度", "concentration by mass"),
      molarMassKgPerMol: positive("kg/mol", "摩尔质量", "molar mass"),
      temperatureK,
    },
    run: (g) => ({
      results: { concentrationPpm: ppmFromKgPerM3(g.concentrationKgPerM3, g.molarMassKgPerMol, g.temperatureK) },
    }),
  }),
  model({
    id: "air-changes",
    title: says("换气清除", "clearing a room by air changes"),
    sources: ["well-mixed room: 1 - exp(-changes)"],
    inputs: { volumeM3, flowM3PerS, airChanges: notNegative("1", "换气次数", "air changes") },
    run: (g) => {
      const air = roomOf(g.volumeM3, g.flowM3PerS);
      const filled = { ...air, rooms: air.rooms.map((one) => ({ ...one, massKg: 1 })) };
      const seconds = (g.airChanges * g.volumeM3) / g.flowM3PerS;
      const left = roomKgPerM3(stepRoomAir(filled, seconds, {}).air, "room") * g.volumeM3;
      return { results: { clearedFraction: 1 - left }, between: { timeS: seconds } };
    },
  }),
  model({
    id: "steady-source",
    title: says("房间内恒定源", "steady source in a room"),
    sources: ["well-mixed room: S/Q (1 - exp(-Q t / V))"],
    inputs: {
      volumeM3,
      flowM3PerS,
      sourceKgPerS: notNegative("kg/s", "源强", "source"),
      timeS: notNegative("s", "时间", "time"),
    },
    run: (g) => {
      const { air } = stepRoomAir(roomOf(g.volumeM3, g.flowM3PerS), g.timeS, { room: g.sourceKgPerS });
      return {
        results: { concentrationKgPerM3: roomKgPerM3(air, "room") },
        between: { steadyKgPerM3: g.sourceKgPerS / g.flowM3PerS },
      };
    },
  }),
];
