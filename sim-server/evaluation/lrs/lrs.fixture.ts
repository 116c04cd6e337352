// A record store on a real port with its own keys, and a client of a few lines that hides nothing.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../store/open-store.ts";
import { createCredential, type Scope } from "./credential.ts";
import type { Version } from "./form/version.ts";
import { openLrs } from "./lrs.ts";

export type Asked = {
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent in the place of a good key; empty for none. */
  readonly authorization?: string;
  readonly version?: string | null;
};
export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed where it is JSON. */
  readonly json: Loose;
};
type Loose = { readonly [name: string]: unknown } & readonly unknown[];

export type LrsHouse = {
  readonly store: Store;
  readonly origin: string;
  ask(method: string, path: string, asked?: Asked): Promise<Answered>;
  key(scopes: readonly Scope[], version?: Version): Promise<string>;
  setNow(ms: number): void;
  close(): Promise<void>;
};

export async function openLrsHouse(): Promise<LrsHouse> {
  const folder = mkdtempSync(join(tmpdir(), "sandtable-lrs-"));
  const store = await openStore(folder);
  let nowMs: number | undefined;
  const lrs = openLrs(store.db, { now: () => nowMs ?? Date.now(), report: (error) => console.error(error) });
  const server = createServer((request, response) => {
    request.url = (request.url ?? "").replace(/^\/xapi/, "");
    void lrs.serve(request, response, "/xapi");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const key: LrsHouse["key"] = async (scopes, version = "2.0.0") => {
    const { credential, secret } = await createCredential(store.db, { label: "test", scopes, version, nowMs: 0 });
    return `Basic ${Buffer.from(`${credential.id}:${secret}`).toString("base64")}`;
  };
  const all = await key(["all"]);
  return {
    store,
    origin,
    key,
    setNow: (ms) => {
      nowMs = ms;
    },
    async ask(method, path, { body, raw, headers = {}, authorization = all, version = "2.0.0" } = {}) {
      const response = await fetch(`${origin}/xapi/${path}`, {
        method,
        headers: {
          ...(authorization === "" ? {} : { Authorization: authorization }),
          ...(version === null ? {} : { "X-Experience-API-Version": version }),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(raw === undefined && body === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = response.headers.get("content-type")?.startsWith("application/json") && text !== "";
      return { status: response.status, headers: response.headers, text, json: json ? JSON.parse(text) : [] };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Part = Readonly<Record<string, unknown>>;

export const AGENT = { objectType: "Agent", mbox: "mailto:wang@example.org", name: "王" } as const;
export const VERB = {
  id: "http://adlnet.gov/expapi/verbs/experienced",
  display: { "zh-CN": "经历", "en-US": "experienced" },
};
export const ACTIVITY = { objectType: "Activity", id: "https://example.org/activities/1" } as const;

export const aStatement = (change: Part = {}): Part => ({ actor: AGENT, verb: VERB, object: ACTIVITY, ...change });
export const query = (values: Readonly<Record<string, unknown>>): string =>
  `?${new URLSearchParams(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  )}`;
