// Signed-distance fields in metres (y up, z forward): the clay every figure is modelled in.
export type Vec3 = readonly [number, number, number];
export type Field = (x: number, y: number, z: number) => number;
export type Box = readonly [low: Vec3, high: Vec3];

const { min, max, abs, sqrt } = Math;
const length3 = (x: number, y: number, z: number): number => sqrt(x * x + y * y + z * z);

/** A tapered rod; `flat` below 1 squeezes it front to back. */
export const rod = (from: Vec3, to: Vec3, startRadius: number, endRadius: number, flat = 1): Field => {
  const [ax, ay, az] = from;
  const dx = to[0] - ax;
  const dy = to[1] - ay;
  const dz = to[2] - az;
  const square = dx * dx + dy * dy + dz * dz;
  return (x, y, z) => {
    const t = max(0, min(1, ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / square));
    const radius = startRadius + (endRadius - startRadius) * t;
    return length3(x - ax - dx * t, y - ay - dy * t, (z - az - dz * t) / flat) - radius;
  };
};

export const ellipsoid = (centre: Vec3, radii: Vec3): Field => {
  const [cx, cy, cz] = centre;
  const [rx, ry, rz] = radii;
  const smallest = min(rx, ry, rz);
  return (x, y, z) => {
    const a = (x - cx) / rx;
    const b = (y - cy) / ry;
    const c = (z - cz) / rz;
    const k0 = length3(a, b, c);
    const k1 = length3(a / rx, b / ry, c / rz);
    return k1 < 1e-9 ? -smallest : (k0 * (k0 - 1)) / k1;
  };
};

export const block = (centre: Vec3, half: Vec3, round: number): Field => {
  const [cx, cy, cz] = centre;
  const hx = half[0] - round;
  const hy = half[1] - round;
  const hz = half[2] - round;
  return (x, y, z) => {
    const a = abs(x - cx) - hx;
    const b = abs(y - cy) - hy;
    const c = abs(z - cz) - hz;
    return length3(max(a, 0), max(b, 0), max(c, 0)) + min(max(a, b, c), 0) - round;
  };
};

/** Joins fields, softening each seam over `softness` metres. */
export const blend =
  (softness: number, first: Field, ...rest: readonly Field[]): Field =>
  (x, y, z) => {
    let d = first(x, y, z);
    for (const field of rest) {
      const e = field(x, y, z);
      const h = max(softness - abs(d - e), 0) / softness;
      d = min(d, e) - (h * h * softness) / 4;
    }
    return d;
  };

export const join =
  (...fields: readonly Field[]): Field =>
  (x, y, z) => {
    let d = Infinity;
    for (const field of fields) d = min(d, field(x, y, z));
    return d;
  };

export const meet =
  (...fields: readonly Field[]): Field =>
  (x, y, z) => {
    let d = -Infinity;
    for (const field of fields) d = max(d, field(x, y, z));
    return d;
  };

export const carve =
  (field: Field, tool: Field, softness = 0.0001): Field =>
  (x, y, z) => {
    const d = field(x, y, z);
    const e = -tool(x, y, z);
    const h = max(softness - abs(d - e), 0) / softness;
    return max(d, e) + (h * h * softness) / 4;
  };

export const swell =
  (field: Field, by: number): Field =>
  (x, y, z) =>
    field(x, y, z) - by;

/** The same on both sides of the body: write the left (x > 0) and get the right too. */
export const mirror =
  (field: Field): Field =>
  (x, y, z) =>
    field(abs(x), y, z);

export const below =
  (height: number): Field =>
  (_x, y) =>
    y - height;
export const above =
  (height: number): Field =>
  (_x, y) =>
    height - y;
export const inFront =
  (depth: number): Field =>
  (_x, _y, z) =>
    depth - z;
export const behind =
  (depth: number): Field =>
  (_x, _y, z) =>
    z - depth;
export const within =
  (reach: number): Field =>
  (x) =>
    abs(x) - reach;

/** A ring worn around a body: everything between two swellings of it, cut by `slab`. */
export const worn = (body: Field, inner: number, outer: number, slab: Field): Field => {
  return (x, y, z) => {
    const d = body(x, y, z);
    return max(d - outer, inner - d, slab(x, y, z));
  };
};

/** Keeps the two legs apart: nothing below `height` may touch the middle plane. */
export const parted =
  (field: Field, height: number, gap = 0.006): Field =>
  (x, y, z) =>
    y < height ? max(field(x, y, z), gap - abs(x)) : field(x, y, z);

export const smoothstep = (from: number, to: number, value: number): number => {
  const t = max(0, min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
};
