// multipart/mixed (RFC 2046) both ways: statements first, then each attachment under its hash.
import { hash, randomBytes } from "node:crypto";

export type Part = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };

const CRLF = "\r\n";

/** The boundary a content type names, or nothing. */
export function boundaryOf(contentType: string): string | undefined {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  return boundary !== undefined && boundary.length <= 70 ? boundary : undefined;
}

/** Nothing for a body that does not keep to the form. */
export function partsOf(body: Buffer, boundary: string): readonly Part[] | undefined {
  const framed = Buffer.concat([Buffer.from(CRLF), body]);
  const mark = Buffer.from(`${CRLF}--${boundary}`);
  const parts: Part[] = [];
  let from = framed.indexOf(mark);
  while (from >= 0) {
    const behind = from + mark.length;
    if (framed.subarray(behind, behind + 2).equals(Buffer.from("--"))) return parts;
    const begin = framed.indexOf(CRLF, behind);
    const end = framed.indexOf(mark, behind);
    if (begin < 0 || end < 0 || framed.subarray(behind, begin).toString().trim() !== "") return undefined;
    const part = partOf(framed.subarray(begin + 2, end));
    if (!part) return undefined;
    parts.push(part);
    from = end;
  }
  return undefined;
}

function partOf(bytes: Buffer): Part | undefined {
  if (bytes.indexOf(CRLF) === 0) return { headers: {}, body: bytes.subarray(CRLF.length) };
  const blank = bytes.indexOf(`${CRLF}${CRLF}`);
  if (blank < 0) return undefined;
  const headers: Record<string, string> = {};
  for (const line of bytes.subarray(0, blank).toString("latin1").split(CRLF)) {
    const colon = line.indexOf(":");
    if (colon <= 0) return undefined;
    headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body: bytes.subarray(blank + 4) };
}

export function multipart(parts: readonly Part[]): { readonly contentType: string; readonly body: Buffer } {
  const boundary = randomBytes(18).toString("hex");
  const chunks = parts.flatMap(({ headers, body }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}${CRLF}`);
    return [Buffer.from(`--${boundary}${CRLF}${lines.join("")}${CRLF}`), body, Buffer.from(CRLF)];
  });
  return {
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--${CRLF}`)]),
  };
}

const SHA2_BY_DIGITS: Readonly<Record<number, string>> = { 56: "sha224", 64: "sha256", 96: "sha384", 128: "sha512" };

export function matchesSha2(body: Buffer, sha2: string): boolean {
  const algorithm = SHA2_BY_DIGITS[sha2.length];
  return algorithm !== undefined && hash(algorithm, body, "hex") === sha2.toLowerCase();
}
