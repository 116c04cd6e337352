// The reporting of this house as one thing: the embedded record store, the outbox, and the sender to it or a foreign one.
import type { Database } from "../../store/tables.ts";
import type { Credential } from "../lrs/credential.ts";
import { type Lrs, openLrs } from "../lrs/lrs.ts";
import { type MerkleLog, openMerkleLog } from "../merkle-log.ts";
import { statementsOf } from "./catalogue.ts";
import { type Outbox, openOutbox } from "./outbox.ts";
import type { ReportedRun } from "./reported-run.ts";
import { openSender } from "./sender.ts";
import { embeddedSink, type ForeignStore, foreignSink } from "./sink.ts";

export type Records = {
  readonly lrs: Lrs;
  readonly outbox: Outbox;
  readonly log: MerkleLog;
  /** Where the accounts of our people are at home. */
  readonly home: string;
  /** Puts a run's statements in line and its journal in the log, in the transaction that keeps its results. */
  report(transaction: Database, run: ReportedRun, nowMs: number): Promise<void>;
  /** Something new waits. */
  wake(): void;
  stop(): Promise<void>;
};

type RecordsOptions = {
  /** The address of this installation, such as https://sandtable.example.gov.cn */
  readonly origin: string;
  /** Another record store in the embedded one's place. */
  readonly foreign?: ForeignStore;
  /** Signs the checkpoints of the log of runs. */
  readonly logKeyPem: string;
  note(line: string): void;
};

/** The house's own hand at its own store: it has no secret, so nobody else can use it. */
const HOUSE: Credential = {
  id: "sandtable",
  label: "Sandtable",
  scopes: ["statements/write", "statements/read"],
  version: "2.0.0",
  createdAtMs: 0,
  revoked: false,
};

export function openRecords(db: Database, { origin, foreign, logKeyPem, note }: RecordsOptions): Records {
  const lrs = openLrs(db, {
    home: `${origin}/xapi`,
    report: (error) => note(`record store: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
  const outbox = openOutbox(db);
  const log = openMerkleLog(db, `${new URL(origin).host}/runs`, logKeyPem);
  const sender = openSender(outbox, foreign ? foreignSink(foreign) : embeddedSink(lrs, HOUSE), { note });
  return {
    lrs,
    outbox,
    home: `${origin}/people`,
    log,
    async report(transaction, run, nowMs) {
      await outbox.put(transaction, run.runId, statementsOf(run), nowMs);
      await log.append(transaction, run.runId, nowMs);
    },
    wake: sender.wake,
    stop: sender.stop,
  };
}
