// HTTPS on a local network: an authority of our own, made once and kept, and the server certificate it signs.
import "reflect-metadata"; // @peculiar/x509 needs it before it is loaded itself.
import { hash, randomBytes, X509Certificate } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import * as x509 from "@peculiar/x509";

export type LanCertificates = {
  /** The server's private key and its certificate followed by the authority's, for node:https. */
  readonly key: string;
  readonly cert: string;
  /** The authority's certificate: what a headset is asked to trust. */
  readonly caPem: string;
  /** SHA-256 of the authority's certificate, as browsers show it, to compare by eye. */
  readonly fingerprint: string;
};

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNING = { name: "ECDSA", hash: "SHA-256" } as const;
const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
// Browsers refuse server certificates that live longer than 398 days.
const SERVER_DAYS = 397;
const RENEW_BEFORE_DAYS = 30;

/** `addresses` are the host's own LAN addresses; localhost and the host's mDNS name always belong to it. */
export async function lanCertificates(
  dataDir: string,
  addresses: readonly string[],
  nowMs: number = Date.now(),
): Promise<LanCertificates> {
  const folder = join(dataDir, "tls");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const names = namesOf(addresses);
  const authority = keptPair(folder, "authority", (pem) => isFresh(pem, nowMs)) ?? (await makeAuthority(folder, nowMs));
  const server =
    keptPair(folder, "server", (pem) => isFresh(pem, nowMs) && servesFor(pem, names, authority.cert)) ??
    (await makeServer(folder, authority, names, nowMs));
  return {
    key: server.key,
    cert: server.cert + authority.cert,
    caPem: authority.cert,
    fingerprint: new X509Certificate(authority.cert).fingerprint256,
  };
}

type Pair = { readonly key: string; readonly cert: string };

function namesOf(addresses: readonly string[]): string[] {
  const host = hostname().toLowerCase().split(".")[0] ?? "";
  const local = /^[a-z0-9-]{1,63}$/.test(host) ? [`${host}.local`] : [];
  return [...new Set(["localhost", ...local, "127.0.0.1", "::1", ...addresses])].sort();
}

function keptPair(folder: string, name: string, isGood: (cert: string) => boolean): Pair | undefined {
  const cert = readIfThere(join(folder, `${name}.crt`));
  const key = readIfThere(join(folder, `${name}.key`));
  return cert !== undefined && key !== undefined && isGood(cert) ? { key, cert } : undefined;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function isFresh(pem: string, nowMs: number): boolean {
  const { validFromDate, validToDate } = new X509Certificate(pem);
  return validFromDate.getTime() <= nowMs && validToDate.getTime() - nowMs > RENEW_BEFORE_DAYS * DAY_MS;
}

function servesFor(pem: string, names: readonly string[], authorityPem: string): boolean {
  const certificate = new X509Certificate(pem);
  const authority = new X509Certificate(authorityPem);
  if (!certificate.checkIssued(authority) || !certificate.verify(authority.publicKey)) return false;
  return names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined);
}

async function makeAuthority(folder: string, nowMs: number): Promise<Pair> {
  const keys = await newKeys();
  const mark = hash("sha256", randomBytes(16), "hex").slice(0, 6).toUpperCase();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(nowMs, AUTHORITY_DAYS),
    name: [{ CN: [`Sandtable ${mark}`] }, { O: ["Sandtable local authority"] }],
    keys,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return keep(folder, "authority", keys, certificate);
}

async function makeServer(folder: string, authority: Pair, names: readonly string[], nowMs: number): Promise<Pair> {
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(authority.cert);
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity(nowMs, SERVER_DAYS),
    subject: [{ CN: ["Sandtable"] }],
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((name) => ({ type: isIP(name) ? ("ip" as const) : ("dns" as const), value: name })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return keep(folder, "server", keys, certificate);
}

const newKeys = () => crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);

function importKey(pem: string): Promise<CryptoKey> {
  const [der] = x509.PemConverter.decode(pem);
  if (!der) throw new Error("the authority's key file holds no key");
  return crypto.subtle.importKey("pkcs8", der, CURVE, false, ["sign"]);
}

function validity(nowMs: number, days: number) {
  return {
    // A headset's clock may be a little behind.
    notBefore: new Date(nowMs - DAY_MS),
    notAfter: new Date(nowMs + (days - 1) * DAY_MS),
    // Positive and unpredictable, as the rules for authorities ask.
    serialNumber: `00${randomBytes(16).toString("hex")}`,
  };
}

async function keep(
  folder: string,
  name: string,
  keys: CryptoKeyPair,
  certificate: x509.X509Certificate,
): Promise<Pair> {
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
  const pair = { key: `${key}\n`, cert: `${certificate.toString("pem")}\n` };
  replace(join(folder, `${name}.key`), pair.key);
  replace(join(folder, `${name}.crt`), pair.cert);
  return pair;
}

/** Whole or not at all, and never readable by others, not even while it is being written. */
function replace(file: string, text: string): void {
  const draft = `${file}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
