// The screen on the boardroom's right-hand wall: the case's name and its few large numbers.
import { useEffect, useMemo } from "react";
import { CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from "three";
import { SCREEN } from "./case-room-shape.ts";
import type { BoardView } from "./case-view.ts";
import { FONT, fontsReady } from "./label.ts";

const PX = { width: 1240, height: 640 } as const;

export function CaseScreen({ lines }: { lines: BoardView["screen"] }) {
  const made = useMemo(open, []);
  useEffect(() => {
    draw(made.canvas, lines);
    made.texture.needsUpdate = true;
    let wanted = true;
    void fontsReady().then(() => {
      if (!wanted) return;
      draw(made.canvas, lines);
      made.texture.needsUpdate = true;
    });
    return () => {
      wanted = false;
    };
  }, [made, lines]);
  return <primitive object={made.mesh} />;
}

function open() {
  const canvas = document.createElement("canvas");
  canvas.width = PX.width;
  canvas.height = PX.height;
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  const mesh = new Mesh(
    new PlaneGeometry(SCREEN.width, SCREEN.height),
    new MeshBasicMaterial({ map: texture, toneMapped: false }),
  );
  mesh.position.set(SCREEN.x, SCREEN.y, SCREEN.z);
  mesh.rotation.y = Math.PI;
  return { canvas, texture, mesh };
}

function draw(canvas: HTMLCanvasElement, lines: BoardView["screen"]): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const ground = pen.createLinearGradient(0, 0, 0, PX.height);
  ground.addColorStop(0, "#0d2438");
  ground.addColorStop(1, "#081521");
  pen.fillStyle = ground;
  pen.fillRect(0, 0, PX.width, PX.height);
  pen.textBaseline = "middle";
  const [title, ...rest] = lines;
  if (title) {
    pen.font = `700 62px ${FONT}`;
    pen.fillStyle = "#ffffff";
    pen.fillText(title.text, 60, 84, PX.width - 120);
    pen.fillStyle = "#f0702a";
    pen.fillRect(60, 132, 120, 6);
  }
  const step = Math.min(130, (PX.height - 180) / Math.max(1, rest.length));
  for (const [index, { text, value }] of rest.entries()) {
    const y = 190 + index * step + step / 3;
    pen.font = `400 46px ${FONT}`;
    pen.fillStyle = "#a9c4d6";
    pen.textAlign = "left";
    pen.fillText(text, 60, y, 620);
    pen.font = `700 62px ${FONT}`;
    pen.fillStyle = "#f3ead6";
    pen.textAlign = "right";
    pen.fillText(value, PX.width - 60, y, 520);
  }
  pen.textAlign = "left";
}
