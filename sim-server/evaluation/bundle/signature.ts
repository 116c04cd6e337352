// Signatures over a bundle's manifest: detached JWS (RFC 7515 with RFC 7797), Ed25519 by jose or SM2 with SM3 by OpenSSL.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errors, FlattenedSign, flattenedVerify } from "jose";

export const SUITES = ["ed25519", "sm2"] as const;
export type Suite = (typeof SUITES)[number];

/** The key that signs bundles, made once in the data folder and readable by its owner only. */
export function bundleKey(dataDir: string, suite: Suite): KeyObject {
  const file = join(dataDir, `bundle-key-${suite}.pem`);
  if (!existsSync(file)) {
    const made =
      suite === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: "SM2" });
    writeFileSync(file, made.privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  }
  // Read even when just made: only from its file OpenSSL takes it for SM2 and not for a curve to use ECDSA on.
  return createPrivateKey(readFileSync(file, "utf8"));
}

/** What is given to whoever verifies: a JWK for Ed25519, PEM for SM2, which JWK does not know. */
export function publicText(privateKey: KeyObject, suite: Suite): string {
  const key = createPublicKey(privateKey);
  if (suite === "sm2") return key.export({ type: "spki", format: "pem" }).toString();
  return `${JSON.stringify({ ...key.export({ format: "jwk" }), alg: "EdDSA", use: "sig", kid: keyId(key) })}\n`;
}

export function readPublicKey(text: string): { key: KeyObject; suite: Suite } | undefined {
  try {
    const key = text.trim().startsWith("{")
      ? createPublicKey({ key: JSON.parse(text) as JsonWebKey, format: "jwk" })
      : createPublicKey(text);
    if (key.asymmetricKeyType === "ed25519") return { key, suite: "ed25519" };
    // OpenSSL tells SM2 as a type of its own, which Node has no name for.
    return key.export({ type: "spki", format: "der" }).includes(SM2_CURVE) ? { key, suite: "sm2" } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error)) return undefined;
    throw error;
  }
}

/** The curve's object identifier, 1.2.156.10197.1.301, in DER. */
const SM2_CURVE = Buffer.from("06082a811ccf5501822d", "hex");

type JsonWebKey = { [name: string]: string };

const keyId = (key: KeyObject): string =>
  hash("sha256", key.export({ type: "spki", format: "der" }), "hex").slice(0, 16);

export async function signed(payload: Uint8Array, privateKey: KeyObject, suite: Suite): Promise<string> {
  const kid = keyId(createPublicKey(privateKey));
  if (suite === "ed25519") {
    const header = { alg: "EdDSA", kid, b64: false, crit: ["b64"] };
    const jws = await new FlattenedSign(payload).setProtectedHeader(header).sign(privateKey);
    return `${jws.protected}..${jws.signature}`;
  }
  const head = Buffer.from(JSON.stringify({ alg: "SM2-SM3", kid, b64: false, crit: ["b64"] })).toString("base64url");
  const signature = sign("sm3", signingInput(head, payload), privateKey);
  return `${head}..${signature.toString("base64url")}`;
}

/** True when this signature over these bytes is by that key, spelt in the one way it can be. */
export async function holds(jws: string, payload: Uint8Array, key: KeyObject, suite: Suite): Promise<boolean> {
  const parts = jws.split(".");
  const [head = "", middle, signature = ""] = parts;
  const raw = Buffer.from(signature, "base64url");
  if (parts.length !== 3 || middle !== "" || raw.toString("base64url") !== signature) return false;
  if (suite === "sm2") {
    const told = Buffer.from(head, "base64url").toString("utf8");
    return told.startsWith('{"alg":"SM2-SM3"') && verify("sm3", signingInput(head, payload), key, raw);
  }
  try {
    await flattenedVerify({ protected: head, payload, signature }, key, { algorithms: ["EdDSA"] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

const signingInput = (head: string, payload: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${head}.`), payload]);
