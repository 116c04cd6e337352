// The administrator's API: accounts, what reporting waits for, keys to the record store, the server's load.
import type { Me } from "./api.ts";

/** GET /api/accounts, POST /api/accounts, PATCH /api/accounts/:accountId */
export type AccountRow = {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: Me["roles"];
  readonly createdAtMs: number;
  readonly disabled: boolean;
};
export type AccountList = { readonly accounts: readonly AccountRow[]; readonly roles: Me["roles"] };

export type ParkedStatement = {
  readonly runId: string;
  readonly statementId: string;
  readonly problem: string;
  readonly atMs: number;
};
export type StoreKey = {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly version: string;
  readonly createdAtMs: number;
  readonly revoked: boolean;
};

/** GET /api/records */
export type RecordsDesk = {
  readonly counts: {
    readonly waiting: number;
    readonly sent: number;
    readonly carried: number;
    readonly parked: number;
  };
  readonly parked: readonly ParkedStatement[];
  readonly credentials: readonly StoreKey[];
};
/** POST /api/records/credentials: the secret is told this once. */
export type NewStoreKey = { readonly credential: StoreKey; readonly secret: string };

/** GET /api/load */
export type LoadReport = {
  readonly uptimeS: number;
  /** Processor time used since the start. */
  readonly cpuS: number;
  readonly memoryMb: number;
  readonly runs: number;
  readonly seated: number;
  /** Over all ticks of all runs in the last twenty seconds. */
  readonly lateP99Ms: number;
  readonly lateWorstMs: number;
  readonly journal: { readonly commits: number; readonly entries: number; readonly slowestCommitMs: number };
};
