// The HTTP door to human rating for staff: own sheets, who is invited, how far raters agree, appeals and answers.
import { type RequestHandler, Router } from "express";
import { z } from "zod";
import { bodyOf, jsonBodies } from "../access/body.ts";
import { refused } from "../access/refusal.ts";
import { refuse } from "../access/reply.ts";
import { sameOriginOnly } from "../access/same-origin.ts";
import { accountIn, requireRole } from "../access/signed-in.ts";
import type { Config } from "../config.ts";
import type { Ratings } from "../evaluation/rating/ratings.ts";
import { sheetItems, wrongMark } from "../evaluation/rating/sheet-items.ts";
import { MARK_KINDS, RATER_SOURCES, type ScaleCard } from "../protocol/assessment.ts";
import type { House } from "./live-run.ts";
import { assessmentFor } from "./rating-papers.ts";
import type { RunPapers } from "./run-papers.ts";
import { runFor } from "./run-routes.ts";

const DAY_MS = 86_400_000;
const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const about = z.union([z.literal(""), id]);
export const MarksBody = z
  .array(
    z.strictObject({
      kind: z.enum(MARK_KINDS),
      item: id,
      value: z.number().int().min(0).max(5).nullable(),
      reason: z.string().trim().max(600),
    }),
  )
  .max(80);
const SheetBody = z.strictObject({ about });
const SaveBody = z.strictObject({ marks: MarksBody, remark: z.string().trim().max(2000), done: z.boolean() });
const InviteBody = z.strictObject({
  source: z.enum(RATER_SOURCES),
  about,
  label: z.string().trim().min(1).max(60),
  lifeDays: z.number().int().min(1).max(60),
});
const AppealBody = z.strictObject({
  item: id,
  by: z.string().trim().min(1).max(40),
  text: z.string().trim().min(1).max(2000),
});
const AnswerBody = z.strictObject({
  verdict: z.enum(["upheld", "rejected"]),
  answer: z.string().trim().min(1).max(2000),
});

export function ratingRoutes(
  house: House,
  papers: RunPapers,
  ratings: Ratings,
  config: Pick<Config, "publicOrigin">,
): Router {
  const router = Router();
  const mayRead = requireRole(house.access, config, "instructor", "evaluator", "admin");
  const noStore: RequestHandler = (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  };
  router.use(["/api/runs", "/api/scales"], noStore, sameOriginOnly(config), ...jsonBodies());

  router.get("/api/scales", mayRead, (_request, response) => {
    const cards = [...ratings.scales.values()].map(
      ({ id, title, source, verified }): ScaleCard => ({ id, title, source, verified }),
    );
    response.json(cards);
  });

  router.get("/api/runs/:runId/assessment", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    if (run) response.json(await assessmentFor(house, papers, ratings, run, accountIn(response)));
  });

  /** The reader asks to see others' marks: from now on his own rating of this run is no blind one. */
  router.post("/api/runs/:runId/assessment/look", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    if (!run) return;
    const account = accountIn(response);
    await ratings.sheets.sawOthers(run.runId, account.accountId, Date.now());
    response.json(await assessmentFor(house, papers, ratings, run, account));
  });

  router.post("/api/runs/:runId/sheets", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    const body = run && bodyOf(SheetBody, request, response);
    if (!run || !body) return;
    if (run.state !== "ended") return refuse(response, refused("conflict", "not-ended"));
    const { accountId, name } = accountIn(response);
    const sheets = await ratings.sheets.ofRun(run.runId);
    const own = sheets.filter((sheet) => sheet.accountId === accountId);
    if (own.some((sheet) => sheet.about === body.about)) return refuse(response, refused("conflict", "sheet"));
    const others = sheets.some((sheet) => sheet.accountId !== accountId && sheet.doneAtMs !== null);
    const saw = own.some(({ doneAtMs }) => doneAtMs !== null) && others;
    const told = (await house.results.ratings(run.runId)).some(({ by }) => by !== name);
    const blind = !saw && !told && !(await ratings.sheets.hasSeenOthers(run.runId, accountId));
    await ratings.sheets.open({
      runId: run.runId,
      source: "evaluator",
      about: body.about,
      rater: name,
      accountId,
      inviteId: null,
      blind,
      openedAtMs: Date.now(),
    });
    response.status(201).json(await assessmentFor(house, papers, ratings, run, accountIn(response)));
  });

  router.post("/api/runs/:runId/sheets/:sheetId", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    const body = run && bodyOf(SaveBody, request, response);
    if (!run || !body) return;
    const account = accountIn(response);
    const sheet = (await ratings.sheets.ofRun(run.runId)).find((one) => one.sheetId === request.params["sheetId"]);
    if (!sheet || sheet.accountId !== account.accountId) return refuse(response, refused("not-found", "sheet"));
    if (sheet.doneAtMs !== null) return refuse(response, refused("conflict", "done"));
    const { scenario } = await papers.compiled(run.runId);
    const items = sheetItems(scenario, ratings.plan(scenario).set, sheet.source, sheet.about);
    const wrong = wrongMark(items, body.marks);
    if (wrong !== null) return refuse(response, refused("malformed", `marks.${wrong}`));
    const atMs = Date.now();
    const { marks, remark, done } = body;
    await ratings.sheets.save(sheet.sheetId, { marks, remark, atMs, doneAtMs: done ? atMs : null });
    response.json(await assessmentFor(house, papers, ratings, run, account));
  });

  router.post("/api/runs/:runId/invites", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    const body = run && bodyOf(InviteBody, request, response);
    if (!run || !body) return;
    const createdAtMs = Date.now();
    const { lifeDays, ...wish } = body;
    const { invite, token } = await ratings.invites.create({
      ...wish,
      runId: run.runId,
      createdBy: accountIn(response).accountId,
      createdAtMs,
      expiresAtMs: createdAtMs + lifeDays * DAY_MS,
    });
    const origin = config.publicOrigin ?? `${request.protocol}://${request.get("host") ?? ""}`;
    const { runId: _runId, ...view } = invite;
    response.status(201).json({ invite: view, link: `${origin}/rate#${token}` });
  });

  router.post("/api/runs/:runId/invites/:inviteId/revoke", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    if (!run) return;
    const done = await ratings.invites.revoke(run.runId, String(request.params["inviteId"]), Date.now());
    if (!done) return refuse(response, refused("not-found", "invite"));
    response.json(await assessmentFor(house, papers, ratings, run, accountIn(response)));
  });

  router.post("/api/runs/:runId/appeals", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    const body = run && bodyOf(AppealBody, request, response);
    if (!run || !body) return;
    if (!(await papers.hasTask(run.runId, body.item))) return refuse(response, refused("not-found", "task"));
    await ratings.appeals.add(run.runId, { ...body, atMs: Date.now() });
    response.status(201).json(await assessmentFor(house, papers, ratings, run, accountIn(response)));
  });

  router.post("/api/runs/:runId/appeals/:number", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    const body = run && bodyOf(AnswerBody, request, response);
    if (!run || !body) return;
    const by = accountIn(response).name;
    const number = Number(request.params["number"]);
    const done = await ratings.appeals.answer(run.runId, number, { ...body, by, atMs: Date.now() });
    if (!done) return refuse(response, refused("conflict", "appeal"));
    response.json(await assessmentFor(house, papers, ratings, run, accountIn(response)));
  });

  return router;
}
