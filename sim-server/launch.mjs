// One word from package.json becomes a running thing; plain JavaScript, because the machine's own Node may be old.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run, runTogether } from "./launch/child.mjs";
import { buildClient, ensureClient } from "./launch/client-build.mjs";
import { ensureDependencies, node } from "./launch/dependencies.mjs";
import { keepUp } from "./launch/keeper.mjs";
import { prove } from "./launch/proofs.mjs";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const [word = "", ...args] = process.argv.slice(2);

const ENTRIES = {
  server: "sim-server/main.ts",
  records: "sim-server/evaluation/lrs/serve.ts",
  cli: "sim-server/cli.ts",
  bench: "tests/bench/main.ts",
  assets: "assets/build.ts",
  schema: "scenarios/format/emit.ts",
};

/** Young objects get room to die young: a thousand trainees then cost a twentieth less, and fewer pauses. */
const SERVER_FLAGS = JSON.parse(readFileSync(join(root, "sim-server/launch/server-flags.json"), "utf8"));

/** Where vite serves the pages to developers; the links that the server prints lead there. */
const DEV_PAGES = "http://127.0.0.1:5173";

/** What `npm test` proves, in this order; a step after a failed build that it needs is left out. */
const PROOFS = [
  { name: "style and boundaries", command: ["biome", "check"] },
  { name: "types", command: ["tsc"] },
  { name: "rooms", vitest: ["--project", "rooms", "--maxWorkers=2"] },
  // Journeys mostly wait for real time: a third one fills their pauses.
  { name: "proofs across rooms", vitest: ["--project", "proofs", "--maxWorkers=3"] },
  { name: "client build", build: true },
  { name: "browser", vitest: ["--project", "browser", "--maxWorkers=2"], needs: ["chromium", "client build"] },
];

const CHECKS = [
  { name: "style and boundaries", command: ["biome", "check"] },
  { name: "types", command: ["tsc"] },
  { name: "nothing unused", command: ["knip"] },
];

const WORDS = {
  start: async () => {
    if (args[0] === "lrs") return keepUp(() => entry("records", { ownGroup: true }, args.slice(1)));
    const failed = await ensureClient(root);
    return failed || keepUp(() => entry("server", { ownGroup: true }));
  },
  dev: () =>
    runTogether(root, [
      [node(root), ["--watch", "--watch-preserve-output", ENTRIES.server, "--public-origin", DEV_PAGES, ...args]],
      ["vite", ["--host", "127.0.0.1", "--strictPort"]],
    ]),
  test: () => prove(root, PROOFS, { count: true }),
  check: () => prove(root, CHECKS, { count: false }),
  build: () => buildClient(root),
  cli: () => entry("cli"),
  bench: () => entry("bench"),
  assets: () => entry("assets"),
  schema: () => entry("schema"),
};

async function entry(name, options = {}, words = args) {
  const file = ENTRIES[name];
  if (!existsSync(join(root, file))) {
    console.error(`There is no ${file} to run.`);
    return 1;
  }
  const flags = name === "server" ? SERVER_FLAGS : [];
  return run(root, node(root), [...flags, file, ...words], options);
}

if (!Object.hasOwn(WORDS, word)) {
  console.error(`"${word}" is not one of ${Object.keys(WORDS).join(", ")}.`);
  process.exitCode = 2;
} else {
  process.exitCode = (await ensureDependencies(root)) || (await WORDS[word]());
}
