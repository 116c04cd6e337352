// How late the ticks of a run came: what an administrator watches and the bench reports.

/** The ticks of the last twenty seconds. */
const KEPT = 200;

export type LatenessMeter = {
  add(lateMs: number): void;
  /** Milliseconds, in no order. */
  last(): Float64Array;
};

export function openLateness(): LatenessMeter {
  const kept = new Float64Array(KEPT);
  let ticks = 0;
  return {
    add: (lateMs) => {
      kept[ticks % KEPT] = Math.max(0, lateMs);
      ticks += 1;
    },
    last: () => kept.slice(0, Math.min(ticks, KEPT)),
  };
}
