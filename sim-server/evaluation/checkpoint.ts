// A log's state, signed: C2SP tlog-checkpoint as a signed note with Ed25519, which witnesses and verifiers read everywhere.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Buffer };

const ED25519 = Buffer.from([1]);
/** How SPKI announces a raw Ed25519 key (RFC 8410). */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

export const bodyOf = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString("base64")}\n`;

/** The text, an empty line, and a line with the signature under the key's name. */
export function signNote(text: string, name: string, privateKeyPem: string): string {
  const key = createPrivateKey(privateKeyPem);
  const signature = sign(null, Buffer.from(text), key);
  const id = keyId(name, rawPublicKey(createPublicKey(key)));
  return `${text}\n— ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
}

/** The verifier key others put in their configuration: name, id and key. */
export function verifierKey(name: string, privateKeyPem: string): string {
  const raw = rawPublicKey(createPublicKey(createPrivateKey(privateKeyPem)));
  return `${name}+${keyId(name, raw).toString("hex")}+${Buffer.concat([ED25519, raw]).toString("base64")}`;
}

/** The note's text when one of its signatures is by this key and holds; nothing otherwise. */
export function openNote(note: string, verifier: string): string | undefined {
  const [, name = "", , encoded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifier) ?? [];
  const announced = Buffer.from(encoded, "base64");
  if (announced.length !== 33 || announced[0] !== ED25519[0]) return undefined;
  const raw = announced.subarray(1);
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) return undefined;
  const text = note.slice(0, split + 1);
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
  const id = keyId(name, raw);
  const signed = note
    .slice(split + 2)
    .split("\n")
    .some((line) => {
      const [dash, by, signature = ""] = line.split(" ");
      const bytes = Buffer.from(signature, "base64");
      if (dash !== "—" || by !== name || !bytes.subarray(0, 4).equals(id)) return false;
      return verify(null, Buffer.from(text), key, bytes.subarray(4));
    });
  return signed ? text : undefined;
}

export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = "", size = "", root = ""] = text.split("\n");
  const bytes = Buffer.from(root, "base64");
  if (origin === "" || !/^(0|[1-9]\d{0,15})$/.test(size) || bytes.length !== 32) return undefined;
  return { origin, size: Number(size), root: bytes };
}

function keyId(name: string, raw: Buffer): Buffer {
  return createHash("sha256").update(`${name}\n`).update(ED25519).update(raw).digest().subarray(0, 4);
}

const rawPublicKey = (key: KeyObject): Buffer => key.export({ format: "der", type: "spki" }).subarray(SPKI.length);
