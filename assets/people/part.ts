// A part of a figure: a shape, where it lives, and what it looks like at each point of its skin.
import type { Box, Field, Vec3 } from "./field.ts";
import type { JointName } from "./skeleton.ts";

export type Rgb = readonly [red: number, green: number, blue: number];
export type Paint = (at: Vec3, normal: Vec3) => Rgb;
export type Part = {
  readonly name: string;
  readonly shape: Field;
  readonly box: Box;
  /** Grid step of the first sampling, metres. */
  readonly cell: number;
  /** How much more triangles than its size asks for. */
  readonly detail: number;
  /** How much finer its texture is than cloth. */
  readonly texels: number;
  readonly paint: Paint;
  readonly roughness: number | ((at: Vec3) => number);
  readonly metalness?: number;
  /** A stiff thing moves with one joint; soft ones follow the body. */
  readonly stiff?: JointName;
};

export type Figure = {
  readonly name: string;
  readonly triangles: number;
  readonly scale: number;
  readonly textureSize: number;
  readonly parts: readonly Part[];
};

export const hex = (code: string): Rgb => {
  const value = Number.parseInt(code.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
};

export const mix = (a: Rgb, b: Rgb, t: number): Rgb => {
  const k = Math.max(0, Math.min(1, t));
  return [a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k, a[2] + (b[2] - a[2]) * k];
};

export const shade = (colour: Rgb, by: number): Rgb => [colour[0] * by, colour[1] * by, colour[2] * by];

export const plain = (code: string): Paint => {
  const colour = hex(code);
  return () => colour;
};

export const BODY_BOX: Box = [
  [-0.95, -0.02, -0.32],
  [0.95, 1.56, 0.32],
];
export const HEAD_BOX: Box = [
  [-0.22, 1.38, -0.26],
  [0.22, 1.92, 0.26],
];
