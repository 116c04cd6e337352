// Token buckets: how many tries a key (an address, an account, everybody) has left, refilled as time passes.
export type Budget = {
  /** Takes one try; false when none is left. */
  take(key: string): boolean;
  /** A try that turned out honest is not counted. */
  giveBack(key: string): void;
  retryAfterS(key: string): number;
};

type Bucket = { left: number; atMs: number };

// Past this many keys the oldest is forgotten: an attacker with endless addresses may not fill our memory.
const MOST_KEYS = 20_000;

export function openBudget(capacity: number, refillPerMin: number, now: () => number): Budget {
  const buckets = new Map<string, Bucket>();

  function current(key: string): Bucket {
    const atMs = now();
    const kept = buckets.get(key);
    const left = kept ? Math.min(capacity, kept.left + ((atMs - kept.atMs) / 60_000) * refillPerMin) : capacity;
    return { left, atMs };
  }

  function keep(key: string, bucket: Bucket): void {
    buckets.delete(key); // Set again, so that the map's order is the order of last use.
    if (bucket.left < capacity) buckets.set(key, bucket);
    if (buckets.size <= MOST_KEYS) return;
    const [oldest] = buckets.keys();
    if (oldest !== undefined) buckets.delete(oldest);
  }

  return {
    take(key) {
      const { left, atMs } = current(key);
      if (left < 1) return false;
      keep(key, { left: left - 1, atMs });
      return true;
    },
    giveBack(key) {
      const { left, atMs } = current(key);
      keep(key, { left: Math.min(capacity, left + 1), atMs });
    },
    retryAfterS: (key) => Math.max(1, Math.ceil(((1 - current(key).left) / refillPerMin) * 60)),
  };
}

/** One key per household: an IPv6 subscriber owns a whole /64 and may not count as many. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":").toLowerCase();
}
