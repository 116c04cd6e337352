// A round settling tank with walkway and rails.
import { type Model, put } from "../kit/model.ts";
import { box, lathe, torus } from "../kit/shape.ts";
import { signPlate } from "../kit/sign-plates.ts";
import { at, chain, facing, type Placement, scaled } from "../kit/space.ts";
import { rod } from "../kit/sweep.ts";

/** A rectangular tank of liquid with a rim, for settling basins: walls, walkway and rails; the water itself is apart. */
export function roundTank(m: Model, clear: Model, where: Placement, r: number, height: number): void {
  const wall: [number, number][] = [
    [r + 0.25, 0],
    [r + 0.25, height],
    [r, height],
    [r, height - 0.9],
  ];
  put(m, lathe(wall, 48, 30), { surface: "concrete", colour: "#c9c8c0" }, where, { detail: 0.35 });
  put(
    clear,
    lathe(
      [
        [r, height - 0.35],
        [0, height - 0.35],
      ],
      48,
    ),
    { plain: "liquid", colour: "#2f6478" },
    where,
    { shadowless: true },
  );
  const rail = (z: number): void =>
    put(m, torus(r + 0.13, 0.022, 56, 5), "safety-yellow", chain(where, at(0, 0, z)), { detail: 0.3 });
  rail(height + 0.55);
  rail(height + 1.05);
  for (let i = 0; i < 28; i++) {
    const a = (i / 28) * 2 * Math.PI;
    put(
      m,
      rod(
        [Math.cos(a) * (r + 0.13), Math.sin(a) * (r + 0.13), height],
        [Math.cos(a) * (r + 0.13), Math.sin(a) * (r + 0.13), height + 1.05],
        0.022,
        5,
      ),
      "safety-yellow",
      where,
      { detail: 0.3 },
    );
  }
  put(m, box(r * 2 + 0.4, 0.9, 0.16, 0.02), "galvanised", chain(where, at(0, 0, height + 0.1)), { detail: 0.4 });
  for (const s of [-0.42, 0.42])
    put(m, rod([-r, s, height + 1.1], [r, s, height + 1.1], 0.025, 6), "safety-yellow", where, { detail: 0.3 });
  put(
    m,
    lathe(
      [
        [0.5, 0],
        [0.5, 0.5],
        [0, 0.5],
      ],
      16,
    ),
    "water-blue",
    chain(where, at(0, 0, height + 0.18), scaled(1, 1, 1)),
    { detail: 0.5 },
  );
  signPlate(m, "plate-clear-water", 1.4, facing(where.o[0], where.o[1] - r - 0.27, 1.4, 180));
}
