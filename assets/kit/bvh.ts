// A tree of boxes over a triangle soup that finds what a ray meets: built once, shared by all baking threads.

/** Eight numbers a node: box low, box high, then either (-count, first) for a leaf or (axis, right child). */
export interface Bvh {
  readonly nodes: Float32Array;
  /** Nine numbers a triangle in tree order: corner and two edges. */
  readonly faces: Float32Array;
  /** Tree order back to the soup's order. */
  readonly order: Int32Array;
}

const BINS = 12;
const LEAF = 4;
const EMPTY = [1e30, 1e30, 1e30, -1e30, -1e30, -1e30] as const;
const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
const get = (list: ArrayLike<number>, i: number): number => list[i] as number;

export function buildBvh(positions: Float32Array): Bvh {
  const count = positions.length / 9;
  const order = new Int32Array(shared(count * 4)).map((_, i) => i);
  const bounds = new Float32Array(count * 6);
  const middle = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < 3; k++) {
      const [a, b, c] = [get(positions, i * 9 + k), get(positions, i * 9 + 3 + k), get(positions, i * 9 + 6 + k)];
      bounds[i * 6 + k] = Math.min(a, b, c);
      bounds[i * 6 + 3 + k] = Math.max(a, b, c);
      middle[i * 3 + k] = (get(bounds, i * 6 + k) + get(bounds, i * 6 + 3 + k)) / 2;
    }
  }
  const nodes: number[] = [];
  const split = (from: number, to: number): number => {
    const id = nodes.length / 8;
    nodes.push(...EMPTY, 0, 0);
    for (let i = from; i < to; i++) grow(nodes, id * 8, bounds, get(order, i) * 6);
    const cut = to - from > LEAF ? bestCut(from, to, order, bounds, middle) : undefined;
    if (!cut) {
      nodes[id * 8 + 6] = -(to - from);
      nodes[id * 8 + 7] = from;
      return id;
    }
    let m = from;
    for (let i = from; i < to; i++) {
      const face = get(order, i);
      if (get(middle, face * 3 + cut.axis) >= cut.at) continue;
      order[i] = get(order, m);
      order[m++] = face;
    }
    if (m === from || m === to) m = (from + to) >> 1;
    split(from, m);
    nodes[id * 8 + 6] = cut.axis;
    nodes[id * 8 + 7] = split(m, to);
    return id;
  };
  split(0, count);
  const faces = new Float32Array(shared(count * 36));
  for (let i = 0; i < count; i++) {
    const q = get(order, i) * 9;
    for (let k = 0; k < 3; k++) {
      const corner = get(positions, q + k);
      faces[i * 9 + k] = corner;
      faces[i * 9 + 3 + k] = get(positions, q + 3 + k) - corner;
      faces[i * 9 + 6 + k] = get(positions, q + 6 + k) - corner;
    }
  }
  const packed = new Float32Array(shared(nodes.length * 4));
  packed.set(nodes);
  return { nodes: packed, faces, order };
}

function grow(into: number[] | Float32Array, at: number, from: ArrayLike<number>, index: number): void {
  for (let k = 0; k < 3; k++) {
    into[at + k] = Math.min(get(into, at + k), get(from, index + k));
    into[at + 3 + k] = Math.max(get(into, at + 3 + k), get(from, index + 3 + k));
  }
}

function area(b: ArrayLike<number>): number {
  const [x, y, z] = [get(b, 3) - get(b, 0), get(b, 4) - get(b, 1), get(b, 5) - get(b, 2)];
  return x < 0 ? 0 : x * y + y * z + z * x;
}

function bestCut(
  from: number,
  to: number,
  order: Int32Array,
  bounds: Float32Array,
  middle: Float32Array,
): { axis: number; at: number } | undefined {
  let found: { axis: number; at: number } | undefined;
  let best = 1e30;
  for (let axis = 0; axis < 3; axis++) {
    let [low, high] = [1e30, -1e30];
    for (let i = from; i < to; i++) {
      const c = get(middle, get(order, i) * 3 + axis);
      low = Math.min(low, c);
      high = Math.max(high, c);
    }
    if (high - low < 1e-7) continue;
    const counts = new Int32Array(BINS);
    const boxes = Array.from({ length: BINS }, () => [...EMPTY]);
    for (let i = from; i < to; i++) {
      const face = get(order, i);
      const bin = Math.min(BINS - 1, Math.floor(((get(middle, face * 3 + axis) - low) / (high - low)) * BINS));
      counts[bin] = get(counts, bin) + 1;
      grow(boxes[bin] as number[], 0, bounds, face * 6);
    }
    for (let b = 1; b < BINS; b++) {
      const [left, right]: number[][] = [[...EMPTY], [...EMPTY]];
      let [nl, nr] = [0, 0];
      for (let j = 0; j < BINS; j++) {
        grow((j < b ? left : right) as number[], 0, boxes[j] as number[], 0);
        if (j < b) nl += get(counts, j);
        else nr += get(counts, j);
      }
      if (!nl || !nr) continue;
      const cost = area(left as number[]) * nl + area(right as number[]) * nr;
      if (cost < best) [best, found] = [cost, { axis, at: low + ((high - low) * b) / BINS }];
    }
  }
  return found;
}

export interface Hit {
  face: number;
  t: number;
  u: number;
  v: number;
}

export type Trace = (
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  far: number,
  any: boolean,
) => boolean;

/** A ray caster over the tree; the nearest hit (or any hit) is left in `hit`. */
export function tracer(bvh: Bvh, hit: Hit): Trace {
  const { nodes: N, faces: F, order } = bvh;
  const stack = new Int32Array(96);
  return (ox, oy, oz, dx, dy, dz, far, any) => {
    const [ix, iy, iz] = [1 / dx, 1 / dy, 1 / dz];
    let depth = 1;
    let found = false;
    let limit = far;
    stack[0] = 0;
    while (depth > 0) {
      const o = get(stack, --depth) * 8;
      let a = (get(N, o) - ox) * ix;
      let b = (get(N, o + 3) - ox) * ix;
      let low = Math.min(a, b);
      let high = Math.max(a, b);
      a = (get(N, o + 1) - oy) * iy;
      b = (get(N, o + 4) - oy) * iy;
      low = Math.max(low, Math.min(a, b));
      high = Math.min(high, Math.max(a, b));
      a = (get(N, o + 2) - oz) * iz;
      b = (get(N, o + 5) - oz) * iz;
      low = Math.max(low, Math.min(a, b));
      high = Math.min(high, Math.max(a, b));
      if (low > high * 1.0000004 + 1e-6 || high < 0 || low > limit) continue;
      const kind = get(N, o + 6);
      const next = get(N, o + 7);
      if (kind >= 0) {
        const forward = (kind === 0 ? dx : kind === 1 ? dy : dz) > 0;
        const left = o / 8 + 1;
        stack[depth++] = forward ? next : left;
        stack[depth++] = forward ? left : next;
        continue;
      }
      for (let i = next; i < next - kind; i++) {
        const q = i * 9;
        const [ax, ay, az] = [get(F, q + 3), get(F, q + 4), get(F, q + 5)];
        const [bx, by, bz] = [get(F, q + 6), get(F, q + 7), get(F, q + 8)];
        const px = dy * bz - dz * by;
        const py = dz * bx - dx * bz;
        const pz = dx * by - dy * bx;
        const det = ax * px + ay * py + az * pz;
        if (det < 1e-14 && det > -1e-14) continue;
        const f = 1 / det;
        const tx = ox - get(F, q);
        const ty = oy - get(F, q + 1);
        const tz = oz - get(F, q + 2);
        const u = (tx * px + ty * py + tz * pz) * f;
        if (u < 0 || u > 1) continue;
        const qx = ty * az - tz * ay;
        const qy = tz * ax - tx * az;
        const qz = tx * ay - ty * ax;
        const v = (dx * qx + dy * qy + dz * qz) * f;
        if (v < 0 || u + v > 1) continue;
        const t = (bx * qx + by * qy + bz * qz) * f;
        if (t <= 1e-5 || t >= limit) continue;
        limit = t;
        hit.face = get(order, i);
        hit.t = t;
        hit.u = u;
        hit.v = v;
        found = true;
        if (any) return true;
      }
    }
    return found;
  };
}
