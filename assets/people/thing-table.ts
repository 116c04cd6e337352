// Carried things as the client needs them: file, node names, screen sizes and where a hand holds them (metres).
export type ScreenFacts = { readonly node: string; readonly widthM: number; readonly heightM: number };
export type ThingFacts = { readonly file: string; readonly screen: ScreenFacts | null };

/** Screens face +z with +y up; their texture coordinates run 0 to 1 from the lower left corner. */
export const THING_TABLE = {
  tablet: { file: "people/tablet.glb", screen: { node: "tablet-screen", widthM: 0.216, heightM: 0.144 } },
  radio: { file: "people/radio.glb", screen: null },
  detector: { file: "people/detector.glb", screen: { node: "detector-screen", widthM: 0.046, heightM: 0.04 } },
  /** Hands: wrist at the origin, fingers along -z, thumb up, palms facing each other. */
  "glove-left": { file: "people/glove-left.glb", screen: null },
  "glove-right": { file: "people/glove-right.glb", screen: null },
  "hand-left": { file: "people/hand-left.glb", screen: null },
  "hand-right": { file: "people/hand-right.glb", screen: null },
} as const satisfies Record<string, ThingFacts>;
export type ThingName = keyof typeof THING_TABLE;

/** Avatars of other trainees; their joints bear the names of the shared skeleton. */
export const AVATAR_FILES = { work: "people/avatar-work.glb", suit: "people/avatar-suit.glb" } as const;
