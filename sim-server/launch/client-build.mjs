// Builds the client when what it is made of has changed since the last time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./child.mjs";

/** Everything a built client can depend on: our own files, and the packages by way of the lock. */
const SOURCES = ["client", "assets", "sim-server/protocol", "vite.config.ts", "tsconfig.json", "package-lock.json"];

export async function ensureClient(root) {
  if (isClientCurrent(root)) return 0;
  console.error("Building the client ...");
  return buildClient(root);
}

export async function buildClient(root) {
  rmSync(stampFile(root), { force: true });
  const before = fingerprint(root); // What changes while building is then built again next time.
  const code = await run(root, "vite", ["build", "--logLevel", "warn"], { stdout: 2 });
  if (code !== 0) return code;
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampFile(root), before);
  return 0;
}

function isClientCurrent(root) {
  if (!existsSync(join(root, "dist/client/index.html")) || !existsSync(stampFile(root))) return false;
  return readFileSync(stampFile(root), "utf8") === fingerprint(root);
}

/** Names, sizes and times: reading every byte would cost the second start its seconds. */
function fingerprint(root) {
  const sum = createHash("sha256");
  for (const source of SOURCES) addTo(sum, root, source);
  return sum.digest("hex");
}

function addTo(sum, root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) {
    sum.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) addTo(sum, root, `${path}/${name}`);
}

const stampFile = (root) => join(root, "dist", ".client-stamp");
