import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../store/open-store.ts";
import { createCredential } from "../lrs/credential.ts";
import { openLrs } from "../lrs/lrs.ts";
import { statementsOf } from "./catalogue.ts";
import { type Outbox, openOutbox } from "./outbox.ts";
import { reportedCase } from "./reported-run.fixture.ts";
import type { Statement } from "./reported-run.ts";
import { openSender } from "./sender.ts";
import { embeddedSink, foreignSink, type Sink } from "./sink.ts";
import { type Illness, type IllStore, openFolderStore, openIllStore } from "./stores.fixture.ts";

let home: Store;
let away: IllStore;
let outbox: Outbox;
let nowMs: number;
beforeEach(async () => {
  home = await openFolderStore();
  away = await openIllStore(0);
  outbox = openOutbox(home.db);
  nowMs = Date.UTC(2026, 10, 23);
});
afterEach(async () => {
  await home.close();
  await away.close();
});

const foreign = (timeoutMs = 5000): Sink =>
  foreignSink({ endpoint: away.endpoint, authorization: away.authorization, version: "2.0.0", timeoutMs });
const senderTo = (sink: Sink, random: () => number = () => 0.5) =>
  openSender(outbox, sink, { now: () => nowMs, random });

async function enqueue(...cases: readonly string[]): Promise<readonly Statement[]> {
  const all: Statement[] = [];
  for (const name of cases) {
    const statements = statementsOf(reportedCase(name));
    await home.db.transaction().execute((transaction) => outbox.put(transaction, `run-${name}`, statements, nowMs));
    all.push(...statements);
  }
  return all;
}

/** Rounds with half an hour between, until nothing waits. */
async function deliver(sink: Sink, rounds = 200): Promise<void> {
  const sender = senderTo(sink);
  for (let round = 0; round < rounds; round += 1) {
    if (!(await sender.round())) return;
    nowMs += 30 * 60_000;
  }
  throw new Error("statements still wait");
}

const keptIn = async (store: Store) =>
  (await store.db.selectFrom("lrs_statements").select("statement_id").orderBy("seq").execute()).map(
    (row) => row.statement_id,
  );
const ids = (statements: readonly Statement[]) => statements.map(({ id }) => id);

/** Numbers that look random and come again: xorshift over 32 bits. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

describe.each(["foreign", "embedded"] as const)("delivery to the %s record store", (kind) => {
  async function target(): Promise<{ sink: Sink; store: Store }> {
    if (kind === "foreign") return { sink: foreign(), store: away.store };
    const { credential } = await createCredential(home.db, { label: "house", scopes: ["all"], nowMs: 0 });
    return { sink: embeddedSink(openLrs(home.db), credential), store: home };
  }

  test("brings every statement of a drill, in its order, once", async () => {
    const { sink, store } = await target();
    const statements = await enqueue("textbook", "unprotected-entry");
    await deliver(sink);
    expect(await keptIn(store)).toEqual(ids(statements));
    expect(await outbox.counts()).toEqual({ waiting: 0, sent: statements.length, carried: 0, parked: 0 });
  });

  test("of what the store has already changes nothing there", async () => {
    const { sink, store } = await target();
    const statements = await enqueue("textbook");
    await deliver(sink);
    await home.db.updateTable("outbox").set({ state: "waiting" }).execute();
    await deliver(sink);
    expect(await keptIn(store)).toEqual(ids(statements));
    expect((await outbox.counts()).parked).toBe(0);
  });

  test("parks the one bad statement with the store's reason, and brings all others", async () => {
    const { sink, store } = await target();
    const [first, ...rest] = await enqueue("textbook");
    await home.db
      .updateTable("outbox")
      .set({ body: JSON.stringify({ ...first, verb: {} }) })
      .where("seq", "=", 1)
      .execute();
    await deliver(sink);
    expect(await keptIn(store)).toEqual(ids(rest));
    const [parked, ...others] = await outbox.parked();
    expect(parked).toMatchObject({ runId: "run-textbook", statementId: first?.id });
    expect(parked?.problem).toContain("verb.id: is required");
    expect(others).toEqual([]);
  });

  test("parks a statement the store knows with another content, for two truths are an alarm", async () => {
    const { sink } = await target();
    const [first] = await enqueue("textbook");
    await deliver(sink);
    const other = { ...first, result: { success: true } };
    await home.db
      .updateTable("outbox")
      .set({ state: "waiting", body: JSON.stringify(other) })
      .where("seq", "=", 1)
      .execute();
    await deliver(sink);
    expect(await outbox.parked()).toMatchObject([{ statementId: first?.id, problem: expect.stringContaining("409") }]);
  });

  test("after an administrator's retry brings what was parked", async () => {
    const { sink, store } = await target();
    const statements = await enqueue("textbook");
    const [first] = statements;
    await home.db
      .updateTable("outbox")
      .set({ body: JSON.stringify({ ...first, verb: {} }) })
      .where("seq", "=", 1)
      .execute();
    await deliver(sink);
    await home.db
      .updateTable("outbox")
      .set({ body: JSON.stringify(first) })
      .where("seq", "=", 1)
      .execute();
    expect(await outbox.retry()).toBe(1);
    await deliver(sink);
    expect(new Set(await keptIn(store))).toEqual(new Set(ids(statements)));
  });
});

describe("a record store in trouble", () => {
  const illnesses: readonly Illness[] = ["down", "busy", "broken", "dies-after", "none"];

  test.each([1, 2, 3, 4, 5])(
    "that fails at random has everything once and in order after it heals (seed %i)",
    async (seed) => {
      const random = seeded(seed * 2_654_435);
      const statements = await enqueue("textbook", "late-report");
      away.ill = () => illnesses[Math.floor(random() * illnesses.length)] ?? "none";
      const sender = senderTo(foreign());
      for (let round = 0; round < 6; round += 1) {
        await sender.round();
        nowMs += 3_600_000;
      }
      away.ill = () => "none";
      await deliver(foreign());
      const kept = await keptIn(away.store);
      expect(kept).toHaveLength(statements.length);
      for (const name of ["textbook", "late-report"]) {
        const own = ids(statementsOf(reportedCase(name)));
        expect(kept.filter((id) => own.includes(id))).toEqual(own);
      }
    },
  );

  test("that refuses good batches at random loses nothing: what it parked comes with a retry", async () => {
    const random = seeded(77);
    const statements = await enqueue("textbook");
    away.ill = () => (["picky", "broken", "none"] as const)[Math.floor(random() * 3)] ?? "none";
    await deliver(foreign());
    away.ill = () => "none";
    await outbox.retry();
    await deliver(foreign());
    const kept = await keptIn(away.store);
    expect(kept.sort()).toEqual(ids(statements).sort());
    expect(await outbox.counts()).toMatchObject({ waiting: 0, parked: 0, sent: statements.length });
  });

  test("that is slower than our patience is asked again and keeps one copy", async () => {
    const statements = await enqueue("textbook");
    away.ill = () => "slow";
    await senderTo(foreign(100)).round();
    await new Promise((done) => setTimeout(done, 600));
    away.ill = () => "none";
    await deliver(foreign());
    expect((await keptIn(away.store)).sort()).toEqual(ids(statements).sort());
  });

  test("is left alone while it asks for, and ever longer while it is down, up to the longest delay", async () => {
    await enqueue("textbook");
    let asked = 0;
    away.ill = () => {
      asked += 1;
      return "busy";
    };
    const sender = openSender(outbox, foreign(), {
      now: () => nowMs,
      random: () => 0,
      firstDelayMs: 1000,
      longestDelayMs: 60_000,
    });
    await sender.round();
    nowMs += 6999; // Retry-After says 7 seconds.
    await sender.round();
    expect(asked).toBe(1);
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure += 1) {
      const before = asked;
      let waited = 0;
      while (asked === before) {
        nowMs += 1000;
        waited += 1;
        await sender.round();
      }
      waits.push(waited);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(30); // Half of the longest delay when chance is at its least.
  });

  test("that was away for days gets all when it is back, though the server started anew meanwhile", async () => {
    const statements = await enqueue("textbook");
    away.ill = () => "down";
    for (let day = 0; day < 5; day += 1) {
      await senderTo(foreign()).round();
      nowMs += 86_400_000;
    }
    away.ill = () => "none";
    await deliver(foreign());
    expect(await keptIn(away.store)).toEqual(ids(statements));
  });
});
