// Things handled: the radio's squelch, a stiff valve, a metal door, a step on concrete.
import { filter, noise, once, TAU } from "./synthesis.ts";

const squelch = (sampleRate: number, seed: number, durationS: number, fade: number): Float32Array => {
  const white = noise(seed);
  const voice = filter("band", 1800, 1.1, sampleRate);
  return once(durationS, sampleRate, (t) => voice(white()) * Math.min(1, t * 400) * Math.exp(-t * fade));
};

/** The channel opens: a short burst. */
export const squelchOpen = (sampleRate: number): Float32Array => squelch(sampleRate, 31, 0.14, 14);

/** The channel closes: a longer tail of noise, then nothing. */
export const squelchClose = (sampleRate: number): Float32Array => squelch(sampleRate, 33, 0.3, 7);

/** A dry handwheel: stick and slip at three resonances. */
export const valveSqueak = (sampleRate: number): Float32Array => {
  const white = noise(21);
  const tones = (
    [
      [760, 18, 1],
      [1390, 24, 0.8],
      [2260, 20, 0.4],
    ] as const
  ).map(([hertz, q, share]) => ({ pass: filter("band", hertz, q, sampleRate), share }));
  return once(1.1, sampleRate, (t) => {
    const grip = Math.max(0, Math.sin(TAU * (9 * t + 4 * t * t))) ** 5;
    const sample = white() * grip * Math.min(1, t * 14, (1.1 - t) * 7);
    return tones.reduce((sum, { pass, share }) => sum + pass(sample) * share, 0);
  });
};

/** A steel leaf falling shut: thud, ringing plate, rattle of the latch. */
export const doorMetal = (sampleRate: number): Float32Array => {
  const white = noise(55);
  const thud = filter("low", 240, 0.8, sampleRate);
  const latch = filter("band", 2300, 3, sampleRate);
  const plate = [
    [92, 6],
    [174, 8],
    [268, 10],
    [418, 14],
    [604, 17],
    [880, 24],
  ] as const;
  return once(1.3, sampleRate, (t) => {
    const ring = plate.reduce((sum, [hertz, fade], i) => {
      return sum + (Math.sin(TAU * hertz * t + i) * Math.exp(-fade * t)) / (1 + i * 0.45);
    }, 0);
    const sample = white();
    const rattle = t > 0.07 ? Math.exp(-(t - 0.07) * 45) : 0;
    return ring + thud(sample) * 5 * Math.exp(-t * 28) + latch(sample) * 1.6 * rattle;
  });
};

/** One step on concrete: heel, then sole. */
export const footstep = (sampleRate: number): Float32Array => {
  const white = noise(91);
  const heel = filter("band", 170, 0.9, sampleRate);
  const sole = filter("band", 900, 0.6, sampleRate);
  const after = (t: number, from: number, fade: number): number => (t < from ? 0 : Math.exp(-(t - from) * fade));
  return once(0.28, sampleRate, (t) => {
    const sample = white();
    return (
      heel(sample) * 4 * after(t, 0.004, 55) + sole(sample) * (0.5 * after(t, 0.004, 120) + 0.45 * after(t, 0.075, 60))
    );
  });
};
