// Signed statements (xAPI 2.6): a JWS among the attachments whose payload is the statement itself, by RS256, 384 or 512.
import { X509Certificate } from "node:crypto";
import { compactVerify, decodeProtectedHeader } from "jose";
import { sameStatement } from "./comparison.ts";
import { SIGNATURE } from "./form/attachment.ts";
import { isJson, type Json } from "./form/check.ts";

const ALGORITHMS = ["RS256", "RS384", "RS512"];

/** What is wrong with a statement's signatures; nothing when they hold or when it has none. */
export async function signatureProblems(statement: Json, files: ReadonlyMap<string, Buffer>): Promise<string[]> {
  const problems: string[] = [];
  const attachments = Array.isArray(statement["attachments"]) ? statement["attachments"].filter(isJson) : [];
  for (const { usageType, contentType, sha2 } of attachments) {
    if (usageType !== SIGNATURE) continue;
    const file = files.get(String(sha2));
    if (contentType !== "application/octet-stream")
      problems.push("a signature's contentType is application/octet-stream");
    else if (!file) problems.push("a signature comes with its statement");
    else {
      const problem = await jwsProblem(file.toString("latin1"), unsigned(statement));
      if (problem !== undefined) problems.push(problem);
    }
  }
  return problems;
}

/** The statement as it was before the signature was added to it. */
function unsigned(statement: Json): Json {
  const { attachments, ...rest } = statement;
  const others = (attachments as Json[]).filter(({ usageType }) => usageType !== SIGNATURE);
  return others.length > 0 ? { ...rest, attachments: others } : rest;
}

async function jwsProblem(jws: string, statement: Json): Promise<string | undefined> {
  const [, payload = "", signature = ""] = jws.split(".");
  let header: ReturnType<typeof decodeProtectedHeader>;
  let signed: unknown;
  try {
    header = decodeProtectedHeader(jws);
    signed = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  } catch {
    return "a signature is a JWS in compact form whose payload is JSON"; // Malformed by the sender: said, not thrown.
  }
  if (!ALGORITHMS.includes(header.alg ?? "")) return `a signature uses one of ${ALGORITHMS.join(", ")}`;
  if (signature === "" || !isJson(signed)) return "a signature is a JWS in compact form whose payload is a statement";
  if (!sameStatement(signed, statement)) return "a signature's payload is the statement it signs";
  const [certificate] = Array.isArray(header.x5c) ? header.x5c : [];
  return certificate === undefined ? undefined : certificateProblem(jws, certificate);
}

/** Checked against the certificate it brings; whose certificate that is, is not for the store to say. */
async function certificateProblem(jws: string, certificate: string): Promise<string | undefined> {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(certificate, "base64"));
    await compactVerify(jws, publicKey, { algorithms: ALGORITHMS });
    return undefined;
  } catch {
    return "a signature holds against the first certificate of its x5c header";
  }
}
