// Walls and slabs cut by openings, painted in bands, and the windows that fill the openings.
import { type Model, type Paint, put } from "../kit/model.ts";
import { block, box, panel, polygons } from "../kit/shape.ts";
import { at, chain, cross, minus, plus, times, turned, type V3 } from "../kit/space.ts";

export interface Opening {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

export interface Band {
  readonly upTo: number;
  readonly paint: Paint;
}

export interface WallFace {
  /** The lower corner the run starts at, and the direction it runs in. */
  readonly origin: V3;
  readonly run: V3;
  readonly width: number;
  readonly low?: number;
  readonly bands: readonly Band[];
  readonly openings?: readonly Opening[];
  /** How far the reveals go behind the face; 0 leaves them out. */
  readonly reveal?: number;
  readonly detail?: number;
}

/** Looks towards `run` turned right (clockwise from above): walk along the run with the room on your right hand. */
export function wallFace(m: Model, face: WallFace): void {
  const { origin, run, width, bands, openings = [], reveal = 0, low = 0 } = face;
  const normal = cross(run, [0, 0, 1]);
  const finish = { detail: face.detail ?? 1 };
  const point = (a: number, z: number, depth = 0): V3 =>
    plus(plus(plus(origin, times(run, a)), [0, 0, z]), times(normal, -depth));
  const top = bands[bands.length - 1]?.upTo ?? 0;
  const cuts = sorted([0, width, ...openings.flatMap((o) => [o.from, o.to])]);
  const levels = sorted([low, top, ...bands.map((b) => b.upTo), ...openings.flatMap((o) => [o.low, o.high])]);
  const paintAt = (z: number): Paint => (bands.find((b) => z < b.upTo) ?? bands[bands.length - 1])?.paint ?? "white";
  pairs(cuts).forEach(([a0, a1]) => {
    pairs(levels).forEach(([z0, z1]) => {
      const [a, z] = [(a0 + a1) / 2, (z0 + z1) / 2];
      if (openings.some((o) => o.from < a && a < o.to && o.low < z && z < o.high)) return;
      put(m, panel(point(a0, z0), point(a1, z0), point(a1, z1), point(a0, z1)), paintAt(z), undefined, finish);
    });
  });
  if (reveal <= 0) return;
  for (const o of openings) {
    const paint = paintAt(Math.min(o.high, top) - 0.05);
    const ring: V3[][] = [
      [point(o.from, o.low), point(o.from, o.high)],
      [point(o.from, o.high), point(o.to, o.high)],
      [point(o.to, o.high), point(o.to, o.low)],
      ...(o.low > low + 0.01 ? [[point(o.to, o.low), point(o.from, o.low)]] : []),
    ];
    for (const [p, q] of ring as [V3, V3][]) {
      const back = times(normal, -reveal);
      put(m, panel(p, plus(p, back), plus(q, back), q), paint, undefined, finish);
    }
  }
}

const sorted = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
const pairs = (values: readonly number[]): [number, number][] =>
  values.slice(1).map((v, i) => [values[i] as number, v]);

/** A level rectangle with rectangular holes; `up` looks at the sky, otherwise at the floor. */
export function slab(
  m: Model,
  area: readonly [number, number, number, number],
  z: number,
  paint: Paint,
  options: {
    holes?: readonly (readonly [number, number, number, number])[];
    up?: boolean;
    detail?: number;
    cell?: number;
  } = {},
): void {
  const { holes = [], up = true, detail = 1, cell = 40 } = options;
  const [x0, y0, x1, y1] = area;
  const steps = (a: number, b: number): number[] => {
    const n = Math.max(1, Math.ceil((b - a) / cell));
    return Array.from({ length: n + 1 }, (_, i) => a + ((b - a) * i) / n);
  };
  const xs = sorted([...steps(x0, x1), ...holes.flatMap((h) => [h[0], h[2]])]).filter((x) => x >= x0 && x <= x1);
  const ys = sorted([...steps(y0, y1), ...holes.flatMap((h) => [h[1], h[3]])]).filter((y) => y >= y0 && y <= y1);
  for (const [a, b] of pairs(xs)) {
    for (const [c, d] of pairs(ys)) {
      const [x, y] = [(a + b) / 2, (c + d) / 2];
      if (holes.some((h) => h[0] < x && x < h[2] && h[1] < y && y < h[3])) continue;
      const corners: V3[] = [
        [a, c, z],
        [b, c, z],
        [b, d, z],
        [a, d, z],
      ];
      put(m, polygons(corners, [up ? [0, 1, 2, 3] : [3, 2, 1, 0]]), paint, undefined, { detail });
    }
  }
}

/** A solid rectangular piece from corner to corner. */
export function piece(m: Model, from: V3, to: V3, paint: Paint, edge = 0.008, detail = 1): void {
  const size = minus(to, from);
  const shape = edge > 0 ? box(size[0], size[1], size[2], edge) : block(size[0], size[1], size[2]);
  put(m, shape, paint, at((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2), { detail });
}

export interface WindowSpec {
  /** Middle of the sill line, in the middle of the wall. */
  readonly at: V3;
  readonly width: number;
  readonly height: number;
  /** Compass direction the outside is in. */
  readonly outDeg: number;
  readonly panes: number;
  readonly transom?: boolean;
}

/** Frame, glass and sill; the glass goes to the clear model because it is drawn blended. */
export function windowIn(m: Model, clear: Model, spec: WindowSpec): void {
  const frame = chain(at(...spec.at), turned(180 - spec.outDeg, "z"));
  const [w, h] = [spec.width, spec.height];
  const member = (x: number, z: number, sx: number, sz: number): void =>
    put(m, box(sx, 0.07, sz, 0.006), "window-frame", chain(frame, at(x, 0, z)));
  member(-w / 2 + 0.025, h / 2, 0.05, h);
  member(w / 2 - 0.025, h / 2, 0.05, h);
  member(0, 0.025, w - 0.1, 0.05);
  member(0, h - 0.025, w - 0.1, 0.05);
  for (let i = 1; i < spec.panes; i++) member(-w / 2 + (w * i) / spec.panes, h / 2, 0.045, h - 0.1);
  if (spec.transom) member(0, h * 0.62, w - 0.1, 0.04);
  put(m, box(w + 0.14, 0.16, 0.035, 0.008), "apron-edge", chain(frame, at(0, -0.1, -0.005)));
  const glass = panel([-w / 2, 0, 0], [w / 2, 0, 0], [w / 2, 0, h], [-w / 2, 0, h]);
  put(clear, glass, { plain: "glass" }, frame, { shadowless: true });
}
