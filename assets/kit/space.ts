// Points and placements in plan metres (x east, y north, z up), the only mathematics the models need.

export type V3 = readonly [number, number, number];

/** A rigid (or scaled) frame: where the local axes and origin land. */
export interface Placement {
  readonly x: V3;
  readonly y: V3;
  readonly z: V3;
  readonly o: V3;
}

export const HERE: Placement = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1], o: [0, 0, 0] };

export const plus = (a: V3, b: V3): V3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: V3, b: V3): V3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: V3, k: number): V3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: V3, b: V3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: V3, b: V3): V3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: V3): number => Math.sqrt(dot(a, a));
export const mix = (a: V3, b: V3, t: number): V3 => plus(times(a, 1 - t), times(b, t));

export function unit(a: V3): V3 {
  const l = length(a);
  return l > 1e-12 ? times(a, 1 / l) : [0, 0, 1];
}

export const direct = (p: Placement, v: V3): V3 => plus(plus(times(p.x, v[0]), times(p.y, v[1])), times(p.z, v[2]));
export const place = (p: Placement, v: V3): V3 => plus(direct(p, v), p.o);

/** `inner` as seen from within `outer`. */
const within = (outer: Placement, inner: Placement): Placement => ({
  x: direct(outer, inner.x),
  y: direct(outer, inner.y),
  z: direct(outer, inner.z),
  o: place(outer, inner.o),
});

export const chain = (...placements: Placement[]): Placement => placements.reduce(within, HERE);
export const at = (x: number, y: number, z = 0): Placement => ({ ...HERE, o: [x, y, z] });
export const scaled = (x: number, y: number, z: number): Placement => ({
  x: [x, 0, 0],
  y: [0, y, 0],
  z: [0, 0, z],
  o: [0, 0, 0],
});

/** Counter-clockwise turn around one axis. */
export function turned(deg: number, axis: "x" | "y" | "z"): Placement {
  const c = Math.cos((deg * Math.PI) / 180);
  const s = Math.sin((deg * Math.PI) / 180);
  if (axis === "x") return { ...HERE, y: [0, c, s], z: [0, -s, c] };
  if (axis === "y") return { ...HERE, x: [c, 0, -s], z: [s, 0, c] };
  return { ...HERE, x: [c, s, 0], y: [-s, c, 0] };
}

/** A frame at `from` whose z runs towards `to`; its x stays level where it can. */
export function along(from: V3, to: V3): Placement {
  const z = unit(minus(to, from));
  const side: V3 = Math.abs(z[2]) > 0.99 ? [1, 0, 0] : unit(cross([0, 0, 1], z));
  const y = unit(cross(z, side));
  return { x: cross(y, z), y, z, o: from };
}

/** Stands things against a wall: local -y looks towards the given compass direction, local x runs along the wall. */
export const facing = (x: number, y: number, z: number, headingDeg: number): Placement =>
  chain(at(x, y, z), turned(180 - headingDeg, "z"));
