// The ground of the yard: road, apron, grass, kerbs, markings and drains.
import { type Model, put } from "../../kit/model.ts";
import { block, box } from "../../kit/shape.ts";
import { floorMark, floorStripe } from "../../kit/sign-plates.ts";
import { at, chain, turned } from "../../kit/space.ts";
import { piece, slab } from "../../parts/wall.ts";

const concrete = (colour: string) => ({ surface: "concrete", colour }) as const;

const APRON = [-13, -6.5, 22, 14] as const;

const ROAD = [-34, 7, -13, 13] as const;

export function ground(m: Model): void {
  slab(m, ROAD, 0, { surface: "asphalt", colour: "#8b8e90" }, { detail: 0.5 });
  slab(m, [22, 2, 40, 7], 0, { surface: "asphalt", colour: "#8b8e90" }, { detail: 0.3 });
  slab(m, APRON, 0, concrete("#a8a69c"), {
    holes: [
      [0, 0, 15, 8],
      [-13, 10, -9, 14],
    ],
    detail: 0.75,
    cell: 8,
  });
  slab(m, [-16, 8.8, -13, 10], 0, concrete("#b4b2a8"), { detail: 0.6 });
  slab(m, [-29, 15, -21, 22], 0, concrete("#b4b2a8"), { detail: 0.4 });
  const holes = [
    ROAD,
    APRON,
    [22, 2, 40, 7],
    [-16, 10, -9, 16],
    [-16, 8.8, -13, 10],
    [-29, 15, -21, 22],
    [24.6, -18, 30.4, -15.4],
  ] as const;
  const overlapped = holes.map(([x0, y0, x1, y1]) => [x0 + 0.05, y0 + 0.05, x1 - 0.05, y1 - 0.05] as const);
  slab(
    m,
    [-34, -26, 40, 32],
    -0.01,
    { surface: "grass", colour: "#b9c08c" },
    { holes: overlapped, detail: 0.3, cell: 12 },
  );
  const kerb = (x0: number, y0: number, x1: number, y1: number): void =>
    piece(m, [x0, y0, -0.02], [x1, y1, 0.1], concrete("#c3c1b8"), 0.01, 0.3);
  kerb(-34, 6.85, -13, 7);
  kerb(-34, 13, -16, 13.15);
  kerb(-13, -6.65, 22, -6.5);
  kerb(22, -6.5, 22.15, 2);
  kerb(22, 7, 22.15, 14);
  kerb(-9, 14, 22, 14.15);
  kerb(-13.15, -6.65, -13, 7);
  for (let x = -32; x < -14; x += 3) floorLine(m, x, 9.94, x + 1.5, 10.06, "stripe-white");
  floorLine(m, -33, 7.25, -13, 7.35, "stripe-yellow");
  floorLine(m, -33, 12.65, -16, 12.75, "stripe-yellow");
  floorMark(m, "road-mark", 4.2, chain(at(-19, 8.6, 0.012), turned(0, "z")));
  floorMark(m, "sample-mark", 0.5, chain(at(-1.5, 4, 0.006), turned(-90, "z")));
  for (const y of [2.6, 5.4]) floorStripe(m, "stripes-warn", [-2.6, y], [-0.2, y], 0.12, 0.006);
  floorStripe(m, "stripes-warn", [-2.6, 2.6], [-2.6, 5.4], 0.12, 0.006);
  floorStripe(m, "stripes-danger", [-6.5, 6.2], [-6.5, 9.8], 0.14, 0.006);
  for (const [x, y] of [
    [-3.5, 9],
    [-4, -5],
    [18.5, 9],
  ] as const)
    drain(m, x, y);
}

function floorLine(
  m: Model,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  paint: "stripe-white" | "stripe-yellow",
): void {
  put(m, block(x1 - x0, y1 - y0, 0.006), paint, at((x0 + x1) / 2, (y0 + y1) / 2, 0.004), {
    shadowless: true,
    detail: 0.4,
  });
}

function drain(m: Model, x: number, y: number): void {
  put(m, box(0.6, 0.4, 0.02, 0.004), "soot", at(x, y, 0.004));
  for (let i = 0; i < 9; i++) put(m, box(0.03, 0.36, 0.02, 0.003), "steel-dark", at(x - 0.25 + i * 0.062, y, 0.008));
}
