// The administrator's calls: accounts, the record store's keys, what reporting waits for, the server's load.
import type {
  AccountList,
  AccountRow,
  LoadReport,
  NewStoreKey,
  RecordsDesk,
  StoreKey,
} from "../../sim-server/protocol/office.ts";
import { call } from "../session/api.ts";

export type NewAccount = Pick<AccountRow, "login" | "name" | "unit" | "roles"> & { readonly password: string };
export type AccountChange = Partial<Omit<NewAccount, "login"> & { readonly disabled: boolean }>;

export const office = {
  accounts: () => call<AccountList>("GET", "/api/accounts"),
  addAccount: (account: NewAccount) => call<AccountRow>("POST", "/api/accounts", account),
  changeAccount: (accountId: string, change: AccountChange) =>
    call<AccountRow>("PATCH", `/api/accounts/${encodeURIComponent(accountId)}`, change),
  changePassword: (current: string, next: string) => call<unknown>("POST", "/api/me/password", { current, next }),
  records: () => call<RecordsDesk>("GET", "/api/records"),
  load: () => call<LoadReport>("GET", "/api/load"),
  retry: (statementIds?: readonly string[]) =>
    call<{ again: number }>("POST", "/api/records/retry", statementIds ? { statementIds } : {}),
  addKey: (key: Pick<StoreKey, "label" | "scopes">) => call<NewStoreKey>("POST", "/api/records/credentials", key),
  revokeKey: (id: string) => call<null>("DELETE", `/api/records/credentials/${encodeURIComponent(id)}`),
  /** Takes what waits out of line as a file, for a record store on another network. */
  takeFile: () => fetch("/api/records/export", { method: "POST", credentials: "same-origin" }),
  bringFile: (text: string) =>
    fetch("/api/records/import", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/x-ndjson" },
      body: text,
    }),
};
