// Identifiers of xAPI: absolute IRIs (RFC 3987), mail addresses as IRIs, UUIDs (RFC 9562), SHA-1 of a mail address.
import { type Check, fulfils } from "./check.ts";

// A scheme, a colon and something after it; no spaces, controls or characters RFC 3987 forbids unescaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 3987 forbids exactly these unescaped
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\u0000-\u001f]+$/;
const MAILTO = /^mailto:[^\s@<>"]+@[^\s@<>"]+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export const isIri = (value: unknown): boolean => typeof value === "string" && IRI.test(value);
export const isUuid = (value: unknown): value is string => typeof value === "string" && UUID.test(value);

export const iri: Check = fulfils("an absolute IRI", isIri);
export const mailto: Check = fulfils("a mailto: address", (value) => typeof value === "string" && MAILTO.test(value));
export const uuid: Check = fulfils("a UUID", isUuid);
export const sha1: Check = fulfils(
  "a SHA-1 in 40 hexadecimal digits",
  (value) => typeof value === "string" && /^[0-9a-f]{40}$/i.test(value),
);
