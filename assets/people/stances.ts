// The still and slow clips: how a person stands, works, kneels, coughs, falls, lies, sits, calls and points.
import { smoothstep } from "./field.ts";
import type { Arm, Leg, Stance } from "./rig.ts";

const TAU = Math.PI * 2;
const wave = (turn: number, times = 1, offset = 0): number => Math.sin(TAU * (turn * times + offset));

const foot = (x: number, z: number, out = 9): Leg => ({ sole: [x, 0, z], out });
const FEET = { left: foot(0.115, 0.01), right: foot(-0.115, -0.02) };
const hang = (swing: number, bend: number, lower = 80): Arm => ({ lower, swing, bend, wrist: [0, 6, 0] });

export const idling = (turn: number): Stance => {
  const breath = wave(turn);
  const sway = wave(turn, 1, 0.2);
  return {
    hips: [0.008 * sway, 0.938 + 0.002 * breath, -0.012],
    turns: {
      hips: [0, 2, 0.8 * sway],
      spine: [1 + 0.5 * breath, -1],
      chest: [-0.8 * breath],
      upperChest: [-0.6 * breath],
      neck: [2],
      head: [1 + breath, 4 * sway],
    },
    legs: FEET,
    arms: { left: hang(-3 + breath, 14), right: hang(-2 - breath, 16) },
  };
};

/** Both hands on a wheel in front of the chest, turning it. */
export const working = (turn: number): Stance => {
  const angle = wave(turn) * 0.55;
  const grip = (side: number): [number, number, number] => [
    Math.cos(angle) * 0.13 * side,
    1.13 + Math.sin(angle) * 0.13 * side,
    0.4,
  ];
  return {
    hips: [0, 0.928, -0.03],
    turns: { hips: [3, wave(turn) * 2], spine: [7, wave(turn) * 4], chest: [5, wave(turn) * 3], neck: [6], head: [14] },
    legs: { left: foot(0.13, 0.1), right: foot(-0.13, -0.12) },
    arms: {
      left: { hand: grip(1), elbow: [0.7, -0.7, -0.1], wrist: [-20, 0, -25] },
      right: { hand: grip(-1), elbow: [-0.7, -0.7, -0.1], wrist: [-20, 0, -25] },
    },
  };
};

/** Kneeling on the right knee, both hands busy low in front. */
export const crouching = (turn: number): Stance => {
  const busy = wave(turn) * 0.03;
  return {
    hips: [0, 0.485, -0.05],
    turns: { hips: [10, wave(turn) * 2], spine: [14, wave(turn) * 3], chest: [12], neck: [4], head: [8] },
    legs: {
      left: { sole: [0.13, 0, 0.28], out: 8 },
      right: { sole: [-0.12, 0.01, -0.42], pitch: 72, out: 4, knee: [-0.1, -0.6, 0.8] },
    },
    arms: {
      left: { hand: [0.16 + busy, 0.5, 0.42], elbow: [0.8, -0.3, -0.2], wrist: [-10, 0, -20] },
      right: { hand: [-0.16 + busy, 0.52 - busy, 0.4], elbow: [-0.8, -0.3, -0.2], wrist: [-10, 0, -20] },
    },
  };
};

/** Bent over, the right fist at the mouth: two fits of coughing and a breath between. */
export const coughing = (turn: number): Stance => {
  const spasm = (at: number): number => smoothstep(at - 0.05, at, turn) * (1 - smoothstep(at, at + 0.1, turn));
  const cough = spasm(0.12) + spasm(0.27) + spasm(0.42) * 0.8 + spasm(0.72) + spasm(0.86) * 0.7;
  return {
    hips: [0, 0.915 - 0.012 * cough, -0.05],
    turns: {
      hips: [8 + 2 * cough],
      spine: [12 + 5 * cough],
      chest: [12 + 6 * cough],
      upperChest: [6 + 3 * cough],
      neck: [4 + 4 * cough],
      head: [2 + 9 * cough],
    },
    legs: { left: foot(0.13, 0.08), right: foot(-0.13, -0.06) },
    arms: {
      left: { hand: [0.12, 0.98, 0.2], elbow: [0.8, 0.1, -0.6], wrist: [0, 0, -20] },
      right: {
        hand: [-0.075, 1.35 - 0.03 * cough, 0.38 + 0.015 * cough],
        elbow: [-0.6, -0.8, 0.1],
        wrist: [0, 30, 0],
        shrug: 8,
      },
    },
  };
};

export const lying = (turn: number): Stance => {
  const breath = wave(turn);
  return {
    hips: [0, 0.125, -0.2],
    turns: {
      hips: [-90],
      spine: [1 + breath * 0.6],
      chest: [2 - breath * 0.5],
      upperChest: [1],
      neck: [-2, 9],
      head: [-6, 26],
    },
    legs: {
      left: { thigh: [-24, 0, 12], knee: 46, foot: 14 },
      right: { thigh: [-6, -14, -9], knee: 3, foot: 26 },
    },
    arms: {
      left: { hand: [0.64, 0.05, -0.56], elbow: [0.8, 0.06, 0.6] },
      right: { hand: [-0.3, 0.06, -0.16], elbow: [-0.9, 0.05, -0.1], wrist: [0, 14, 0] },
    },
  };
};

export type Key = { readonly atS: number; readonly stance: Stance };

export const collapseKeys = (): Key[] => [
  { atS: 0, stance: coughing(0.12) },
  {
    atS: 0.55,
    stance: {
      hips: [0.02, 0.74, -0.1],
      turns: { hips: [14, 0, 4], spine: [18], chest: [14], neck: [12], head: [18, 8] },
      legs: { left: { sole: [0.13, 0, 0.1], out: 14 }, right: { sole: [-0.13, 0, -0.1], pitch: 30, out: 6 } },
      arms: { left: hang(-30, 30, 64), right: { hand: [-0.06, 1.12, 0.3], elbow: [-0.7, -0.7, 0] } },
    },
  },
  {
    atS: 1.05,
    stance: {
      hips: [0.03, 0.44, -0.16],
      turns: { hips: [-4, 0, 12], spine: [20, 0, 6], chest: [14], neck: [16], head: [20, 14] },
      legs: {
        left: { thigh: [-72, 0, 6], knee: 112, foot: 10 },
        right: { thigh: [-40, 0, -6], knee: 128, foot: 40 },
      },
      arms: { left: hang(-25, 25, 58), right: hang(-10, 30, 66) },
    },
  },
  {
    atS: 1.5,
    stance: {
      hips: [0.01, 0.19, -0.2],
      turns: { hips: [-62, 0, 8], spine: [14], chest: [12], neck: [14], head: [14, 20] },
      legs: { left: { thigh: [-52, 0, 10], knee: 84, foot: 12 }, right: { thigh: [-30, 0, -8], knee: 52, foot: 20 } },
      arms: { left: { lower: 56, swing: -20, bend: 40 }, right: { lower: 36, swing: -14, bend: 44 } },
    },
  },
  { atS: 1.85, stance: { ...lying(0), hips: [0, 0.13, -0.2] } },
  { atS: 2.2, stance: lying(0) },
];

/** On a seat 0.45 m high, hands resting on the thighs. */
export const sitting = (turn: number): Stance => {
  const breath = wave(turn);
  return {
    hips: [0, 0.545, -0.02],
    turns: {
      hips: [-6],
      spine: [5 + breath * 0.6],
      chest: [3],
      upperChest: [-0.8 * breath],
      neck: [2],
      head: [3, 7 * wave(turn, 1, 0.3)],
    },
    legs: {
      left: { sole: [0.13, 0, 0.41], out: 8 },
      right: { sole: [-0.13, 0, 0.39], out: 8 },
    },
    arms: {
      left: { hand: [0.15, 0.68, 0.27], elbow: [0.7, -0.2, -0.6], wrist: [10, -8, -8] },
      right: { hand: [-0.15, 0.68, 0.26], elbow: [-0.7, -0.2, -0.6], wrist: [10, -8, -8] },
    },
  };
};

/** The handset in the right hand, before the mouth. */
export const radioing = (turn: number): Stance => {
  const nod = wave(turn, 2);
  return {
    ...idling(turn),
    turns: { hips: [0, 3], spine: [2], chest: [0, 3], neck: [3], head: [5 + 1.5 * nod, 5 + 2 * wave(turn)] },
    arms: {
      left: hang(-4, 18),
      right: { hand: [-0.12, 1.42 + 0.004 * nod, 0.23], elbow: [-0.55, -0.8, 0.05], wrist: [0, 24, 24], shrug: 3 },
    },
  };
};

/** The right arm stretched towards a place ahead. */
export const pointing = (turn: number): Stance => {
  const stress = wave(turn, 2);
  return {
    ...idling(turn),
    turns: {
      hips: [0, 4],
      spine: [2, 4],
      chest: [0, 8],
      upperChest: [0, 4],
      neck: [0, -6],
      head: [1, -8 + 2 * wave(turn)],
    },
    arms: {
      left: hang(-4, 18),
      right: {
        hand: [-0.3, 1.46 + 0.02 * stress, 0.55 + 0.01 * stress],
        elbow: [-0.7, -0.6, 0],
        wrist: [0, 0, 0],
        shrug: 6,
      },
    },
  };
};
