// A panel drawn on a canvas, for the headset: the same blocks as the desk's, with the places of its buttons.
import { ON_DARK, SIGNAL } from "../look/colours.ts";
import { FONT } from "../scene/label.ts";
import type { Block, Panel, PanelButton, Tone } from "./panel.ts";
import { drawSiteMap, type MapArea } from "./site-map-drawing.ts";
import type { TraineeRun } from "./trainee-run.ts";

type Region = {
  readonly button: PanelButton;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type Drawing = { readonly regions: readonly Region[]; readonly heightPx: number };
export type DrawOptions = {
  readonly scale: number;
  readonly scroll: number;
  readonly hover: string | null;
  /** Whose map is drawn; a panel without a map needs none. */
  readonly trainee?: TraineeRun;
  /** The board is cut to the height of what it says. */
  readonly fit?: boolean;
};

const PAD = 28;
const GAP = 20;
/** A target of 3.5 degrees at arm's length. */
const BUTTON_PX = 84;

const INKS: Readonly<Record<Tone, string>> = {
  plain: ON_DARK.text,
  act: ON_DARK.text,
  safe: ON_DARK.safe,
  warn: ON_DARK.warn,
  danger: ON_DARK.danger,
  quiet: ON_DARK.quiet,
};

export function drawPanel(
  pen: CanvasRenderingContext2D,
  panel: Panel,
  options: DrawOptions,
  height = pen.canvas.height,
): Drawing {
  const { width } = pen.canvas;
  const regions: Region[] = [];
  pen.clearRect(0, 0, width, pen.canvas.height);
  pen.fillStyle = ON_DARK.ground;
  pen.beginPath();
  pen.roundRect(0, 0, width, height, 36);
  pen.fill();
  pen.textBaseline = "middle";
  let top = PAD;
  if (panel.tabs.length > 0)
    top = drawRow(pen, panel.tabs, { x: PAD, y: top, width: width - PAD * 2 }, 3, options, regions);
  pen.save();
  pen.beginPath();
  pen.rect(0, top, width, height - top);
  pen.clip();
  let y = top + GAP / 2 - options.scroll;
  for (const block of panel.blocks) y = drawBlock(pen, block, y, options, regions) + GAP;
  pen.restore();
  return {
    regions: regions.filter((region) => region.y + region.height > top || panel.tabs.includes(region.button)),
    heightPx: y + options.scroll + GAP / 2,
  };
}

function drawBlock(
  pen: CanvasRenderingContext2D,
  block: Block,
  y: number,
  options: DrawOptions,
  regions: Region[],
): number {
  const { scale } = options;
  const width = pen.canvas.width - PAD * 2;
  switch (block.kind) {
    case "title":
      return drawText(pen, block.text, PAD, y, width, 38 * scale, ON_DARK.text, true);
    case "text":
      return drawText(pen, block.text, PAD, y, width, 31 * scale, INKS[block.tone ?? "plain"]);
    case "entry": {
      pen.fillStyle = ON_DARK.water;
      const end = drawText(pen, block.head, PAD + 18, y, width - 18, 25 * scale, ON_DARK.quiet);
      const last = drawText(pen, block.text, PAD + 18, end, width - 18, 31 * scale, ON_DARK.text);
      pen.fillStyle = ON_DARK.water;
      pen.fillRect(PAD, y, 6, last - y);
      return last;
    }
    case "meter": {
      const size = 31 * scale;
      pen.fillStyle = ON_DARK.raised;
      pen.fillRect(PAD, y, width, size * 1.9);
      pen.fillStyle = INKS[block.tone];
      pen.fillRect(PAD, y + size * 1.9 - 8, width * block.fraction, 8);
      drawText(pen, block.label, PAD + 14, y + size * 0.15, width / 2, size, ON_DARK.quiet);
      pen.textAlign = "right";
      pen.font = `700 ${size}px ${FONT}`;
      pen.fillStyle = INKS[block.tone];
      pen.fillText(block.value, PAD + width - 14, y + size * 0.9, width * 0.66);
      pen.textAlign = "left";
      return y + size * 1.9;
    }
    case "row": {
      const from = block.label ? drawText(pen, block.label, PAD, y, width, 27 * scale, ON_DARK.quiet) : y;
      return drawRow(
        pen,
        block.buttons,
        { x: PAD, y: from, width },
        Math.max(1, block.buttons.length),
        options,
        regions,
      );
    }
    case "map": {
      const { trainee } = options;
      const stage = trainee?.run.getState().briefing?.stage;
      const area: MapArea = { x: PAD, y, width, height: width * 0.78 };
      if (stage && trainee) drawSiteMap(pen, area, stage, trainee.body, trainee.play.getState().windRead, 30 * scale);
      return y + area.height;
    }
    case "button":
      return drawButton(pen, block, { x: PAD, y, width }, options, regions);
  }
}

type Spot = { readonly x: number; readonly y: number; readonly width: number };

function drawRow(
  pen: CanvasRenderingContext2D,
  buttons: readonly PanelButton[],
  spot: Spot,
  perRow: number,
  options: DrawOptions,
  regions: Region[],
): number {
  const width = (spot.width - (perRow - 1) * GAP) / perRow;
  let bottom = spot.y;
  buttons.forEach((button, index) => {
    const y = spot.y + Math.floor(index / perRow) * (BUTTON_PX + GAP);
    bottom = Math.max(
      bottom,
      drawButton(pen, button, { x: spot.x + (index % perRow) * (width + GAP), y, width }, options, regions),
    );
  });
  return bottom;
}

function drawButton(
  pen: CanvasRenderingContext2D,
  button: PanelButton,
  spot: Spot,
  options: DrawOptions,
  regions: Region[],
): number {
  const size = 31 * options.scale;
  const lines = wrapped(pen, button.text, spot.width - 36, size);
  const detail = button.detail ? size * 1.05 : 0;
  const height = Math.max(BUTTON_PX, lines.length * size * 1.35 + detail + 26);
  const act = button.tone === "act";
  pen.globalAlpha = button.off ? 0.5 : 1;
  pen.fillStyle = act ? SIGNAL : button.chosen ? "#1d4562" : ON_DARK.raised;
  pen.beginPath();
  pen.roundRect(spot.x, spot.y, spot.width, height, 16);
  pen.fill();
  pen.lineWidth = options.hover === button.id ? 6 : 2;
  pen.strokeStyle = options.hover === button.id ? "#ffffff" : button.chosen ? ON_DARK.water : ON_DARK.line;
  pen.stroke();
  let y = spot.y + (height - lines.length * size * 1.35 - detail) / 2;
  if (button.detail) {
    pen.font = `400 ${size * 0.78}px ${FONT}`;
    pen.fillStyle = act ? ON_DARK.ground : ON_DARK.quiet;
    pen.fillText(button.detail, spot.x + 18, y + size * 0.5, spot.width - 36);
    y += detail;
  }
  pen.font = `${act ? 700 : 400} ${size}px ${FONT}`;
  pen.fillStyle = act ? ON_DARK.ground : INKS[button.tone ?? "plain"];
  for (const line of lines) {
    pen.fillText(line, spot.x + 18, y + size * 0.68, spot.width - 36);
    y += size * 1.35;
  }
  pen.globalAlpha = 1;
  if (!button.off) regions.push({ button, ...spot, height });
  return spot.y + height;
}

function drawText(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  width: number,
  size: number,
  colour: string,
  bold = false,
): number {
  let at = y;
  for (const line of wrapped(pen, text, width, size, bold)) {
    pen.font = `${bold ? 700 : 400} ${size}px ${FONT}`;
    pen.fillStyle = colour;
    pen.fillText(line, x, at + size * 0.72);
    at += size * 1.42;
  }
  return at;
}

/** Breaks between Chinese characters and between words; punctuation stays with what it ends. */
function wrapped(
  pen: Pick<CanvasRenderingContext2D, "font" | "measureText">,
  text: string,
  width: number,
  size: number,
  bold = false,
): string[] {
  pen.font = `${bold ? 700 : 400} ${size}px ${FONT}`;
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const piece of paragraph.match(/[\p{Script=Han}][，。；：！？、）》”]*|[^\p{Script=Han}\s]+\s*|\s+/gu) ?? []) {
      if (line !== "" && pen.measureText(line + piece).width > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push(line);
  }
  return lines;
}
