// The Statement resource (xAPI 2.1): PUT one, POST some, GET one or a page.
import type { Database } from "../../store/tables.ts";
import { definitionsOf } from "./canon.ts";
import { allows, authorityOf } from "./credential.ts";
import { actorKey } from "./form/actor.ts";
import type { Json } from "./form/check.ts";
import { wantedLanguages } from "./form/language.ts";
import { momentMs } from "./form/time.ts";
import { incoming } from "./incoming.ts";
import { multipart, type Part } from "./multipart.ts";
import { readParameters } from "./parameters.ts";
import { json, noContent, type Reply, refusal } from "./reply.ts";
import type { LrsRequest, Resource } from "./request.ts";
import { attachmentsOf, readStatements } from "./sent-statements.ts";
import { activityIds, canonical, FORMATS, type Format, idsOnly } from "./statement-format.ts";
import { findStatement, searchStatements } from "./statement-search.ts";
import type { StatementWriter } from "./statement-writer.ts";

const PAGE = 100;
const LARGEST_PAGE = 500;

const ONE = { statementId: "uuid", voidedStatementId: "uuid", attachments: "truth", format: "text" } as const;
const MANY = {
  agent: "actor",
  verb: "iri",
  activity: "iri",
  registration: "uuid",
  related_activities: "truth",
  related_agents: "truth",
  since: "moment",
  until: "moment",
  limit: "count",
  format: "text",
  attachments: "truth",
  ascending: "truth",
  cursor: "count",
} as const;

export function statementsResource(db: Database, writer: StatementWriter): Resource {
  return async (request) => {
    switch (request.method) {
      case "GET":
        return get(db, request);
      case "POST":
        return send(writer, request);
      case "PUT":
        return put(writer, request);
      default:
        return refusal("method-not-allowed");
    }
  };
}

async function put(writer: StatementWriter, request: LrsRequest): Promise<Reply> {
  const { values, problems } = readParameters(request.query, { statementId: "uuid" }, ["statementId"]);
  return problems.length > 0 ? refusal("malformed", ...problems) : send(writer, request, values.statementId);
}

/** With an id, exactly one statement is put under it. */
async function send(writer: StatementWriter, request: LrsRequest, statementId?: string): Promise<Reply> {
  const { credential, headers, body, version } = request;
  if (!allows(credential, "statements", "write")) return refusal("forbidden");
  if (statementId === undefined && request.query.size > 0)
    return refusal("malformed", "a POST of statements has no parameters");
  const sent = await readStatements(headers["content-type"] ?? "", body, version);
  if ("problems" in sent) return refusal("malformed", ...sent.problems);
  if (statementId !== undefined && sent.many) return refusal("malformed", "a PUT sends one statement");
  const authority = authorityOf(credential, request.home);
  const statements = sent.statements.map((one) => {
    const named = statementId === undefined ? one : { id: statementId, ...one };
    return incoming(named, version, authority);
  });
  if (statementId !== undefined && statements[0]?.id !== statementId)
    return refusal("malformed", "statementId: is another than the statement's own id");
  const { conflict } = await writer.write({ statements, attachments: sent.attachments });
  if (conflict !== undefined) return refusal("conflict", `${conflict}: is known with another content`);
  return statementId === undefined ? json(statements.map(({ id }) => id)) : noContent;
}

async function get(db: Database, request: LrsRequest): Promise<Reply> {
  const read = allows(request.credential, "statements", "read");
  if (!read) return refusal("forbidden");
  const authority = read === "mine" ? JSON.stringify(authorityOf(request.credential, request.home)) : undefined;
  const { query } = request;
  const one = query.has("statementId") || query.has("voidedStatementId");
  const reply = await (one ? getOne(db, request, authority) : getMany(db, request, authority));
  return reply;
}

async function getOne(db: Database, request: LrsRequest, authority: string | undefined): Promise<Reply> {
  const { values, problems } = readParameters(request.query, ONE);
  const format = formatOf(values.format, problems);
  if (request.query.has("statementId") && request.query.has("voidedStatementId"))
    problems.push("statementId: excludes voidedStatementId");
  if (problems.length > 0) return refusal("malformed", ...problems);
  const id = values.statementId ?? values.voidedStatementId ?? "";
  const found = await findStatement(db, id, values.statementId === undefined, authority);
  if (!found) return refusal("not-found");
  const [shown = found] = await formatted(db, [found], format, request);
  const modified = { "Last-Modified": new Date(momentMs(found["stored"]) ?? 0).toUTCString() };
  return values.attachments === true ? withFiles(db, shown, [found], modified) : json(shown, modified);
}

async function getMany(db: Database, request: LrsRequest, authority: string | undefined): Promise<Reply> {
  const { values, problems } = readParameters(request.query, MANY);
  const format = formatOf(values.format, problems);
  const agent = values.agent && actorKey(values.agent);
  if (values.agent && agent === undefined) problems.push("agent: an anonymous Group finds nothing");
  if (problems.length > 0) return refusal("malformed", ...problems);
  const limit = values.limit === undefined || values.limit === 0 ? PAGE : Math.min(values.limit, LARGEST_PAGE);
  const found = await searchStatements(db, {
    ...(agent === undefined ? {} : { agent, relatedAgents: values.related_agents === true }),
    ...(values.verb === undefined ? {} : { verb: values.verb }),
    ...(values.activity === undefined
      ? {}
      : { activity: values.activity, relatedActivities: values.related_activities === true }),
    ...(values.registration === undefined ? {} : { registration: values.registration }),
    ...(values.since === undefined ? {} : { sinceMs: values.since }),
    ...(values.until === undefined ? {} : { untilMs: values.until }),
    ...(values.cursor === undefined ? {} : { after: values.cursor }),
    ...(authority === undefined ? {} : { authority }),
    ascending: values.ascending === true,
    limit,
  });
  const statements = await formatted(db, found.statements, format, request);
  const result = { statements, more: found.next === undefined ? "" : moreOf(request, found.next) };
  // The newest on the page, or now for an empty one: nothing later is in it.
  const storedMs = Math.max(0, ...found.statements.map((one) => momentMs(one["stored"]) ?? 0));
  const modified = { "Last-Modified": new Date(storedMs || Date.now()).toUTCString() };
  return values.attachments === true ? withFiles(db, result, found.statements, modified) : json(result, modified);
}

function moreOf({ base, query }: LrsRequest, next: number): string {
  const onward = new URLSearchParams(query);
  onward.set("cursor", String(next));
  return `${base}/statements?${onward.toString()}`;
}

function formatOf(text: string | undefined, problems: string[]): Format {
  const format = FORMATS.find((name) => name === (text ?? "exact"));
  if (!format) problems.push(`format: must be one of ${FORMATS.join(", ")}`);
  return format ?? "exact";
}

async function formatted(db: Database, statements: readonly Json[], format: Format, { headers }: LrsRequest) {
  switch (format) {
    case "exact":
      return statements;
    case "ids":
      return statements.map(idsOnly);
    case "canonical": {
      const definitions = await definitionsOf(db, [...new Set(statements.flatMap(activityIds))]);
      const wanted = wantedLanguages(headers["accept-language"]);
      return statements.map((one) => canonical(one, definitions, wanted));
    }
  }
}

async function withFiles(db: Database, shown: unknown, statements: readonly Json[], headers: Record<string, string>) {
  const types = new Map<string, string>();
  for (const { sha2, contentType } of statements.flatMap(attachmentsOf)) types.set(String(sha2), String(contentType));
  const rows = await db
    .selectFrom("lrs_attachments")
    .selectAll()
    .where("sha2", "in", [...types.keys()])
    .execute();
  const files = rows.map(
    ({ sha2, content_base64 }): Part => ({
      headers: {
        "Content-Type": types.get(sha2) ?? "application/octet-stream",
        "Content-Transfer-Encoding": "binary",
        "X-Experience-API-Hash": sha2,
      },
      body: Buffer.from(content_base64, "base64"),
    }),
  );
  const first: Part = { headers: { "Content-Type": "application/json" }, body: Buffer.from(JSON.stringify(shown)) };
  const { contentType, body } = multipart([first, ...files]);
  return { status: 200, headers: { ...headers, "Content-Type": contentType }, body };
}
