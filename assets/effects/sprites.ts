// The effect textures as the client needs them: files, how they are divided, and how large a sprite is in the world.
export const SMOKE = {
  file: "effects/smoke.webp",
  columns: 2,
  rows: 2,
  widthPx: 512,
  heightPx: 512,
  sizeM: 1.2,
} as const;
/** One streak of spray, falling along the picture's height. */
export const SPRAY = {
  file: "effects/spray.webp",
  columns: 2,
  rows: 1,
  widthPx: 128,
  heightPx: 256,
  sizeM: 0.5,
} as const;
/** A ring where a drop lands; grow it and fade it. */
export const RIPPLE = {
  file: "effects/ripple.webp",
  columns: 1,
  rows: 1,
  widthPx: 128,
  heightPx: 128,
  sizeM: 0.12,
} as const;
