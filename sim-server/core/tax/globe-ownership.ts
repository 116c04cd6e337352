// Who owns whom in a group, along every chain and through circles: shares in profit as weights of paths.
import { Decimal, ONE, ZERO } from "./decimal.ts";

export type Holding = { readonly parent: string; readonly child: string; readonly share: Decimal };
type Link = { readonly id: string; readonly share: Decimal };

export type Ownership = {
  readonly children: (id: string) => readonly Link[];
  readonly parents: (id: string) => readonly Link[];
  /** Everyone who holds the entity at some remove, the entity itself excepted. */
  readonly ancestors: (id: string) => readonly string[];
};

export function openOwnership(holdings: readonly Holding[]): Ownership {
  const children = new Map<string, Link[]>();
  const parents = new Map<string, Link[]>();
  for (const { parent, child, share } of holdings) {
    push(children, parent, { id: child, share });
    push(parents, child, { id: parent, share });
  }
  const parentsOf = (id: string): readonly Link[] => parents.get(id) ?? [];
  return {
    children: (id) => children.get(id) ?? [],
    parents: parentsOf,
    ancestors: (id) => {
      const found = new Set<string>();
      const queue = [id];
      for (let at = queue.pop(); at !== undefined; at = queue.pop())
        for (const { id: parent } of parentsOf(at))
          if (parent !== id && !found.has(parent)) {
            found.add(parent);
            queue.push(parent);
          }
      return [...found];
    },
  };
}

function push(table: Map<string, Link[]>, id: string, link: Link): void {
  const list = table.get(id);
  if (list) list.push(link);
  else table.set(id, [link]);
}

/**
 * Each ancestor's share in an entity, along the paths that pass through none of the stops on the way: with no stops the
 * whole indirect share of the top, with those that already charge as stops what is left for the ones above them. An
 * entity that stands in a circle itself is asked about as a stop, so that its own share in itself is not counted.
 */
export function sharesIn(own: Ownership, target: string, stops: ReadonlySet<string>): ReadonlyMap<string, Decimal> {
  const above = own.ancestors(target);
  const inside = new Set([...above, target]);
  const open = new Map<string, "walking" | Decimal>();
  const walk = (id: string): Decimal | undefined => {
    const known = open.get(id);
    if (known === "walking") return undefined;
    if (known) return known;
    open.set(id, "walking");
    let share = id === target ? ONE : ZERO;
    for (const link of id === target && stops.has(id) ? [] : own.children(id)) {
      if (!inside.has(link.id) || (stops.has(link.id) && link.id !== target)) continue;
      const below = walk(link.id);
      if (below === undefined) return undefined;
      share = share.plus(link.share.times(below));
    }
    open.set(id, share);
    return share;
  };
  const shares = new Map<string, Decimal>();
  for (const id of above) {
    const share = walk(id);
    if (share === undefined) return solve(own, target, above, stops);
    shares.set(id, share);
  }
  return shares;
}

/** The share of the top in every entity, each worked out once from those of its holders. */
export function sharesOfTop(own: Ownership, top: string): (id: string) => Decimal {
  const known = new Map<string, "walking" | Decimal>([[top, ONE]]);
  const walk = (id: string): Decimal | undefined => {
    const share = known.get(id);
    if (share === "walking") return undefined;
    if (share) return share;
    known.set(id, "walking");
    let total = ZERO;
    for (const link of own.parents(id)) {
      const above = walk(link.id);
      if (above === undefined) {
        known.delete(id);
        return undefined;
      }
      total = total.plus(link.share.times(above));
    }
    known.set(id, total);
    return total;
  };
  return (id) => {
    const share = walk(id) ?? sharesIn(own, id, new Set([top])).get(top) ?? ZERO;
    known.set(id, share);
    return share;
  };
}

/** Circular holdings: f = A f + e solved for all at once, which is a column of (I - A)^-1. */
function solve(own: Ownership, target: string, above: readonly string[], stops: ReadonlySet<string>) {
  const all = [...above, target];
  const place = new Map(all.map((id, index) => [id, index]));
  const rows = all.map((id, row) => {
    const line = all.map((_, column) => (column === row ? ONE : ZERO));
    for (const link of id === target && stops.has(id) ? [] : own.children(id)) {
      const column = place.get(link.id);
      if (column === undefined || (stops.has(link.id) && link.id !== target)) continue;
      line[column] = (line[column] ?? ZERO).minus(link.share);
    }
    return [...line, id === target ? ONE : ZERO];
  });
  const solved = eliminate(rows);
  return new Map(above.map((id, index) => [id, solved[index] ?? ZERO]));
}

function eliminate(rows: Decimal[][]): readonly Decimal[] {
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const best = pivotRow(rows, at);
    const row = rows[best];
    const other = rows[at];
    if (!row || !other) continue;
    rows[at] = row;
    rows[best] = other;
    const head = row[at] ?? ZERO;
    if (head.isZero()) throw new Error("a circle of holdings owns all of itself");
    for (let below = 0; below < size; below++) {
      const line = rows[below];
      const factor = (line?.[at] ?? ZERO).dividedBy(head);
      if (!line || below === at || factor.isZero()) continue;
      for (let column = at; column <= size; column++)
        line[column] = (line[column] ?? ZERO).minus(factor.times(row[column] ?? ZERO));
    }
  }
  return rows.map((row, index) => (row[size] ?? ZERO).dividedBy(row[index] ?? ONE));
}

function pivotRow(rows: readonly (readonly Decimal[])[], at: number): number {
  let best = at;
  for (let row = at + 1; row < rows.length; row++)
    if (Decimal.abs(rows[row]?.[at] ?? ZERO).greaterThan(Decimal.abs(rows[best]?.[at] ?? ZERO))) best = row;
  return best;
}

/** Entities nobody is said to hold, and those of which more than the whole is held: what is said of them cannot stand. */
export const unsound = (own: Ownership, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => {
    const held = own.parents(id);
    return held.length === 0 || held.reduce((all, { share }) => all.plus(share), ZERO).greaterThan(ONE);
  });

/** Whether an entity controls another: more than half, counting what those it already controls hold. */
export function controls(own: Ownership, holder: string, target: string): boolean {
  const held = new Set([holder]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const id of [...held])
      for (const { id: child } of own.children(id)) {
        if (held.has(child)) continue;
        let share = ZERO;
        for (const link of own.parents(child)) if (held.has(link.id)) share = share.plus(link.share);
        if (share.greaterThan("0.5")) {
          held.add(child);
          grown = true;
        }
      }
    if (held.has(target)) return true;
  }
  return false;
}
