// Runs the record store by itself, so that other systems can use it: its own data folder, its own port, /xapi.
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { openStore } from "../../store/open-store.ts";
import { createCredential, SCOPES } from "./credential.ts";
import { openLrs } from "./lrs.ts";

const MOUNT = "/xapi";

const OPTIONS = {
  data: { type: "string", default: "data" },
  host: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: "2570" },
  /** Makes a credential, prints it once, and goes on. */
  "new-credential": { type: "string" },
  "credential-version": { type: "string", default: "2.0.0" },
} as const;

/** One sentence for whoever has to mend it, and the end. */
function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function asked() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (problem) {
    return giveUp(
      `${(problem as Error).message.split(". ")[0]}; the flags are --${Object.keys(OPTIONS).join(", --")}.`,
    );
  }
}

const values = asked();
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  giveUp(`--port must be a whole number from 1 to 65535, not "${values.port}".`);
const store = await openStore(values.data).catch((problem: unknown) =>
  giveUp(problem instanceof Error ? problem.message : String(problem)),
);
const label = values["new-credential"];
if (label !== undefined) {
  const version = values["credential-version"] === "1.0.3" ? "1.0.3" : "2.0.0";
  const made = await createCredential(store.db, { label, scopes: [SCOPES[0]], version, nowMs: Date.now() });
  console.log(JSON.stringify({ key: made.credential.id, secret: made.secret }));
}
const lrs = openLrs(store.db, { report: (error) => console.error(error) });
const server = createServer((request, response) => {
  const url = (request.url ?? "/").replace(/^\/+/, "/");
  if (url !== MOUNT && !url.startsWith(`${MOUNT}/`) && !url.startsWith(`${MOUNT}?`)) {
    response.writeHead(404).end();
    return;
  }
  request.url = url.slice(MOUNT.length);
  void lrs.serve(request, response, MOUNT);
});
server.once("error", (problem: NodeJS.ErrnoException) =>
  giveUp(
    problem.code === "EADDRINUSE"
      ? `Port ${port} is taken; choose another with --port.`
      : `The record store cannot listen on ${values.host}:${port} (${problem.code ?? problem.message}).`,
  ),
);
server.listen(port, values.host, () => {
  console.error(`Record store at http://${values.host}:${values.port}${MOUNT}`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => void store.close().then(() => process.exit(0)));
    server.closeAllConnections();
  });
}
