// The key that signs checkpoints: made once in the data folder, readable by its owner only.
import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function checkpointKey(dataDir: string): string {
  const file = join(dataDir, "log-key.pem");
  if (existsSync(file)) return readFileSync(file, "utf8");
  const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  writeFileSync(file, pem, { mode: 0o600, flag: "wx" });
  return pem;
}
