import "reflect-metadata"; // @peculiar/x509 needs it before it is loaded itself.
import { hash, KeyObject, randomUUID } from "node:crypto";
import * as x509 from "@peculiar/x509";
import { CompactSign, importPKCS8 } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SIGNATURE } from "./form/attachment.ts";
import { aStatement, type LrsHouse, openLrsHouse, query } from "./lrs.fixture.ts";
import { boundaryOf, multipart, type Part, partsOf } from "./multipart.ts";

let house: LrsHouse;
beforeAll(async () => {
  house = await openLrsHouse();
});
afterAll(() => house.close());

const TEXT = Buffer.from("阀门已关\r\n--not-a-boundary\r\n", "utf8");
const BYTES = Buffer.from([0, 13, 10, 45, 45, 255, 13, 10, 13, 10]);
const sha2 = (bytes: Buffer): string => hash("sha256", bytes, "hex");
const described = (bytes: Buffer, more: object = {}) => ({
  usageType: "https://example.org/usage/picture",
  display: { "zh-CN": "图片" },
  contentType: "image/png",
  length: bytes.length,
  sha2: sha2(bytes),
  ...more,
});
const json = (value: unknown): Part => ({
  headers: { "Content-Type": "application/json" },
  body: Buffer.from(JSON.stringify(value)),
});
const file = (bytes: Buffer, more: Record<string, string> = {}): Part => ({
  headers: {
    "Content-Type": "image/png",
    "Content-Transfer-Encoding": "binary",
    "X-Experience-API-Hash": sha2(bytes),
    ...more,
  },
  body: bytes,
});
const send = (...parts: readonly Part[]) => {
  const { contentType, body } = multipart(parts);
  return house.ask("POST", "statements", { raw: new Uint8Array(body), headers: { "Content-Type": contentType } });
};

describe("attachments (xAPI 2.4.11, 1.5.2)", () => {
  test("come back byte for byte with their statement, and only when asked for", async () => {
    const id = randomUUID();
    const statement = aStatement({
      id,
      attachments: [described(BYTES), described(TEXT, { contentType: "text/plain" })],
    });
    expect((await send(json(statement), file(BYTES), file(TEXT))).status).toBe(200);
    const plain = await house.ask("GET", `statements?statementId=${id}`);
    expect(plain.headers.get("content-type")).toBe("application/json");
    const key = await house.key(["all"]);
    const response = await fetch(`${house.origin}/xapi/statements${query({ statementId: id, attachments: true })}`, {
      headers: { Authorization: key, "X-Experience-API-Version": "2.0.0" },
    });
    const type = response.headers.get("content-type") ?? "";
    const parts = partsOf(Buffer.from(await response.arrayBuffer()), boundaryOf(type) ?? "") ?? [];
    expect(JSON.parse(String(parts[0]?.body))).toMatchObject({ id });
    const files = new Map(parts.slice(1).map(({ headers, body }) => [headers["x-experience-api-hash"], body]));
    expect(files.get(sha2(BYTES))?.equals(BYTES)).toBe(true);
    expect(files.get(sha2(TEXT))?.equals(TEXT)).toBe(true);
  });

  test("may stay elsewhere under a fileUrl, in JSON alone", async () => {
    const attachments = [described(BYTES, { fileUrl: "https://example.org/picture.png" })];
    expect((await house.ask("POST", "statements", { body: aStatement({ attachments }) })).status).toBe(200);
    const missing = aStatement({ attachments: [described(BYTES)] });
    expect((await house.ask("POST", "statements", { body: missing })).status).toBe(400);
  });

  test("are refused when a part is too many, missing, misnamed, of another hash or not binary", async () => {
    const statement = json(aStatement({ attachments: [described(BYTES)] }));
    const refused = [
      [statement],
      [statement, file(BYTES), file(TEXT)],
      [statement, { ...file(BYTES), body: TEXT }],
      [statement, file(BYTES, { "Content-Transfer-Encoding": "base64" })],
      [statement, file(BYTES, { "X-Experience-API-Hash": sha2(TEXT) })],
      [{ ...statement, headers: { "Content-Type": "text/plain" } }, file(BYTES)],
      [file(BYTES), statement],
    ];
    for (const parts of refused) expect((await send(...parts)).status).toBe(400);
    const { contentType, body } = multipart([statement, file(BYTES)]);
    for (const [type, bytes] of [
      ["multipart/mixed", body],
      ["multipart/form-data; boundary=x", body],
      [contentType, body.subarray(0, body.length - 6)],
    ] as const) {
      const raw = new Uint8Array(bytes);
      expect((await house.ask("POST", "statements", { raw, headers: { "Content-Type": type } })).status).toBe(400);
    }
  });

  test("a body's parts are read as RFC 2046, 5.1.1 shows them, prologue and epilogue aside", () => {
    const body = [
      "This is the preamble.  It is to be ignored.",
      "--simple boundary",
      "",
      "This is implicitly typed plain US-ASCII text.",
      "It does NOT end with a linebreak.",
      "--simple boundary",
      "Content-type: text/plain; charset=us-ascii",
      "",
      "This is explicitly typed plain US-ASCII text.",
      "It DOES end with a linebreak.",
      "",
      "--simple boundary--",
      "",
      "This is the epilogue.  It is also to be ignored.",
    ].join("\r\n");
    const boundary = boundaryOf('multipart/mixed; boundary="simple boundary"') ?? "";
    const [first, second, ...more] = partsOf(Buffer.from(body), boundary) ?? [];
    expect(String(first?.body)).toMatch(/does NOT end with a linebreak\.$/);
    expect(second?.headers["content-type"]).toBe("text/plain; charset=us-ascii");
    expect(String(second?.body)).toMatch(/DOES end with a linebreak\.\r\n$/);
    expect(more).toEqual([]);
  });
});

describe("signed statements (2.6)", () => {
  type Certified = { readonly pem: string; readonly x5c: string };

  /** A key and its certificate, made by a library that others keep. */
  async function certified(name: string): Promise<Certified> {
    const algorithm = {
      name: "RSASSA-PKCS1-v1_5",
      hash: "SHA-256",
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    };
    const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
    const made = await x509.X509CertificateGenerator.createSelfSigned({ name: `CN=${name}`, keys }, crypto);
    const pem = KeyObject.from(keys.privateKey).export({ type: "pkcs8", format: "pem" }).toString();
    return { pem, x5c: Buffer.from(made.rawData).toString("base64") };
  }
  let signer: Certified = { pem: "", x5c: "" };
  let stranger = signer;
  beforeAll(async () => {
    [signer, stranger] = await Promise.all([certified("signer"), certified("stranger")]);
  });

  async function signed(alg: string, payload: object, sent: object = payload, x5c = signer.x5c) {
    const jws = Buffer.from(
      await new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg, x5c: [x5c] })
        .sign(await importPKCS8(signer.pem, alg)),
    );
    return signedBy(jws, sent);
  }
  function signedBy(jws: Buffer, sent: object, more: object = {}) {
    const about = described(jws, { usageType: SIGNATURE, contentType: "application/octet-stream", ...more });
    return send(json({ ...sent, attachments: [about] }), file(jws, { "Content-Type": "application/octet-stream" }));
  }

  test.each(["RS256", "RS384", "RS512"])("are kept when signed by %s", async (alg) => {
    expect((await signed(alg, aStatement({ id: randomUUID() }))).status).toBe(200);
  });

  test("are kept when the signature's statement is written otherwise but says the same", async () => {
    const payload = aStatement({ id: randomUUID(), result: { duration: "PT1.50S" } });
    const sent = Object.fromEntries(Object.entries({ ...payload, result: { duration: "PT1.5S" } }).reverse());
    expect((await signed("RS256", payload, sent)).status).toBe(200);
  });

  test("are refused when signed by another algorithm, over another statement, or against another's certificate", async () => {
    const statement = aStatement({ id: randomUUID() });
    expect((await signed("PS256", statement)).status).toBe(400);
    expect((await signed("RS256", statement, { ...statement, result: { success: true } })).status).toBe(400);
    const foreign = await signed("RS256", statement, statement, stranger.x5c);
    expect(foreign.text).toContain("certificate");
    expect(foreign.status).toBe(400);
  });

  test("are refused when the signature is no JWS, of another type, or not there", async () => {
    const statement = aStatement({ id: randomUUID() });
    expect((await signedBy(Buffer.from("no.jws.here"), statement)).status).toBe(400);
    expect((await signedBy(Buffer.from("e30.e30.e30"), statement, { contentType: "text/plain" })).status).toBe(400);
    const elsewhere = described(BYTES, {
      usageType: SIGNATURE,
      contentType: "application/octet-stream",
      fileUrl: "https://example.org/signature",
    });
    const body = { ...statement, attachments: [elsewhere] };
    expect((await house.ask("POST", "statements", { body })).status).toBe(400);
  });
});
