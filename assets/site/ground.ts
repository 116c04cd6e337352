// The ground of a site and what lies around it: apron and asphalt, covers of shafts, fence, trees, fields, hills, sky.
import type { Daylight } from "../kit/bake.ts";
import { hash } from "../kit/noise.ts";
import { facing } from "../kit/space.ts";
import { fence } from "../parts/fence.ts";
import { fields, hills, house, skyDome } from "../parts/landscape.ts";
import { farTree, tree } from "../parts/trees.ts";
import { piece, slab } from "../parts/wall.ts";
import { lampPost } from "../parts/yard.ts";
import type { Building } from "./building.ts";
import { HATCH_M } from "./controls.ts";
import { floorOf, indoorRooms, isPit, type SiteRoom } from "./plan.ts";

const concrete = (colour: string) => ({ surface: "concrete", colour }) as const;
type Area = readonly [number, number, number, number];

export interface GroundStyle {
  readonly fenced?: boolean;
  readonly ground?: "asphalt" | "concrete" | "grass";
  /** Strips the style lays itself (streets, pavements): the general ground leaves them out. */
  readonly laid?: readonly Area[];
  /** Houses close by along the bounds, as in a street. */
  readonly town?: boolean;
}

/** Bounds wider than this are not fenced and not paved: the site is open country. */
const LARGE_M = 160;
const APRON_M = 4;

export function ground(b: Building, style: GroundStyle, light: Daylight): void {
  const { x, y } = b.plan.bounds;
  const wide = x[1] - x[0] > LARGE_M || y[1] - y[0] > LARGE_M;
  const m = b.open.model;
  const rooms = indoorRooms(b.plan).map(([, room]) => room);
  const built = rooms.filter((room) => !isPit(room) && Math.abs(floorOf(room)) < 0.3);
  const inside = built.map((room): Area => [room.x[0], room.y[0], room.x[1], room.y[1]]);
  const pits = rooms.filter(isPit);
  const shafts = pits.map(
    (room): Area => [room.x[0] - COVER_M, room.y[0] - COVER_M, room.x[1] + COVER_M, room.y[1] + COVER_M],
  );
  const aprons = inside.map(
    ([x0, y0, x1, y1]): Area => [
      Math.max(x[0], x0 - APRON_M),
      Math.max(y[0], y0 - APRON_M),
      Math.min(x[1], x1 + APRON_M),
      Math.min(y[1], y1 + APRON_M),
    ],
  );
  const laid = style.laid ?? [];
  const taken: Area[] = [];
  for (const apron of aprons) {
    slab(m, apron, 0, concrete("#a8a69c"), { holes: [...inside, ...shafts, ...taken, ...laid], detail: 0.6, cell: 6 });
    taken.push(apron);
  }
  const rest = style.ground ?? (wide ? "grass" : "asphalt");
  const colour = { asphalt: "#7b7e81", concrete: "#b1afa5", grass: "#b9c08c" }[rest];
  // Grass lies a little lower and reaches under the edges of what is laid in it.
  const under = rest === "grass" ? 0.05 : 0;
  const holes = [...aprons, ...shafts, ...inside, ...laid].map(
    ([x0, y0, x1, y1]): Area => [x0 + under, y0 + under, x1 - under, y1 - under],
  );
  slab(
    m,
    [x[0], y[0], x[1], y[1]],
    rest === "grass" ? -0.012 : 0,
    { surface: rest, colour },
    { holes, detail: 0.35, cell: wide ? 60 : 12 },
  );
  for (const room of pits) cover(b, room);
  around(b, style, light, wide);
}

/** Within what the client's camera sees. */
const HILLS_M = 1150;
const SKY_M = 1300;

const COVER_M = 0.3;
const SLAB_M = 0.1;

/** The lid over a shaft, a hand higher than the ground, with a hole at each of its hatches. */
function cover(b: Building, room: SiteRoom): void {
  const holes = Object.values(b.plan.props)
    .filter((prop) => prop.kind === "hatch")
    .map(({ at }): Area => [at.x - HATCH_M / 2, at.y - HATCH_M / 2, at.x + HATCH_M / 2, at.y + HATCH_M / 2])
    .filter(([x0, y0, x1, y1]) => x0 < room.x[1] && x1 > room.x[0] && y0 < room.y[1] && y1 > room.y[0]);
  const area: Area = [room.x[0] - COVER_M, room.y[0] - COVER_M, room.x[1] + COVER_M, room.y[1] + COVER_M];
  slab(b.open.model, area, SLAB_M, concrete("#c2c0b6"), { holes, detail: 1 });
  const within = [...b.rooms].find(([id]) => b.plan.rooms[id] === room)?.[1];
  if (within)
    slab(within.model, [room.x[0], room.y[0], room.x[1], room.y[1]], -0.1, concrete("#77766d"), { holes, up: false });
  const [x0, y0, x1, y1] = area;
  for (const [a, c, d, e] of [
    [x0 - 0.02, y0 - 0.02, x1 + 0.02, y0],
    [x0 - 0.02, y1, x1 + 0.02, y1 + 0.02],
    [x0 - 0.02, y0, x0, y1],
    [x1, y0, x1 + 0.02, y1],
    ...holes.flatMap(
      ([p, q, r, s]) =>
        [
          [p - 0.02, q, p, s],
          [r, q, r + 0.02, s],
          [p, q - 0.02, r, q],
          [p, s, r, s + 0.02],
        ] as const,
    ),
  ] as const)
    piece(b.open.model, [a, c, -0.12], [d, e, SLAB_M], concrete("#a5a398"), 0, 0.5);
}

function around(b: Building, style: GroundStyle, light: Daylight, wide: boolean): void {
  const { x, y } = b.plan.bounds;
  const m = b.open.model;
  const fenced = style.fenced ?? !wide;
  if (fenced) {
    fence(m, [x[0], y[0]], [x[1], y[0]]);
    fence(m, [x[1], y[0]], [x[1], y[1]]);
    fence(m, [x[1], y[1]], [x[0], y[1]]);
    fence(m, [x[0], y[1]], [x[0], y[0]]);
    for (const [px, py, deg] of [
      [x[0] + 1, y[0] + 1, 225],
      [x[1] - 1, y[1] - 1, 45],
    ] as const)
      lampPost(m, b.clear, facing(px, py, 0, deg));
  }
  const run = 2 * (x[1] - x[0] + y[1] - y[0]);
  const trees = Math.min(16, Math.round(run / 14));
  for (let i = 0; i < trees && !style.town; i++) {
    const [tx, ty] = alongBounds(b, (i + 0.2 + 0.6 * hash(i, 3, 91)) / trees, 3 + 3 * hash(i, 4, 91));
    tree(m, b.clear, tx, ty, 5.5 + 2.4 * hash(i, 5, 91), i + 11, light);
  }
  if (style.town) {
    const houses = Math.round(run / 13);
    for (let i = 0; i < houses; i++) {
      const [hx, hy] = alongBounds(b, (i + 0.5) / houses, 7 + 2 * hash(i, 6, 91));
      house(b.clear, hx, hy, 12, 9, 2 + Math.floor(hash(i, 7, 91) * 3), 0, i, light);
    }
  }
  fields(b.clear, [x[0], y[0], x[1], y[1]], light);
  const [cx, cy] = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  const out = Math.max(x[1] - x[0], y[1] - y[0]) / 2;
  for (let i = 0; i < 60; i++) {
    const a = hash(i, 1, 47) * 2 * Math.PI;
    const r = out + 45 + hash(i, 2, 47) ** 1.4 * 480;
    farTree(b.clear, cx + Math.cos(a) * r, cy + Math.sin(a) * r, 6 + hash(i, 3, 47) * 6, i + 300, light);
    if (i % 3 === 0)
      house(
        b.clear,
        cx + Math.cos(a + 0.4) * r * 1.2,
        cy + Math.sin(a + 0.4) * r * 1.2,
        9 + hash(i, 4, 47) * 6,
        8,
        1 + Math.floor(hash(i, 5, 47) * 3),
        hash(i, 6, 47) * 90,
        i,
        light,
      );
  }
  hills(b.clear, HILLS_M, light);
  skyDome(b.clear, SKY_M);
}

/** A point outside the bounds, `share` of the way round them and `off` metres away. */
function alongBounds(b: Building, share: number, off: number): [number, number] {
  const { x, y } = b.plan.bounds;
  const [w, h] = [x[1] - x[0], y[1] - y[0]];
  let s = (((share % 1) + 1) % 1) * 2 * (w + h);
  if (s < w) return [x[0] + s, y[0] - off];
  s -= w;
  if (s < h) return [x[1] + off, y[0] + s];
  s -= h;
  if (s < w) return [x[1] - s, y[1] + off];
  return [x[0] - off, y[1] - (s - w)];
}
