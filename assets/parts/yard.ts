// What stands in a works yard: fence, gate arm, wind sock, lamp posts, signs on posts, cones, curtain pipe, huts.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { block, box, drum, lathe } from "../kit/shape.ts";
import { signPlate } from "../kit/sign-plates.ts";
import { at, chain, type Placement, turned, type V3 } from "../kit/space.ts";
import { bar, iSection, ribbed, rod, tube } from "../kit/sweep.ts";

/** Mast of the wind sock with its guys; the sock turns and is a part of its own. */
export function mast(m: Model, where: Placement, height: number): void {
  put(m, box(0.6, 0.6, 0.1, 0.01), "apron-edge", chain(where, at(0, 0, 0.05)));
  for (let i = 0; i < 6; i++)
    put(
      m,
      rod([0, 0, (height * i) / 6], [0, 0, (height * (i + 1)) / 6], 0.055 - i * 0.005, 12),
      i % 2 ? "white" : "safety-red",
      where,
    );
}

/** A sock streaming along local +y from its ring at the origin. */
export function windSock(m: Model, where: Placement): void {
  put(m, rod([0, 0, -0.12], [0, 0, 0.28], 0.02, 8), "steel-dark", where);
  const droop = (t: number): V3 => [0, 0.18 + t * 1.9, -0.32 * t * t];
  for (let i = 0; i < 5; i++) {
    const path = Array.from({ length: 5 }, (_, k) => droop((i + k / 4) / 5));
    put(
      m,
      ribbed(path, (t) => 0.27 - (i + t) * 0.033, 16),
      i % 2 ? "sock-white" : "sock-red",
      where,
    );
    put(
      m,
      ribbed([...path].reverse(), (t) => 0.265 - (i + 1 - t) * 0.033, 16),
      i % 2 ? "sock-white" : "sock-red",
      where,
    );
  }
  put(
    m,
    ribbed(
      [
        [0, 0.17, 0],
        [0, 0.2, 0],
      ],
      () => 0.28,
      20,
    ),
    "steel-dark",
    where,
  );
  for (const a of [45, 135, 225, 315]) {
    const [x, z] = [Math.cos((a * Math.PI) / 180) * 0.27, Math.sin((a * Math.PI) / 180) * 0.27];
    put(m, rod([0, 0, z > 0 ? 0.15 : -0.05], [x, 0.18, z], 0.008, 5), "steel-dark", where);
  }
}

export function lampPost(m: Model, clear: Model, where: Placement, height = 5.2): void {
  put(
    m,
    lathe(
      [
        [0.13, 0],
        [0.13, 0.3],
        [0.06, 0.36],
        [0.04, height],
      ],
      14,
    ),
    "panel-grey",
    where,
    { detail: 0.5 },
  );
  put(
    m,
    tube(
      [
        [0, 0, height - 0.05],
        [0, 0, height + 0.2],
        [0, -1, height + 0.28],
      ],
      0.032,
      8,
      0.25,
    ),
    "panel-grey",
    where,
    { detail: 0.5 },
  );
  put(m, box(0.26, 0.56, 0.09, 0.03), "panel-grey", chain(where, at(0, -1.15, height + 0.27)), { detail: 0.5 });
  put(clear, block(0.2, 0.42, 0.01), { plain: "glow", colour: "#d9dde0" }, chain(where, at(0, -1.15, height + 0.22)), {
    shadowless: true,
  });
}

/** A sign on a tube post, its face towards local -y. */
export function postedSign(m: Model, id: string, width: number, where: Placement, z: number): void {
  put(m, rod([0, 0.05, 0], [0, 0.05, z + 0.3], 0.03, 10), "galvanised", where);
  put(m, box(0.26, 0.26, 0.05, 0.01), "apron-edge", chain(where, at(0, 0.05, 0.025)));
  signPlate(m, id, width, chain(where, at(0, 0, z)));
}

export function board(m: Model, id: string, width: number, height: number, where: Placement, z: number): void {
  for (const s of [-1, 1])
    put(
      m,
      rod([s * (width / 2 - 0.1), 0.06, 0], [s * (width / 2 - 0.1), 0.06, z + height / 2], 0.03, 10),
      "galvanised",
      where,
    );
  put(m, box(width + 0.1, 0.04, height + 0.1, 0.01), "galvanised", chain(where, at(0, 0.025, z)));
  signPlate(m, id, width, chain(where, at(0, 0, z)), "galvanised");
}

export function cone(m: Model, where: Placement): void {
  put(m, box(0.38, 0.38, 0.03, 0.01), "black", chain(where, at(0, 0, 0.015)));
  const steps: [number, number, PaintName][] = [
    [0, 0.22, "sock-red"],
    [0.22, 0.38, "white"],
    [0.38, 0.5, "sock-red"],
    [0.5, 0.6, "white"],
    [0.6, 0.72, "sock-red"],
  ];
  for (const [a, b, paint] of steps)
    put(
      m,
      lathe(
        [
          [0.15 - a * 0.165, 0.03 + a],
          [0.15 - b * 0.165, 0.03 + b],
        ],
        16,
      ),
      paint,
      where,
    );
}

/** The fixed water curtain: a pipe at ankle height with nozzle posts, along local y from 0. */
export function curtainPipe(m: Model, where: Placement, length: number, nozzles: number, height: number): void {
  put(m, rod([0, 0, 0.3], [0, length, 0.3], 0.055, 14), "hydrant-red", where);
  for (let i = 0; i < nozzles; i++) {
    const y = (length * (i + 0.5)) / nozzles;
    put(m, rod([0, y, 0.3], [0, y, height - 0.1], 0.022, 8), "hydrant-red", where);
    put(
      m,
      lathe(
        [
          [0.022, 0],
          [0.034, 0.02],
          [0.034, 0.06],
          [0.05, 0.09],
          [0.05, 0.1],
          [0, 0.1],
        ],
        12,
      ),
      "brass",
      chain(where, at(0, y, height - 0.1)),
    );
    if (i % 2 === 0) put(m, bar([0, y + 0.4, 0], [0, y + 0.4, 0.27], iSection(0.08, 0.08, 0.008)), "steel-dark", where);
  }
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.1, 0],
        [0.1, 0.03],
        [0, 0.03],
      ],
      18,
    ),
    "hydrant-red",
    chain(where, at(0, length, 0.3), turned(-90, "x")),
  );
}

/** A pad-mounted transformer hut in a small enclosure, doors to local -y. */
export function transformerHut(m: Model, where: Placement): void {
  put(m, box(3.4, 2.6, 0.25, 0.02), { surface: "concrete", colour: "#a9a89f" }, chain(where, at(0, 0, 0.125)));
  put(m, box(2.8, 2, 2.2, 0.03), "pipe-green", chain(where, at(0, 0, 1.35)));
  put(m, box(3, 2.2, 0.12, 0.03), "container-dark", chain(where, at(0, 0, 2.5)));
  for (const x of [-0.95, 0, 0.95]) {
    put(m, box(0.88, 0.03, 1.9, 0.012), "pipe-green", chain(where, at(x, -1.01, 1.3)));
    for (let i = 0; i < 6; i++)
      put(m, box(0.6, 0.02, 0.03, 0.003), "container-dark", chain(where, at(x, -1.03, 1.75 + i * 0.06)));
  }
  signPlate(m, "electric", 0.42, chain(where, at(-0.95, -1.03, 1.2)));
  signPlate(m, "plate-transformer", 0.9, chain(where, at(0.5, -1.03, 1.2)));
}

export function bollard(m: Model, where: Placement): void {
  put(m, drum(0.07, 0.9, 14), "safety-yellow", where);
  put(
    m,
    lathe(
      [
        [0.071, 0.55],
        [0.072, 0.7],
      ],
      14,
    ),
    "black",
    where,
  );
}

/** A bench of planks, looking to local -y. */
export function bench(m: Model, where: Placement): void {
  for (let i = 0; i < 3; i++)
    put(m, box(1.7, 0.12, 0.04, 0.01), "desk-wood", chain(where, at(0, -0.14 + i * 0.14, 0.45)));
  for (const s of [-0.65, 0.65]) put(m, box(0.08, 0.4, 0.43, 0.01), "apron-edge", chain(where, at(s, 0, 0.215)));
}
