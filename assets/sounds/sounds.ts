// Every sound by name: how it is made, how long it lasts, whether it is repeated without a seam.
import { cough, fan, leakHiss, maskBreath, pump } from "./air.ts";
import { doorMetal, footstep, squelchClose, squelchOpen, valveSqueak } from "./handling.ts";
import { airWhistle, buttonClick, detectorBeep, evacuationSiren, gasAlarm, phoneRing } from "./signals.ts";

export type Sound = {
  /** Samples in [-1, 1] at the given rate, mono. */
  readonly make: (sampleRate: number) => Float32Array;
  readonly durationS: number;
  readonly loops: boolean;
};
const one = (make: Sound["make"], durationS: number): Sound => ({ make, durationS, loops: false });
const endless = (make: Sound["make"], durationS: number): Sound => ({ make, durationS, loops: true });

export const SOUNDS = {
  "gas-alarm": endless(gasAlarm, 2),
  "evacuation-siren": endless(evacuationSiren, 8),
  "leak-hiss": endless(leakHiss, 4),
  fan: endless(fan, 3),
  pump: endless(pump, 4),
  "mask-breath": endless(maskBreath, 4.2),
  cough: endless(cough, 2.6),
  "air-whistle": endless(airWhistle, 2),
  "squelch-open": one(squelchOpen, 0.14),
  "squelch-close": one(squelchClose, 0.3),
  "valve-squeak": one(valveSqueak, 1.1),
  "door-metal": one(doorMetal, 1.3),
  "phone-ring": endless(phoneRing, 3),
  "button-click": one(buttonClick, 0.16),
  "detector-beep": endless(detectorBeep, 1),
  footstep: one(footstep, 0.28),
} as const satisfies Record<string, Sound>;
export type SoundName = keyof typeof SOUNDS;
export const SOUND_NAMES = Object.keys(SOUNDS) as SoundName[];
