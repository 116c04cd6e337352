// Name-based UUIDs (RFC 9562, version 5): the same run, fact and rule give the same id, on any machine, for ever.
import { createHash } from "node:crypto";

/** Namespace of all ids of ours; made once at random and never changed. */
export const NAMESPACE = "5b0f7f0e-6a0b-4c57-9d1f-3f6f4f1f2a86";

export function uuidV5(namespace: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
