// A request as the resources see it: what was asked, by whom, in which version; plain HTTP or the 1.0.3 form for old browsers.
import type { Credential } from "./credential.ts";
import type { Version } from "./form/version.ts";
import type { Reply } from "./reply.ts";

/** What came over the wire, with the doubled slashes of some clients taken out of its path. */
export type WireRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

export type LrsRequest = WireRequest & {
  readonly version: Version;
  readonly credential: Credential;
  /** Where this store is mounted, for the links it gives out. */
  readonly base: string;
  /** The home page of the accounts that are its keys. */
  readonly home: string;
};

export type Resource = (request: LrsRequest) => Promise<Reply>;

const FORM_HEADERS = [
  "authorization",
  "x-experience-api-version",
  "content-type",
  "content-length",
  "if-match",
  "if-none-match",
  "accept",
  "accept-language",
];

/**
 * The alternate request syntax (1.0.3, 1.3): a POST of a form with `method` in the query, for browsers that can send
 * nothing else. Nothing when it is none; a sentence when it is a bad one.
 */
export function unfolded(request: WireRequest): WireRequest | { readonly problem: string } | undefined {
  const method = request.query.get("method");
  if (method === null) return undefined;
  if (request.method !== "POST") return { problem: "method: the alternate syntax is a POST" };
  if ([...request.query.keys()].length > 1) return { problem: "method: is the only parameter of the alternate syntax" };
  const form = new URLSearchParams(request.body.toString("utf8"));
  const headers: Record<string, string | undefined> = { ...request.headers, "content-type": "application/json" };
  const query = new URLSearchParams();
  for (const [name, value] of form) {
    if (FORM_HEADERS.includes(name.toLowerCase())) headers[name.toLowerCase()] = value;
    else if (name !== "content") query.append(name, value);
  }
  const content = form.get("content");
  const upper = method.toUpperCase();
  if ((upper === "PUT" || upper === "POST") && content === null)
    return { problem: "content: the alternate syntax carries what is sent under this name" };
  return { ...request, method: upper, query, headers, body: Buffer.from(content ?? "") };
}
