// The four walls of a room, inside or out, with their openings given in plan metres.
import type { Model } from "../kit/model.ts";
import { type Band, type Opening, wallFace } from "./wall.ts";

export const WALL = 0.12;

export interface Sides {
  readonly south: Opening[];
  readonly east: Opening[];
  readonly north: Opening[];
  readonly west: Opening[];
}

/** The four inner faces of a room; openings are given in plan metres along x or y. */
export function innerWalls(m: Model, area: readonly [number, number, number, number], look: Band[], o: Sides): void {
  const [x0, y0, x1, y1] = area;
  const back = (list: Opening[], from: number): Opening[] =>
    list.map((k) => ({ ...k, from: from - k.to, to: from - k.from }));
  const ahead = (list: Opening[], from: number): Opening[] =>
    list.map((k) => ({ ...k, from: k.from - from, to: k.to - from }));
  wallFace(m, {
    origin: [x0, y1, 0],
    run: [1, 0, 0],
    width: x1 - x0,
    bands: look,
    openings: ahead(o.north, x0),
    reveal: WALL / 2,
  });
  wallFace(m, {
    origin: [x1, y0, 0],
    run: [-1, 0, 0],
    width: x1 - x0,
    bands: look,
    openings: back(o.south, x1),
    reveal: WALL / 2,
  });
  wallFace(m, {
    origin: [x0, y0, 0],
    run: [0, 1, 0],
    width: y1 - y0,
    bands: look,
    openings: ahead(o.west, y0),
    reveal: WALL / 2,
  });
  wallFace(m, {
    origin: [x1, y1, 0],
    run: [0, -1, 0],
    width: y1 - y0,
    bands: look,
    openings: back(o.east, y1),
    reveal: WALL / 2,
  });
}

export function outerWalls(
  m: Model,
  area: readonly [number, number, number, number],
  look: Band[],
  o: Sides,
  detail: number,
): void {
  const [x0, y0, x1, y1] = [area[0] - WALL, area[1] - WALL, area[2] + WALL, area[3] + WALL];
  const back = (list: Opening[], from: number): Opening[] =>
    list.map((k) => ({ ...k, from: from - k.to, to: from - k.from }));
  const ahead = (list: Opening[], from: number): Opening[] =>
    list.map((k) => ({ ...k, from: k.from - from, to: k.to - from }));
  const common = { bands: look, reveal: WALL / 2, detail };
  wallFace(m, { ...common, origin: [x0, y0, 0], run: [1, 0, 0], width: x1 - x0, openings: ahead(o.south, x0) });
  wallFace(m, { ...common, origin: [x1, y1, 0], run: [-1, 0, 0], width: x1 - x0, openings: back(o.north, x1) });
  wallFace(m, { ...common, origin: [x0, y1, 0], run: [0, -1, 0], width: y1 - y0, openings: back(o.west, y1) });
  wallFace(m, { ...common, origin: [x1, y0, 0], run: [0, 1, 0], width: y1 - y0, openings: ahead(o.east, y0) });
}

export const hole = (middle: number, width: number, low: number, high: number): Opening => ({
  from: middle - width / 2,
  to: middle + width / 2,
  low,
  high,
});
