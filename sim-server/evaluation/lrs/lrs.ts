// The learning record store as one function from request to answer: version, credential, resource; and its HTTP clothes.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Database } from "../../store/tables.ts";
import { type Credential, credentialFor } from "./credential.ts";
import { documentsResource } from "./documents-resource.ts";
import { spokenVersion, type Version } from "./form/version.ts";
import { about, activitiesResource, agentsResource } from "./lookup-resources.ts";
import { type Reply, refusal } from "./reply.ts";
import { type Resource, unfolded, type WireRequest } from "./request.ts";
import { openStatementWriter } from "./statement-writer.ts";
import { statementsResource } from "./statements-resource.ts";

export type Lrs = {
  /** Takes a request with its mount point already cut off its path; `base` is that mount point. */
  serve(request: IncomingMessage, response: ServerResponse, base: string): Promise<void>;
  /** The same for our own house, which needs no password at its own door. */
  answerAs(credential: Credential, request: WireRequest): Promise<Reply>;
};

type LrsOptions = {
  now?(): number;
  /** The address of this store, for the authorities of what it keeps. */
  readonly home?: string;
  /** Bugs of ours, for the log. */
  report?(error: unknown): void;
};

/** A batch with its attachments; a longer body is refused unread. */
const LARGEST_BODY = 16 * 1024 * 1024;
const LARGEST_UNKNOWN_BODY = 64 * 1024;

export function openLrs(
  db: Database,
  { now = Date.now, home = "http://localhost/xapi", report = () => undefined }: LrsOptions = {},
): Lrs {
  const resources: Readonly<Record<string, Resource>> = {
    statements: statementsResource(db, openStatementWriter(db, now)),
    "activities/state": documentsResource(db, "state", now),
    "activities/profile": documentsResource(db, "activity-profile", now),
    "agents/profile": documentsResource(db, "agent-profile", now),
    agents: agentsResource(db),
    activities: activitiesResource(db),
  };

  async function answer(wire: WireRequest, base: string): Promise<Reply> {
    const consistentThrough = new Date(now()).toISOString();
    const { version, reply } = await decide(wire, base);
    return {
      ...reply,
      headers: {
        "X-Experience-API-Version": version,
        "X-Experience-API-Consistent-Through": consistentThrough,
        "Cache-Control": "no-store",
        ...reply.headers,
      },
    };
  }

  async function decide(wire: WireRequest, base: string): Promise<{ version: Version; reply: Reply }> {
    const spoken = spokenVersion(wire.headers["x-experience-api-version"]);
    if (wire.path === "about") return { version: spoken ?? "2.0.0", reply: aboutReply(wire) };
    const inner = spoken === "2.0.0" ? undefined : unfolded(wire);
    if (inner && "problem" in inner) return { version: spoken ?? "1.0.3", reply: refusal("malformed", inner.problem) };
    const request = inner ?? wire;
    const credential = await credentialFor(db, request.headers["authorization"]);
    const header = request.headers["x-experience-api-version"];
    const version = spokenVersion(header);
    if (!credential) return { version: version ?? "2.0.0", reply: refusal("unauthorised") };
    if (!version) {
      const problem = `X-Experience-API-Version: must be 1.0.x or 2.0.x${header === undefined ? "" : `, not "${header}"`}`;
      return { version: credential.version, reply: refusal("malformed", problem) };
    }
    return { version, reply: await resourceReply(request, version, credential, base) };
  }

  function resourceReply(request: WireRequest, version: Version, credential: Credential, base: string): Promise<Reply> {
    const resource = Object.hasOwn(resources, request.path) ? resources[request.path] : undefined;
    const method = request.method === "HEAD" ? "GET" : request.method;
    return resource?.({ ...request, method, version, credential, base, home }) ?? Promise.resolve(refusal("not-found"));
  }

  return {
    answerAs: (credential, request) => resourceReply(request, "2.0.0", credential, ""),
    async serve(request, response, base) {
      try {
        const [path = "", query = ""] = splitOnce(request.url ?? "/", "?");
        const wire = {
          method: request.method ?? "GET",
          path: path.split("/").filter(Boolean).join("/"),
          query: new URLSearchParams(query),
          headers: request.headers as WireRequest["headers"],
        };
        const body = await bodyOf(request, (await isKnown(wire)) ? LARGEST_BODY : LARGEST_UNKNOWN_BODY);
        write(response, request, body ? await answer({ ...wire, body }, base) : refusal("too-large"));
      } catch (error) {
        if (!request.complete) return; // The client hung up; there is nobody to answer and nothing was kept.
        report(error);
        if (!response.headersSent) write(response, request, refusal("internal"));
      }
    },
  };

  /** Strangers may send as much as the alternate syntax needs to say who they are, and no more. */
  async function isKnown({ headers }: Omit<WireRequest, "body">): Promise<boolean> {
    return (await credentialFor(db, headers["authorization"])) !== undefined;
  }
}

function aboutReply({ method, query }: WireRequest): Reply {
  if (method !== "GET" && method !== "HEAD") return refusal("method-not-allowed");
  return query.size > 0 ? refusal("malformed", "about has no parameters") : about();
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Nothing for a body that is too long. */
async function bodyOf(request: IncomingMessage, longest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= longest) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= longest ? Buffer.concat(chunks) : undefined;
}

function write(response: ServerResponse, request: IncomingMessage, { status, headers, body }: Reply): void {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  response.writeHead(status, { ...headers, ...(bytes ? { "Content-Length": bytes.length } : {}) });
  response.end(request.method === "HEAD" ? undefined : bytes);
}
