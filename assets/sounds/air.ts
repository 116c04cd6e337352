// Air and water: the leak, the fan, the pump, the breath in the mask, and a cough.
import { filter, loop, noise, once, TAU } from "./synthesis.ts";

/** Chlorine escaping under pressure: a bright, uneven hiss. */
export const leakHiss = (sampleRate: number): Float32Array => {
  const white = noise(3);
  const drift = noise(17);
  const bright = filter("high", 2600, 0.7, sampleRate);
  const jet = filter("band", 5200, 0.9, sampleRate);
  const slow = filter("low", 6, 0.7, sampleRate);
  return loop(4, sampleRate, () => {
    const sample = white();
    return (bright(sample) * 0.6 + jet(sample) * 1.1) * (1 + 14 * slow(drift()));
  });
};

/** Extract fan: blade tone at 98 Hz with its harmonics over rushing air. */
export const fan = (sampleRate: number): Float32Array => {
  const white = noise(41);
  const rush = filter("band", 420, 0.45, sampleRate);
  return loop(3, sampleRate, (t) => {
    const blades = Math.sin(TAU * 98 * t) + 0.5 * Math.sin(TAU * 196 * t) + 0.22 * Math.sin(TAU * 294 * t);
    return blades * 0.5 * (1 + 0.08 * Math.sin(TAU * 2 * t)) + rush(white()) * 0.9;
  });
};

/** Pump and spray: a motor's hum at 50 Hz beneath water in the pipe. */
export const pump = (sampleRate: number): Float32Array => {
  const white = noise(57);
  const gurgle = noise(58);
  const water = filter("band", 1500, 0.4, sampleRate);
  const body = filter("band", 260, 1.2, sampleRate);
  const slow = filter("low", 11, 0.7, sampleRate);
  return loop(4, sampleRate, (t) => {
    const hum = Math.sin(TAU * 50 * t) + 0.7 * Math.sin(TAU * 100 * t) + 0.35 * Math.sin(TAU * 150 * t);
    const sample = white();
    return hum * 0.28 + water(sample) * 0.7 * (1 + 9 * slow(gurgle())) + body(sample) * 0.7;
  });
};

/** Breathing through a demand valve: in for 1.4 s, a click, out for 1.7 s, a rest. */
export const maskBreath = (sampleRate: number): Float32Array => {
  const white = noise(77);
  const inward = filter("band", 1350, 1.5, sampleRate);
  const outward = filter("band", 560, 1.4, sampleRate);
  const swell = (t: number, from: number, to: number): number =>
    t <= from || t >= to ? 0 : Math.sin((Math.PI * (t - from)) / (to - from)) ** 0.8;
  return once(4.2, sampleRate, (t) => {
    const sample = white();
    const click = t > 1.48 && t < 1.5 ? sample * (1.5 - t) * 26 : 0;
    return inward(sample) * 1.5 * swell(t, 0.06, 1.46) + outward(sample) * 1.1 * swell(t, 1.8, 3.5) + click * 0.4;
  });
};

/** A fit of coughing: three bursts that start hard and die away, the last the weakest, then a rest for breath. */
export const cough = (sampleRate: number): Float32Array => {
  const white = noise(103);
  const throat = filter("band", 620, 1.1, sampleRate);
  const mouth = filter("band", 1500, 0.9, sampleRate);
  const burst = (t: number, at: number, strength: number): number =>
    t < at ? 0 : strength * Math.min(1, (t - at) / 0.008) * Math.exp(-(t - at) * 13);
  return once(2.6, sampleRate, (t) => {
    const strength = burst(t, 0.05, 1) + burst(t, 0.42, 0.8) + burst(t, 0.95, 0.55);
    const voice = Math.sin(TAU * (170 - 40 * (t % 0.4)) * t);
    const sample = white();
    return strength * (throat(sample) * 2.2 + mouth(sample) * 0.45 + voice * 0.08);
  });
};
