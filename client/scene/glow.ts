// Two small round pictures drawn once: a glow for lamps, a soft shadow for feet.
import { CanvasTexture, SRGBColorSpace } from "three";

const round = (inner: string, outer: string) => {
  let texture: CanvasTexture | null = null;
  return (): CanvasTexture => {
    if (texture) return texture;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 64;
    const pen = canvas.getContext("2d");
    if (pen) {
      const fade = pen.createRadialGradient(32, 32, 2, 32, 32, 31);
      fade.addColorStop(0, inner);
      fade.addColorStop(1, outer);
      pen.fillStyle = fade;
      pen.fillRect(0, 0, 64, 64);
    }
    texture = new CanvasTexture(canvas);
    texture.colorSpace = SRGBColorSpace;
    return texture;
  };
};

export const glowTexture = round("rgba(255,255,255,1)", "rgba(255,255,255,0)");
export const shadowTexture = round("rgba(0,0,0,0.6)", "rgba(0,0,0,0)");
