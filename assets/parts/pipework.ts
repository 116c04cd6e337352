// Pipes on posts and brackets, with flow labels and blind ends.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box, lathe, torus } from "../kit/shape.ts";
import { label } from "../kit/sign-plates.ts";
import { along, at, chain, minus, type Placement, turned, unit, type V3 } from "../kit/space.ts";
import { bar, iSection, tube } from "../kit/sweep.ts";
import { boltRing } from "./valve.ts";

export function pipe(m: Model, points: readonly V3[], r: number, paint: PaintName, bend = 0.14): void {
  put(m, tube(points, r, r > 0.03 ? 16 : 10, Math.max(bend, r * 1.6)), paint);
}

/** A closed flange on the end of a pipe; `out` is the direction the pipe would have gone on. */
export function blindFlange(m: Model, end: V3, out: V3, r: number, paint: PaintName): void {
  const d = unit(out);
  const frame = along(minus(end, [d[0] * 0.02, d[1] * 0.02, d[2] * 0.02]), end);
  put(
    m,
    lathe(
      [
        [0, 0],
        [r * 1.9, 0],
        [r * 1.9, 0.04],
        [r * 1.2, 0.044],
        [0, 0.044],
      ],
      22,
    ),
    paint,
    frame,
  );
  boltRing(m, r * 1.5, 8, 0.008, 0.07, chain(frame, at(0, 0, 0.02)));
}

/** An H-section post with base plate and a U-clamp that holds a level pipe along x at height z. */
export function pipePost(m: Model, x: number, y: number, z: number, r: number): void {
  put(m, bar([x, y, 0.015], [x, y, z - r - 0.02], iSection(0.1, 0.1, 0.009)), "steel-grey");
  put(m, box(0.24, 0.24, 0.02, 0.004), "steel-grey", at(x, y, 0.01));
  for (const [dx, dy] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const) {
    put(
      m,
      lathe(
        [
          [0, 0],
          [0.012, 0],
          [0.012, 0.03],
          [0, 0.03],
        ],
        6,
      ),
      "bolt",
      at(x + dx * 0.09, y + dy * 0.09, 0.02),
    );
  }
  put(m, box(0.13, 0.17, 0.02, 0.004), "steel-grey", at(x, y, z - r - 0.01));
  put(m, torus(r + 0.007, 0.007, 18, 6), "bolt", chain(at(x, y, z), turned(90, "y")));
}

/** A small bracket from a wall to a pipe; local -y points away from the wall, the pipe sits `out` in front of it. */
export function wallBracket(m: Model, where: Placement, out: number, r: number): void {
  put(m, box(0.1, 0.012, 0.14, 0.003), "galvanised", chain(where, at(0, -0.006, 0)));
  put(m, box(0.04, out, 0.04, 0.004), "galvanised", chain(where, at(0, -out / 2, -r - 0.02)));
  put(m, torus(r + 0.006, 0.006, 16, 6), "galvanised", chain(where, at(0, -out, 0), turned(90, "y")));
}

/** A flow arrow on the south side of a pipe running east at height z. */
export function flowLabel(m: Model, id: string, x: number, y: number, z: number, r: number): void {
  label(m, id, 0.44, at(x, y - r - 0.001, z), 0.085);
}
