// One configuration for the client build and for the test projects of every room.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const rooms = ["sim-server/**/*.test.ts", "scenarios/**/*.test.ts", "client/**/*.test.ts", "assets/**/*.test.ts"];

/** @pmndrs/xr always emits its headset emulator and room captures (5.9 MB); the product never uses them. */
const withoutEmulator = {
  name: "without-emulator",
  enforce: "pre" as const,
  resolveId(source: string, importer: string | undefined) {
    return source === "./emulate.js" && importer?.includes("@pmndrs/xr") ? "\0no-emulator" : null;
  },
  load(id: string) {
    return id === "\0no-emulator" ? "export const emulate = () => undefined;" : null;
  },
};

/** `npm run dev`: vite serves the pages and passes everything else on to the server beside it. */
const server = "http://127.0.0.1:2567";
const proxy = Object.fromEntries(
  ["/api", "/matchmake", "/stage", "/ca.crt"].map((path) => [path, { target: server, changeOrigin: false }]),
);

export default defineConfig({
  root: `${root}/client`,
  publicDir: `${root}/client/public`,
  plugins: [react(), withoutEmulator],
  server: { proxy: { ...proxy, "^/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+\\?": { target: server, ws: true } } },
  build: { outDir: `${root}/dist/client`, emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 2000 },
  test: {
    projects: [
      { root, test: { name: "rooms", include: rooms, testTimeout: 30000 } },
      {
        root,
        test: { name: "proofs", include: ["tests/**/*.test.ts"], exclude: ["tests/browser/**"], testTimeout: 120000 },
      },
      {
        root,
        // Frames come slowly and unevenly from software rendering: what is missed once is looked at once more.
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 180000,
          retry: 1,
        },
      },
    ],
  },
});
