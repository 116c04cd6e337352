// The one-ton chlorine container: dished ends, chimes, hoops, two valves behind a guard, fusible plugs, and its cradle.
import { type Model, put } from "../kit/model.ts";
import { box, lathe, panel, torus } from "../kit/shape.ts";
import { label } from "../kit/sign-plates.ts";
import { at, chain, type Placement, turned, type V3 } from "../kit/space.ts";
import { rod } from "../kit/sweep.ts";

const R = 0.4;

const HALF = 1;

/** Lies along local y around the origin; the valve end looks to -y with the gas valve on top. */
export function tonContainer(m: Model, where: Placement, tag: string): void {
  const axis = chain(where, turned(90, "x"));
  const outline: [number, number][] = [
    [0, -HALF + 0.11],
    [R * 0.5, -HALF + 0.1],
    [R * 0.8, -HALF + 0.075],
    [R - 0.03, -HALF + 0.03],
  ];
  const dish = (side: number): [number, number][] => outline.map(([r, z]) => [r, z * side]);
  put(
    m,
    lathe(
      [...dish(1)].map(([r, z]) => [r, z]),
      36,
      60,
    ),
    "container-dark",
    axis,
  );
  put(m, lathe([...dish(-1)].reverse(), 36, 60), "container-dark", axis);
  put(
    m,
    lathe(
      [
        [R - 0.03, -HALF + 0.03],
        [R - 0.03, -HALF],
        [R, -HALF],
        [R, -HALF + 0.05],
        [R - 0.006, -HALF + 0.06],
      ],
      36,
      25,
    ),
    "container-green",
    axis,
  );
  put(
    m,
    lathe(
      [
        [R - 0.006, HALF - 0.06],
        [R, HALF - 0.05],
        [R, HALF],
        [R - 0.03, HALF],
        [R - 0.03, HALF - 0.03],
      ],
      36,
      25,
    ),
    "container-green",
    axis,
  );
  put(
    m,
    lathe(
      [
        [R - 0.006, -HALF + 0.06],
        [R - 0.006, HALF - 0.06],
      ],
      36,
    ),
    "container-green",
    axis,
  );
  for (const z of [-0.52, 0.52]) put(m, torus(R - 0.002, 0.018, 40, 8), "container-green", chain(axis, at(0, 0, z)));
  for (const z of [-0.2, 0.2]) {
    put(
      m,
      lathe(
        [
          [R - 0.004, z - 0.028],
          [R - 0.002, z - 0.026],
          [R - 0.002, z + 0.026],
          [R - 0.004, z + 0.028],
        ],
        36,
        20,
      ),
      "safety-yellow",
      axis,
    );
  }
  for (const heading of [90, -90]) stencil(m, where, heading);
  valveEnd(m, where);
  const back = chain(where, at(0, HALF - 0.13, 0), turned(180, "z"));
  label(m, tag, 0.16, chain(back, at(0, -0.045, 0.05)));
  fusiblePlugs(m, chain(where, at(0, HALF - 0.1, 0), turned(180, "z")));
}

function stencil(m: Model, where: Placement, heading: number): void {
  const strip = (id: string, from: number, to: number, low: number, high: number): void => {
    const pieces = 6;
    for (let i = 0; i < pieces; i++) {
      const [a, b] = [low + ((high - low) * i) / pieces, low + ((high - low) * (i + 1)) / pieces];
      const corner = (deg: number, y: number): V3 => {
        const t = (deg * Math.PI) / 180;
        const r = R + 0.0015;
        return [Math.cos(t) * r * Math.sign(heading), y * Math.sign(heading), Math.sin(t) * r];
      };
      const face = panel(corner(a, from), corner(a, to), corner(b, to), corner(b, from));
      const uvs = face.uvs?.map(([u, v]) => [u, 1 - (i + (1 - v)) / pieces] as const);
      put(m, { ...face, ...(uvs ? { uvs } : {}) }, { sign: id }, where, { shadowless: true });
    }
  };
  strip("container-face", -0.47, 0.47, -20, 27);
  strip("container-label", 0.58, 0.8, 0, 40);
}

function valveEnd(m: Model, where: Placement): void {
  const face = chain(where, at(0, -HALF + 0.09, 0));
  for (const z of [0.16, -0.16]) {
    const valve = chain(face, at(0, 0, z));
    const out = chain(valve, turned(90, "x"));
    put(
      m,
      lathe(
        [
          [0.04, 0],
          [0.04, 0.02],
          [0.026, 0.028],
          [0.026, 0.09],
          [0.032, 0.094],
          [0.032, 0.115],
          [0.012, 0.118],
          [0.012, 0.15],
          [0, 0.15],
        ],
        14,
      ),
      "brass",
      out,
    );
    put(m, box(0.026, 0.026, 0.016, 0.003), "bolt", chain(valve, at(0, -0.155, 0)));
    put(m, rod([0, -0.06, 0], [0.085, -0.06, 0], 0.016, 10), "brass", valve);
    put(
      m,
      lathe(
        [
          [0.024, 0],
          [0.024, 0.026],
          [0, 0.026],
        ],
        6,
      ),
      "bolt",
      chain(valve, at(0.07, -0.06, 0), turned(90, "y")),
    );
  }
  put(m, torus(0.215, 0.011, 30, 7), "container-green", chain(face, at(0, -0.17, 0), turned(90, "x")));
  for (const a of [45, 135, 225, 315]) {
    const [x, z] = [Math.cos((a * Math.PI) / 180) * 0.215, Math.sin((a * Math.PI) / 180) * 0.215];
    put(m, rod([x, 0.03, z], [x, -0.17, z], 0.009, 8), "container-green", face);
  }
  label(m, "container-label", 0.14, chain(face, at(0.28, -0.012, -0.02)));
  fusiblePlugs(m, face);
}

function fusiblePlugs(m: Model, face: Placement): void {
  for (const a of [90, 210, 330]) {
    const [x, z] = [Math.cos((a * Math.PI) / 180) * 0.285, Math.sin((a * Math.PI) / 180) * 0.285];
    put(
      m,
      lathe(
        [
          [0.02, 0],
          [0.02, 0.034],
          [0, 0.034],
        ],
        6,
      ),
      "brass",
      chain(face, at(x, 0.02, z), turned(90, "x")),
    );
  }
}
