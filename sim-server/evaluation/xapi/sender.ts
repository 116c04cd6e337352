// Delivers the outbox: each run in order, patiently while the store is away, splitting a batch until the bad one is found.
import type { Outbox, Waiting } from "./outbox.ts";
import type { Sink } from "./sink.ts";

type Sender = {
  /** Something new waits. */
  wake(): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
  /** One round over all runs that are due; true when something could not be delivered now. */
  round(): Promise<boolean>;
};

type SenderOptions = {
  readonly now?: () => number;
  /** From 0 to 1, so that many installations do not come back all at once. */
  readonly random?: () => number;
  readonly note?: (line: string) => void;
  readonly firstDelayMs?: number;
  readonly longestDelayMs?: number;
};

type Patience = { failures: number; dueMs: number };
/** What became of a batch: all of it settled, or the sink will not have more of it now. */
type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly everywhere: boolean; readonly afterMs: number };

const DONE: Outcome = { done: true };
/** Even with nothing new, the outbox is looked at this often: another process may have filled it. */
const IDLE_MS = 30_000;

export function openSender(outbox: Outbox, sink: Sink, options: SenderOptions = {}): Sender {
  const { now = Date.now, random = Math.random, note = () => undefined } = options;
  const { firstDelayMs = 1000, longestDelayMs = 15 * 60_000 } = options;
  const all: Patience = { failures: 0, dueMs: 0 };
  const byRun = new Map<string, Patience>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<boolean> | undefined;
  let again = false;

  async function round(): Promise<boolean> {
    if (now() < all.dueMs) return true;
    let left = false;
    for (const runId of await outbox.runs()) {
      if (stopped) return true;
      const patience = byRun.get(runId) ?? { failures: 0, dueMs: 0 };
      if (now() < patience.dueMs) {
        left = true;
        continue;
      }
      const outcome = await deliverRun(runId);
      if (outcome.done) {
        byRun.delete(runId);
        all.failures = 0;
        continue;
      }
      left = true;
      if (outcome.everywhere) {
        postpone(all, outcome.afterMs);
        return true;
      }
      byRun.set(runId, postpone(patience, outcome.afterMs));
    }
    return left;
  }

  async function deliverRun(runId: string): Promise<Outcome> {
    for (;;) {
      const batch = await outbox.next(runId);
      if (batch.length === 0 || stopped) return DONE;
      const outcome = await deliver(batch);
      if (!outcome.done) return outcome;
    }
  }

  /** In order: the first half is settled before the second is sent. */
  async function deliver(batch: readonly Waiting[]): Promise<Outcome> {
    const ids = batch.map(({ statementId }) => statementId);
    const delivery = await sink.send(batch.map(({ body }) => body));
    switch (delivery.kind) {
      case "taken":
        await outbox.sent(ids, now());
        return DONE;
      case "later":
        note(`statements wait: ${delivery.why}`);
        await outbox.tried(ids);
        return { done: false, everywhere: delivery.everywhere, afterMs: delivery.afterMs ?? 0 };
      case "refused": {
        const half = Math.ceil(batch.length / 2);
        if (batch.length === 1) return judge(batch[0] as Waiting, delivery.why);
        const first = await deliver(batch.slice(0, half));
        return first.done ? deliver(batch.slice(half)) : first;
      }
    }
  }

  /** Refused by itself: done if the store has it already, else parked for somebody to look at. */
  async function judge({ statementId, body }: Waiting, why: string): Promise<Outcome> {
    const held = await sink.holds(statementId, body);
    if (held === undefined) {
      await outbox.tried([statementId]);
      return { done: false, everywhere: false, afterMs: 0 };
    }
    if (held) await outbox.sent([statementId], now());
    else {
      note(`statement ${statementId} is parked: ${why}`);
      await outbox.park(statementId, why, now());
    }
    return DONE;
  }

  /** Doubling, with full jitter over its upper half; a store's own Retry-After is the least. */
  function postpone(patience: Patience, afterMs: number): Patience {
    const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(patience.failures, 30));
    patience.failures += 1;
    patience.dueMs = now() + Math.max(afterMs, whole / 2 + (random() * whole) / 2);
    return patience;
  }

  function work(): void {
    again = working !== undefined;
    if (stopped || again) return;
    clearTimeout(timer);
    working = round().catch((error: unknown) => {
      note(`the outbox cannot be read: ${String(error)}`);
      return true;
    });
    void working.then((left) => {
      working = undefined;
      if (again) return work();
      if (stopped) return;
      const due = Math.min(...[all.dueMs, ...[...byRun.values()].map(({ dueMs }) => dueMs)].filter((ms) => ms > now()));
      const waitMs = left && Number.isFinite(due) ? Math.max(due - now(), 10) : IDLE_MS;
      timer = setTimeout(work, Math.min(waitMs, IDLE_MS));
      timer.unref();
    });
  }

  return {
    round,
    wake: work,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
