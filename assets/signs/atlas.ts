// One picture for all signs and paints: packs them, draws it, and tells the models where each one landed.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { linear, PAINT_NAMES, PALETTE, rgbOf } from "../kit/palette.ts";
import { CARDS } from "./cards.ts";
import type { Sign } from "./drawing.ts";
import { FACES } from "./faces.ts";
import { ATLAS_HEIGHT, ATLAS_WIDTH, CELL, regionOf } from "./layout.ts";
import { SIGN_LAYOUT } from "./layout-table.ts";
import { PLATES } from "./plates.ts";

const GAP = 6;
/** The roughness picture repeats the layout at a quarter of the size. */
const FINE = 4;
const SIGNS: readonly Sign[] = [...CARDS, ...PLATES, ...FACES];
const DRAWN_SCALE = 0.88;

/** The tallest first, in shelves: what the committed layout table must say. */
export function packed(): (readonly [id: string, x: number, y: number, width: number, height: number])[] {
  const rows: (readonly [string, number, number, number, number])[] = [];
  let [x, y, shelf] = [GAP, CELL * Math.ceil(PAINT_NAMES.length / 64) + GAP, 0];
  for (const sign of [...SIGNS].sort((a, b) => b.height - a.height || (a.id < b.id ? -1 : 1))) {
    const [width, height] = [Math.round(sign.width * DRAWN_SCALE), Math.round(sign.height * DRAWN_SCALE)];
    if (x + width + GAP > ATLAS_WIDTH) {
      [x, y, shelf] = [GAP, y + shelf + GAP, 0];
    }
    if (y + height > ATLAS_HEIGHT) throw new Error(`signs: the atlas is full at "${sign.id}"`);
    if (rows.some(([id]) => id === sign.id)) throw new Error(`signs: "${sign.id}" is drawn twice`);
    rows.push([sign.id, x, y, width, height]);
    x += width + GAP;
    shelf = Math.max(shelf, height);
  }
  return rows;
}

/** Writes the layout table when signs have come, gone or changed size; says whether it did. */
export function keepLayout(): boolean {
  const rows = packed();
  if (JSON.stringify(rows) === JSON.stringify(SIGN_LAYOUT)) return false;
  const lines = rows.map((row) => `  [${row.map((part) => JSON.stringify(part)).join(", ")}],`);
  writeFileSync(
    path.join(import.meta.dirname, "layout-table.ts"),
    [
      "// Written by assets/build.ts: where each sign lies on the shared picture, in pixels.",
      "export const SIGN_LAYOUT: readonly (readonly [id: string, x: number, y: number, width: number, height: number])[] = [",
      ...lines,
      "];",
      "",
    ].join("\n"),
  );
  return true;
}

/** Pango finds the Chinese typeface through a font configuration of our own: no system font is needed. */
function ownFonts(cacheDir: string): void {
  const fonts = path.resolve(import.meta.dirname, "../../node_modules/@embedpdf/fonts-sc/fonts");
  mkdirSync(cacheDir, { recursive: true });
  const file = path.join(cacheDir, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir>` +
      `<cachedir>${path.join(cacheDir, "fontconfig")}</cachedir></fontconfig>`,
  );
  process.env["FONTCONFIG_FILE"] = file;
}

function atlasSvg(): string {
  const cells = PAINT_NAMES.map(
    (name, i) =>
      `<rect x="${(i % 64) * CELL}" y="${Math.floor(i / 64) * CELL}" width="${CELL}" height="${CELL}" fill="${PALETTE[name].hex}"/>`,
  );
  const drawn = SIGNS.map((sign) => {
    const { x, y, width, height } = regionOf(sign.id);
    return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${sign.width} ${sign.height}">${sign.body}</svg>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${ATLAS_WIDTH}" height="${ATLAS_HEIGHT}">` +
    `<rect width="100%" height="100%" fill="#8a9094"/>${cells.join("")}${drawn.join("")}</svg>`
  );
}

export interface AtlasPictures {
  readonly colour: Buffer;
  readonly metallicRoughness: Buffer;
  /** Linear-light average of each region and paint, for the baker. */
  readonly average: ReadonlyMap<string, readonly [number, number, number]>;
}

export async function drawAtlas(cacheDir: string): Promise<AtlasPictures> {
  ownFonts(cacheDir);
  const { default: sharp } = await import("sharp");
  const flat = await sharp(Buffer.from(atlasSvg())).flatten().removeAlpha().png().toBuffer();
  const [width, height] = [ATLAS_WIDTH / FINE, ATLAS_HEIGHT / FINE];
  const surface = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) surface.set([0, 140, 0], i * 3);
  PAINT_NAMES.forEach((name, k) => {
    const spec = PALETTE[name];
    const size = CELL / FINE;
    for (let p = 0; p < size * size; p++) {
      const px = (k % 64) * size + (p % size);
      const py = Math.floor(k / 64) * size + Math.floor(p / size);
      surface.set([0, Math.round(spec.roughness * 255), Math.round(spec.metallic * 255)], (py * width + px) * 3);
    }
  });
  const average = new Map<string, readonly [number, number, number]>();
  for (const [id, x, y, width, height] of SIGN_LAYOUT) {
    const one = await sharp(flat).extract({ left: x, top: y, width, height }).resize(1, 1).raw().toBuffer();
    average.set(id, [linear(one[0] ?? 0), linear(one[1] ?? 0), linear(one[2] ?? 0)]);
  }
  for (const name of PAINT_NAMES) {
    const [r, g, b] = rgbOf(PALETTE[name].hex);
    average.set(name, [linear(r), linear(g), linear(b)]);
  }
  return {
    colour: await sharp(flat).webp({ quality: 88, effort: 6, smartSubsample: true }).toBuffer(),
    metallicRoughness: await sharp(surface, { raw: { width, height, channels: 3 } })
      .webp({ lossless: true, effort: 6 })
      .toBuffer(),
    average,
  };
}
