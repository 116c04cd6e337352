// The paints of the house: colour, metalness and roughness by name; all of them share one picture with the signs.

export interface PaintSpec {
  readonly hex: string;
  readonly metallic: number;
  readonly roughness: number;
}

const paint = (hex: string, roughness: number, metallic = 0): PaintSpec => ({ hex, metallic, roughness });

export const PALETTE = {
  "container-green": paint("#1f6b40", 0.4),
  "container-dark": paint("#154a2d", 0.5),
  "pipe-yellow": paint("#e8b21a", 0.42),
  "pipe-green": paint("#2c8a57", 0.45),
  "pipe-purple": paint("#7a55a0", 0.5),
  "safety-yellow": paint("#f2bd18", 0.45),
  "safety-red": paint("#c71f1f", 0.38),
  "hydrant-red": paint("#b81a1c", 0.42),
  "hoist-orange": paint("#e2711d", 0.45),
  "suit-orange": paint("#ee7a1c", 0.6),
  "suit-yellow": paint("#e9c531", 0.6),
  visor: paint("#22313a", 0.12, 0.1),
  "water-blue": paint("#2a72ad", 0.45),
  "deep-blue": paint("#1d3f68", 0.5),
  "safe-green": paint("#178a4e", 0.5),
  "steel-grey": paint("#7b858a", 0.5, 0.2),
  "steel-dark": paint("#4a5359", 0.5, 0.3),
  galvanised: paint("#aab2b6", 0.42, 0.6),
  stainless: paint("#c4cacd", 0.28, 0.85),
  chrome: paint("#d2d6d8", 0.15, 1),
  brass: paint("#b98e45", 0.35, 0.85),
  copper: paint("#b3704a", 0.36, 0.85),
  bolt: paint("#8f979b", 0.4, 0.7),
  rubber: paint("#24272a", 0.85),
  black: paint("#1a1d20", 0.5),
  soot: paint("#33383b", 0.8),
  white: paint("#eceeec", 0.45),
  enamel: paint("#dfe4e4", 0.3),
  "cabinet-grey": paint("#cfd5d4", 0.5),
  "panel-grey": paint("#9aa3a6", 0.5),
  "ral-7035": paint("#c5cbc8", 0.5),
  "frp-green": paint("#7fae98", 0.5),
  "pvc-grey": paint("#8b9397", 0.55),
  frost: paint("#e8ecd2", 0.9),
  "desk-wood": paint("#b98d62", 0.45),
  "desk-edge": paint("#54606a", 0.5),
  "fabric-blue": paint("#2f5178", 0.95),
  "fabric-black": paint("#2b2f33", 0.95),
  "door-blue": paint("#3f6f94", 0.42),
  "door-steel": paint("#8d99a0", 0.4),
  "frame-dark": paint("#3a454d", 0.45),
  "window-frame": paint("#e6eae9", 0.4),
  "screen-off": paint("#10181f", 0.18),
  "lamp-body": paint("#d9dedf", 0.4),
  trunk: paint("#5e4a38", 0.95),
  hedge: paint("#47693a", 0.95),
  soil: paint("#6c5a45", 0.95),
  "stripe-white": paint("#e6e3d8", 0.8),
  "stripe-yellow": paint("#dcae2a", 0.75),
  "apron-edge": paint("#a5a49b", 0.9),
  paper: paint("#f3f1ea", 0.8),
  "hose-red": paint("#a8322c", 0.8),
  lime: paint("#c9d63a", 0.6),
  navy: paint("#1b2a44", 0.7),
  "glass-green": paint("#7fae9f", 0.15),
  "ground-tile": paint("#b8b3a6", 0.6),
  bucket: paint("#3a86b8", 0.5),
  "sock-white": paint("#ece9e2", 0.9),
  "sock-red": paint("#dc4a1e", 0.9),
} as const satisfies Record<string, PaintSpec>;

export type PaintName = keyof typeof PALETTE;
export const PAINT_NAMES = Object.keys(PALETTE) as readonly PaintName[];

export function rgbOf(hex: string): readonly [number, number, number] {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

/** sRGB byte to linear light, the space vertex colours and bakes work in. */
export function linear(byte: number): number {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

export function linearRgb(hex: string): readonly [number, number, number] {
  const [r, g, b] = rgbOf(hex);
  return [linear(r), linear(g), linear(b)];
}
