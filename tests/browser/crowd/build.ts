// Builds the crowd page once per test file, as the product's own bundle is built, and serves it on a port.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { ROOT } from "../launch.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".webp": "image/webp",
  ".glb": "model/gltf-binary",
};

export async function serveCrowd(port: number): Promise<() => void> {
  const outDir = mkdtempSync(join(tmpdir(), "sandtable-crowd-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: join(ROOT, "tests/browser/crowd"),
    publicDir: false,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 9000 },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    const type = TYPES[extname(path)];
    if (path !== "/" && !type) return void response.writeHead(404).end();
    const file = join(outDir, path === "/" ? "index.html" : path);
    response.writeHead(200, { "content-type": type ?? "text/html; charset=utf-8" }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return () => {
    server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
}
