// The body of a statement request: JSON, or multipart with attachments; parsed and judged whole.

import { type Findings, isJson, type Json } from "./form/check.ts";
import { checkStatement } from "./form/statement.ts";
import type { Version } from "./form/version.ts";
import { boundaryOf, matchesSha2, type Part, partsOf } from "./multipart.ts";
import { signatureProblems } from "./signature.ts";

export type Sent = {
  readonly statements: readonly Json[];
  readonly attachments: ReadonlyMap<string, Buffer>;
  /** A list was sent, not a statement by itself. */
  readonly many: boolean;
};
type Reading = Sent | { readonly problems: Findings };

export async function readStatements(contentType: string, body: Buffer, spoken: Version): Promise<Reading> {
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json" && type !== "multipart/mixed")
    return { problems: ["Content-Type: must be application/json or multipart/mixed"] };
  const split = type === "multipart/mixed" ? unpack(contentType, body) : { text: body, parts: [] };
  if ("problems" in split) return split;
  const parsed = parse(split.text);
  if ("problems" in parsed) return parsed;
  const many = Array.isArray(parsed.value);
  const statements = (many ? parsed.value : [parsed.value]) as unknown[];
  const problems = statements.flatMap((one, index) => checkStatement(one, many ? `[${index}]` : "statement", spoken));
  const ids = statements.flatMap((one) =>
    isJson(one) && typeof one["id"] === "string" ? [one["id"].toLowerCase()] : [],
  );
  if (new Set(ids).size !== ids.length) problems.push("two statements of one request have the same id");
  if (problems.length > 0) return { problems };
  return withAttachments(statements as Json[], many, split.parts);
}

function unpack(contentType: string, body: Buffer): { text: Buffer; parts: readonly Part[] } | { problems: Findings } {
  const boundary = boundaryOf(contentType);
  const parts = boundary === undefined ? undefined : partsOf(body, boundary);
  const [first, ...rest] = parts ?? [];
  if (!first) return { problems: ["body: is not multipart/mixed with the boundary its Content-Type names"] };
  if (!/^application\/json\b/i.test(first.headers["content-type"] ?? ""))
    return { problems: ["body: its first part must be application/json"] };
  return { text: first.body, parts: rest };
}

export function parse(text: Buffer): { value: unknown } | { problems: Findings } {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text)) };
  } catch {
    return { problems: ["body: is not JSON in UTF-8"] };
  }
}

async function withAttachments(statements: readonly Json[], many: boolean, parts: readonly Part[]): Promise<Reading> {
  const problems: Findings = [];
  const attachments = new Map<string, Buffer>();
  const named = statements.flatMap(attachmentsOf);
  for (const { headers, body } of parts) {
    const sha2 = headers["x-experience-api-hash"] ?? "";
    if (headers["content-transfer-encoding"]?.toLowerCase() !== "binary")
      problems.push("body: every part after the first has Content-Transfer-Encoding: binary");
    else if (!named.some((attachment) => attachment["sha2"] === sha2))
      problems.push(`body: no statement names an attachment of hash "${sha2}"`);
    else if (!matchesSha2(body, sha2)) problems.push(`body: the part of hash "${sha2}" has another hash`);
    attachments.set(sha2, body);
  }
  for (const { sha2, fileUrl } of named) {
    if (fileUrl === undefined && !attachments.has(String(sha2)))
      problems.push(`attachments: the one of hash "${String(sha2)}" has neither a fileUrl nor a part of its own`);
  }
  if (problems.length > 0) return { problems };
  for (const statement of statements) problems.push(...(await signatureProblems(statement, attachments)));
  return problems.length > 0 ? { problems } : { statements, attachments, many };
}

/** Of the statement and of a SubStatement in it. */
export function attachmentsOf(event: Json): readonly Json[] {
  const own = Array.isArray(event["attachments"]) ? event["attachments"].filter(isJson) : [];
  const { object } = event;
  return isJson(object) && object["objectType"] === "SubStatement" ? [...own, ...attachmentsOf(object)] : own;
}
