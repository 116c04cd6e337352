// How late the ticks of a run came: what an administrator watches and the bench reports.

export type Lateness = { readonly ticks: number; readonly p99Ms: number; readonly worstMs: number };

/** The lag of the ticks of the last twenty seconds. */
export function openLateness() {
  const kept = new Float64Array(200);
  let ticks = 0;
  return {
    add: (ms: number): void => {
      kept[ticks % kept.length] = Math.max(0, ms);
      ticks += 1;
    },
    sum: (): Lateness => {
      const sorted = kept.slice(0, Math.min(ticks, kept.length)).sort();
      return {
        ticks: sorted.length,
        p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
        worstMs: sorted.at(-1) ?? 0,
      };
    },
  };
}
