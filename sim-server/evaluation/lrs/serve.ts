// Runs the record store by itself, so that other systems can use it: its own data folder, its own port, /xapi.
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { openStore } from "../../store/open-store.ts";
import { createCredential, SCOPES } from "./credential.ts";
import { openLrs } from "./lrs.ts";

const MOUNT = "/xapi";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "data" },
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "2570" },
    /** Makes a credential, prints it once, and goes on. */
    "new-credential": { type: "string" },
    "credential-version": { type: "string", default: "2.0.0" },
  },
});

const store = await openStore(values.data);
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
server.listen(Number(values.port), values.host, () => {
  console.error(`Record store at http://${values.host}:${values.port}${MOUNT}`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => void store.close().then(() => process.exit(0)));
    server.closeAllConnections();
  });
}
