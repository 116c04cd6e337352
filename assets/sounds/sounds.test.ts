// Hears the sounds with numbers: length, level, seam, and where their energy lies by a Fourier transform.
import { describe, expect, test } from "vitest";
import { SOUND_NAMES, SOUNDS, type SoundName } from "./sounds.ts";

const RATE = 44_100;
const SIZE = 4096;

/** Power per bin of a stretch of samples, by a radix-2 transform over a Hann window. */
const spectrum = (samples: Float32Array, from: number): Float64Array => {
  const re = new Float64Array(SIZE);
  const im = new Float64Array(SIZE);
  for (let i = 0; i < SIZE; i++) {
    let reversed = 0;
    for (let bit = 0; bit < 12; bit++) reversed |= ((i >> bit) & 1) << (11 - bit);
    re[reversed] = (samples[from + i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIZE));
  }
  for (let span = 1; span < SIZE; span *= 2)
    for (let start = 0; start < SIZE; start += span * 2)
      for (let k = 0; k < span; k++) {
        const angle = (-Math.PI * k) / span;
        const [a, b] = [start + k, start + k + span];
        const [bre, bim] = [re[b] ?? 0, im[b] ?? 0];
        const tre = bre * Math.cos(angle) - bim * Math.sin(angle);
        const tim = bre * Math.sin(angle) + bim * Math.cos(angle);
        [re[b], im[b]] = [(re[a] ?? 0) - tre, (im[a] ?? 0) - tim];
        [re[a], im[a]] = [(re[a] ?? 0) + tre, (im[a] ?? 0) + tim];
      }
  return new Float64Array(SIZE / 2).map((_, i) => (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2);
};

/** The share of the energy between two frequencies, over the stretch that starts at `atS`. */
const share = (name: SoundName, atS: number, low: number, high: number): number => {
  const power = spectrum(SOUNDS[name].make(RATE), Math.round(atS * RATE));
  let within = 0;
  let all = 0;
  power.forEach((value, bin) => {
    const hertz = (bin * RATE) / SIZE;
    all += value;
    if (hertz >= low && hertz <= high) within += value;
  });
  return within / all;
};

const loudest = (name: SoundName, atS: number): number => {
  const power = spectrum(SOUNDS[name].make(RATE), Math.round(atS * RATE));
  return (power.indexOf(Math.max(...power)) * RATE) / SIZE;
};

const rms = (samples: Float32Array): number => Math.sqrt(samples.reduce((sum, v) => sum + v * v, 0) / samples.length);

describe.each(SOUND_NAMES)("%s", (name) => {
  test.each([44_100, 48_000])("lasts as long as it says, stays within range and can be heard at %i Hz", (rate) => {
    const samples = SOUNDS[name].make(rate);
    expect(samples.length).toBe(Math.round(SOUNDS[name].durationS * rate));
    expect(samples.every((value) => Number.isFinite(value) && Math.abs(value) <= 1)).toBe(true);
    expect(rms(samples)).toBeGreaterThan(0.01);
  });

  test("is the same each time it is made", () => {
    expect(SOUNDS[name].make(RATE)).toEqual(SOUNDS[name].make(RATE));
  });

  test("has no click where it ends or begins again", () => {
    const samples = SOUNDS[name].make(RATE);
    const steps = samples.slice(1).map((value, i) => Math.abs(value - (samples[i] ?? 0)));
    const steepest = steps.reduce((most, step) => Math.max(most, step), 0);
    const seam = Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0));
    expect(seam).toBeLessThanOrEqual(Math.max(0.02, steepest));
    if (!SOUNDS[name].loops) expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.02);
  });
});

describe("a loop keeps its loudness over the seam", () => {
  test.each(["leak-hiss", "fan", "pump", "air-whistle"] as const)("%s", (name) => {
    const samples = SOUNDS[name].make(RATE);
    const edge = rms(samples.slice(0, RATE / 5));
    expect(edge / rms(samples)).toBeGreaterThan(0.6);
    expect(edge / rms(samples)).toBeLessThan(1.6);
  });
});

describe("each sound lies where its source would sound", () => {
  test("the gas alarm alternates two tones", () => {
    expect(loudest("gas-alarm", 0.2)).toBeCloseTo(960, -1.5);
    expect(loudest("gas-alarm", 0.7)).toBeCloseTo(770, -1.5);
  });

  test("the siren wails from low to high and back", () => {
    expect(loudest("evacuation-siren", 3.95)).toBeLessThan(560);
    expect(loudest("evacuation-siren", 5.95)).toBeGreaterThan(1040);
  });

  test.each([
    ["leak-hiss", 1, 2000, 16_000, 0.85],
    ["fan", 1, 60, 1200, 0.85],
    ["pump", 1, 40, 4000, 0.8],
    ["mask-breath", 0.6, 700, 2600, 0.7],
    ["mask-breath", 2.4, 200, 1300, 0.7],
    ["air-whistle", 0.5, 2000, 4000, 0.9],
    ["cough", 0.05, 200, 3000, 0.8],
    ["detector-beep", 0.02, 2500, 2900, 0.8],
    ["phone-ring", 0.3, 800, 3200, 0.8],
    ["squelch-open", 0.01, 700, 4500, 0.75],
    ["squelch-close", 0.02, 700, 4500, 0.75],
    ["valve-squeak", 0.3, 600, 2600, 0.8],
    ["door-metal", 0.001, 40, 900, 0.7],
    ["footstep", 0.001, 60, 1500, 0.6],
    ["button-click", 0.001, 300, 3500, 0.7],
  ] as const)("%s at %f s lies between %i and %i Hz", (name, atS, low, high, least) => {
    expect(share(name, atS, low, high)).toBeGreaterThan(least);
  });
});
