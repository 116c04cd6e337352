// Composes the server and listens: settings, store, journal, access, scenarios, the API, the rooms, the built client.
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import { defineRoom, defineServer } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import express from "express";
import { openAccess } from "./access/access.ts";
import { lanCertificates } from "./access/certificate.ts";
import { certificateRoute } from "./access/certificate-route.ts";
import { securityHeaders } from "./access/headers.ts";
import { lanAddresses } from "./access/lan-address.ts";
import { refused } from "./access/refusal.ts";
import { apiErrors, refuse } from "./access/reply.ts";
import { accessRoutes } from "./access/routes.ts";
import { sameOriginOnly } from "./access/same-origin.ts";
import { requireRole } from "./access/signed-in.ts";
import { type Config, readConfig } from "./config.ts";
import { checkpointKey } from "./evaluation/checkpoint-key.ts";
import { openRatings } from "./evaluation/rating/ratings.ts";
import { recordRoutes } from "./evaluation/xapi/record-routes.ts";
import { openRecords } from "./evaluation/xapi/records.ts";
import { foreignStoreAt } from "./evaluation/xapi/sink.ts";
import { openJournal } from "./journal/journal.ts";
import { openResults } from "./journal/results.ts";
import { openRunList } from "./journal/runs.ts";
import { classRoutes } from "./room/class-routes.ts";
import { deskRoutes } from "./room/desk-routes.ts";
import { sayWelcome } from "./room/doorbell.ts";
import { FEED, feedRoom, openFeed } from "./room/feed-room.ts";
import { closeMatchmaking, guardRequests, LARGEST_FRAME, originGuard } from "./room/hardening.ts";
import type { House } from "./room/live-run.ts";
import { loadRoute } from "./room/load-route.ts";
import { portraitRoutes } from "./room/portrait-routes.ts";
import { openPortraits } from "./room/portraits.ts";
import { recoverRuns } from "./room/recovery.ts";
import { REPLAY, replayRoom } from "./room/replay-room.ts";
import { reportRoutes } from "./room/report-routes.ts";
import { ROOM } from "./room/run-opening.ts";
import { openRunPapers } from "./room/run-papers.ts";
import { runRoutes } from "./room/run-routes.ts";
import { openShelf } from "./room/scenario-shelf.ts";
import { builtClient } from "./room/static-client.ts";
import { trainingRoom } from "./room/training-room.ts";
import { openStore } from "./store/open-store.ts";
import { StoreProblem } from "./store/store-problem.ts";

const reading = readConfig(process.argv.slice(2));
if ("problems" in reading) {
  for (const problem of reading.problems) console.error(problem);
  process.exit(1);
}
await serve(reading.config).catch((error: unknown) => {
  console.error(sentenceFor(error, reading.config));
  process.exit(1);
});

async function serve(config: Config): Promise<void> {
  const note = (line: string): void => {
    if (config.logLevel !== "silent") console.error(`${new Date().toISOString()} ${line}`);
  };
  const store = await openStore(config.dataDir);
  const access = openAccess(store, config);
  const house: House = {
    access,
    journal: openJournal(store),
    results: openResults(store),
    runs: openRunList(store),
    live: new Map(),
    records: openRecords(store.db, {
      origin: config.publicOrigin ?? `http://localhost:${config.port}`,
      ...(config.recordStore === undefined ? {} : { foreign: foreignStoreAt(config.recordStore) }),
      logKeyPem: checkpointKey(config.dataDir),
      note,
    }),
    note,
  };
  const ratings = openRatings(store.db);
  const papers = openRunPapers(house, ratings.rescorings);
  const shelf = openShelf(config.scenariosDir);
  const portraits = openPortraits(store.db, house, shelf);
  for (const { folder, problems } of shelf.broken) {
    note(`The scenario in ${folder} is left out:`);
    for (const problem of problems) note(`  ${problem}`);
  }

  const addresses = lanAddresses();
  const lan = config.lan ? await lanCertificates(config.dataDir, addresses) : undefined;
  const http = lan ? createHttps({ key: lan.key, cert: lan.cert }) : createHttp();
  closeMatchmaking();
  const server = defineServer({
    greet: false,
    gracefullyShutdown: false,
    transport: new WebSocketTransport({
      // An https server serves the same requests; only its type is another.
      server: http as ReturnType<typeof createHttp>,
      maxPayload: LARGEST_FRAME,
      beforeUpgrade: originGuard(config.publicOrigin),
    }),
    rooms: {
      [ROOM]: defineRoom(trainingRoom(house)),
      [FEED]: defineRoom(feedRoom(house, papers)),
      [REPLAY]: defineRoom(replayRoom(house)),
    },
    express: (app) => {
      app.disable("x-powered-by");
      app.use(securityHeaders);
      const report = (error: unknown): void => note(`request failed: ${String(error)}`);
      app.use(accessRoutes(access, config, { report, note: (said) => note(JSON.stringify(said)) }));
      app.use(runRoutes(house, papers, shelf, ratings, config));
      app.use(portraitRoutes(house, portraits, config));
      app.use(reportRoutes(store.db, house, { papers, portraits }, config));
      app.use(deskRoutes(house, papers, shelf, ratings, config));
      app.use(classRoutes(house, config));
      app.use(loadRoute(house, config));
      app.use(recordRoutes(store.db, house.records, [sameOriginOnly(config), requireRole(access, config, "admin")]));
      app.use("/api", (_request, response) => refuse(response, refused("not-found")));
      app.use(builtClient());
      app.use(apiErrors(report));
    },
  });

  process.on("unhandledRejection", (error) => note(`a promise failed unheard: ${String(error)}`));
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    server.listen(config.port, config.host).then(resolve, reject);
  });
  guardRequests(http as ReturnType<typeof createHttp>, config);
  const trust = lan
    ? createHttp(express().use(certificateRoute(lan.caPem, lan.fingerprint, config.port))).listen(
        config.port + 1,
        config.host,
      )
    : undefined;

  const stop = async (signal: string): Promise<void> => {
    note(`${signal}: closing`);
    for (const live of house.live.values()) await live.simulation.stop(`stopped by ${signal}`);
    trust?.close();
    await server.gracefullyShutdown(false);
    await house.records.stop();
    await store.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(signal));
  process.once("disconnect", () => void stop("launcher gone"));

  await openFeed();
  const back = await recoverRuns(house);
  if (back > 0) note(`${back} open run${back === 1 ? " is" : "s are"} back at the last tick`);
  house.records.wake();
  await sayWelcome({ config, access, addresses, fingerprint: lan?.fingerprint, scenarios: shelf.items.size });
}

/** What went wrong at the start, for whoever has to mend it. */
function sentenceFor(error: unknown, config: Config): string {
  if (error instanceof StoreProblem) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${config.port} is taken; choose another with --port.`;
  if (code === "EACCES")
    return `Port ${config.port} may not be used by this account; choose one above 1023 with --port.`;
  if (code === "EADDRNOTAVAIL") return `${config.host} is not an address of this machine; choose another with --host.`;
  return `Sandtable cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
