// Where the entities of a group stand on its chart: holders above what they hold, nobody on top of anybody.
import type { Chart } from "./chart.ts";

export const BOX = { width: 190, height: 84, gapX: 40, gapY: 68, margin: 30 } as const;

export type Spot = { readonly x: number; readonly y: number };
export type Layout = {
  /** Middle of each entity's box. */
  readonly spots: ReadonlyMap<string, Spot>;
  readonly width: number;
  readonly height: number;
};

type Holding = Chart["holdings"][number];

export function layoutOf({
  entities,
  holdings,
}: Pick<Chart, "holdings"> & { entities: readonly { id: string }[] }): Layout {
  const ids = entities.map(({ id }) => id);
  const tiers = tiersOf(ids, holdings);
  const parents = mainParents(ids, holdings, tiers);
  const children = new Map<string, string[]>(ids.map((id) => [id, []]));
  const roots: string[] = [];
  for (const id of ids) {
    const parent = parents.get(id);
    if (parent === undefined) roots.push(id);
    else children.get(parent)?.push(id);
  }
  const spots = new Map<string, Spot>();
  /** How far each tier is taken, so that a deep branch does not run into a wide neighbour. */
  const taken: number[] = [];
  const place = (id: string, fromX: number): number => {
    const tier = tiers.get(id) ?? 0;
    let next = Math.max(fromX, taken[tier] ?? 0);
    const below = children.get(id) ?? [];
    const middles = below.map((child) => {
      const x = place(child, next);
      next = x + (BOX.width + BOX.gapX) / 2;
      return x;
    });
    const [first, last] = [middles[0], middles.at(-1)];
    const wanted = first === undefined || last === undefined ? next + BOX.width / 2 : (first + last) / 2;
    const x = Math.max(wanted, (taken[tier] ?? 0) + BOX.width / 2);
    taken[tier] = x + BOX.width / 2 + BOX.gapX;
    spots.set(id, { x, y: tier });
    return x;
  };
  let from = 0;
  for (const root of roots) {
    place(root, from);
    for (const reach of taken) from = Math.max(from, reach ?? 0);
  }
  const lefts = [...spots.values()].map(({ x }) => x - BOX.width / 2);
  const shift = BOX.margin - Math.min(0, ...lefts);
  let [width, height] = [0, 0];
  for (const [id, { x, y }] of spots) {
    const spot = { x: x + shift, y: BOX.margin + BOX.height / 2 + y * (BOX.height + BOX.gapY) };
    spots.set(id, spot);
    width = Math.max(width, spot.x + BOX.width / 2 + BOX.margin);
    height = Math.max(height, spot.y + BOX.height / 2 + BOX.margin);
  }
  return { spots, width, height };
}

/** The longest chain of holders above an entity; holdings that close a circle add nothing. */
function tiersOf(ids: readonly string[], holdings: readonly Holding[]): ReadonlyMap<string, number> {
  const above = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { holder, held } of holdings) if (above.has(holder)) above.get(held)?.push(holder);
  const tiers = new Map<string, number>();
  const open = new Set<string>();
  const tierOf = (id: string): number => {
    const known = tiers.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) return -1;
    open.add(id);
    const tier = Math.max(-1, ...(above.get(id) ?? []).map(tierOf)) + 1;
    open.delete(id);
    tiers.set(id, tier);
    return tier;
  };
  for (const id of ids) tierOf(id);
  return tiers;
}

/** The holder an entity hangs under: of those on a higher tier, the one with the largest share. */
function mainParents(
  ids: readonly string[],
  holdings: readonly Holding[],
  tiers: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const found = new Map<string, Holding>();
  const known = new Set(ids);
  for (const holding of holdings) {
    const { holder, held, share } = holding;
    if (!known.has(holder) || !known.has(held) || (tiers.get(holder) ?? 0) >= (tiers.get(held) ?? 0)) continue;
    const best = found.get(held);
    if (!best || Number(share) > Number(best.share)) found.set(held, holding);
  }
  return new Map([...found].map(([held, { holder }]) => [held, holder]));
}

/** Middle, ends and control point of a curved way between two boxes; `lane` keeps several flows of one pair apart. */
export function arcBetween(
  from: Spot,
  to: Spot,
  lane: number,
): {
  path: string;
  start: Spot;
  middle: Spot;
  control: Spot;
  end: Spot;
} {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.sqrt(dx * dx + dy * dy) || 1;
  const [nx, ny] = [-dy / far, dx / far];
  const bend = Math.min(150, 46 + far * 0.16) + lane * 46;
  const control = { x: (from.x + to.x) / 2 + nx * bend, y: (from.y + to.y) / 2 + ny * bend };
  const start = edgeOf(from, control);
  const end = edgeOf(to, control);
  const middle = { x: (start.x + end.x) / 4 + control.x / 2, y: (start.y + end.y) / 4 + control.y / 2 };
  const path = `M${start.x.toFixed(1)} ${start.y.toFixed(1)} Q${control.x.toFixed(1)} ${control.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
  return { path, start, middle, control, end };
}

/** Where the straight way from a box's middle to a point leaves the box. */
function edgeOf(box: Spot, towards: Spot): Spot {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (BOX.width / 2 + 4) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (BOX.height / 2 + 4) / Math.abs(dy),
  );
  if (!Number.isFinite(share)) return box;
  return { x: box.x + dx * share, y: box.y + dy * share };
}
