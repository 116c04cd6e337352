// The durable log of every run: append-only, chained, and on disk before an append is answered.
import type { Store } from "../store/open-store.ts";
import { CHAIN_START, type ChainVerdict, chainOn, followChain, type Link } from "./chain.ts";
import { commit, type Head, headOf, type Queued, type QueuedEntry, type Written } from "./commit.ts";
import { entryOf, entryText, headerOf, headerText, type JournalEntry, type Logged, type RunHeader } from "./entry.ts";
import { JournalProblem } from "./journal-problem.ts";

export type Appended = {
  /** The number of the first entry given; of its earlier twin when that was a repeated ask. */
  readonly firstSeq: number;
  /** Every entry given had been written before. */
  readonly duplicate: boolean;
  readonly each: readonly Written[];
};

export type JournalRecord = { readonly header: Logged<RunHeader>; readonly entries: readonly Logged[] };
export type OpenRun = { readonly runId: string; readonly headSeq: number };
export type JournalLoad = { readonly commits: number; readonly entries: number; readonly slowestCommitMs: number };

export type Journal = {
  create(header: RunHeader): Promise<void>;
  append(runId: string, entries: readonly JournalEntry[]): Promise<Appended>;
  /**
   * As `append`, but in no hurry: it waits up to COMPANY_MS for others to share its commit with. What is appended
   * after it, in a hurry or not, is written after it.
   */
  appendSoon(runId: string, entries: readonly JournalEntry[]): Promise<Appended>;
  read(runId: string): Promise<JournalRecord>;
  /** The entries from `fromSeq` on; the header, number 0, is not among them. */
  tail(runId: string, fromSeq: number): Promise<readonly Logged[]>;
  links(runId: string): AsyncIterable<Link>;
  openRuns(): Promise<readonly OpenRun[]>;
  close(runId: string, tick: number, outcome: string): Promise<void>;
  verify(runId: string): Promise<ChainVerdict>;
  load(): JournalLoad;
};

type Waiting = Queued & { resolve(written: readonly Written[]): void; reject(reason: unknown): void };

const PAGE = 2000;
/** A hundred runs that each write their poses once a second then cost five commits a second, not a hundred. */
export const COMPANY_MS = 150;

export function openJournal(store: Store): Journal {
  const { db } = store;
  const heads = new Map<string, Head>();
  let waiting: Waiting[] = [];
  let flushing = false;
  let hurried = false;
  let company: ReturnType<typeof setTimeout> | undefined;
  const load = { commits: 0, entries: 0, slowestCommitMs: 0 };

  function enqueue(runId: string, entries: readonly QueuedEntry[], hurry: boolean): Promise<readonly Written[]> {
    return new Promise((resolve, reject) => {
      waiting.push({ runId, entries, resolve, reject });
      if (hurry && !hurried) {
        hurried = true;
        // A turn of the event loop may deliver many clients' messages: they share one commit.
        if (!flushing) setImmediate(flush);
      } else if (!hurry) company ??= setTimeout(flush, COMPANY_MS);
    });
  }

  function flush(): void {
    clearTimeout(company);
    company = undefined;
    if (flushing) return;
    const batch = waiting;
    waiting = [];
    flushing = true;
    hurried = false;
    const startedMs = performance.now();
    commit(db, batch, heads)
      .then(
        ({ heads: grown, outcomes }) => {
          for (const [runId, head] of grown) {
            if (head) heads.set(runId, head);
            else heads.delete(runId);
          }
          load.commits += 1;
          load.entries += batch.reduce((sum, item) => sum + item.entries.length, 0);
          load.slowestCommitMs = Math.max(load.slowestCommitMs, performance.now() - startedMs);
          batch.forEach((item, index) => {
            const outcome = outcomes[index];
            if (outcome && "written" in outcome) item.resolve(outcome.written);
            else item.reject(outcome?.problem);
          });
        },
        (error: unknown) => {
          for (const item of batch) {
            heads.delete(item.runId); // Whatever went wrong, the next append reads the head afresh.
            item.reject(error);
          }
        },
      )
      .finally(() => {
        flushing = false;
        if (hurried) setImmediate(flush);
        else if (waiting.length > 0) company ??= setTimeout(flush, COMPANY_MS);
      });
  }

  const append = (runId: string, entries: readonly JournalEntry[]) => write(runId, entries, true);
  const appendSoon = (runId: string, entries: readonly JournalEntry[]) => write(runId, entries, false);

  async function write(runId: string, entries: readonly JournalEntry[], hurry: boolean): Promise<Appended> {
    if (entries.length === 0) throw new JournalProblem("empty", runId);
    const each = await enqueue(runId, entries.map(queued), hurry);
    return { firstSeq: each[0]?.seq ?? 0, duplicate: each.every((written) => written.duplicate), each };
  }

  async function* links(runId: string): AsyncGenerator<Link> {
    for (let from = 0; ; ) {
      const page = await rowsFrom(runId, from).limit(PAGE).execute();
      for (const row of page) yield { seq: row.seq, prev: row.prev, sha256: row.sha256, text: row.body };
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      from = last.seq + 1;
    }
  }

  const rowsFrom = (runId: string, from: number) =>
    db
      .selectFrom("entries")
      .select(["seq", "prev", "sha256", "body"])
      .where("run_id", "=", runId)
      .where("seq", ">=", from)
      .orderBy("seq");

  return {
    append,
    appendSoon,
    links,
    load: () => ({ ...load }),

    async create(header) {
      const { runId } = header;
      const link = chainOn(CHAIN_START, headerText(header));
      await db.transaction().execute(async (transaction) => {
        if (await headOf(transaction, runId)) throw new JournalProblem("run-exists", runId);
        const head = { head_seq: link.seq, head_sha256: link.sha256, outcome: null };
        await transaction
          .insertInto("journals")
          .values({ run_id: runId, ...head })
          .execute();
        const { seq, prev, sha256, text } = link;
        const row = { run_id: runId, seq, prev, sha256, ask_by: null, ask_id: null, body: text };
        await transaction.insertInto("entries").values(row).execute();
      });
    },

    async read(runId) {
      const [first, ...rest] = await rowsFrom(runId, 0).execute();
      if (first?.seq !== 0) throw new JournalProblem("unknown-run", runId);
      const { seq, prev, sha256 } = first;
      return { header: { seq, prev, sha256, entry: headerOf(first.body) }, entries: rest.map(logged) };
    },

    async tail(runId, fromSeq) {
      if (!(await headOf(db, runId))) throw new JournalProblem("unknown-run", runId);
      return (await rowsFrom(runId, Math.max(1, fromSeq)).execute()).map(logged);
    },

    async openRuns() {
      const rows = await db.selectFrom("journals").selectAll().where("outcome", "is", null).orderBy("run_id").execute();
      return rows.map((row) => ({ runId: row.run_id, headSeq: row.head_seq }));
    },

    async close(runId, tick, outcome) {
      await append(runId, [{ kind: "closed", tick, outcome }]);
    },

    async verify(runId) {
      const head = await headOf(db, runId);
      if (!head) throw new JournalProblem("unknown-run", runId);
      const chain = followChain();
      for await (const link of links(runId)) {
        const fault = chain.accept(link) ?? misfiled(link, runId);
        if (fault) return fault;
      }
      const { seq, sha256 } = chain.head();
      if (seq < head.seq) return { ok: false, firstBadSeq: seq + 1, why: "shortened" };
      if (sha256 !== head.sha256) return { ok: false, firstBadSeq: seq, why: "altered" };
      return { ok: true, entries: seq + 1, sha256 };
    },
  };
}

function queued(entry: JournalEntry): QueuedEntry {
  // Written out at once: what the caller does to the entry afterwards changes nothing.
  const text = entryText(entry);
  if (entry.kind === "closed") return { text, outcome: entry.outcome };
  if (entry.kind !== "input" || entry.askId === undefined) return { text };
  return { text, ask: { by: entry.by, id: entry.askId } };
}

function logged(row: { seq: number; prev: string; sha256: string; body: string }): Logged {
  return { seq: row.seq, prev: row.prev, sha256: row.sha256, entry: entryOf(row.body) };
}

function misfiled(link: Link, runId: string): ChainVerdict | undefined {
  if (link.seq !== 0 || headerOf(link.text).runId === runId) return undefined;
  return { ok: false, firstBadSeq: 0, why: "misfiled" };
}
