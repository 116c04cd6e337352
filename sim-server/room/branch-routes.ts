// The HTTP door to going back: bookmarks, forks, what-ifs and scorings under a newer rubric.
import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { bodyOf } from "../access/body.ts";
import { refused } from "../access/refusal.ts";
import { refuse } from "../access/reply.ts";
import { accountIn, requireRole } from "../access/signed-in.ts";
import type { Config } from "../config.ts";
import { engineProblem } from "../core/engine.ts";
import type { Ratings } from "../evaluation/rating/ratings.ts";
import type { JournalRecord } from "../journal/journal.ts";
import type { Run } from "../journal/runs.ts";
import type { CreatedRun } from "../protocol/api.ts";
import { branchApart } from "./branch-work.ts";
import { forkRun } from "./fork.ts";
import type { House } from "./live-run.ts";
import { rescored, revisionsOf } from "./rescoring.ts";
import { runFor } from "./run-routes.ts";
import type { Shelf } from "./scenario-shelf.ts";

const LAST_TICK = 10_000_000;
const MOST_BOOKMARKS = 200;
const tick = z.number().int().min(0).max(LAST_TICK);
const MarkBody = z.strictObject({ tick, text: z.string().trim().min(1).max(200) });
const ForkBody = z.strictObject({ tick });
const WhatIfBody = z.strictObject({
  tweaks: z
    .array(
      z.strictObject({
        number: z.number().int().min(1).max(1_000_000),
        byS: z.number().min(-86_400).max(86_400).nullable(),
      }),
    )
    .max(20),
});
const RescoreBody = z.strictObject({ reason: z.string().trim().min(1).max(600).optional() });

type Recorded = { readonly run: Run; readonly record: JournalRecord };

export function branchRoutes(
  house: House,
  shelf: Shelf,
  ratings: Ratings,
  config: Pick<Config, "publicOrigin">,
): Router {
  const router = Router();
  const mayRead = requireRole(house.access, config, "instructor", "evaluator", "admin");
  const maySteer = requireRole(house.access, config, "instructor", "admin");

  /** A run that is over and that this engine can play again. */
  async function recorded(request: Request, response: Response): Promise<Recorded | undefined> {
    const run = await runFor(house, request, response);
    if (!run) return undefined;
    const record = await house.journal.read(run.runId);
    const why = engineProblem(record.header.entry.engine);
    if (why !== null) refuse(response, refused("other-engine", why));
    else if (run.state !== "ended") refuse(response, refused("conflict", "not-ended"));
    else return { run, record };
    return undefined;
  }

  router.get("/api/runs/:runId/bookmarks", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    if (run) response.json(await ratings.bookmarks.ofRun(run.runId));
  });

  router.post("/api/runs/:runId/bookmarks", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    const body = run && bodyOf(MarkBody, request, response);
    if (!run || !body) return;
    if ((await ratings.bookmarks.ofRun(run.runId)).length >= MOST_BOOKMARKS)
      return refuse(response, refused("conflict", "bookmarks"));
    await ratings.bookmarks.add(run.runId, { ...body, by: accountIn(response).name, atMs: Date.now() });
    response.status(201).json(await ratings.bookmarks.ofRun(run.runId));
  });

  router.post("/api/runs/:runId/bookmarks/:number/remove", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    if (!run) return;
    const done = await ratings.bookmarks.remove(run.runId, Number(request.params["number"]), Date.now());
    if (!done) return refuse(response, refused("not-found", "bookmark"));
    response.json(await ratings.bookmarks.ofRun(run.runId));
  });

  router.post("/api/runs/:runId/fork", maySteer, async (request, response) => {
    const found = await recorded(request, response);
    const body = found && bodyOf(ForkBody, request, response);
    if (!found || !body) return;
    const forked = await forkRun(house, found.record, body.tick, accountIn(response));
    if ("problem" in forked) return refuse(response, refused("conflict", forked.problem));
    const origin = config.publicOrigin ?? `${request.protocol}://${request.get("host") ?? ""}`;
    response.status(201).json({ ...forked, joinUrl: `${origin}/join/${forked.code}` } satisfies CreatedRun);
  });

  router.post("/api/runs/:runId/what-if", mayRead, async (request, response) => {
    const found = await recorded(request, response);
    const body = found && bodyOf(WhatIfBody, request, response);
    if (!found || !body) return;
    const answer = await branchApart({ job: "what-if", record: found.record, tweaks: body.tweaks });
    if (!("whatIf" in answer)) throw new Error("the thread answered another question");
    response.json(answer.whatIf);
  });

  router.get("/api/runs/:runId/revisions", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    if (run) response.json(await revisionsOf(house, ratings, run.runId));
  });

  router.post("/api/runs/:runId/rescore", mayRead, async (request, response) => {
    const found = await recorded(request, response);
    const body = found && bodyOf(RescoreBody, request, response);
    if (!found || !body) return;
    const item = shelf.items.get(found.run.scenario.id);
    if (!item) return refuse(response, refused("not-found", "scenario"));
    const keep = body.reason === undefined ? null : { reason: body.reason, by: accountIn(response).name };
    const told = await rescored(house, ratings, found.run, item, keep);
    if ("problem" in told) return refuse(response, refused("conflict", told.problem));
    response.status(keep ? 201 : 200).json(told);
  });

  return router;
}
