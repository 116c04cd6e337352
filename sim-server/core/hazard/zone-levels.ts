// Where the hot zone begins and where air counts as clear, read from a gas's published guideline levels.
import type { Guidelines } from "./toxicity.ts";

/**
 * The hot zone begins at the ten-minute AEGL-2 (harm, or escape impaired) or at IDLH, whichever is lower, ppm; where no
 * ten-minute level is held, at the shortest one that is. Sources: US EPA AEGL, NIOSH IDLH, by way of the guidelines.
 */
export const hotFromPpm = ({ aeglPpm, idlhPpm }: Guidelines): number => {
  const held = aeglPpm[2]?.find((ppm) => ppm !== null) ?? Number.POSITIVE_INFINITY;
  return Math.min(held, idlhPpm ?? Number.POSITIVE_INFINITY);
};

/** Air is clear below AEGL-1 (no more than discomfort) for the longest time held, ppm; below AEGL-2 where none is. */
export const clearBelowPpm = ({ aeglPpm }: Guidelines): number =>
  (aeglPpm[1] ?? aeglPpm[2])?.findLast((ppm) => ppm !== null) ?? Number.POSITIVE_INFINITY;
