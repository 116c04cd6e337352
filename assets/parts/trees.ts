// Trees near and far as leaf cards that carry their own light.
import type { Daylight } from "../kit/bake.ts";
import { type Model, meshOf, put } from "../kit/model.ts";
import { hash } from "../kit/noise.ts";
import { linearRgb } from "../kit/palette.ts";
import { panel } from "../kit/shape.ts";
import { cross, dot, mix, plus, times, unit, type V3 } from "../kit/space.ts";
import { ribbed } from "../kit/sweep.ts";

type Rgb = readonly [number, number, number];

const HAZE: Rgb = [0.62, 0.72, 0.82];

/** A broad-leaved tree: trunk, limbs, and leaf cards around clumps; each card carries its own light. */
export function tree(
  m: Model,
  clear: Model,
  x: number,
  y: number,
  height: number,
  seed: number,
  light: Daylight,
): void {
  const rnd = (k: number): number => hash(seed, k, 7);
  const crown = height * 0.36;
  const fork = height - crown * 1.35;
  put(
    m,
    ribbed(
      [
        [x, y, 0],
        [x + 0.05, y, fork * 0.5],
        [x + rnd(1) * 0.2 - 0.1, y + rnd(2) * 0.2 - 0.1, fork],
      ],
      (t) => height * (0.028 - t * 0.011),
      9,
    ),
    "trunk",
    undefined,
    { detail: 0.5 },
  );
  const clumps: [V3, number][] = [];
  for (let i = 0; i < 9; i++) {
    const a = i * 2.4 + rnd(i + 10);
    const up = i / 8;
    const out = crown * (0.62 * Math.sin(Math.PI * (0.25 + up * 0.65)) * (0.75 + rnd(i + 30) * 0.4));
    const c: V3 = [x + Math.cos(a) * out, y + Math.sin(a) * out, fork + crown * (0.12 + up * 1.35)];
    clumps.push([c, crown * (0.44 + rnd(i + 50) * 0.2)]);
    if (i < 6)
      put(
        m,
        ribbed([[x, y, fork * 0.94], mix([x, y, fork], c, 0.55), c], (t) => height * (0.012 - t * 0.009), 5),
        "trunk",
        undefined,
        { detail: 0.3 },
      );
  }
  const middle: V3 = [x, y, fork + crown * 0.6];
  let k = 100;
  for (const [c, r] of clumps) {
    for (let i = 0; i < 15; i++) {
      k += 5;
      const d = unit([rnd(k) * 2 - 1, rnd(k + 1) * 2 - 1, rnd(k + 2) * 1.7 - 0.7]);
      leafCard(
        clear,
        plus(c, times(d, r * (0.72 + rnd(k + 3) * 0.3))),
        d,
        middle,
        r * (0.75 + rnd(k + 4) * 0.35),
        crown,
        k,
        light,
      );
    }
  }
}

function leafCard(
  clear: Model,
  p: V3,
  d: V3,
  middle: V3,
  size: number,
  crown: number,
  k: number,
  light: Daylight,
  veil = 0,
): void {
  const mesh = meshOf(clear, "foliage");
  const outward = unit(plus(times(d, 0.5), unit([p[0] - middle[0], p[1] - middle[1], p[2] - middle[2]])));
  const twist = unit([hash(k, 1, 3) - 0.5, hash(k, 2, 3) - 0.5, hash(k, 3, 3) - 0.5]);
  const face = unit(plus(outward, times(twist, 0.9)));
  const side = unit(cross(Math.abs(face[2]) < 0.95 ? [0, 0, 1] : [1, 0, 0], face));
  const up = cross(face, side);
  const depth = Math.min(
    1,
    Math.sqrt((p[0] - middle[0]) ** 2 + (p[1] - middle[1]) ** 2 + (p[2] - middle[2]) ** 2) / (crown * 1.1),
  );
  const sun = Math.max(0, dot(outward, light.towards)) * 0.85 + 0.1;
  const open = (0.45 + 0.55 * (outward[2] * 0.5 + 0.5)) * (0.35 + 0.65 * depth);
  const green = linearRgb(hash(k, 4, 3) > 0.5 ? "#6f9445" : "#5d8540");
  const tint = [0, 1, 2].map(
    (c) =>
      veil * (HAZE[c] as number) +
      (1 - veil) *
        Math.min(
          1,
          (green[c] as number) *
            ((light.sun[c] as number) * sun * (0.3 + 0.7 * depth) + (light.sky[c] as number) * open),
        ),
  ) as unknown as Rgb;
  const quadrant = Math.floor(hash(k, 5, 3) * 4);
  const [u0, v0] = [(quadrant % 2) * 0.5, Math.floor(quadrant / 2) * 0.5];
  const corner = (s: number, t: number): V3 => plus(p, plus(times(side, (s * size) / 2), times(up, (t * size) / 2)));
  const card = panel(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1));
  card.positions.forEach((q, i) => {
    const [u, v] = card.uvs?.[i] ?? [0, 0];
    mesh.positions.push(...q);
    mesh.normals.push(...outward);
    mesh.uvs.push(u0 + u * 0.5, v0 + v * 0.5);
    mesh.colours.push(...tint);
  });
  mesh.albedos.push(...green, ...green);
  mesh.details.push(1, 1);
  const casts = veil > 0.05 || k % 3 === 0 ? 0 : 1;
  mesh.casts.push(casts, casts);
}

/** A far tree: a handful of large leaf cards, already seen through the haze. */
export function farTree(clear: Model, x: number, y: number, height: number, seed: number, light: Daylight): void {
  const crown = height * 0.42;
  const middle: V3 = [x, y, height * 0.56];
  const veil = 1 - Math.exp(-Math.sqrt(x * x + y * y) / 950);
  for (let i = 0; i < 14; i++) {
    const k = seed * 131 + i * 7;
    const d = unit([hash(k, 1, 5) * 2 - 1, hash(k, 2, 5) * 2 - 1, hash(k, 3, 5) * 2.2 - 1]);
    const p = plus(middle, [d[0] * crown * 0.5, d[1] * crown * 0.5, d[2] * crown * 0.72]);
    leafCard(clear, p, d, middle, crown * (0.85 + hash(k, 4, 5) * 0.4), crown, k, light, veil);
  }
}
