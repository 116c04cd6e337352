// Desks, chairs, screens, telephones and lamps.
import { type Model, put } from "../kit/model.ts";
import { block, box, drum, lathe } from "../kit/shape.ts";
import { label } from "../kit/sign-plates.ts";
import { at, chain, type Placement, turned } from "../kit/space.ts";
import { coil, rod, tube } from "../kit/sweep.ts";

/** A control desk with modesty panel; its user sits at local -y, the origin is on the floor under its middle. */
export function desk(m: Model, where: Placement, width: number, depth: number, height = 0.76): void {
  put(m, box(width, depth, 0.03, 0.008), "desk-wood", chain(where, at(0, 0, height - 0.015)));
  put(
    m,
    box(width - 0.02, 0.02, height - 0.2, 0.004),
    "desk-edge",
    chain(where, at(0, depth / 2 - 0.05, height / 2 + 0.06)),
  );
  for (const x of [-width / 2 + 0.03, width / 2 - 0.03])
    put(m, box(0.04, depth - 0.06, height - 0.03, 0.006), "desk-edge", chain(where, at(x, 0, (height - 0.03) / 2)));
  const drawers = chain(where, at(width / 2 - 0.3, 0.02, 0));
  put(
    m,
    box(0.42, depth - 0.14, height - 0.1, 0.008),
    "cabinet-grey",
    chain(drawers, at(0, 0, (height - 0.1) / 2 + 0.05)),
  );
  for (const z of [0.2, 0.4, 0.6]) {
    put(m, box(0.39, 0.016, 0.17, 0.005), "cabinet-grey", chain(drawers, at(0, -(depth - 0.14) / 2 - 0.006, z)));
    put(m, box(0.12, 0.02, 0.012, 0.004), "chrome", chain(drawers, at(0, -(depth - 0.14) / 2 - 0.02, z + 0.04)));
  }
}

/** A swivel chair; its user looks to local +y. */
export function chair(m: Model, where: Placement): void {
  for (let i = 0; i < 5; i++) {
    const arm = chain(where, turned(72 * i + 18, "z"));
    put(m, box(0.3, 0.045, 0.03, 0.008), "black", chain(arm, at(0.15, 0, 0.09)));
    put(
      m,
      lathe(
        [
          [0, -0.025],
          [0.028, -0.025],
          [0.028, 0.025],
          [0, 0.025],
        ],
        12,
      ),
      "rubber",
      chain(arm, at(0.29, 0, 0.03), turned(90, "x")),
    );
  }
  put(m, drum(0.025, 0.36, 10), "chrome", chain(where, at(0, 0, 0.09)));
  put(m, box(0.48, 0.47, 0.09, 0.035), "fabric-blue", chain(where, at(0, 0, 0.47)));
  put(m, box(0.44, 0.08, 0.52, 0.035), "fabric-blue", chain(where, at(0, -0.23, 0.84), turned(8, "x")));
  put(m, box(0.06, 0.03, 0.4, 0.01), "black", chain(where, at(0, -0.26, 0.6), turned(6, "x")));
  for (const s of [-1, 1]) {
    put(
      m,
      tube(
        [
          [s * 0.2, -0.06, 0.44],
          [s * 0.27, -0.06, 0.48],
          [s * 0.27, -0.06, 0.66],
        ],
        0.014,
        8,
        0.05,
      ),
      "black",
      where,
    );
    put(m, box(0.06, 0.26, 0.03, 0.01), "black", chain(where, at(s * 0.27, 0, 0.67)));
  }
}

/** A flat screen on a foot, standing on a table top at the origin and looking to -y; the picture is a part of its own. */
export function screenStand(m: Model, where: Placement, width: number, height: number): void {
  put(m, box(0.22, 0.17, 0.012, 0.004), "black", chain(where, at(0, 0.03, 0.006)));
  put(m, box(0.05, 0.025, 0.22, 0.006), "black", chain(where, at(0, 0.05, 0.11)));
  put(m, box(width + 0.024, 0.03, height + 0.024, 0.007), "black", chain(where, at(0, 0.016, 0.115 + height / 2)));
}

export function keyboardAndMouse(m: Model, where: Placement): void {
  put(m, box(0.42, 0.14, 0.018, 0.005), "black", chain(where, at(0, 0, 0.009)));
  label(m, "keyboard", 0.4, chain(where, at(0, 0, 0.0185), turned(-90, "x")), 0.13);
  put(m, box(0.06, 0.1, 0.03, 0.013), "black", chain(where, at(0.31, 0, 0.015)));
}

/** A desk telephone, handset across the top, keys towards local -y. */
export function telephone(m: Model, where: Placement): void {
  const body = chain(where, turned(-14, "x"));
  put(m, box(0.19, 0.2, 0.045, 0.012), "safety-red", chain(body, at(0, 0, 0.035)));
  label(m, "key-pad", 0.085, chain(body, at(0.035, -0.02, 0.0585), turned(-90, "x")));
  put(
    m,
    tube(
      [
        [-0.06, -0.085, 0.085],
        [-0.06, -0.03, 0.1],
        [-0.06, 0.03, 0.1],
        [-0.06, 0.085, 0.085],
      ],
      0.017,
      10,
      0.05,
      true,
    ),
    "safety-red",
    body,
  );
  for (const y of [-0.085, 0.085]) put(m, drum(0.028, 0.032, 14), "safety-red", chain(body, at(-0.06, y, 0.055)));
  put(m, tube(coil([-0.09, -0.09, 0.03], [-0.3, -0.1, -0.03], 0.012, 0.011, 12, 8), 0.003, 5, 0.004), "black", where);
}

/** A pair of fluorescent tubes under a tray, running along local x with its top at the origin; the glow is apart. */
export function tubeLamp(m: Model, clear: Model, where: Placement, length: number): void {
  put(m, box(length, 0.2, 0.06, 0.012), "lamp-body", chain(where, at(0, 0, -0.03)));
  for (const y of [-0.055, 0.055]) {
    put(
      clear,
      rod([-length / 2 + 0.05, y, -0.082], [length / 2 - 0.05, y, -0.082], 0.017, 8),
      { plain: "glow", colour: "#fff6e2" },
      where,
      { shadowless: true },
    );
    for (const s of [-1, 1])
      put(m, box(0.05, 0.04, 0.05, 0.006), "lamp-body", chain(where, at(s * (length / 2 - 0.025), y, -0.08)));
  }
}

/** A square ceiling light flush with the ceiling at the origin. */
export function panelLamp(m: Model, clear: Model, where: Placement, sx: number, sy: number): void {
  put(m, box(sx + 0.05, sy + 0.05, 0.03, 0.006), "lamp-body", chain(where, at(0, 0, -0.012)));
  put(clear, block(sx, sy, 0.006), { plain: "glow", colour: "#fff8ea" }, chain(where, at(0, 0, -0.03)), {
    shadowless: true,
  });
}

export function plant(m: Model, where: Placement): void {
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.13, 0],
        [0.18, 0.32],
        [0.165, 0.32],
        [0.15, 0.28],
        [0, 0.28],
      ],
      18,
    ),
    "white",
    where,
  );
  for (let i = 0; i < 14; i++) {
    const leaf = chain(where, turned(i * 137.5, "z"), turned(12 + (i % 5) * 9, "y"));
    put(
      m,
      lathe(
        [
          [0.006, 0.25],
          [0.034, 0.5],
          [0.04, 0.68],
          [0, 0.95],
        ],
        4,
        70,
      ),
      i % 3 ? "hedge" : "pipe-green",
      leaf,
    );
  }
}

export function binder(m: Model, where: Placement, count: number): void {
  const paints = ["water-blue", "safe-green", "deep-blue", "white"] as const;
  for (let i = 0; i < count; i++)
    put(m, box(0.055, 0.24, 0.3, 0.004), paints[i % 4] ?? "white", chain(where, at(i * 0.06, 0, 0.15)));
}
