// Sounds that mean something: the gas alarm, the evacuation siren, the detector, the air whistle, the telephone, a button.
import { filter, gate, loop, noise, once, TAU } from "./synthesis.ts";

const square = (turns: number): number => Math.tanh(4 * Math.sin(TAU * turns));

/** Fixed gas alarm: two tones a second, 960 Hz and 770 Hz in turn. */
export const gasAlarm = (sampleRate: number): Float32Array => {
  const horn = filter("band", 1500, 0.5, sampleRate);
  return once(2, sampleRate, (t) => {
    const part = t % 0.5;
    const tone = t % 1 < 0.5 ? 960 : 770;
    return horn(square(tone * part) * gate(part, 0, 0.5, 0.008));
  });
};

/** Evacuation siren: a slow wail between 450 and 1150 Hz, one sweep in four seconds. */
export const evacuationSiren = (sampleRate: number): Float32Array => {
  const horn = filter("band", 1000, 0.6, sampleRate);
  // The sweep's phase is written out, so that whole sweeps end where they began.
  const turns = (t: number): number => 800 * t - (350 * 4 * Math.sin((TAU * t) / 4)) / TAU;
  return loop(8, sampleRate, (t) => horn(square(turns(t)) + 0.25 * Math.sin(TAU * 2 * turns(t))));
};

/** Hand-held detector: two short chirps at 2.7 kHz, then a rest. */
export const detectorBeep = (sampleRate: number): Float32Array =>
  once(1, sampleRate, (t) => {
    const on = gate(t, 0.02, 0.12, 0.004) + gate(t, 0.2, 0.3, 0.004);
    return on * (Math.sin(TAU * 2700 * t) + 0.25 * Math.sin(TAU * 5400 * t));
  });

/** Low-air whistle of a breathing set: a shrill, breathy, slightly beating tone between 2 and 4 kHz (EN 137). */
export const airWhistle = (sampleRate: number): Float32Array => {
  const white = noise(91);
  const breath = filter("band", 3000, 2.5, sampleRate);
  return loop(2, sampleRate, (t) => {
    const beat = 0.75 + 0.25 * Math.sin(TAU * 13 * t);
    return beat * (Math.sin(TAU * 2850 * t) + 0.4 * Math.sin(TAU * 3420 * t)) + breath(white()) * 0.8;
  });
};

/** Desk telephone: one second of ringing, two of rest. */
export const phoneRing = (sampleRate: number): Float32Array => {
  const shell = filter("band", 1400, 0.7, sampleRate);
  return once(3, sampleRate, (t) => {
    const warble = t % 0.08 < 0.04 ? 1320 : 1060;
    return shell(square(warble * t) + 0.4 * Math.sin(TAU * 2 * warble * t)) * gate(t, 0.01, 1.05, 0.02);
  });
};

/** A push button going in and coming back. */
export const buttonClick = (sampleRate: number): Float32Array => {
  const knock = (t: number, hertz: number): number => (t < 0 ? 0 : Math.sin(TAU * hertz * t) * Math.exp(-t * 320));
  return once(
    0.16,
    sampleRate,
    (t) => knock(t - 0.004, 1900) + 0.6 * knock(t - 0.075, 2500) + 0.4 * knock(t - 0.004, 420),
  );
};
