// The administrator's door to reporting: what waits and what is parked, files for closed networks, keys to the record store.
import express, { type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { NewStoreKey, RecordsDesk } from "../../protocol/office.ts";
import type { Database } from "../../store/tables.ts";
import { createCredential, listCredentials, revokeCredential, SCOPES } from "../lrs/credential.ts";
import { VERSIONS } from "../lrs/form/version.ts";
import { NotAnOutboxFile, readOutboxFile, writeOutboxFile } from "./outbox-file.ts";
import { profileDocument } from "./profile.ts";
import type { Records } from "./records.ts";

const RetryBody = z.strictObject({ statementIds: z.array(z.uuid()).min(1).max(500).optional() });
const CredentialBody = z.strictObject({
  label: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(SCOPES)).min(1),
  version: z.enum(VERSIONS).optional(),
});
const LARGEST_FILE = "16mb";

/** `adminOnly` stands before every route here but the open profile. */
export function recordRoutes(db: Database, records: Records, adminOnly: readonly RequestHandler[]): Router {
  const router = Router();
  const { outbox } = records;

  router.get("/xapi-profile", (_request, response) => {
    response.type("application/ld+json").send(JSON.stringify(profileDocument()));
  });
  router.use("/xapi", (request, response) => void records.lrs.serve(request, response, "/xapi"));

  router.use("/api/records", ...adminOnly);
  const json = express.json({ limit: "16kb", type: "application/json" });

  router.get("/api/records", async (_request, response) => {
    const [counts, parked, credentials] = await Promise.all([outbox.counts(), outbox.parked(), listCredentials(db)]);
    response.json({ counts, parked, credentials } satisfies RecordsDesk);
  });

  router.post("/api/records/retry", json, async (request, response) => {
    const body = parsed(RetryBody, request.body ?? {}, response);
    if (!body) return;
    const again = await outbox.retry(body.statementIds);
    records.wake();
    response.json({ again });
  });

  router.post("/api/records/export", async (_request, response) => {
    const name = `sandtable-outbox-${new Date().toISOString().slice(0, 10)}.ndjson`;
    response.set({
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    });
    response.send(await writeOutboxFile(db, Date.now()));
  });

  router.post("/api/records/import", express.text({ limit: LARGEST_FILE, type: "*/*" }), async (request, response) => {
    try {
      const taken = await readOutboxFile(db, outbox, String(request.body ?? ""), Date.now());
      records.wake();
      response.json({ taken });
    } catch (error) {
      if (!(error instanceof NotAnOutboxFile)) throw error;
      malformed(response, error.message);
    }
  });

  router.get("/api/records/log/checkpoint", async (_request, response) => {
    response.type("text/plain").send(await records.log.checkpoint());
  });

  router.get("/api/records/log/key", (_request, response) => {
    response.type("text/plain").send(`${records.log.verifierKey}\n`);
  });

  router.get("/api/records/log/runs/:runId", async (request, response) => {
    const proof = await records.log.inclusion(String(request.params["runId"]));
    response.status(proof ? 200 : 404).json(proof ?? { code: "not-found" });
  });

  router.get("/api/records/log/since/:size", async (request, response) => {
    const proof = await records.log.consistency(Number(request.params["size"]));
    response.status(proof ? 200 : 404).json(proof ?? { code: "not-found" });
  });

  router.post("/api/records/credentials", json, async (request, response) => {
    const body = parsed(CredentialBody, request.body, response);
    if (!body) return;
    const { label, scopes, version = "2.0.0" } = body;
    const { credential, secret } = await createCredential(db, { label, scopes, version, nowMs: Date.now() });
    response.status(201).json({ credential, secret } satisfies NewStoreKey);
  });

  router.delete("/api/records/credentials/:id", async (request, response) => {
    const revoked = await revokeCredential(db, String(request.params["id"]), Date.now());
    response.status(revoked ? 204 : 404).json(revoked ? undefined : { code: "not-found" });
  });

  return router;
}

function parsed<Shape>(schema: z.ZodType<Shape>, body: unknown, response: Response): Shape | undefined {
  const found = schema.safeParse(body);
  if (!found.success) malformed(response, found.error.issues[0]?.path.map(String).join(".") || "body");
  return found.data;
}

function malformed(response: Response, detail: string): void {
  response.status(400).json({ code: "malformed", detail });
}
