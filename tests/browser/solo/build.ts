// Builds the solo page once per test file, as the product's own bundle is built.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { ROOT } from "../launch.ts";

const withoutEmulator = {
  name: "without-emulator",
  enforce: "pre" as const,
  resolveId: (source: string, importer: string | undefined) =>
    source === "./emulate.js" && importer?.includes("@pmndrs/xr") ? "\0no-emulator" : null,
  load: (id: string) => (id === "\0no-emulator" ? "export const emulate = () => undefined;" : null),
};

export async function buildSolo(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "sandtable-solo-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: join(ROOT, "tests/browser/solo"),
    publicDir: join(ROOT, "client/public"),
    plugins: [react(), withoutEmulator],
    build: { outDir, emptyOutDir: true, target: "es2022", minify: false, chunkSizeWarningLimit: 9000 },
  });
  return outDir;
}
