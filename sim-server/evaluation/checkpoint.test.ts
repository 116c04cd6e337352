import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { bodyOf, openNote, readCheckpoint, signNote, verifierKey } from "./checkpoint.ts";
import { leafHash, rootOf } from "./merkle.ts";

const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

test("a signed note made elsewhere is opened: the example of Go's note package", () => {
  const verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
  const note = `${text}\n— PeterNeumann ${signature}\n`;
  expect(openNote(note, verifier)).toBe(text);
  expect(openNote(note.replace("answer", "Answer"), verifier)).toBeUndefined();
});

test("a checkpoint says origin, size and root, and is believed only whole and by its own key", () => {
  const root = rootOf([leafHash(Buffer.from("a run"))]);
  const checkpoint = { origin: "sandtable.example/log", size: 1, root };
  const note = signNote(bodyOf(checkpoint), "sandtable.example/log", pem);
  const verifier = verifierKey("sandtable.example/log", pem);
  const text = openNote(note, verifier);
  expect(readCheckpoint(text ?? "")).toEqual(checkpoint);
  for (let at = 0; at < Buffer.byteLength(bodyOf(checkpoint)); at += 1) {
    const bytes = Buffer.from(note);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(openNote(bytes.toString("utf8"), verifier)).toBeUndefined();
  }
  const other = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  expect(openNote(note, verifierKey("sandtable.example/log", other))).toBeUndefined();
});
