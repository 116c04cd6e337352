// The HTTP door to printed reports and improvement plans: one run, one person, a unit, a class, or a class's whole file.
import { type Request, type Response, Router } from "express";
import { zipSync } from "fflate";
import { z } from "zod";
import { maySeeUnit } from "../access/account.ts";
import { bodyOf, jsonBodies } from "../access/body.ts";
import { refused } from "../access/refusal.ts";
import { refuse } from "../access/reply.ts";
import { sameOriginOnly } from "../access/same-origin.ts";
import { accountIn, requireRole } from "../access/signed-in.ts";
import type { Config } from "../config.ts";
import { openPlans } from "../evaluation/report/improvement-plan.ts";
import { openPrintShop } from "../evaluation/report/print-shop.ts";
import type { Language } from "../evaluation/told-fact.ts";
import type { Run } from "../journal/runs.ts";
import { type ImprovementPlan, PLAN_STATES } from "../protocol/improvement.ts";
import type { Database } from "../store/tables.ts";
import type { House } from "./live-run.ts";
import { unitFor } from "./portrait-routes.ts";
import type { Portraits } from "./portraits.ts";
import type { RunPapers } from "./run-papers.ts";

const text = z.string().trim().max(600);
const PlanBody = z.strictObject({
  item: z.string().regex(/^(task|violation|duty|own):[a-z0-9-]{1,60}$/),
  finding: text.min(1),
  action: text,
  owner: z.string().trim().max(80),
  dueOn: z.iso.date().nullable(),
  state: z.enum(PLAN_STATES),
});

const languageOf = (request: Request): Language => (request.query["language"] === "en" ? "en" : "zh");

export function reportRoutes(
  db: Database,
  house: House,
  { papers, portraits }: { readonly papers: RunPapers; readonly portraits: Portraits },
  config: Pick<Config, "publicOrigin">,
): Router {
  const router = Router();
  const mayRead = requireRole(house.access, config, "instructor", "evaluator", "admin");
  const plans = openPlans(db);
  const shop = openPrintShop();
  const runFor = async (request: Request, response: Response): Promise<Run | undefined> => {
    const run = await house.runs.get(String(request.params["runId"]));
    if (run && maySeeUnit(accountIn(response), run.unit)) return run;
    refuse(response, refused("not-found"));
    return undefined;
  };
  router.use(["/api/runs/:runId/plan", "/api/reports"], sameOriginOnly(config), ...jsonBodies());

  router.get("/api/runs/:runId/plan", mayRead, async (request, response) => {
    const run = await runFor(request, response);
    if (!run) return;
    const items = await plans.of(await papers.detail(run, false), languageOf(request));
    response.set("Cache-Control", "no-store").json({ runId: run.runId, items } satisfies ImprovementPlan);
  });

  router.post("/api/runs/:runId/plan", mayRead, async (request, response) => {
    const run = await runFor(request, response);
    const body = run && bodyOf(PlanBody, request, response);
    if (!run || !body) return;
    response.status(201).json(await plans.change(run.runId, body, accountIn(response).name));
  });

  router.get("/api/reports/runs/:runId", mayRead, async (request, response) => {
    const run = await runFor(request, response);
    if (!run) return;
    const language = languageOf(request);
    const detail = await papers.detail(run, false);
    const data = { detail, plan: await plans.of(detail, language) };
    const pdf = await shop.print({ kind: "run", data, language, atMs: Date.now() });
    sendFile(response, pdf, "application/pdf", `${run.scenario.id}-${run.runId.slice(0, 8)}.pdf`);
  });

  router.get("/api/reports/people/:person", mayRead, async (request, response) => {
    const unit = unitFor(response, unitAsked(request));
    if (unit === undefined) return;
    const data = await portraits.person(unit, String(request.params["person"]));
    if (!data) return refuse(response, refused("not-found"));
    const pdf = await shop.print({ kind: "person", data, language: languageOf(request), atMs: Date.now() });
    sendFile(response, pdf, "application/pdf", `${data.person}.pdf`);
  });

  router.get("/api/reports/unit", mayRead, async (request, response) => {
    const unit = unitFor(response, unitAsked(request));
    if (unit === undefined) return;
    const data = await portraits.unit(unit);
    const pdf = await shop.print({ kind: "group", data, language: languageOf(request), atMs: Date.now() });
    sendFile(response, pdf, "application/pdf", `${unit}.pdf`);
  });

  router.get("/api/reports/cohorts/:cohortId", mayRead, async (request, response) => {
    const cohort = await portraits.cohorts.get(String(request.params["cohortId"]));
    if (!cohort || !maySeeUnit(accountIn(response), cohort.unit)) return refuse(response, refused("not-found"));
    const language = languageOf(request);
    const atMs = Date.now();
    const group = await portraits.cohort(cohort);
    const whole = await shop.print({ kind: "group", data: group, language, atMs });
    if (request.query["form"] !== "zip") return sendFile(response, whole, "application/pdf", `${cohort.name}.pdf`);
    const files: Record<string, Uint8Array> = { [`${cohort.name}.pdf`]: whole };
    for (const { person } of group.people) {
      const data = await portraits.person(cohort.unit, person);
      if (data) files[`${fileName(person)}.pdf`] = await shop.print({ kind: "person", data, language, atMs });
    }
    // PDFs are compressed already.
    sendFile(response, zipSync(files, { level: 0 }), "application/zip", `${cohort.name}.zip`);
  });

  return router;
}

const unitAsked = (request: Request): string | undefined => {
  const unit = request.query["unit"];
  return typeof unit === "string" && unit !== "" ? unit : undefined;
};

const fileName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{C}]/gu, "_");

/** RFC 6266: the name in UTF-8, and one that every browser understands. */
function sendFile(response: Response, body: Uint8Array, contentType: string, name: string): void {
  const plain = fileName(name).replaceAll(/[^\x20-\x7e]/g, "_");
  response
    .set({
      "Content-Type": contentType,
      "Cache-Control": "no-store",
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName(name))}`,
    })
    .send(Buffer.from(body));
}
