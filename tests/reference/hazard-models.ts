// Which function of the hazard core answers which quantity of the published cases.
import { z } from "zod";
import { curtainReduction } from "../../sim-server/core/hazard/curtain.ts";
import {
  steadyDenseAt,
  steadyProfile,
  steadyScales,
  suddenDenseAt,
  suddenProfile,
} from "../../sim-server/core/hazard/dense-gas.ts";
import { lethalPpm, probitOf, shareAtProbit, toxicLoad } from "../../sim-server/core/hazard/lethality.ts";
import {
  airborneFraction,
  flashFraction,
  gasFlowKgPerS,
  gasThroat,
  holeAreaM2,
  liquidFlowKgPerS,
} from "../../sim-server/core/hazard/orifice.ts";
import { plumeFromSigmas, plumeKgPerM3, puffKgPerM3, shortReleaseKgPerM3 } from "../../sim-server/core/hazard/plume.ts";
import { stepVessel } from "../../sim-server/core/hazard/release.ts";
import { openRoomAir, roomKgPerM3, stepRoomAir } from "../../sim-server/core/hazard/room-air.ts";
import { SIGMA_SETS, STABILITY_CLASSES, sigmaXM, sigmaYM, sigmaZM } from "../../sim-server/core/hazard/sigma.ts";
import {
  ppmFromKgPerM3,
  SUBSTANCE_IDS,
  SUBSTANCES,
  saturationPressurePa,
} from "../../sim-server/core/hazard/substance.ts";
import {
  AEGL_MINUTES,
  type AeglLevel,
  GUIDELINES,
  PROBITS,
  PURPLE_BOOK_PROBITS_MG_PER_M3,
  TOXIC_GASES,
} from "../../sim-server/core/hazard/toxicity.ts";
import { ONE_TON_CONTAINER, openVessel } from "../../sim-server/core/hazard/vessel.ts";
import { stabilityFromWeather, windSpeedAtMps } from "../../sim-server/core/hazard/wind.ts";

/** What a case gives, asked for by name: a missing or mistyped one fails the case. */
export type Given = { number: (name: string) => number; one: <T extends string>(name: string, of: readonly T[]) => T };

export const givenBy = (values: Readonly<Record<string, number | string>>): Given => ({
  number: (name) => z.number().parse(values[name]),
  one: (name, of) => {
    const found = of.find((choice) => choice === values[name]);
    if (found === undefined) throw new Error(`${name}: ${values[name]} is none of ${of.join(", ")}`);
    return found;
  },
});

const plumeOf = (g: Given) => ({
  kgPerS: g.number("q"),
  speedMps: g.number("u"),
  heightM: g.number("h"),
  sigma: g.one("set", SIGMA_SETS),
  stability: g.one("stability", STABILITY_CLASSES),
});
const minutes: readonly number[] = AEGL_MINUTES;
const levelOf = (n: number): AeglLevel => (n === 1 ? 1 : n === 2 ? 2 : 3);
const betas = (profile: readonly { fraction: number; beta: number }[]): Record<string, number> =>
  Object.fromEntries(profile.map(({ fraction, beta }) => [`b${String(fraction * 100).replace("0.", "0")}`, beta]));
const at = { x: 0, y: 0, z: 0 };
const room = (g: Given) => ({
  air: openRoomAir(
    [{ id: "r", volumeM3: g.number("volume") }],
    [{ id: "d", room: "r", to: "outdoors", open: true, openM3PerS: g.number("flow"), shutM3PerS: 0, at }],
    [],
  ),
});

export const MODELS: Readonly<Record<string, (g: Given) => Record<string, number | null | undefined>>> = {
  sigma: (g) => {
    const set = g.one("set", SIGMA_SETS);
    const stability = g.one("stability", STABILITY_CLASSES);
    const x = g.number("x");
    return {
      sigmaX: sigmaXM(set, stability, x),
      sigmaY: sigmaYM(set, stability, x),
      sigmaZ: sigmaZM(set, stability, x),
    };
  },
  "wind-profile": (g) => ({
    speed: windSpeedAtMps(
      {
        fromDeg: 0,
        speedMps: g.number("speed10"),
        stability: g.one("stability", STABILITY_CLASSES),
        terrain: g.one("terrain", ["rural", "urban"]),
      },
      g.number("height"),
    ),
  }),
  stability: (g) => {
    const sky = g.one("sky", ["strong-sun", "moderate-sun", "slight-sun", "overcast", "night-cloudy", "night-clear"]);
    return { class: STABILITY_CLASSES.indexOf(stabilityFromWeather(g.number("speed"), sky)) };
  },
  plume: (g) => ({ kgPerM3: plumeKgPerM3(plumeOf(g), g.number("x"), g.number("y"), g.number("z")) }),
  "plume-from-sigmas": (g) => ({
    kgPerM3: plumeFromSigmas(
      g.number("q"),
      g.number("u"),
      g.number("sigmaY"),
      g.number("sigmaZ"),
      g.number("y"),
      g.number("z"),
      g.number("h"),
    ),
  }),
  puff: (g) => ({
    kgPerM3: puffKgPerM3(
      g.number("kg"),
      {
        speedMps: g.number("u"),
        heightM: g.number("h"),
        sigma: g.one("set", SIGMA_SETS),
        stability: g.one("stability", STABILITY_CLASSES),
      },
      g.number("x"),
      g.number("y"),
      g.number("z"),
      g.number("t"),
    ),
  }),
  "short-release": (g) => ({
    kgPerM3: shortReleaseKgPerM3(
      plumeOf(g),
      g.number("duration"),
      g.number("x"),
      g.number("y"),
      g.number("z"),
      g.number("t"),
    ),
  }),
  "dense-steady": (g) => {
    const release = {
      amount: g.number("m3PerS"),
      densityKgPerM3: g.number("density"),
      airKgPerM3: g.number("air"),
      speed10Mps: g.number("u10"),
      gasK: g.number("gasK"),
      airK: g.number("airK"),
      initialFraction: 1,
    };
    return { ...steadyScales(release), fraction: steadyDenseAt(release, g.number("x")).fraction };
  },
  "dense-steady-betas": (g) => betas(steadyProfile(g.number("alpha"))),
  "dense-sudden": (g) => ({
    fraction: suddenDenseAt(
      {
        amount: g.number("m3"),
        densityKgPerM3: g.number("density"),
        airKgPerM3: g.number("air"),
        speed10Mps: g.number("u10"),
        gasK: 293.15,
        airK: 293.15,
        initialFraction: g.number("c0"),
      },
      g.number("t"),
    ).fraction,
  }),
  "dense-sudden-betas": (g) => betas(suddenProfile(g.number("alpha"))),
  "liquid-hole": (g) => ({
    kgPerS: liquidFlowKgPerS(holeAreaM2(g.number("diameter")), g.number("cd"), g.number("density"), g.number("over")),
  }),
  "gas-hole": (g) => {
    const hole = {
      areaM2: holeAreaM2(g.number("diameter")),
      cd: g.number("cd"),
      pressurePa: g.number("pressure"),
      ambientPa: g.number("ambient"),
      densityKgPerM3: g.number("density"),
      gamma: g.number("gamma"),
    };
    const throat = gasThroat(hole, g.number("temperature"));
    return {
      kgPerS: gasFlowKgPerS(hole),
      velocity: throat.velocityMps,
      throatPa: throat.pressurePa,
      throatK: throat.temperatureK,
    };
  },
  flash: (g) => {
    const flash = flashFraction(SUBSTANCES[g.one("substance", SUBSTANCE_IDS)], g.number("temperature"));
    return { flash, airborne: airborneFraction(flash) };
  },
  "container-leak": (g) => {
    const vessel = openVessel({
      substance: "chlorine",
      ...ONE_TON_CONTAINER,
      holeDiameterM: g.number("diameter"),
      pipeM: g.number("pipe"),
    });
    const opening = g.one("opening", ["liquid", "gas"]);
    return { kgPerS: stepVessel(vessel, 0.1, { opening, openFraction: 1, waterOnLeakKgps: 0 }).leakKgPerS };
  },
  "vapour-pressure": (g) => ({
    pa: saturationPressurePa(SUBSTANCES[g.one("substance", SUBSTANCE_IDS)], g.number("temperature")),
  }),
  ppm: (g) => ({ ppm: ppmFromKgPerM3(g.number("kgPerM3"), g.number("molarMass"), g.number("temperature")) }),
  "lethal-concentration": (g) => ({
    ppm: lethalPpm(PROBITS[g.one("gas", TOXIC_GASES)], g.number("share"), g.number("minutes")),
  }),
  probit: (g) => {
    const probit = PROBITS[g.one("gas", TOXIC_GASES)];
    const y = probitOf(probit, toxicLoad(g.number("ppm"), g.number("minutes"), probit.n));
    return { y, share: shareAtProbit(y) };
  },
  "purple-book": (g) => {
    const probit = PURPLE_BOOK_PROBITS_MG_PER_M3[g.one("gas", ["carbon-monoxide", "chlorine", "ammonia"])];
    const y = probitOf(probit, toxicLoad(g.number("mgPerM3"), g.number("minutes"), probit.n));
    return { y, share: shareAtProbit(y) };
  },
  aegl: (g) => {
    const levels = GUIDELINES[g.one("gas", TOXIC_GASES)]?.aeglPpm[levelOf(g.number("level"))];
    return { ppm: levels?.[minutes.indexOf(g.number("minutes"))] };
  },
  guideline: (g) => {
    const found = GUIDELINES[g.one("gas", TOXIC_GASES)];
    const [erpg1, erpg2, erpg3] = found?.erpgPpm ?? [];
    return { idlh: found?.idlhPpm, erpg1, erpg2, erpg3 };
  },
  curtain: (g) => {
    const across = g.number("curtainAt");
    const curtain = { ax: across, ay: -10, bx: across, by: 10, waterKgPerS: g.number("water") };
    return { r: curtainReduction(g.one("substance", SUBSTANCE_IDS), curtain, 0, 0, g.number("receiverAt"), 0) };
  },
  "air-changes": (g) => {
    const { air } = room(g);
    const filled = { ...air, rooms: air.rooms.map((one) => ({ ...one, massKg: 1 })) };
    const seconds = (g.number("changes") * g.number("volume")) / g.number("flow");
    return { cleared: 1 - roomKgPerM3(stepRoomAir(filled, seconds, {}).air, "r") * g.number("volume") };
  },
  "steady-source": (g) => ({
    kgPerM3: roomKgPerM3(stepRoomAir(room(g).air, g.number("t"), { r: g.number("source") }).air, "r"),
  }),
};
