// What each clip is called, how long it lasts and how fast its feet travel; the client reads this, so nothing heavy here.
export const CLIP_NAMES = [
  "idle",
  "walk",
  "run",
  "work-crouch",
  "work-stand",
  "cough",
  "collapse",
  "lie",
  "sit",
  "talk-radio",
  "point",
] as const;
export type ClipName = (typeof CLIP_NAMES)[number];
export type ClipFacts = {
  readonly durationS: number;
  readonly loops: boolean;
  /** Ground speed at which the feet do not slide (for a figure of scale 1). */
  readonly groundSpeedMps: number;
};

const still = (durationS: number, loops = true): ClipFacts => ({ durationS, loops, groundSpeedMps: 0 });

export const CLIP_TABLE: Readonly<Record<ClipName, ClipFacts>> = {
  idle: still(4),
  walk: { durationS: 1.08, loops: true, groundSpeedMps: 1.3 },
  run: { durationS: 0.72, loops: true, groundSpeedMps: 3 },
  "work-crouch": still(2.4),
  "work-stand": still(2.4),
  cough: still(2.6),
  collapse: still(2.2, false),
  lie: still(4),
  sit: still(4),
  "talk-radio": still(3.2),
  point: still(3.2),
};

/** The clips of all figures; any figure's mixer can play them, for the joints have the same names. */
export const CLIPS_FILE = "people/clips.glb";
