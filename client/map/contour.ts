// Lines of equal value through a grid, as closed loops that can be filled: marching squares.

/** Values where lines cross, row by row from the south-west; the lines' distances may differ. */
export type Grid = {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly values: Float32Array;
};
export type Loop = readonly (readonly [x: number, y: number])[];

/** Each square crossed joins two of its sides; sides are 0 south, 1 east, 2 north, 3 west, the high ground on the left. */
const JOINS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];

/** Loops around everything above the level; outside the grid counts as below, so every loop closes. */
export function contours(grid: Grid, level: number, floor: number): readonly Loop[] {
  const columns = grid.x.length;
  const rows = grid.y.length;
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows ? floor : (grid.values[row * columns + column] ?? floor);
  const next = new Map<string, { to: string; point: readonly [number, number] }>();

  for (let row = -1; row < rows; row += 1) {
    for (let column = -1; column < columns; column += 1) {
      const sw = at(column, row);
      const se = at(column + 1, row);
      const ne = at(column + 1, row + 1);
      const nw = at(column, row + 1);
      const kind = +(sw >= level) | (+(se >= level) << 1) | (+(ne >= level) << 2) | (+(nw >= level) << 3);
      if (kind === 0 || kind === 15) continue;
      const corners = [sw, se, ne, nw] as const;
      for (const [from, to] of JOINS[kind] ?? []) {
        next.set(sideKey(column, row, from), {
          to: sideKey(column, row, to),
          point: crossing(grid, column, row, from, corners, level),
        });
      }
    }
  }
  return closed(next);
}

/** A side's name is the same from both squares that share it. */
function sideKey(column: number, row: number, side: number): string {
  if (side === 0) return `h${column},${row}`;
  if (side === 2) return `h${column},${row + 1}`;
  return side === 3 ? `v${column},${row}` : `v${column + 1},${row}`;
}

function crossing(
  grid: Grid,
  column: number,
  row: number,
  side: number,
  [sw, se, ne, nw]: readonly [number, number, number, number],
  level: number,
): readonly [number, number] {
  const share = (a: number, b: number) => (a === b ? 0.5 : Math.min(1, Math.max(0, (level - a) / (b - a))));
  const x = (share: number) => between(grid.x, column, share);
  const y = (share: number) => between(grid.y, row, share);
  switch (side) {
    case 0:
      return [x(share(sw, se)), y(0)];
    case 1:
      return [x(1), y(share(se, ne))];
    case 2:
      return [x(share(nw, ne)), y(1)];
    default:
      return [x(0), y(share(sw, nw))];
  }
}

/** A share of the way from a line to the next; beyond the outermost, the edge's own gap goes on. */
function between(lines: readonly number[], index: number, share: number): number {
  const last = lines.length - 1;
  const at = (line: number): number => {
    if (line < 0) return 2 * (lines[0] ?? 0) - (lines[1] ?? 0);
    if (line > last) return 2 * (lines[last] ?? 0) - (lines[last - 1] ?? 0);
    return lines[line] ?? 0;
  };
  return at(index) + (at(index + 1) - at(index)) * share;
}

function closed(next: Map<string, { to: string; point: readonly [number, number] }>): readonly Loop[] {
  const loops: Loop[] = [];
  for (const start of [...next.keys()]) {
    const loop: (readonly [number, number])[] = [];
    let key = start;
    for (let step = next.get(key); step; step = next.get(key)) {
      loop.push(step.point);
      next.delete(key);
      key = step.to;
    }
    if (loop.length > 2) loops.push(loop);
  }
  return loops;
}

/** SVG path data in plan metres, rounded off: each corner becomes a curve from side's middle to side's middle. */
export function pathOf(loops: readonly Loop[]): string {
  return loops.map(rounded).join("");
}

function rounded(loop: Loop): string {
  const middle = (index: number): string => {
    const [x, y] = loop[index % loop.length] ?? [0, 0];
    const [nx, ny] = loop[(index + 1) % loop.length] ?? [x, y];
    return `${((x + nx) / 2).toFixed(1)} ${((y + ny) / 2).toFixed(1)}`;
  };
  const curves = loop.map((_, index) => {
    const [x, y] = loop[(index + 1) % loop.length] ?? [0, 0];
    return `Q${x.toFixed(1)} ${y.toFixed(1)} ${middle(index + 1)}`;
  });
  return `M${middle(0)}${curves.join("")}Z`;
}
