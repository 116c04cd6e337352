// Walking and running: where each sole is through a cycle, so that a planted foot never slides.
import { smoothstep } from "./field.ts";
import type { Leg, Stance } from "./rig.ts";
import { SIDES, type Side } from "./skeleton.ts";

export type Gait = {
  readonly durationS: number;
  readonly speedMps: number;
  /** The part of the cycle a foot is on the floor. */
  readonly planted: number;
  readonly liftM: number;
  readonly heelStrike: number;
  readonly heelOff: number;
  readonly hipHeightM: number;
  readonly bounceM: number;
  readonly lean: number;
  readonly armSwing: number;
  readonly elbow: number;
  readonly halfWidthM: number;
};

export const WALK: Gait = {
  durationS: 1.08,
  speedMps: 1.3,
  planted: 0.6,
  liftM: 0.05,
  heelStrike: 17,
  heelOff: 46,
  hipHeightM: 0.918,
  bounceM: 0.014,
  lean: 2,
  armSwing: 24,
  elbow: 20,
  halfWidthM: 0.085,
};
export const RUN: Gait = {
  durationS: 0.72,
  speedMps: 3,
  planted: 0.36,
  liftM: 0.24,
  heelStrike: 6,
  heelOff: 62,
  hipHeightM: 0.9,
  bounceM: 0.032,
  lean: 11,
  armSwing: 42,
  elbow: 82,
  halfWidthM: 0.065,
};

/** One leg at `phase` of the cycle; 0 is the moment its foot lands. */
export const legAt = (gait: Gait, side: Side, phase: number): Leg => {
  const sign = side === "left" ? 1 : -1;
  const cycle = phase - Math.floor(phase);
  const length = gait.speedMps * gait.durationS * gait.planted;
  const x = gait.halfWidthM * sign;
  const front = length * 0.5 + 0.02;
  if (cycle < gait.planted) {
    const t = cycle / gait.planted;
    const landing = -gait.heelStrike * (1 - smoothstep(0, 0.2, t));
    const leaving = gait.heelOff * smoothstep(0.62, 1, t);
    return { sole: [x, 0, front - length * t], pitch: landing + leaving, out: 5 };
  }
  const t = (cycle - gait.planted) / (1 - gait.planted);
  const forward = t + Math.sin(2 * Math.PI * t) * -0.07;
  const pitch = gait.heelOff * (1 - smoothstep(0, 0.7, t)) - gait.heelStrike * smoothstep(0.55, 1, t);
  const lift = gait.liftM * Math.sin(Math.PI * t) ** 1.2 * (t < 0.5 ? 1 : 0.85);
  return { sole: [x, lift, front - length + length * forward], pitch, out: 5, toes: pitch > 0 ? -pitch * 0.3 : 0 };
};

export const gaitStance = (gait: Gait, timeS: number): Stance => {
  const phase = timeS / gait.durationS;
  const wave = Math.cos(2 * Math.PI * phase);
  const sway = Math.sin(2 * Math.PI * phase);
  const bounce = -Math.cos(4 * Math.PI * (phase - gait.planted * 0.12)) * gait.bounceM;
  const arms = SIDES.map(({ side, sign }) => {
    const swing = wave * gait.armSwing * sign - (gait.elbow > 45 ? 6 : 0);
    const bend = gait.elbow + Math.max(0, -swing) * 0.5;
    return [side, { lower: gait.elbow > 45 ? 72 : 79, swing, bend, wrist: [0, 4, 0] as const }] as const;
  });
  const [left, right] = arms;
  return {
    hips: [sway * 0.016, gait.hipHeightM + bounce, 0],
    turns: {
      hips: [gait.lean * 0.5, wave * -5, sway * -2],
      spine: [gait.lean * 0.5, wave * 3],
      chest: [gait.lean * 0.4, wave * 6, sway * 1.5],
      neck: [-gait.lean * 0.4, wave * -2],
      head: [-gait.lean * 0.6, wave * -2],
    },
    legs: { left: legAt(gait, "left", phase), right: legAt(gait, "right", phase + 0.5) },
    arms: { left: left?.[1] ?? { lower: 79 }, right: right?.[1] ?? { lower: 79 } },
  };
};
