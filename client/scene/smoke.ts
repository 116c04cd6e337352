// The puff picture of gas: four soft clouds of noise in a two by two sheet, drawn once when no built sheet is there.
import { CanvasTexture, SRGBColorSpace, type Texture } from "three";

const CELL = 128;

export function drawnSmoke(): Texture {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = CELL * 2;
  const pen = canvas.getContext("2d");
  if (pen) {
    const image = pen.createImageData(canvas.width, canvas.height);
    for (let y = 0; y < canvas.height; y++) {
      for (let x = 0; x < canvas.width; x++) {
        const cell = Math.floor(x / CELL) + 2 * Math.floor(y / CELL);
        const u = ((x % CELL) + 0.5) / CELL - 0.5;
        const v = ((y % CELL) + 0.5) / CELL - 0.5;
        const cloud = layered(u * 5 + cell * 37, v * 5 + cell * 91);
        const round = Math.max(0, 1 - (Math.sqrt(u * u + v * v) / 0.5) ** 1.7);
        const base = (y * canvas.width + x) * 4;
        const shade = 150 + 105 * layered(u * 7 + cell * 13 + 50, v * 7 - 20);
        image.data[base] = image.data[base + 1] = image.data[base + 2] = shade;
        image.data[base + 3] = 255 * Math.min(1, Math.max(0, round * (0.25 + cloud * 1.1) * smooth(round * 2.5)));
      }
    }
    pen.putImageData(image, 0, 0);
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}

const smooth = (t: number): number => {
  const s = Math.min(1, Math.max(0, t));
  return s * s * (3 - 2 * s);
};

function layered(x: number, y: number): number {
  let sum = 0;
  let share = 0.5;
  for (let octave = 0; octave < 4; octave++) {
    sum += noise(x * 2 ** octave, y * 2 ** octave) * share;
    share *= 0.5;
  }
  return sum;
}

function noise(x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [smooth(x - x0), smooth(y - y0)];
  const top = corner(x0, y0) * (1 - fx) + corner(x0 + 1, y0) * fx;
  const bottom = corner(x0, y0 + 1) * (1 - fx) + corner(x0 + 1, y0 + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

function corner(x: number, y: number): number {
  const value = Math.sin(x * 127.1 + y * 311.7) * 43758.5453;
  return value - Math.floor(value);
}
