// A heap of cells by their walk, for marching over the ground from the nearest cell to the farthest.

/** A binary heap of cells by walk; a cell may be put again with a shorter walk. */
export function openHeap(size: number): { put(cell: number, key: number): void; take(): number } {
  let cells = new Int32Array(size + 16);
  let keys = new Float64Array(size + 16);
  let count = 0;
  const swap = (a: number, b: number): void => {
    const [cell, key] = [cells[a] ?? 0, keys[a] ?? 0];
    cells[a] = cells[b] ?? 0;
    keys[a] = keys[b] ?? 0;
    cells[b] = cell;
    keys[b] = key;
  };
  return {
    put(cell, key) {
      if (count === cells.length) {
        const [moreCells, moreKeys] = [new Int32Array(count * 2), new Float64Array(count * 2)];
        moreCells.set(cells);
        moreKeys.set(keys);
        cells = moreCells;
        keys = moreKeys;
      }
      cells[count] = cell;
      keys[count] = key;
      let at = count;
      count += 1;
      while (at > 0 && (keys[at] ?? 0) < (keys[(at - 1) >> 1] ?? 0)) {
        swap(at, (at - 1) >> 1);
        at = (at - 1) >> 1;
      }
    },
    take() {
      if (count === 0) return -1;
      const top = cells[0] ?? -1;
      count -= 1;
      swap(0, count);
      for (let at = 0; ; ) {
        const left = at * 2 + 1;
        if (left >= count) break;
        const least = left + 1 < count && (keys[left + 1] ?? 0) < (keys[left] ?? 0) ? left + 1 : left;
        if ((keys[least] ?? 0) >= (keys[at] ?? 0)) break;
        swap(at, least);
        at = least;
      }
      return top;
    },
  };
}
