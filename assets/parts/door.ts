// Doors: steel leaves that hang on their real hinge, and the frames they close against.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box, drum, lathe } from "../kit/shape.ts";
import { label } from "../kit/sign-plates.ts";
import { at, chain, type Placement, turned } from "../kit/space.ts";
import { tube } from "../kit/sweep.ts";

export interface LeafSpec {
  readonly width: number;
  readonly height: number;
  readonly paint: PaintName;
  readonly vision?: boolean;
  readonly pushBar?: boolean;
  /** Which side of the leaf the push bar is on: 1 is local +y. */
  readonly inside?: 1 | -1;
}

/** Stands on the origin with its hinge along local z at x = 0 and reaches to +x. */
export function doorLeaf(m: Model, where: Placement, spec: LeafSpec): void {
  const { width: w, height: h, paint, inside = 1 } = spec;
  put(m, box(w - 0.008, 0.045, h - 0.02, 0.006), paint, chain(where, at(w / 2, 0, h / 2 + 0.005)));
  for (const side of [-1, 1]) {
    const face = side < 0 ? where : chain(where, at(w, 0, 0), turned(180, "z"));
    for (const [z, high] of [
      [h * 0.26, h * 0.36],
      [h * 0.7, h * 0.36],
    ] as const) {
      put(m, box(w * 0.66, 0.008, high, 0.004), paint, chain(face, at(w / 2, -0.0255, z)));
    }
    put(m, box(w - 0.04, 0.004, 0.18, 0.001), "stainless", chain(face, at(w / 2, -0.0245, 0.1)));
    if (spec.vision !== false) {
      put(m, box(0.22, 0.014, 0.42, 0.004), "stainless", chain(face, at(w * 0.62, -0.026, h * 0.72)));
      label(m, "door-vision", 0.17, chain(face, at(w * 0.62, -0.0335, h * 0.72)), 0.37);
    }
    if (side === -inside || spec.pushBar === false)
      lever(m, chain(face, at(side < 0 ? w - 0.08 : 0.08, -0.0225, 1.02)), side);
    else {
      put(
        m,
        tube(
          [
            [0.08, -0.024, 1.02],
            [0.08, -0.09, 1.02],
            [w - 0.08, -0.09, 1.02],
            [w - 0.08, -0.024, 1.02],
          ],
          0.017,
          10,
          0.03,
        ),
        "safety-red",
        face,
      );
    }
  }
  for (const z of [0.25, h / 2, h - 0.25]) put(m, drum(0.011, 0.12, 10), "bolt", chain(where, at(0, -0.03, z - 0.06)));
}

function lever(m: Model, where: Placement, side: number): void {
  put(m, box(0.045, 0.008, 0.2, 0.003), "stainless", chain(where, at(0, -0.004, 0)));
  put(
    m,
    lathe(
      [
        [0.011, 0],
        [0.011, 0.05],
        [0, 0.05],
      ],
      10,
    ),
    "chrome",
    chain(where, turned(90, "x")),
  );
  put(m, box(0.13, 0.016, 0.02, 0.006), "chrome", chain(where, at(side * 0.055, -0.05, 0)));
}

/** A steel frame around an opening whose middle stands on the origin; it is as deep as the wall and a little more. */
export function doorFrame(
  m: Model,
  where: Placement,
  width: number,
  height: number,
  depth: number,
  paint: PaintName = "frame-dark",
): void {
  for (const s of [-1, 1])
    put(
      m,
      box(0.06, depth + 0.03, height + 0.06, 0.006),
      paint,
      chain(where, at(s * (width / 2 + 0.028), 0, (height + 0.06) / 2)),
    );
  put(m, box(width + 0.11, depth + 0.03, 0.06, 0.006), paint, chain(where, at(0, 0, height + 0.032)));
  put(m, box(width, depth + 0.06, 0.012, 0.003), "stainless", chain(where, at(0, 0, 0.006)));
}
