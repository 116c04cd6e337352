// Britter and McQuaid's curves: how far a heavy release reaches at each volume fraction, by its alpha.

/** One straight piece of a correlation: slope * alpha + at, for alpha up to `to`. */
type Piece = readonly [to: number, slope: number, at: number];
type Correlation = readonly (readonly [fraction: number, pieces: readonly Piece[]])[];
const END = Number.POSITIVE_INFINITY;

const STEADY: Correlation = [
  [
    0.1,
    [
      [-0.55, 0, 1.75],
      [-0.14, 0.24, 1.88],
      [END, -0.5, 1.78],
    ],
  ],
  [
    0.05,
    [
      [-0.68, 0, 1.92],
      [-0.29, 0.36, 2.16],
      [-0.18, 0, 2.06],
      [END, -0.56, 1.96],
    ],
  ],
  [
    0.02,
    [
      [-0.69, 0, 2.08],
      [-0.31, 0.45, 2.39],
      [-0.16, 0, 2.25],
      [END, -0.54, 2.16],
    ],
  ],
  [
    0.01,
    [
      [-0.7, 0, 2.25],
      [-0.29, 0.49, 2.59],
      [-0.2, 0, 2.45],
      [END, -0.52, 2.35],
    ],
  ],
  [
    0.005,
    [
      [-0.67, 0, 2.4],
      [-0.28, 0.59, 2.8],
      [-0.15, 0, 2.63],
      [END, -0.49, 2.56],
    ],
  ],
  [
    0.002,
    [
      [-0.69, 0, 2.6],
      [-0.25, 0.39, 2.87],
      [-0.13, 0, 2.77],
      [END, -0.5, 2.71],
    ],
  ],
];
const SUDDEN: Correlation = [
  [
    0.1,
    [
      [-0.44, 0, 0.7],
      [0.43, 0.26, 0.81],
      [END, 0, 0.93],
    ],
  ],
  [
    0.05,
    [
      [-0.56, 0, 0.85],
      [0.31, 0.26, 1.0],
      [END, -0.12, 1.12],
    ],
  ],
  [
    0.02,
    [
      [-0.66, 0, 0.95],
      [0.32, 0.36, 1.19],
      [END, -0.26, 1.38],
    ],
  ],
  [
    0.01,
    [
      [-0.71, 0, 1.15],
      [0.37, 0.34, 1.39],
      [END, -0.38, 1.66],
    ],
  ],
  [
    0.005,
    [
      [-0.52, 0, 1.48],
      [0.24, 0.26, 1.62],
      [END, -0.3, 1.75],
    ],
  ],
  [
    0.002,
    [
      [0.27, 0, 1.83],
      [END, -0.32, 1.92],
    ],
  ],
  [
    0.001,
    [
      [-0.1, 0, 2.075],
      [END, -0.27, 2.05],
    ],
  ],
];

/** Volume fractions and the log10 of the scaled distance at which each is reached, nearest first. */
export type Profile = readonly { readonly fraction: number; readonly beta: number }[];

const profile = (correlation: Correlation, alpha: number): Profile =>
  correlation.map(([fraction, pieces]) => {
    const piece = pieces.find(([to]) => alpha <= to) ?? [END, 0, 0];
    return { fraction, beta: piece[1] * alpha + piece[2] };
  });

/** The workbook's curves for a steady release; valid for alpha from -1 to 1. */
export const steadyProfile = (alpha: number): Profile => profile(STEADY, alpha);
/** The workbook's curves for an instantaneous release; valid for alpha from -1 to 1. */
export const suddenProfile = (alpha: number): Profile => profile(SUDDEN, alpha);
