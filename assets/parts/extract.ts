// What moves air and alkali: the low-level extract in the room, the fan, the pump.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box, drum, lathe } from "../kit/shape.ts";
import { at, chain, type Placement, turned } from "../kit/space.ts";
import { flange } from "./valve.ts";

/** Centrifugal fan with motor on a frame; inlet along local -x, outlet upwards. */
export function fan(m: Model, where: Placement): void {
  put(m, box(1.3, 0.8, 0.12, 0.02), "steel-dark", chain(where, at(0.1, 0, 0.26)));
  const scroll = chain(where, at(0, 0, 0.85), turned(90, "x"));
  put(
    m,
    lathe(
      [
        [0, -0.22],
        [0.5, -0.22],
        [0.52, -0.2],
        [0.52, 0.2],
        [0.5, 0.22],
        [0, 0.22],
      ],
      28,
    ),
    "water-blue",
    scroll,
  );
  put(m, box(0.5, 0.44, 0.6, 0.01), "water-blue", chain(where, at(0.27, 0, 1.1)));
  put(
    m,
    lathe(
      [
        [0.26, 0.2],
        [0.26, 0.38],
        [0.3, 0.38],
        [0.3, 0.42],
      ],
      24,
    ),
    "water-blue",
    scroll,
  );
  put(
    m,
    lathe(
      [
        [0, -0.22],
        [0.07, -0.22],
        [0.07, -0.34],
        [0.18, -0.36],
        [0.19, -0.72],
        [0.15, -0.8],
        [0, -0.82],
      ],
      20,
    ),
    "deep-blue",
    scroll,
  );
  for (let i = 0; i < 10; i++)
    put(
      m,
      box(0.012, 0.34, 0.05, 0.002),
      "deep-blue",
      chain(where, at(0, 0.54, 0.85), turned(36 * i, "y"), at(0, 0, 0.2)),
    );
  put(m, box(0.14, 0.1, 0.1, 0.01), "deep-blue", chain(where, at(0, 0.55, 1.08)));
}

/** Alkali circulation pump with motor on a plinth, shaft along local x. */
export function pump(m: Model, where: Placement, paint: PaintName = "water-blue"): void {
  put(m, box(0.9, 0.4, 0.14, 0.015), "apron-edge", chain(where, at(0, 0, 0.07)));
  put(m, box(0.75, 0.28, 0.04, 0.006), "steel-dark", chain(where, at(0, 0, 0.16)));
  const shaft = chain(where, at(0, 0, 0.36), turned(90, "y"));
  put(
    m,
    lathe(
      [
        [0, -0.34],
        [0.09, -0.34],
        [0.15, -0.3],
        [0.15, -0.2],
        [0.06, -0.16],
        [0.05, 0],
        [0.11, 0.02],
        [0.12, 0.3],
        [0.09, 0.36],
        [0, 0.37],
      ],
      22,
    ),
    paint,
    shaft,
  );
  put(m, drum(0.05, 0.26, 14), paint, chain(where, at(-0.25, 0, 0.44)));
  flange(m, 0.05, paint, chain(where, at(-0.25, 0, 0.7)));
  put(m, box(0.12, 0.1, 0.08, 0.01), paint, chain(where, at(0.16, 0, 0.5)));
}

/** The low-level extract: a plate duct along a wall with grilles near the floor. Runs along local x, looks to -y. */
export function lowExtract(m: Model, where: Placement, width: number, grilles: readonly number[]): void {
  put(m, box(width, 0.36, 0.42, 0.012), "galvanised", chain(where, at(0, -0.18, 0.36)));
  for (let x = -width / 2 + 0.6; x < width / 2; x += 1.2)
    put(m, box(0.04, 0.4, 0.46, 0.004), "galvanised", chain(where, at(x, -0.18, 0.36)));
  for (const x of grilles) {
    put(m, box(0.66, 0.02, 0.34, 0.006), "enamel", chain(where, at(x, -0.365, 0.36)));
    put(m, box(0.58, 0.012, 0.27, 0.002), "soot", chain(where, at(x, -0.371, 0.36)));
    for (let k = 0; k < 7; k++)
      put(m, box(0.58, 0.026, 0.008, 0.001), "enamel", chain(where, at(x, -0.38, 0.25 + k * 0.037), turned(-35, "x")));
  }
  for (const x of [-width / 2 + 0.3, 0, width / 2 - 0.3])
    put(m, box(0.06, 0.3, 0.15, 0.004), "steel-dark", chain(where, at(x, -0.18, 0.075)));
}
