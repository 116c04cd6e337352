// Seeded chance (sfc32, Chris Doty-Humphrey's small fast counter): its four words live in the state of the run.
export type RandomState = [number, number, number, number];

export function openRandom(seed: number): RandomState {
  const state: RandomState = [seed | 0, (seed / 4294967296) | 0, 0x9e3779b9 | 0, 1];
  for (let round = 0; round < 15; round += 1) nextRandom(state);
  return state;
}

/** The next number in [0, 1); advances the state in place. */
export function nextRandom(state: RandomState): number {
  const [a, b, c, d] = state;
  const t = (((a + b) | 0) + d) | 0;
  state[3] = (d + 1) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + t) | 0;
  return (t >>> 0) / 4294967296;
}
