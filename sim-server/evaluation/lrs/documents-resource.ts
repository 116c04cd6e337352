// The document resources (xAPI 2.2, 2.3, 2.6, 2.7): State, Agent Profile, Activity Profile, with ETags against lost updates.
import type { Database } from "../../store/tables.ts";
import { allows } from "./credential.ts";
import {
  changeDocument,
  type Decision,
  documentIds,
  type Place,
  readDocument,
  removeDocuments,
  type StoredDocument,
} from "./document-store.ts";
import { actorKey } from "./form/actor.ts";
import { type Findings, isJson, type Json } from "./form/check.ts";
import { readParameters } from "./parameters.ts";
import { json, noContent, type Reply, refusal } from "./reply.ts";
import type { LrsRequest, Resource } from "./request.ts";
import { parse } from "./sent-statements.ts";

type Kind = Place["kind"];
type Asked = {
  readonly place: Place;
  readonly id: string | undefined;
  readonly anyRegistration: boolean;
  readonly sinceMs: number | undefined;
};

const SPECS = {
  state: { activityId: "iri", agent: "agent", registration: "uuid", stateId: "text", since: "moment" },
  "agent-profile": { agent: "agent", profileId: "text", since: "moment" },
  "activity-profile": { activityId: "iri", profileId: "text", since: "moment" },
} as const;

export function documentsResource(db: Database, kind: Kind, now: () => number): Resource {
  return async (request) => {
    const { method, credential } = request;
    if (!["GET", "PUT", "POST", "DELETE"].includes(method)) return refusal("method-not-allowed");
    const guarded = kind === "state" ? "state" : "profile";
    if (!allows(credential, guarded, method === "GET" ? "read" : "write")) return refusal("forbidden");
    const asked = ask(kind, request);
    if ("problems" in asked) return refusal("malformed", ...asked.problems);
    const { place, id, anyRegistration, sinceMs } = asked;
    if (id !== undefined) return method === "GET" ? getOne(db, place, id) : change(db, place, id, now(), request);
    if (method === "DELETE") {
      await removeDocuments(db, place, anyRegistration);
      return noContent;
    }
    const { ids, modifiedMs } = await documentIds(db, place, anyRegistration, sinceMs);
    return json(ids, { "Last-Modified": new Date(modifiedMs || now()).toUTCString() });
  };
}

function ask(kind: Kind, { method, query }: LrsRequest): Asked | { readonly problems: Findings } {
  const name = kind === "state" ? "stateId" : "profileId";
  const whole = method === "GET" || (method === "DELETE" && kind === "state");
  const { values, problems } = readParameters<Record<string, (typeof SPECS.state)[keyof typeof SPECS.state]>>(
    query,
    SPECS[kind],
    Object.keys(SPECS[kind]).filter(
      (parameter) => parameter === "activityId" || parameter === "agent" || (parameter === name && !whole),
    ),
  );
  const { since } = values;
  if (since !== undefined && (method !== "GET" || query.has(name))) problems.push("since: is only for a list of ids");
  if (problems.length > 0) return { problems };
  const agent = values["agent"] as Json | undefined;
  return {
    place: {
      kind,
      activityId: String(values["activityId"] ?? ""),
      agentKey: agent ? (actorKey(agent) ?? "") : "",
      registration: String(values["registration"] ?? ""),
    },
    id: values[name] as string | undefined,
    anyRegistration: kind === "state" && !query.has("registration"),
    sinceMs: since as number | undefined,
  };
}

async function getOne(db: Database, place: Place, id: string): Promise<Reply> {
  const found = await readDocument(db, place, id);
  if (!found) return refusal("not-found");
  return {
    status: 200,
    headers: {
      "Content-Type": found.contentType,
      ETag: `"${found.etag}"`,
      "Last-Modified": new Date(found.modifiedMs).toUTCString(),
      // A document is what somebody sent; no browser shall take it for a page of ours.
      "Content-Disposition": "attachment",
    },
    body: found.content,
  };
}

async function change(db: Database, place: Place, id: string, nowMs: number, request: LrsRequest): Promise<Reply> {
  const refused = await changeDocument<Reply>(db, place, id, nowMs, (before) => {
    const refuse = preconditionFailed(request, before, place.kind);
    if (refuse) return { refuse };
    switch (request.method) {
      case "PUT":
        return { write: sent(request) };
      case "POST":
        return merged(request, before);
      default:
        return { write: null };
    }
  });
  return refused ?? noContent;
}

const sent = ({ headers, body }: LrsRequest) => ({
  contentType: headers["content-type"] ?? "application/octet-stream",
  content: body,
});

const matches = (header: string, etag: string): boolean =>
  header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "").replaceAll('"', "") === etag);

/** RFC 9110, 13.1; and a blind PUT overwrites nothing: 1.0.3 refuses it for profiles, 2.0 wherever there is a document. */
function preconditionFailed(request: LrsRequest, before: StoredDocument | undefined, kind: Kind): Reply | undefined {
  const { "if-match": ifMatch, "if-none-match": ifNoneMatch } = request.headers;
  if (ifMatch !== undefined && !(before && matches(ifMatch, before.etag)))
    return refusal("precondition-failed", "If-Match: the document is another by now");
  if (ifNoneMatch !== undefined && before && matches(ifNoneMatch, before.etag))
    return refusal("precondition-failed", "If-None-Match: there is such a document");
  if (request.method !== "PUT" || ifMatch !== undefined || ifNoneMatch !== undefined) return undefined;
  const old = request.version === "1.0.3";
  if (before && !(old && kind === "state"))
    return refusal("conflict", "There is such a document: fetch it, then PUT with If-Match and its ETag.");
  if (old && kind !== "state")
    return refusal("malformed", "If-Match or If-None-Match: a PUT of a profile has one of them");
  return undefined;
}

/** JSON objects merge member by member; anything else can only be new (xAPI 2.2). */
function merged(request: LrsRequest, before: StoredDocument | undefined): Decision<Reply> {
  const fresh = sent(request);
  const isJsonType = (type: string): boolean => /^application\/json\s*(;|$)/i.test(type);
  const object = (content: Buffer): Json | undefined => {
    const parsed = parse(content);
    return "value" in parsed && isJson(parsed.value) ? parsed.value : undefined;
  };
  const json = isJsonType(fresh.contentType) ? object(fresh.content) : undefined;
  if (isJsonType(fresh.contentType) && !json)
    return { refuse: refusal("malformed", "body: a POST of application/json sends a JSON object") };
  if (!before) return { write: fresh };
  const kept = isJsonType(before.contentType) ? object(before.content) : undefined;
  if (!json || !kept)
    return { refuse: refusal("malformed", "body: only two JSON objects merge; PUT replaces the document") };
  return { write: { contentType: before.contentType, content: Buffer.from(JSON.stringify({ ...kept, ...json })) } };
}
