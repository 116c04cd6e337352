// Keeps the server up: one that was killed or fell is started again, because its open runs come back from their journal.
const SETTLED_MS = 10_000;
const MOST_FALLS = 5;
const WITHIN_MS = 60_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs `start` (which resolves with an exit code) until it ends as it should: asked to, or unable to begin.
 * A server that falls five times in a minute is left down.
 */
export async function keepUp(start, { now = Date.now, say = console.error, signals = process } = {}) {
  let asked = false;
  const ask = () => {
    asked = true;
  };
  for (const signal of SIGNALS) signals.on(signal, ask);
  let falls = [];
  try {
    for (;;) {
      const startedMs = now();
      const code = await start();
      if (asked || !fell(code, now() - startedMs)) return code;
      falls = [...falls.filter((atMs) => now() - atMs < WITHIN_MS), now()];
      if (falls.length >= MOST_FALLS) {
        say(`The server fell ${falls.length} times within a minute and stays down (exit ${code}).`);
        return code;
      }
      say(`The server fell (exit ${code}); starting it again. Open runs come back from their journal.`);
    }
  } finally {
    for (const signal of SIGNALS) signals.off(signal, ask);
  }
}

/** Killed or crashed outright, or failed after it had long been up; a bad setting ends it before that with a sentence. */
const fell = (code, upMs) => code > 128 || (code !== 0 && upMs > SETTLED_MS);
