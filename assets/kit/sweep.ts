// Shapes drawn along a line: pipes with bends, hoses, steel sections.
import { polygons, type Shape } from "./shape.ts";
import { along, cross, direct, dot, length, minus, mix, place, plus, times, unit, type V3 } from "./space.ts";

/** The corners of a path rounded off, each bend in a few straight pieces. */
export function bent(points: readonly V3[], radius: number, pieces = 5): V3[] {
  const path: V3[] = [points[0] as V3];
  for (let i = 1; i + 1 < points.length; i++) {
    const [a, b, c] = [points[i - 1] as V3, points[i] as V3, points[i + 1] as V3];
    const cut = Math.min(radius, length(minus(a, b)) * 0.45, length(minus(c, b)) * 0.45);
    const [from, to] = [plus(b, times(unit(minus(a, b)), cut)), plus(b, times(unit(minus(c, b)), cut))];
    for (let k = 0; k <= pieces; k++) {
      const t = k / pieces;
      path.push(mix(mix(from, b, t), mix(b, to, t), t));
    }
  }
  path.push(points[points.length - 1] as V3);
  return path;
}

/** A round pipe through the points; ends are closed when `capped`. */
export function tube(points: readonly V3[], r: number, sides = 12, bend = 0.12, capped = false): Shape {
  return ribbed(bent(points, bend), () => r, sides, capped);
}

/** A pipe whose radius changes with the distance along it (corrugated hoses, tapering socks). */
export function ribbed(path: readonly V3[], radiusAt: (t: number) => number, sides = 12, capped = false): Shape {
  const points: V3[] = [];
  let up: V3 | undefined;
  path.forEach((p, i) => {
    const before = path[Math.max(i - 1, 0)] as V3;
    const after = path[Math.min(i + 1, path.length - 1)] as V3;
    const d = unit(minus(after, before));
    up ??= unit(cross(Math.abs(d[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0], d));
    up = unit(minus(up, times(d, dot(up, d))));
    const side = cross(d, up);
    const r = radiusAt(i / (path.length - 1));
    for (let k = 0; k < sides; k++) {
      const a = (2 * Math.PI * k) / sides;
      points.push(plus(p, plus(times(up, Math.cos(a) * r), times(side, Math.sin(a) * r))));
    }
  });
  const faces: number[][] = [];
  for (let i = 0; i + 1 < path.length; i++) {
    for (let k = 0; k < sides; k++) {
      const n = (k + 1) % sides;
      faces.push([i * sides + k, i * sides + n, (i + 1) * sides + n, (i + 1) * sides + k]);
    }
  }
  if (capped) {
    const ring = Array.from({ length: sides }, (_, k) => k);
    faces.push(
      [...ring].reverse(),
      ring.map((k) => k + (path.length - 1) * sides),
    );
  }
  return polygons(points, faces, 50);
}

export function rod(from: V3, to: V3, r: number, sides = 12): Shape {
  return ribbed([from, to], () => r, sides, true);
}

/** A straight bar of any closed section; section y points up for level bars. */
export function bar(from: V3, to: V3, section: readonly (readonly [number, number])[], capped = true): Shape {
  const frame = along(from, to);
  const run = times(frame.z, length(minus(to, from)));
  const start = section.map(([x, y]) => place(frame, [x, y, 0]));
  const n = section.length;
  const faces = section.map((_, i) => [i, (i + 1) % n, ((i + 1) % n) + n, i + n]);
  const ring = section.map((_, i) => i);
  if (capped && isConvex(section))
    faces.push(
      [...ring].reverse(),
      ring.map((i) => i + n),
    );
  return polygons([...start, ...start.map((p) => plus(p, run))], faces, 10);
}

/** An H or I section of height h and width w, drawn as the twelve corners of its outline. */
export function iSection(h: number, w: number, t = 0.012): (readonly [number, number])[] {
  const [x, y] = [w / 2, h / 2];
  const half = t / 2;
  return [
    [-x, -y],
    [x, -y],
    [x, -y + t],
    [half, -y + t],
    [half, y - t],
    [x, y - t],
    [x, y],
    [-x, y],
    [-x, y - t],
    [-half, y - t],
    [-half, -y + t],
    [-x, -y + t],
  ];
}

export const flat = (w: number, h: number): (readonly [number, number])[] => [
  [-w / 2, -h / 2],
  [w / 2, -h / 2],
  [w / 2, h / 2],
  [-w / 2, h / 2],
];

function isConvex(section: readonly (readonly [number, number])[]): boolean {
  return section.length <= 8;
}

/** A rope or cable hanging between two points with a given sag. */
export function hanging(from: V3, to: V3, sag: number, pieces = 10): V3[] {
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const t = i / pieces;
    return plus(mix(from, to, t), [0, 0, -sag * 4 * t * (1 - t)]);
  });
}

/** Points of a coil, for springs, pigtails and hoses hung on a hook. */
export function coil(centre: V3, axis: V3, radius: number, pitch: number, turns: number, perTurn = 12): V3[] {
  const frame = along(centre, plus(centre, axis));
  return Array.from({ length: Math.round(turns * perTurn) + 1 }, (_, i) => {
    const a = (2 * Math.PI * i) / perTurn;
    return plus(centre, direct(frame, [radius * Math.cos(a), radius * Math.sin(a), (pitch * i) / perTurn]));
  });
}
