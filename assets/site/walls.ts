// A room's walls seen from within and from without, cut by their openings.
import { type Paint, put } from "../kit/model.ts";
import { polygons, type Shape } from "../kit/shape.ts";
import { plus, times, type V3 } from "../kit/space.ts";
import type { Room } from "../kit/stage.ts";
import { type Band, type Opening, wallFace } from "../parts/wall.ts";
import type { Building } from "./building.ts";
import { floorOf, neighboursOf, type Side, type SiteRoom, WALL_M, without } from "./plan.ts";

const plaster = (colour: string): Paint => ({ surface: "plaster", colour });
const concrete = (colour: string): Paint => ({ surface: "concrete", colour });

export interface OuterLook {
  readonly plinth: string;
  readonly wall: string;
  readonly stripe: string;
}

/** Seen from inside: the run goes clockwise round the room, so that the room is on its right hand. */
export function inside(
  room: Room,
  side: Side,
  area: readonly [number, number, number, number],
  floor: number,
  bands: Band[],
  openings: Opening[],
): void {
  const [x0, y0, x1, y1] = area;
  const reveal = WALL_M / 2;
  const [origin, run, start, width, back]: [V3, V3, number, number, boolean] =
    side.name === "north"
      ? [[x0, y1, 0], [1, 0, 0], x0, x1 - x0, false]
      : side.name === "south"
        ? [[x1, y0, 0], [-1, 0, 0], x1, x1 - x0, true]
        : side.name === "west"
          ? [[x0, y0, 0], [0, 1, 0], y0, y1 - y0, false]
          : [[x1, y1, 0], [0, -1, 0], y1, y1 - y0, true];
  const cut = openings.map((o) =>
    back ? { ...o, from: start - o.to, to: start - o.from } : { ...o, from: o.from - start, to: o.to - start },
  );
  for (const [a, z] of pieces(width)) {
    const part = cut
      .map((o) => ({ ...o, from: clamp(o.from - a, 0, z - a), to: clamp(o.to - a, 0, z - a) }))
      .filter((o) => o.to - o.from > 1e-4);
    wallFace(room.model, {
      origin: plus(origin, times(run, a)),
      run,
      width: z - a,
      low: floor,
      bands,
      openings: part,
      reveal: 0,
    });
  }
  if (cut.length > 0) reveals(room, origin, run, floor, bands, cut, reveal);
}

const clamp = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v));
const pieces = (width: number): [number, number][] => {
  const inner =
    width > 1.6
      ? [
          0.45,
          ...Array.from(
            { length: Math.max(0, Math.ceil((width - 0.9) / 1.5) - 1) },
            (_, i) => 0.45 + ((width - 0.9) * (i + 1)) / Math.ceil((width - 0.9) / 1.5),
          ),
          width - 0.45,
        ]
      : [];
  const cuts = [0, ...inner, width];
  return cuts.slice(1).map((to, i) => [cuts[i] ?? 0, to]);
};

/** The soffits and cheeks of the openings, from the face to the middle of the wall. */
function reveals(
  room: Room,
  origin: V3,
  run: V3,
  floor: number,
  bands: Band[],
  openings: Opening[],
  depth: number,
): void {
  const paint = bands.at(-1)?.paint ?? "white";
  const normal: V3 = [run[1], -run[0], 0];
  const point = (a: number, z: number, deep: number): V3 =>
    plus(plus(plus(origin, times(run, a)), [0, 0, z]), times(normal, -deep));
  for (const o of openings) {
    const ring: [number, number][][] = [
      [
        [o.from, o.low],
        [o.from, o.high],
      ],
      [
        [o.from, o.high],
        [o.to, o.high],
      ],
      [
        [o.to, o.high],
        [o.to, o.low],
      ],
      ...(o.low > floor + 0.01
        ? [
            [
              [o.to, o.low],
              [o.from, o.low],
            ] as [number, number][],
          ]
        : []),
    ];
    for (const [p, q] of ring) {
      if (!p || !q) continue;
      const corners: V3[] = [
        point(p[0], p[1], 0),
        point(p[0], p[1], depth),
        point(q[0], q[1], depth),
        point(q[0], q[1], 0),
      ];
      put(room.model, quad(corners), paint);
    }
  }
}

const quad = (corners: readonly V3[]): Shape => polygons(corners, [[0, 1, 2, 3]]);

export const OUTSIDE: OuterLook = { plinth: "#8b8f8e", wall: "#e3dfd3", stripe: "#3c7ba3" };

export function outside(b: Building, side: Side, plan: SiteRoom, openings: Opening[], look: OuterLook): void {
  const floor = floorOf(plan);
  const top = floor + plan.heightM + ROOF_M;
  const bands: Band[] = [
    { upTo: floor + 0.55, paint: concrete(look.plinth) },
    { upTo: top - 0.6, paint: plaster(look.wall) },
    { upTo: top - 0.28, paint: plaster(look.stripe) },
    { upTo: top, paint: plaster(look.wall) },
  ];
  const neighbours = neighboursOf(b.plan, side);
  const draw = (from: number, to: number, low: number): void => {
    const first = from <= side.from + 0.01 ? from - WALL_M : from;
    const last = to >= side.to - 0.01 ? to + WALL_M : to;
    const line = side.level + (side.outward[0] + side.outward[1]) * WALL_M;
    const back = side.name === "north" || side.name === "east";
    const forward = side.name === "south" || side.name === "east";
    const run: V3 = side.alongX ? [forward ? 1 : -1, 0, 0] : [0, forward ? 1 : -1, 0];
    const start = forward ? first : last;
    const origin: V3 = side.alongX ? [start, line, 0] : [line, start, 0];
    const cut = openings
      .filter((o) => o.to > from && o.from < to)
      .map((o) =>
        forward ? { ...o, from: o.from - start, to: o.to - start } : { ...o, from: start - o.to, to: start - o.from },
      );
    wallFace(b.open.model, {
      origin,
      run,
      width: last - first,
      low,
      bands: bands.filter((band) => band.upTo > low),
      openings: cut,
      reveal: WALL_M / 2,
      detail: back ? 0.5 : 0.7,
    });
  };
  for (const [from, to] of without([side.from, side.to], neighbours)) draw(from, to, floor === 0 ? -0.02 : floor);
  for (const { from, to, topM } of neighbours) if (topM + ROOF_M < top - 0.2) draw(from, to, topM + ROOF_M);
}

export const ROOF_M = 0.28;
