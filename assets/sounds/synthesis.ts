// The bench all sounds are made on: repeatable noise, filters, envelopes and seamless loops; no Node, no Web Audio.
export const TAU = Math.PI * 2;
export type Source = (timeS: number) => number;
export type Filter = (input: number) => number;

/** White noise in [-1, 1], the same every time for a seed. */
export const noise = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2147483648 - 1;
  };
};

/** A second-order filter around `hertz`. */
export const filter = (kind: "low" | "high" | "band", hertz: number, q: number, sampleRate: number): Filter => {
  const w = (TAU * Math.min(hertz, sampleRate * 0.45)) / sampleRate;
  const cos = Math.cos(w);
  const alpha = Math.sin(w) / (2 * q);
  const a0 = 1 + alpha;
  const edge = kind === "low" ? 1 - cos : 1 + cos;
  const b0 = kind === "band" ? alpha : edge / 2;
  const b1 = kind === "band" ? 0 : kind === "low" ? edge : -edge;
  const b2 = kind === "band" ? -alpha : edge / 2;
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  return (x) => {
    const y = (b0 * x + b1 * x1 + b2 * x2 + 2 * cos * y1 - (1 - alpha) * y2) / a0;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    return y;
  };
};

/** 1 between `from` and `to`, with ramps of `ramp` seconds so that nothing clicks. */
export const gate = (timeS: number, from: number, to: number, ramp: number): number =>
  Math.max(0, Math.min(1, (timeS - from) / ramp, (to - timeS) / ramp));

export const PEAK = 0.8;

const levelled = (samples: Float32Array): Float32Array => {
  let mean = 0;
  for (const sample of samples) mean += sample;
  mean /= samples.length;
  let loudest = 1e-9;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample - mean));
  return samples.map((sample) => ((sample - mean) / loudest) * PEAK);
};

const rendered = (durationS: number, sampleRate: number, source: Source): Float32Array => {
  const samples = new Float32Array(Math.round(durationS * sampleRate));
  for (let i = 0; i < samples.length; i++) samples[i] = source(i / sampleRate);
  return samples;
};

/** A sound that plays once: it starts within a millisecond and ends in silence. */
export const once = (durationS: number, sampleRate: number, source: Source): Float32Array => {
  const samples = levelled(rendered(durationS, sampleRate, source));
  const head = Math.round(0.001 * sampleRate);
  for (let i = 0; i < head; i++) samples[i] = (samples[i] ?? 0) * (i / head);
  const tail = Math.min(samples.length, Math.round(0.012 * sampleRate));
  for (let i = 0; i < tail; i++) {
    const at = samples.length - 1 - i;
    samples[at] = (samples[at] ?? 0) * (i / tail);
  }
  return samples;
};

/** A sound that can be repeated without a seam: its overhang is folded, at equal power, into its beginning. */
export const loop = (durationS: number, sampleRate: number, source: Source): Float32Array => {
  const fold = Math.round(Math.min(0.4, durationS / 3) * sampleRate);
  const length = Math.round(durationS * sampleRate);
  const long = rendered((length + fold) / sampleRate, sampleRate, source);
  const samples = long.slice(0, length);
  for (let i = 0; i < fold; i++) {
    const t = i / fold;
    samples[i] = (long[i] ?? 0) * Math.sqrt(t) + (long[length + i] ?? 0) * Math.sqrt(1 - t);
  }
  return levelled(samples);
};
