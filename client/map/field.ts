// The gas field as the server sends it, unpacked, and the contours of the guideline levels drawn through it.
import type { GasBriefing } from "../../sim-server/protocol/briefing.ts";
import type { FieldFrame } from "../../sim-server/protocol/frames.ts";
import { contours, type Grid, pathOf } from "./contour.ts";

export type Levels = GasBriefing["levels"];
type Band = 0 | 1 | 2 | 3;
/** A band's outline in plan metres; empty where it is nowhere reached. */
type BandPath = { readonly band: 1 | 2 | 3; readonly path: string };
export type Field = { readonly bands: readonly BandPath[]; readonly roomBands: Readonly<Record<string, Band>> };

/** A byte, two hexadecimal digits, is a step on a logarithmic scale from 0.1 ppm; 0 means less than that. */
const LOWEST_LOG = -1;
const STEPS_PER_DECADE = 50;
/** What 0 is drawn as: a little below the scale's first step, so that contours keep off empty air. */
const EMPTY_LOG = LOWEST_LOG - 0.5;
/** Far below every level: what lies outside the net. */
const NOTHING = -3;

/** log10 of ppm where lines cross, which is what a plume is smooth in; then the rooms'. */
export function unpacked(field: FieldFrame): Float32Array {
  const values = new Float32Array(field.x.length * field.y.length + field.rooms.length).fill(EMPTY_LOG);
  let at = 0;
  for (let index = 0; index < field.log.length; index += 2) {
    const byte = Number.parseInt(field.log.slice(index, index + 2), 16);
    if (byte > 0) {
      values[at] = LOWEST_LOG + (byte - 1) / STEPS_PER_DECADE;
      at += 1;
    } else {
      at += Number.parseInt(field.log.slice(index + 2, index + 4), 16);
      index += 2;
    }
  }
  return values;
}

export function fieldOf(frame: FieldFrame | null, levels: Levels): Field {
  if (!frame) return { bands: [], roomBands: {} };
  const values = unpacked(frame);
  const crossings = frame.x.length * frame.y.length;
  const grid: Grid = { x: frame.x, y: frame.y, values: values.subarray(0, crossings) };
  return {
    bands: levels.map(({ band, ppm }) => ({ band, path: pathOf(contours(grid, Math.log10(ppm), NOTHING)) })),
    roomBands: Object.fromEntries(
      frame.rooms.map((room, index) => [room, bandOf(levels, 10 ** (values[crossings + index] ?? NOTHING))]),
    ),
  };
}

/** 0 below the first level held, else the highest band reached. */
export function bandOf(levels: Levels, ppm: number): Band {
  return levels.findLast((level) => ppm >= level.ppm)?.band ?? 0;
}
