// Laws of fire, dose, blast and heat formulas that hold over their whole range.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceAtOverpressureM, tntOverpressurePa } from "./blast.ts";
import { entrainmentKgPerS, GROWTH_KW_PER_S2, heatReleaseKw } from "./fire.ts";
import { fuelMolarKg, productsPerKg } from "./fire-fuel.ts";
import { POOL_FUEL_IDS } from "./fire-hand.ts";
import { fireballDurationS, fireballKwPerM2, stepHeatedVessel } from "./fireball.ts";
import { convectedHeatPerMin, gasDosePerMin } from "./fractional-dose.ts";
import { blastBand } from "./glass.ts";
import { flammablePlumeKg } from "./ignition.ts";
import { plumeKgPerM3 } from "./plume.ts";
import { poolBurnsKgPerM2S, tiltedFlameFactors } from "./pool-fire.ts";
import { elementK } from "./sprinkler.ts";
import { blastEnergyJ, cloudBlast, mostOverpressure } from "./vapour-cloud.ts";
import { FOAM } from "./zone.fixture.ts";
import { SPECIES } from "./zone-gas.ts";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("burning", () => {
  test("keeps mass: a kilogram of fuel and its oxygen are what comes out, for any formula and yields", () => {
    const fuel = fc.record({
      carbon: between(1, 12),
      hydrogen: between(1, 24),
      oxygen: between(0, 3),
      nitrogen: between(0, 1),
      chlorine: between(0, 0.5),
      coYield: between(0, 0.05),
      sootYield: between(0, 0.05),
      hcnYield: between(0, 0.005),
    });
    fc.assert(
      fc.property(fuel, (own) => {
        const products = productsPerKg({ ...FOAM, ...own });
        const sum = products.reduce((all, one) => all + one, 0);
        // Published atomic and molecular masses agree to five figures.
        expect(sum).toBeCloseTo(1, 4);
        expect(fuelMolarKg({ ...FOAM, ...own })).toBeGreaterThan(0.012);
      }),
    );
  });
  test("methane takes four times its mass of oxygen and gives 2.74 of carbon dioxide and 2.25 of water", () => {
    const products = productsPerKg({ ...FOAM, carbon: 1, hydrogen: 4, oxygen: 0, coYield: 0, sootYield: 0 });
    expect(products[SPECIES.o2]).toBeCloseTo(-3.99, 2);
    expect(products[SPECIES.co2]).toBeCloseTo(2.743, 2);
    expect(products[SPECIES.h2o]).toBeCloseTo(2.246, 2);
  });
  test("grows as its class says, and a table is read straight between its points", () => {
    fc.assert(
      fc.property(fc.constantFrom("slow", "medium", "fast", "ultrafast"), between(0, 600), (growth, timeS) => {
        const curve = { kind: "growth", kwPerS2: GROWTH_KW_PER_S2[growth], peakKw: 5000, startS: 0 } as const;
        expect(heatReleaseKw(curve, timeS)).toBeLessThanOrEqual(heatReleaseKw(curve, timeS + 1));
        expect(heatReleaseKw(curve, timeS)).toBeLessThanOrEqual(5000);
      }),
    );
    const table = { kind: "table", timesS: [10, 20, 40], heatKw: [0, 100, 50] } as const;
    expect([5, 15, 20, 30, 100].map((timeS) => heatReleaseKw(table, timeS))).toEqual([0, 50, 100, 75, 50]);
  });
  test("draws more air the higher its plume and the hotter its fire", () => {
    const air = { temperatureK: 293, densityKgPerM3: 1.2, cpKjPerKgK: 1 };
    fc.assert(
      fc.property(between(10, 5000), between(0.05, 20), between(0.1, 1), (kw, z, area) => {
        const drawn = entrainmentKgPerS(kw, 0.65 * kw, area, z, "open", air);
        expect(entrainmentKgPerS(kw, 0.65 * kw, area, z * 1.1, "open", air)).toBeGreaterThan(drawn);
        const [open, corner] = (["open", "corner"] as const).map((place) =>
          entrainmentKgPerS(kw, 0.65 * kw, area, z + 20, place, air),
        );
        expect(corner ?? 0).toBeLessThan(open ?? 0);
      }),
    );
  });
  test("a pool burns faster the wider it is, up to its limit", () => {
    fc.assert(
      fc.property(fc.constantFrom(...POOL_FUEL_IDS), between(0.2, 50), (fuel, d) => {
        expect(poolBurnsKgPerM2S(fuel, d * 1.2)).toBeGreaterThanOrEqual(poolBurnsKgPerM2S(fuel, d));
      }),
    );
  });
});

describe("harm", () => {
  test("a dose rate never falls when any gas rises, oxygen falls or the air gets hotter", () => {
    const air = fc.record({
      carbonMonoxidePpm: between(0, 20000),
      hydrogenCyanidePpm: between(0, 300),
      carbonDioxidePercent: between(0.01, 10),
      oxygenPercent: between(5, 20.9),
    });
    fc.assert(
      fc.property(air, (now) => {
        const dose = gasDosePerMin(now);
        expect(dose).toBeGreaterThanOrEqual(0);
        for (const worse of [
          { carbonMonoxidePpm: now.carbonMonoxidePpm + 100 },
          { hydrogenCyanidePpm: now.hydrogenCyanidePpm + 5 },
          { carbonDioxidePercent: now.carbonDioxidePercent + 1 },
          { oxygenPercent: now.oxygenPercent - 1 },
        ])
          expect(gasDosePerMin({ ...now, ...worse })).toBeGreaterThanOrEqual(dose);
      }),
    );
    fc.assert(fc.property(between(0, 300), (c) => convectedHeatPerMin(c + 1, true) >= convectedHeatPerMin(c, true)));
  });
  test("blast falls with distance and grows with energy, by either method", () => {
    fc.assert(
      fc.property(between(1, 1e5), between(0.2, 5.2), between(1, 2000), (kg, mach, distanceM) => {
        expect(tntOverpressurePa(kg, distanceM * 1.1)).toBeLessThan(tntOverpressurePa(kg, distanceM));
        const energy = blastEnergyJ(kg, 46e6);
        const here = cloudBlast(energy, mach, distanceM);
        expect(cloudBlast(energy, mach, distanceM * 1.1).overpressurePa).toBeLessThanOrEqual(
          here.overpressurePa * 1.02,
        );
        expect(cloudBlast(energy * 2, mach, distanceM).impulsePaS).toBeGreaterThan(here.impulsePaS);
        if (mach < 1.5) expect(here.overpressurePa / 101325).toBeLessThan(1.25 * mostOverpressure(mach));
      }),
    );
  });
  test("the distance to an overpressure has that overpressure, and bands worsen inwards", () => {
    fc.assert(
      fc.property(between(1, 1e4), between(1.1, 100), (kg, kpa) => {
        const at = (m: number): number => tntOverpressurePa(kg, m);
        expect(at(distanceAtOverpressureM(at, kpa * 1000))).toBeCloseTo(kpa * 1000, 0);
      }),
    );
    expect([500, 2000, 8000, 20000, 50000, 90000].map((pa) => blastBand(pa).id)).toEqual([
      "none",
      "glass",
      "unusable",
      "walls",
      "houses",
      "total",
    ]);
  });
  test("a fireball shines less the farther away beyond its own size, and both duration laws meet near 30 t", () => {
    fc.assert(
      fc.property(between(10, 1e5), between(1.5, 20), (kg, spans) => {
        const far = spans * 5.8 * Math.cbrt(kg);
        expect(fireballKwPerM2(kg, far * 1.1)).toBeLessThan(fireballKwPerM2(kg, far));
      }),
    );
    expect(fireballDurationS(30000) / fireballDurationS(29999)).toBeCloseTo(1.04, 1);
  });
  test("an upright flame's factors fall with distance and never pass one", () => {
    fc.assert(
      fc.property(between(1, 50), between(0.5, 3), between(1.3, 20), between(0, 45), (d, slender, far, tilt) => {
        const reach = d * far + d * slender;
        const here = tiltedFlameFactors(d, d * slender, reach, tilt).most;
        expect(here).toBeLessThanOrEqual(1);
        expect(tiltedFlameFactors(d, d * slender, reach * 1.2, tilt).most).toBeLessThan(here);
      }),
    );
  });
});

describe("things in the fire", () => {
  test("a sensing element never passes its gas and gets there in any number of steps", () => {
    fc.assert(
      fc.property(between(300, 700), between(0.1, 10), between(5, 300), (gasK, speed, rti) => {
        const once = elementK(293, gasK, speed, rti, 10);
        let twice = 293;
        for (let step = 0; step < 100; step += 1) twice = elementK(twice, gasK, speed, rti, 0.1);
        expect(twice).toBeCloseTo(once, 6);
        expect(once).toBeLessThanOrEqual(gasK);
      }),
    );
  });
  test("a vessel under enough water does not burst, and a hotter flame never bursts it later", () => {
    const plan = {
      volumeM3: 5,
      surfaceM2: 16,
      diameterM: 1.25,
      wallM: 0.007,
      yieldPa: 450e6,
      reliefPa: 1.8e6,
      reliefKgPerS: 3,
      liquidKgPerM3: 500,
      liquidJPerKgK: 2700,
      latentJPerKg: 340000,
      vapourPa: (kelvin: number): number => 1e5 * 10 ** (3.98292 - 819.296 / (kelvin - 24.417)),
    };
    const burstS = (flameK: number, coolShare: number): number => {
      const vessel = { liquidKg: 2000, liquidK: 293, wallK: 293, failed: false };
      let timeS = 0;
      while (!vessel.failed && timeS < 7200) {
        stepHeatedVessel(vessel, plan, flameK, coolShare, 1);
        timeS += 1;
      }
      return vessel.failed ? timeS : Number.POSITIVE_INFINITY;
    };
    fc.assert(
      fc.property(between(1100, 1400), between(10, 100), (flameK, hotter) => {
        expect(burstS(flameK + hotter, 0)).toBeLessThanOrEqual(burstS(flameK, 0));
        expect(burstS(flameK, 1)).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 10 },
    );
  });
  test("the flammable part of a plume is never more than has been released on the way to its contour", () => {
    fc.assert(
      fc.property(between(0.1, 20), between(1, 10), (kgPerS, windMps) => {
        const source = { kgPerS, speedMps: windMps, heightM: 0, sigma: "tno-plume", stability: "D" } as const;
        const centre = (x: number): number => plumeKgPerM3(source, x, 0, 0);
        const kg = flammablePlumeKg(kgPerS, windMps, centre, 0.04, 0.17);
        expect(kg).toBeGreaterThan(0);
        expect(flammablePlumeKg(kgPerS, windMps, centre, 0.04, 0.3)).toBeGreaterThan(kg);
      }),
    );
  });
});
