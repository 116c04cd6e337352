// The plates with the names of rooms and things: one picture and one mesh for all of them, Chinese over English.
import { useEffect, useMemo } from "react";
import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  LinearMipmapLinearFilter,
  Mesh,
  MeshStandardMaterial,
  SRGBColorSpace,
} from "three";
import type { NamePlate } from "../../assets/kit/anchors.ts";
import { FONT, fontsReady } from "./label.ts";
import { useWorld } from "./world.ts";

const COLUMNS = 4;
const WIDE = 512;
const HIGH = 132;
const LOOKS: Readonly<Record<NamePlate["look"], { ground: string; ink: string; quiet: string }>> = {
  room: { ground: "#123f73", ink: "#ffffff", quiet: "#d6e4f2" },
  thing: { ground: "#f2f1ea", ink: "#14191d", quiet: "#4c565d" },
  shop: { ground: "#a3201a", ink: "#ffdf8e", quiet: "#ffdf8e" },
  warning: { ground: "#ffd100", ink: "#14191d", quiet: "#33383b" },
};

export function NamePlates() {
  const { plates } = useWorld().model.anchors;
  const made = useMemo(() => (plates.length === 0 ? null : openPlates(plates)), [plates]);
  useEffect(() => {
    if (!made) return;
    let wanted = true;
    void fontsReady().then(() => wanted && made.draw());
    return () => {
      wanted = false;
    };
  }, [made]);
  return made ? <primitive object={made.mesh} /> : null;
}

function openPlates(plates: readonly NamePlate[]) {
  const rows = Math.ceil(plates.length / COLUMNS);
  const canvas = document.createElement("canvas");
  canvas.width = COLUMNS * WIDE;
  canvas.height = rows * HIGH;
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 4;
  texture.minFilter = LinearMipmapLinearFilter;
  const material = new MeshStandardMaterial({ map: texture, roughness: 0.55, metalness: 0, polygonOffset: true });
  material.polygonOffsetFactor = -2;
  const mesh = new Mesh(platesGeometry(plates, rows), material);
  mesh.frustumCulled = false;
  const draw = () => {
    const pen = canvas.getContext("2d");
    if (!pen) return;
    for (const [i, plate] of plates.entries())
      drawPlate(pen, plate, (i % COLUMNS) * WIDE, Math.floor(i / COLUMNS) * HIGH);
    texture.needsUpdate = true;
  };
  draw();
  return { mesh, draw };
}

function drawPlate(pen: CanvasRenderingContext2D, { title, look }: NamePlate, x: number, y: number): void {
  const { ground, ink, quiet } = LOOKS[look];
  pen.fillStyle = ground;
  pen.fillRect(x, y, WIDE, HIGH);
  pen.strokeStyle = ink;
  pen.globalAlpha = 0.5;
  pen.lineWidth = 3;
  pen.strokeRect(x + 7, y + 7, WIDE - 14, HIGH - 14);
  pen.globalAlpha = 1;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = ink;
  pen.font = `700 ${Math.min(56, (WIDE - 40) / Math.max(1, title.zh.length))}px ${FONT}`;
  pen.fillText(title.zh, x + WIDE / 2, y + HIGH * 0.42, WIDE - 30);
  pen.fillStyle = quiet;
  pen.font = `500 24px ${FONT}`;
  pen.fillText(title.en, x + WIDE / 2, y + HIGH * 0.79, WIDE - 30);
}

/** One face a plate, seen from its front only. */
function platesGeometry(plates: readonly NamePlate[], rows: number): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const uvs: number[] = [];
  for (const [i, plate] of plates.entries()) {
    const heading = (plate.facingDeg * Math.PI) / 180;
    const front = [Math.sin(heading), -Math.cos(heading)] as const;
    const [half, tall] = [plate.widthM / 2, (plate.widthM * HIGH) / WIDE / 2];
    const [cx, cy, cz] = [plate.at[0], plate.at[2], -plate.at[1]];
    const [u0, v0] = [(i % COLUMNS) / COLUMNS, 1 - (Math.floor(i / COLUMNS) + 1) / rows];
    const corner = (side: number, up: number): void => {
      positions.push(cx + front[1] * half * side, cy + tall * up, cz - front[0] * half * side);
      normals.push(front[0], 0, front[1]);
      uvs.push(u0 + ((side + 1) / 2 / COLUMNS) * 0.998 + 0.0002, v0 + ((up + 1) / 2 / rows) * 0.99 + 0.005 / rows);
    };
    for (const [side, up] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, -1],
      [1, 1],
      [-1, 1],
    ] as const)
      corner(side, up);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("normal", new BufferAttribute(new Float32Array(normals), 3));
  geometry.setAttribute("uv", new BufferAttribute(new Float32Array(uvs), 2));
  return geometry;
}
