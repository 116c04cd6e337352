// Repeatable chance and seamless noise: the grain of every texture and the scatter of every leaf.

/** A number in 0..1 that depends on its three whole-number arguments and nothing else. */
export function hash(x: number, y: number, seed: number): number {
  let a = Math.imul(x | 0, 374761393) ^ Math.imul(y | 0, 668265263) ^ Math.imul(seed | 0, 2246822519);
  a = Math.imul(a ^ (a >>> 13), 1274126177);
  a = Math.imul(a ^ (a >>> 15), 2146121005);
  return ((a ^ (a >>> 16)) >>> 0) / 4294967296;
}

/** Value noise that repeats after one unit in both directions. */
export function tileNoise(u: number, v: number, cells: number, seed: number): number {
  const [x, y] = [u * cells, v * cells];
  const [xi, yi] = [Math.floor(x), Math.floor(y)];
  const smooth = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
  const wrap = (k: number): number => ((k % cells) + cells) % cells;
  const at = (i: number, j: number): number => hash(wrap(xi + i), wrap(yi + j), seed);
  const [sx, sy] = [smooth(x - xi), smooth(y - yi)];
  const low = at(0, 0) + (at(1, 0) - at(0, 0)) * sx;
  const high = at(0, 1) + (at(1, 1) - at(0, 1)) * sx;
  return low + (high - low) * sy;
}

/** Several octaves of tile noise, 0..1, still seamless. */
export function fbm(u: number, v: number, cells: number, seed: number, octaves = 5): number {
  let [sum, weight, amplitude, frequency] = [0, 0, 0.5, cells];
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * tileNoise(u, v, frequency, seed + i * 17);
    weight += amplitude;
    amplitude *= 0.55;
    frequency *= 2;
  }
  return sum / weight;
}
