// A water curtain between a leak and the people behind it: by how much it thins the cloud, and where.
import type { SubstanceId } from "./substance.ts";

export type Curtain = {
  /** Its two ends in the plan, m. */
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly waterKgPerS: number;
};

/** Largest reduction factor R of a well-placed curtain, and the published range it is chosen from. */
export const CURTAIN_REDUCTION: Readonly<
  Record<SubstanceId, { best: number; range: readonly [number, number]; absorbs: boolean; source: string }>
> = {
  chlorine: {
    best: 3,
    range: [2, 10],
    absorbs: false,
    source:
      "J. Loss Prev. 16:259 (2003), J. Haz. Mat. 96:127 (2003): lifts and dilutes, absorbs under 3 %; R an assumption",
  },
  ammonia: {
    best: 10,
    range: [2, 10],
    absorbs: true,
    source: "very soluble, benefit saturates with water flow (AIChE 447h abstract); R an assumption",
  },
  "hydrogen-sulfide": {
    best: 3,
    range: [2, 10],
    absorbs: false,
    source: "hardly soluble: lifts and dilutes as with chlorine; R an assumption",
  },
};

/** Where a curtain works best, m from the source, and where behind the source a chlorine curtain's help has gone. */
const CURTAIN_NEAR_M = 5;
const CURTAIN_FAR_M = 15;
const CURTAIN_FADED_M = 100;
/** Water per metre of curtain, kg/(s m), that gives about two thirds of the full effect (assumption). */
const CURTAIN_WATER_KG_PER_S_PER_M = 0.5;

/**
 * The factor R >= 1 to divide the concentration at a receiver by: 1 unless the straight line from source to receiver
 * crosses the curtain. Full 5 to 15 m from the source, falling to 1 at the source and at 100 m; it grows with water
 * per metre and saturates. Chlorine recovers its concentration with distance and R is 1 again 100 m from the source;
 * ammonia is absorbed and stays thinned. Plan metres. An own model inside the published ranges.
 */
export const curtainReduction = (
  substance: SubstanceId,
  curtain: Curtain,
  sourceX: number,
  sourceY: number,
  x: number,
  y: number,
): number => {
  const at = crossing(curtain, sourceX, sourceY, x, y);
  if (at === null) return 1;
  const receiverM = distance(sourceX, sourceY, x, y);
  const curtainM = at * receiverM;
  const lengthM = distance(curtain.ax, curtain.ay, curtain.bx, curtain.by);
  const water = 1 - Math.exp(-Math.max(0, curtain.waterKgPerS) / (lengthM * CURTAIN_WATER_KG_PER_S_PER_M));
  const { best, absorbs } = CURTAIN_REDUCTION[substance];
  const lasting = absorbs ? 1 : fade(receiverM, CURTAIN_FAR_M, CURTAIN_FADED_M);
  return 1 + (best - 1) * water * placing(curtainM) * lasting;
};

const placing = (curtainM: number): number =>
  curtainM < CURTAIN_NEAR_M ? curtainM / CURTAIN_NEAR_M : fade(curtainM, CURTAIN_FAR_M, CURTAIN_FADED_M);

/** 1 up to `full`, 0 from `gone` on, straight between. */
const fade = (m: number, full: number, gone: number): number => Math.min(1, Math.max(0, (gone - m) / (gone - full)));

const distance = (ax: number, ay: number, bx: number, by: number): number =>
  Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));

/** Share of the way from source to receiver at which the line meets the curtain, or null. */
const crossing = (curtain: Curtain, sx: number, sy: number, x: number, y: number): number | null => {
  const rx = x - sx;
  const ry = y - sy;
  const cx = curtain.bx - curtain.ax;
  const cy = curtain.by - curtain.ay;
  const cross = rx * cy - ry * cx;
  if (cross === 0) return null;
  const ox = curtain.ax - sx;
  const oy = curtain.ay - sy;
  const alongRay = (ox * cy - oy * cx) / cross;
  const alongCurtain = (ox * ry - oy * rx) / cross;
  return alongRay >= 0 && alongRay <= 1 && alongCurtain >= 0 && alongCurtain <= 1 ? alongRay : null;
};
