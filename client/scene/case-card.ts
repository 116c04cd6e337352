// One entity as a card of light in the room: its shape, name and jurisdiction drawn on a small canvas.
import { CanvasTexture, LinearFilter, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from "three";
import type { ChartEntity } from "../case/chart.ts";
import { BOX } from "../case/chart-layout.ts";
import { FONT } from "./label.ts";

const SHARP = 2;

export type CardState = "still" | "pointed" | "chosen" | "held";

const FILLS: Readonly<Record<CardState, string>> = {
  still: "#1b3648",
  pointed: "#235070",
  chosen: "#1d5a8a",
  held: "#3a4a2c",
};

export function entityCard(
  entity: ChartEntity,
  metresPerPx: number,
): { mesh: Mesh; show: (state: CardState) => void; dispose: () => void } {
  const canvas = document.createElement("canvas");
  canvas.width = BOX.width * SHARP;
  canvas.height = BOX.height * SHARP;
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = LinearFilter;
  texture.generateMipmaps = false;
  texture.anisotropy = 4;
  const material = new MeshBasicMaterial({ map: texture, transparent: true, toneMapped: false, depthWrite: false });
  const mesh = new Mesh(new PlaneGeometry(BOX.width * metresPerPx, BOX.height * metresPerPx), material);
  mesh.renderOrder = 10;
  mesh.userData["pick"] = { kind: "entity", id: entity.id };
  let shown: CardState | null = null;
  return {
    mesh,
    show: (state) => {
      if (state === shown) return;
      shown = state;
      draw(canvas, entity, state);
      texture.needsUpdate = true;
    },
    dispose: () => {
      texture.dispose();
      material.dispose();
      mesh.geometry.dispose();
    },
  };
}

function draw(canvas: HTMLCanvasElement, entity: ChartEntity, state: CardState): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const { width: w, height: h } = BOX;
  pen.setTransform(SHARP, 0, 0, SHARP, 0, 0);
  pen.clearRect(0, 0, w, h);
  pen.beginPath();
  if (entity.shape === "triangle") {
    pen.moveTo(w / 2, 3);
    pen.lineTo(w - 3, h - 3);
    pen.lineTo(3, h - 3);
    pen.closePath();
  } else if (entity.shape === "oval") pen.ellipse(w / 2, h / 2, w / 2 - 3, h / 2 - 3, 0, 0, Math.PI * 2);
  else pen.roundRect(3, 3, w - 6, h - 6, entity.shape === "rounded" ? 30 : 6);
  pen.fillStyle = FILLS[state];
  pen.globalAlpha = 0.94;
  pen.fill();
  pen.globalAlpha = 1;
  pen.lineWidth = state === "still" ? 2 : 4;
  pen.strokeStyle = entity.moved ? "#d9c8a5" : state === "still" ? "#7fb2d4" : "#bfe3ff";
  if (entity.moved) pen.setLineDash([8, 5]);
  pen.stroke();
  pen.setLineDash([]);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const lines = twoLines(pen, entity.name, w - 26);
  pen.fillStyle = "#ffffff";
  for (const [index, line] of lines.entries()) {
    pen.font = `700 17px ${FONT}`;
    pen.fillText(line, w / 2, h / 2 - 12 - (lines.length - 1) * 11 + index * 21, w - 20);
  }
  badge(pen, entity, w / 2, h - 23);
  if (entity.risks.length > 0) {
    pen.font = `700 16px ${FONT}`;
    pen.fillStyle = "#f0bb45";
    pen.fillText(`⚠${entity.risks.length}`, w - 26, 20);
  }
}

function badge(pen: CanvasRenderingContext2D, entity: ChartEntity, x: number, y: number): void {
  pen.font = `500 15px ${FONT}`;
  const wide = pen.measureText(entity.placeName).width;
  pen.fillStyle = "#d9c8a5";
  pen.beginPath();
  pen.roundRect(x - wide / 2 - 21, y - 10, 30, 20, 4);
  pen.fill();
  pen.fillStyle = "#0f1b24";
  pen.font = `700 13px ${FONT}`;
  pen.fillText(entity.place, x - wide / 2 - 6, y + 1);
  pen.fillStyle = "#e9eff3";
  pen.font = `500 15px ${FONT}`;
  pen.fillText(entity.placeName, x + 18, y + 1);
}

/** At most two lines, broken between Chinese characters or between words. */
function twoLines(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  pen.font = `700 17px ${FONT}`;
  const lines = [""];
  for (const piece of text.match(
    /\p{Script=Han}[，。）》”]*|[（《“]\p{Script=Han}?|[^\p{Script=Han}\s（《“]+\s*|\s+/gu,
  ) ?? []) {
    const last = lines.at(-1) ?? "";
    if (pen.measureText(last + piece).width > width && lines.length < 2 && last !== "") lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines;
}
