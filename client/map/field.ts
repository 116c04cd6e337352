// The gas field as the server sends it, and the guideline levels (AEGL, chlorine, 60 minutes) drawn through it.
import type { FieldFrame } from "../../sim-server/protocol/frames.ts";
import { contours, type Grid, pathOf } from "./contour.ts";

/** AEGL-1, 2 and 3 for chlorine and one hour, ppm. */
export const BAND_PPM = [0.5, 2, 20] as const;

/** A byte, two hexadecimal digits, is a step on a logarithmic scale from 0.1 ppm; 0 means less than that. */
const LOWEST_LOG = -1;
const STEPS_PER_DECADE = 50;
/** Far below every level: what lies outside the grid. */
const NOTHING = -3;

/** Values of the grid are log10 of ppm, which is what a plume is smooth in. */
function gridOf(field: FieldFrame): Grid {
  const values = new Float32Array(field.columns * field.rows);
  for (let index = 0; index < values.length; index += 1) {
    const byte = Number.parseInt(field.log.slice(index * 2, index * 2 + 2), 16) || 0;
    values[index] = byte === 0 ? LOWEST_LOG - 0.5 : LOWEST_LOG + (byte - 1) / STEPS_PER_DECADE;
  }
  return { ...field, values };
}

/** One path per band, in plan metres; an empty path where the band is nowhere reached. */
export function bandPaths(field: FieldFrame): readonly string[] {
  const grid = gridOf(field);
  return BAND_PPM.map((ppm) => pathOf(contours(grid, Math.log10(ppm), NOTHING)));
}

/** 0 below AEGL-1, else 1 to 3. */
export function bandOf(ppm: number): 0 | 1 | 2 | 3 {
  if (ppm >= BAND_PPM[2]) return 3;
  if (ppm >= BAND_PPM[1]) return 2;
  return ppm >= BAND_PPM[0] ? 1 : 0;
}
