// The tablet's site map: buildings, doors, marked places and where one stands, north up.
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { ON_DARK, SIGNAL } from "../look/colours.ts";
import { FONT } from "../scene/label.ts";
import type { WindRead } from "./play-store.ts";
import { read, word } from "./words.ts";

export type MapArea = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Where = { readonly x: number; readonly y: number; readonly yawDeg: number };
const MARKED = new Set(["phone", "suit-rack", "scba-rack", "shower", "board", "monitor", "wind-sock", "control-panel"]);

export function drawSiteMap(
  pen: CanvasRenderingContext2D,
  area: MapArea,
  stage: StageView,
  body: Where,
  wind: WindRead | null,
  textPx: number,
): void {
  const { x: spanX, y: spanY } = stage.bounds;
  const scale = Math.min(area.width / (spanX[1] - spanX[0]), area.height / (spanY[1] - spanY[0]));
  const left = area.x + (area.width - (spanX[1] - spanX[0]) * scale) / 2;
  const top = area.y + (area.height - (spanY[1] - spanY[0]) * scale) / 2;
  const px = (x: number) => left + (x - spanX[0]) * scale;
  const py = (y: number) => top + (spanY[1] - y) * scale;
  pen.save();
  pen.fillStyle = "#1d3226";
  pen.fillRect(px(spanX[0]), py(spanY[1]), (spanX[1] - spanX[0]) * scale, (spanY[1] - spanY[0]) * scale);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const room of Object.values(stage.rooms).filter((known) => known.indoor)) {
    const width = (room.x[1] - room.x[0]) * scale;
    const height = (room.y[1] - room.y[0]) * scale;
    pen.fillStyle = "#33495a";
    pen.strokeStyle = "#9fb4c2";
    pen.lineWidth = 2;
    pen.fillRect(px(room.x[0]), py(room.y[1]), width, height);
    pen.strokeRect(px(room.x[0]), py(room.y[1]), width, height);
    pen.fillStyle = ON_DARK.text;
    pen.font = `500 ${textPx * 0.8}px ${FONT}`;
    const words = read(room.title);
    const above = pen.measureText(words).width > width;
    pen.fillText(
      words,
      px((room.x[0] + room.x[1]) / 2),
      above ? py(room.y[1]) - textPx * 0.6 : py((room.y[0] + room.y[1]) / 2),
    );
  }
  for (const door of Object.values(stage.doors)) {
    const along = door.wall === "north" || door.wall === "south";
    const size = Math.max(5, door.widthM * scale);
    pen.fillStyle = "#d9c8a5";
    pen.fillRect(
      px(door.at.x) - (along ? size / 2 : 2.5),
      py(door.at.y) - (along ? 2.5 : size / 2),
      along ? size : 5,
      along ? 5 : size,
    );
  }
  for (const prop of Object.values(stage.props)) {
    if (!MARKED.has(prop.kind)) continue;
    pen.fillStyle = ON_DARK.water;
    pen.beginPath();
    pen.arc(px(prop.at.x), py(prop.at.y), 4, 0, 6.3);
    pen.fill();
  }
  if (wind) drawWind(pen, area, wind, textPx);
  drawSelf(pen, px(body.x), py(body.y), body.yawDeg, textPx);
  pen.restore();
}

function drawSelf(pen: CanvasRenderingContext2D, x: number, y: number, yawDeg: number, size: number): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate((yawDeg * Math.PI) / 180);
  pen.fillStyle = SIGNAL;
  pen.strokeStyle = "#ffffff";
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(0, -size * 0.75);
  pen.lineTo(size * 0.5, size * 0.55);
  pen.lineTo(0, size * 0.25);
  pen.lineTo(-size * 0.5, size * 0.55);
  pen.closePath();
  pen.fill();
  pen.stroke();
  pen.restore();
  pen.fillStyle = "#ffffff";
  pen.font = `700 ${size * 0.8}px ${FONT}`;
  pen.fillText(word("map.you"), x, y + size * 1.35);
}

function drawWind(pen: CanvasRenderingContext2D, area: MapArea, wind: WindRead, size: number): void {
  pen.save();
  pen.translate(area.x + area.width - size * 2, area.y + size * 2);
  pen.rotate(((wind.fromDeg + 180) * Math.PI) / 180);
  pen.strokeStyle = ON_DARK.text;
  pen.fillStyle = ON_DARK.text;
  pen.lineWidth = 4;
  pen.beginPath();
  pen.moveTo(0, size * 1.3);
  pen.lineTo(0, -size * 0.8);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(0, -size * 1.4);
  pen.lineTo(size * 0.45, -size * 0.6);
  pen.lineTo(-size * 0.45, -size * 0.6);
  pen.fill();
  pen.restore();
}
