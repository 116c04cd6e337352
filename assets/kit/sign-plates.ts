// Signs and labels as thin plates on a wall, a post or the floor.
import { regionOf } from "../signs/layout.ts";
import { type Model, put } from "./model.ts";
import type { PaintName } from "./palette.ts";
import { block, panel } from "./shape.ts";
import { at, chain, type Placement } from "./space.ts";

/** A sign of a given width whose front looks along local -y; its back rests at y = 0. */
export function signPlate(m: Model, id: string, width: number, where: Placement, back: PaintName = "galvanised"): void {
  const height = heightOf(id, width);
  const [w, h] = [width / 2, height / 2];
  put(m, block(width, 0.006, height), back, chain(where, at(0, -0.004, 0)));
  put(m, panel([-w, -0.009, -h], [w, -0.009, -h], [w, -0.009, h], [-w, -0.009, h]), { sign: id }, where, {
    shadowless: true,
  });
}

/** Only the printed face, for labels stuck on something flat. */
export function label(m: Model, id: string, width: number, where: Placement, height = heightOf(id, width)): void {
  const [w, h] = [width / 2, height / 2];
  put(m, panel([-w, -0.004, -h], [w, -0.004, -h], [w, -0.004, h], [-w, -0.004, h]), { sign: id }, where, {
    shadowless: true,
  });
}

/** A marking on the floor, read by someone looking north in the placement's frame. */
export function floorMark(m: Model, id: string, width: number, where: Placement, height = heightOf(id, width)): void {
  const [w, h] = [width / 2, height / 2];
  put(m, panel([-w, -h, 0], [w, -h, 0], [w, h, 0], [-w, h, 0]), { sign: id }, where, { shadowless: true });
}

/** Hazard stripes along a floor line, repeated so that they keep their angle. */
export function floorStripe(
  m: Model,
  id: string,
  from: readonly [number, number],
  to: readonly [number, number],
  width: number,
  z: number,
): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const run = Math.sqrt(dx * dx + dy * dy);
  const pieces = Math.max(1, Math.round(run / (width * 16)));
  const [ux, uy] = [dx / run, dy / run];
  const side = width / 2;
  for (let i = 0; i < pieces; i++) {
    const [a, b] = [(run * i) / pieces, (run * (i + 1)) / pieces];
    const corner = (t: number, s: number) => [from[0] + ux * t - uy * s, from[1] + uy * t + ux * s, z] as const;
    put(m, panel(corner(a, -side), corner(b, -side), corner(b, side), corner(a, side)), { sign: id }, undefined, {
      shadowless: true,
    });
  }
}

export function heightOf(id: string, width: number): number {
  const region = regionOf(id);
  return (width * region.height) / region.width;
}
