// Words in the scene: drawn once on a small canvas, any character the fonts know, no request to anywhere.
import { CanvasTexture, LinearFilter, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from "three";

export const FONT = '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

type LabelLine = {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
};
export type Label = {
  readonly mesh: Mesh;
  readonly write: (lines: readonly LabelLine[]) => void;
  readonly dispose: () => void;
};

const PAD = 14;

/** `metresPerPixel` decides how big the writing is in the scene. */
export function openLabel(options: { ground: string; metresPerPixel: number; onTop?: boolean }): Label {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const material = new MeshBasicMaterial({ transparent: true, depthWrite: false, toneMapped: false, fog: false });
  material.depthTest = !options.onTop;
  const mesh = new Mesh(new PlaneGeometry(1, 1), material);
  mesh.renderOrder = options.onTop ? 20 : 8;
  let written = "";
  const write = (lines: readonly LabelLine[]) => {
    const key = JSON.stringify(lines);
    if (!pen || key === written) return;
    written = key;
    const font = (line: LabelLine) => `${line.bold ? 700 : 400} ${line.size}px ${FONT}`;
    let width = 0;
    for (const line of lines) {
      pen.font = font(line);
      width = Math.max(width, pen.measureText(line.text).width);
    }
    const height = lines.reduce((sum, line) => sum + line.size * 1.35, 0);
    canvas.width = Math.ceil(width) + PAD * 2;
    canvas.height = Math.ceil(height) + PAD;
    pen.fillStyle = options.ground;
    pen.beginPath();
    pen.roundRect(0, 0, canvas.width, canvas.height, 14);
    pen.fill();
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    let y = PAD / 2;
    for (const line of lines) {
      pen.font = font(line);
      pen.fillStyle = line.colour;
      pen.fillText(line.text, canvas.width / 2, y + line.size * 0.68);
      y += line.size * 1.35;
    }
    material.map?.dispose();
    const texture = new CanvasTexture(canvas);
    texture.colorSpace = SRGBColorSpace;
    texture.minFilter = LinearFilter;
    texture.generateMipmaps = false;
    texture.anisotropy = 4;
    material.map = texture;
    material.needsUpdate = true;
    mesh.userData["pixels"] = [canvas.width, canvas.height];
    mesh.scale.set(canvas.width * options.metresPerPixel, canvas.height * options.metresPerPixel, 1);
  };
  return {
    mesh,
    write,
    dispose: () => {
      material.map?.dispose();
      material.dispose();
      mesh.geometry.dispose();
      mesh.removeFromParent();
    },
  };
}

/** Text starts in a system font until ours has come; whoever draws words again after this gets ours. */
export const fontsReady = (): Promise<unknown> =>
  Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 24px "Noto Sans SC"`, "氯A")));
