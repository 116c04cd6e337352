// Installs what the lock file names when it is missing or has changed, and knows which Node the product runs on.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./child.mjs";

export function node(root) {
  return join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
}

/** Resolves with 0 when everything is there. All it says goes to stderr: stdout belongs to the command itself. */
export async function ensureDependencies(root) {
  if (isInstalled(root)) return 0;
  const startedMs = Date.now();
  const first = !existsSync(join(root, "node_modules"));
  console.error(
    first ? "Installing what Sandtable needs (once, about a minute) ..." : "Installing what has changed ...",
  );
  const [command, ...before] = npm();
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--progress=true"];
  const code = await run(root, command, [...before, "install", ...quiet], { stdout: 2 });
  if (code !== 0) {
    console.error("The installation failed; is the package registry reachable?");
    return code;
  }
  writeFileSync(stampFile(root), lockSha256(root));
  console.error(`Installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
  return 0;
}

function isInstalled(root) {
  if (!existsSync(stampFile(root)) || !existsSync(node(root))) return false;
  return readFileSync(stampFile(root), "utf8") === lockSha256(root);
}

/** The npm we were called by, so that no second one need be on the path. */
function npm() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? [process.execPath, cli] : ["npm"];
}

const stampFile = (root) => join(root, "node_modules", ".sandtable-lock");
const lockSha256 = (root) =>
  createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
