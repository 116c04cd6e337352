import { describe, expect, test } from "vitest";
import { type BakeJob, lighter } from "./bake-job.ts";
import { buildBvh } from "./bvh.ts";

/** Far below everything: something for the tree to hold that no ray meets. */
const FAR_AWAY = [900, 900, -900, 901, 900, -900, 900, 901, -900];
/** A roof of two faces, one metre above the ground and endless for our purpose. */
const ROOF = [-500, -500, 1, 500, -500, 1, 500, 500, 1, -500, -500, 1, 500, 500, 1, -500, 500, 1];

function lit(change: Partial<BakeJob>, pass: number, faces: readonly number[] = FAR_AWAY): number {
  const passes = [new Float32Array(3), new Float32Array(3)];
  const job: BakeJob = {
    bvh: buildBvh(Float32Array.from(faces)),
    albedos: new Float32Array(faces.length / 3).fill(0.5),
    faceUvs: new Float32Array((faces.length / 9) * 6).fill(-1),
    width: 1,
    height: 1,
    texels: Int32Array.of(0),
    places: Float32Array.of(0, 0, 0),
    normals: Float32Array.of(0, 0, 1),
    lights: [],
    sunTowards: [0, 0, 1],
    sun: [1, 1, 1],
    sky: [0, 0, 0],
    outdoors: false,
    lightSamples: 1600,
    gatherSamples: 64,
    passes,
    ...change,
  };
  lighter(job)(0, pass);
  return passes[pass]?.[0] ?? Number.NaN;
}

/** Form factor from a point to a parallel rectangle whose corner is straight above it (any heat-transfer book). */
function cornerFactor(a: number, b: number, c: number): number {
  const [x, y] = [a / c, b / c];
  const [p, q] = [Math.sqrt(1 + x * x), Math.sqrt(1 + y * y)];
  return ((x / p) * Math.atan(y / p) + (y / q) * Math.atan(x / q)) / (2 * Math.PI);
}

describe("light on one texel", () => {
  const lamp = {
    centre: [0, 0, 2],
    u: [0.6, 0, 0],
    v: [0, 0.2, 0],
    normal: [0, 0, -1],
    radiance: [10, 10, 10],
  } as const;

  test("a lamp overhead gives its radiance times the form factor", () => {
    const sunless = { sun: [0, 0, 0] as const, lights: [lamp] };
    expect(lit(sunless, 0)).toBeCloseTo(10 * 4 * cornerFactor(0.6, 0.2, 2 - 0.004), 2);
  });

  test("a lamp behind a roof gives nothing", () => {
    expect(lit({ sun: [0, 0, 0], lights: [lamp] }, 0, ROOF)).toBe(0);
  });

  test("the sun counts by the cosine, and not at all in shadow", () => {
    expect(lit({ sunTowards: [0, 0.866, 0.5] }, 0)).toBeCloseTo(0.5, 6);
    expect(lit({}, 0, ROOF)).toBe(0);
  });

  test("the open sky lights outdoors only", () => {
    expect(lit({ sky: [1, 1, 1], outdoors: true }, 1)).toBeGreaterThan(0.9);
    expect(lit({ sky: [1, 1, 1], outdoors: false }, 1)).toBe(0);
    expect(lit({ sky: [1, 1, 1], outdoors: true }, 1, ROOF)).toBeLessThan(0.3);
  });
});
