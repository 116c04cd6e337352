// Where statements go: one way of speaking xAPI, over HTTP to a foreign record store or straight to the embedded one.
import { isDeepStrictEqual } from "node:util";
import { sameStatement } from "../lrs/comparison.ts";
import type { Credential } from "../lrs/credential.ts";
import { isJson, type Json } from "../lrs/form/check.ts";
import type { Version } from "../lrs/form/version.ts";
import type { Lrs } from "../lrs/lrs.ts";

type Exchanged = { readonly status: number; readonly retryAfter: string | undefined; readonly body: string };
type Exchange = (method: "GET" | "POST", path: string, body?: string) => Promise<Exchanged>;

type Delivery =
  | { readonly kind: "taken" }
  /** Nobody's fault that could be mended here: try again; `everywhere` when other runs will fare the same. */
  | { readonly kind: "later"; readonly why: string; readonly everywhere: boolean; readonly afterMs?: number }
  /** Something in the batch is not wanted. */
  | { readonly kind: "refused"; readonly why: string };

export type Sink = {
  send(bodies: readonly string[]): Promise<Delivery>;
  /** Whether the store has just this statement under its id; nothing when it cannot say now. */
  holds(id: string, body: string): Promise<boolean | undefined>;
};

export type ForeignStore = {
  /** The address before /statements. */
  readonly endpoint: string;
  /** The whole Authorization header: Basic, or Bearer of a token. */
  readonly authorization: string;
  readonly version: Version;
  readonly timeoutMs: number;
};

const PATIENCE_MS = 15_000;

/** A store told of by one address: its key and secret stand in it before the host, as in https://key:secret@host/xapi */
export function foreignStoreAt(address: string): ForeignStore {
  const url = new URL(address);
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = "";
  url.password = "";
  return {
    endpoint: url.href,
    authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
    version: "2.0.0",
    timeoutMs: PATIENCE_MS,
  };
}

export function foreignSink({ endpoint, authorization, version, timeoutMs }: ForeignStore): Sink {
  return sinkOver(async (method, path, body) => {
    const response = await fetch(`${endpoint.replace(/\/+$/, "")}/${path}`, {
      method,
      headers: {
        Authorization: authorization,
        "X-Experience-API-Version": version,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const retryAfter = response.headers.get("retry-after") ?? undefined;
    return { status: response.status, retryAfter, body: await response.text() };
  });
}

/** The embedded store hears the same requests, only not over a wire. */
export function embeddedSink(lrs: Lrs, credential: Credential): Sink {
  return sinkOver(async (method, path, body) => {
    const [name = "", query] = path.split("?");
    const reply = await lrs.answerAs(credential, {
      method,
      path: name,
      query: new URLSearchParams(query),
      headers: { "content-type": "application/json", "x-experience-api-version": "2.0.0" },
      body: Buffer.from(body ?? ""),
    });
    return { status: reply.status, retryAfter: undefined, body: String(reply.body ?? "") };
  });
}

const SHOWN = 500;

function sinkOver(exchange: Exchange): Sink {
  return {
    async send(bodies) {
      const answer = await exchange("POST", "statements", `[${bodies.join(",")}]`).catch((error: unknown) => error);
      return isExchanged(answer) ? deliveryOf(answer) : { kind: "later", everywhere: true, why: String(answer) };
    },
    async holds(id, body) {
      const answer = await exchange("GET", `statements?statementId=${id}`).catch((error: unknown) => error);
      if (!isExchanged(answer)) return undefined;
      if (answer.status === 404) return false;
      if (answer.status !== 200) return undefined;
      return isSame(answer.body, body);
    },
  };
}

const isExchanged = (answer: unknown): answer is Exchanged =>
  typeof answer === "object" && answer !== null && "status" in answer && typeof answer.status === "number";

function deliveryOf({ status, retryAfter, body }: Exchanged): Delivery {
  const why = `${status} ${body.slice(0, SHOWN)}`.trim();
  if (status === 200 || status === 204) return { kind: "taken" };
  // Credentials, addresses and overload concern every run; they are for an administrator, not the statement's fault.
  if ([401, 403, 404, 405, 408, 425, 429, 503].includes(status) || (status >= 300 && status < 400))
    return { kind: "later", everywhere: true, why, ...after(retryAfter) };
  if (status >= 500) return { kind: "later", everywhere: false, why };
  return { kind: "refused", why };
}

function after(retryAfter: string | undefined): { afterMs?: number } {
  const seconds = Number(retryAfter);
  return retryAfter !== undefined && seconds >= 0 ? { afterMs: seconds * 1000 } : {};
}

function isSame(kept: string, sent: string): boolean {
  const found = jsonOf(kept);
  const own = jsonOf(sent);
  return isJson(found) && isJson(own) && (isDeepStrictEqual(found, own) || sameStatement(found as Json, own as Json));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A store that answers with a page instead of a statement does not hold it.
  }
}
