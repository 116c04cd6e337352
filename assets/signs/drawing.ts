// What every sign is drawn with: a box of SVG in its own pixels, one typeface, and the icon set.
import icons from "@iconify-json/mdi/icons.json" with { type: "json" };

export interface Sign {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

const TYPEFACE = "Noto Sans S Chinese";
export const COLOURS = {
  danger: "#c8161d",
  warn: "#ffd100",
  must: "#0a57a8",
  safe: "#00913f",
  ink: "#14191d",
  plate: "#123f73",
  paper: "#fbfaf6",
} as const;

const glyphs: Readonly<Record<string, { readonly body: string } | undefined>> = icons.icons;

export function icon(name: string, x: number, y: number, size: number, colour: string): string {
  const glyph = glyphs[name];
  if (!glyph) throw new Error(`signs: the icon set has no "${name}"`);
  const body = glyph.body.replaceAll("currentColor", colour);
  return `<g transform="translate(${x},${y}) scale(${size / 24})" fill="${colour}">${body}</g>`;
}

export interface TextStyle {
  readonly fill?: string;
  readonly weight?: 400 | 500 | 700;
  readonly anchor?: "start" | "middle" | "end";
}

export function text(words: string, x: number, y: number, size: number, style: TextStyle = {}): string {
  const { fill = COLOURS.ink, weight = 700, anchor = "middle" } = style;
  const sub = `<tspan font-size="${size * 0.62}" dy="${size * 0.16}">2</tspan><tspan dy="${-size * 0.16}">\u200b</tspan>`;
  const safe = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("₂", sub);
  return (
    `<text xml:space="preserve" x="${x}" y="${y}" font-family="${TYPEFACE}" font-weight="${weight}" font-size="${size}" ` +
    `text-anchor="${anchor}" fill="${fill}">${safe}</text>`
  );
}

export function box(x: number, y: number, w: number, h: number, fill: string, extra = ""): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${extra}/>`;
}

export function line(x0: number, y0: number, x1: number, y1: number, colour: string, width: number): string {
  return `<path d="M${x0} ${y0} L${x1} ${y1}" stroke="${colour}" stroke-width="${width}" fill="none"/>`;
}

export const disc = (x: number, y: number, r: number, fill: string, extra = ""): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${extra}/>`;
