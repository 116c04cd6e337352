// The HTTP door to runs: what may be run, what is and was run, and what came of it; roles and units hold at every one.
import { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { Account } from "../access/account.ts";
import { bodyOf, jsonBodies } from "../access/body.ts";
import { refused } from "../access/refusal.ts";
import { refuse } from "../access/reply.ts";
import { sameOriginOnly } from "../access/same-origin.ts";
import { accountIn, requireRole } from "../access/signed-in.ts";
import type { Config } from "../config.ts";
import { EXPORTS } from "../evaluation/export.ts";
import type { Ratings } from "../evaluation/rating/ratings.ts";
import { RUN_STATES, type Run } from "../journal/runs.ts";
import type { CreatedRun } from "../protocol/api.ts";
import type { WatchRoom } from "../protocol/watching.ts";
import type { House } from "./live-run.ts";
import { blindTo, scaledFor } from "./rating-papers.ts";
import { openReplayRoom } from "./replay-room.ts";
import { openRun } from "./run-opening.ts";
import type { RunPapers } from "./run-papers.ts";
import { ratingReport } from "./run-report.ts";
import { cardOf, type Shelf } from "./scenario-shelf.ts";

const READERS = ["instructor", "evaluator", "admin"] as const;

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const CreateBody = z.strictObject({
  scenario: id,
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
  parameters: z.record(z.string().max(60), z.number()).optional(),
  roster: z.record(id, z.string().trim().max(40)).optional(),
});
const RateBody = z.strictObject({
  task: id,
  rating: z.enum(["P", "S", "M", "U"]),
  reason: z.string().trim().max(1000),
});
const ListQuery = z.object({
  state: z.enum(RUN_STATES).optional().catch(undefined),
  scenario: id.optional().catch(undefined),
  q: z.string().max(80).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  size: z.coerce.number().int().min(1).max(100).catch(20),
});

export function runRoutes(
  house: House,
  papers: RunPapers,
  shelf: Shelf,
  ratings: Ratings,
  config: Pick<Config, "publicOrigin">,
): Router {
  const router = Router();
  const mayRead = requireRole(house.access, config, ...READERS);
  const maySteer = requireRole(house.access, config, "instructor", "admin");
  const mayRate = requireRole(house.access, config, "evaluator", "instructor", "admin");
  const noStore: RequestHandler = (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  };
  const playableFor = async (request: Request, response: Response): Promise<Run | undefined> => {
    const run = await runFor(house, request, response);
    const why = run && (await papers.unplayable(run.runId));
    if (why === null) return run;
    if (run) refuse(response, refused("other-engine", why));
    return undefined;
  };
  router.use(["/api/scenarios", "/api/runs"], noStore, sameOriginOnly(config), ...jsonBodies());

  router.get("/api/scenarios", mayRead, (_request, response) => {
    response.json([...shelf.items.values()].map(cardOf));
  });

  router.post("/api/runs", maySteer, async (request, response) => {
    const body = bodyOf(CreateBody, request, response);
    if (!body) return;
    const item = shelf.items.get(body.scenario);
    if (!item) return refuse(response, refused("not-found", "scenario"));
    const wrong = wrongParameter(item.compiled.scenario.parameters, body.parameters ?? {});
    if (wrong !== null) return refuse(response, refused("malformed", `parameters.${wrong}`));
    const { scenario, seed, parameters, roster } = body;
    const wish = {
      scenario,
      ...(seed === undefined ? {} : { seed }),
      ...(parameters ? { parameters } : {}),
      ...(roster ? { roster } : {}),
    };
    const opened = await openRun(house, item, wish, accountIn(response));
    const joinUrl = `${config.publicOrigin ?? `${request.protocol}://${request.get("host") ?? ""}`}/join/${opened.code}`;
    response.status(201).json({ ...opened, joinUrl } satisfies CreatedRun);
  });

  router.get("/api/runs", mayRead, async (request, response) => {
    const { state, scenario, q, page, size } = ListQuery.parse(request.query);
    const account = accountIn(response);
    const found = await house.runs.page({
      ...(account.roles.includes("admin") ? {} : { unit: account.unit }),
      ...(state === undefined ? {} : { states: [state] }),
      ...(scenario === undefined ? {} : { scenarioId: scenario }),
      ...(q === undefined ? {} : { text: q }),
      offset: (page - 1) * size,
      limit: size,
    });
    const rows = await Promise.all(found.runs.map((run) => papers.row(run, showsCode(account))));
    response.json({ rows, total: found.total });
  });

  router.get("/api/runs/:runId", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    if (!run) return;
    const account = accountIn(response);
    const detail = await papers.detail(run, showsCode(account));
    const hidden = await blindTo(ratings, run.runId, account.accountId);
    response.json(hidden ? { ...detail, ratings: detail.ratings.filter(({ by }) => by === account.name) } : detail);
  });

  router.get("/api/runs/:runId/replay", mayRead, async (request, response) => {
    const run = await playableFor(request, response);
    if (run) response.json(await papers.replay(run.runId));
  });

  router.post("/api/runs/:runId/watch", mayRead, async (request, response) => {
    const run = await playableFor(request, response);
    if (!run) return;
    const { durationTicks } = await papers.replay(run.runId);
    const roomId = await openReplayRoom({ runId: run.runId, unit: run.unit, lastTick: durationTicks });
    response.status(201).json({ roomId } satisfies WatchRoom);
  });

  router.post("/api/runs/:runId/ratings", mayRate, async (request, response) => {
    const run = await runFor(house, request, response);
    const body = run && bodyOf(RateBody, request, response);
    if (!run || !body) return;
    if (!(await papers.hasTask(run.runId, body.task))) return refuse(response, refused("not-found", "task"));
    const { name } = accountIn(response);
    const given = { ...body, by: name, atMs: Date.now() };
    const { briefing } = await papers.detail(run, false);
    const report = ratingReport(house, run, briefing, given);
    const { number, task, rating, reason, by, atMs } = await house.results.rate(run.runId, given, report);
    house.records.wake();
    response.status(201).json({ id: number, task, rating, reason, by, atMs });
  });

  router.get("/api/runs/:runId/export", mayRead, async (request, response) => {
    const run = await runFor(house, request, response);
    if (!run) return;
    const format = String(request.query["format"] ?? "csv");
    const made = Object.hasOwn(EXPORTS, format) ? EXPORTS[format as keyof typeof EXPORTS] : undefined;
    if (!made) return refuse(response, refused("malformed", "format"));
    const language = request.query["language"] === "en" ? "en" : "zh";
    const dossier = await papers.dossier(run);
    const hidden = await blindTo(ratings, run.runId, accountIn(response).accountId);
    const own = dossier.detail.ratings.filter(({ by }) => by === accountIn(response).name);
    const scale = await scaledFor(papers, ratings, dossier.detail, String(request.query["scale"] ?? ""));
    const told = { ...dossier, ...(scale ? { scaled: scale } : {}) };
    const body = await made.write(hidden ? { ...told, detail: { ...told.detail, ratings: own } } : told, language);
    response
      .set({
        "Content-Type": made.contentType,
        "Content-Disposition": `attachment; filename="${run.scenario.id}-${run.runId.slice(0, 8)}.${format}"`,
      })
      .send(typeof body === "string" ? body : Buffer.from(body));
  });

  return router;
}

const showsCode = (account: Account): boolean =>
  account.roles.some((role) => role === "instructor" || role === "admin");

/** The run in the address if this account may know of it; otherwise there is no such run. */
export async function runFor(house: House, request: Request, response: Response): Promise<Run | undefined> {
  const run = await house.runs.get(String(request.params["runId"]));
  const account = accountIn(response);
  if (run && (account.roles.includes("admin") || run.unit === account.unit)) return run;
  refuse(response, refused("not-found"));
  return undefined;
}

function wrongParameter(
  known: Readonly<Record<string, { min: number; max: number }>>,
  asked: Readonly<Record<string, number>>,
): string | null {
  for (const [name, value] of Object.entries(asked)) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!parameter || value < parameter.min || value > parameter.max) return name;
  }
  return null;
}
