// The HTTP door to portraits of people, units and cohorts; instructors and evaluators see their own unit's only.
import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { maySeeUnit } from "../access/account.ts";
import { bodyOf, jsonBodies } from "../access/body.ts";
import { refused } from "../access/refusal.ts";
import { refuse } from "../access/reply.ts";
import { sameOriginOnly } from "../access/same-origin.ts";
import { accountIn, requireRole } from "../access/signed-in.ts";
import type { Config } from "../config.ts";
import { personRow } from "../evaluation/portrait/group-view.ts";
import type { CohortRow, PeopleOrder, PersonRow } from "../protocol/portrait.ts";
import type { House } from "./live-run.ts";
import type { Portraits } from "./portraits.ts";

const name = z.string().trim().min(1).max(80);
const PeopleQuery = z.object({
  unit: name.optional().catch(undefined),
  q: z.string().max(80).catch(""),
  sort: z.enum(["person", "runs", "last", "chance"]).catch("last"),
  up: z.enum(["1"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  size: z.coerce.number().int().min(1).max(200).catch(20),
});
const CohortBody = z.strictObject({ name, people: z.array(name).max(2000) });
const PeopleBody = z.strictObject({ people: z.array(name).max(2000) });

const ORDER: Readonly<Record<PeopleOrder, (a: PersonRow, b: PersonRow) => number>> = {
  person: (a, b) => (a.person < b.person ? -1 : 1),
  runs: (a, b) => a.runs - b.runs,
  last: (a, b) => a.lastMs - b.lastMs,
  chance: (a, b) => a.overall.chance - b.overall.chance,
};

export function portraitRoutes(
  house: Pick<House, "access">,
  portraits: Portraits,
  config: Pick<Config, "publicOrigin">,
): Router {
  const router = Router();
  const mayRead = requireRole(house.access, config, "instructor", "evaluator", "admin");
  const maySteer = requireRole(house.access, config, "instructor", "admin");
  const { cohorts } = portraits;
  const cohortFor = async (request: Request, response: Response): Promise<CohortRow | undefined> => {
    const cohort = await cohorts.get(String(request.params["cohortId"]));
    if (cohort && maySeeUnit(accountIn(response), cohort.unit)) return cohort;
    refuse(response, refused("not-found"));
    return undefined;
  };
  router.use(
    ["/api/people", "/api/unit", "/api/units", "/api/cohorts"],
    sameOriginOnly(config),
    ...jsonBodies(),
    (_, response, next) => {
      response.set("Cache-Control", "no-store");
      next();
    },
  );

  router.get("/api/units", mayRead, async (_request, response) => {
    const account = accountIn(response);
    const all = account.roles.includes("admin") ? await portraits.units() : [];
    response.json([...new Set([account.unit, ...all])]);
  });

  router.get("/api/people", mayRead, async (request, response) => {
    const { unit: asked, q, sort, up, page, size } = PeopleQuery.parse(request.query);
    const unit = unitFor(response, asked);
    if (unit === undefined) return;
    const board = await portraits.board(unit);
    const rows = [...board.people.values()]
      .filter(({ person }) => person.toLowerCase().includes(q.trim().toLowerCase()))
      .map((one) => personRow(board, one))
      .sort((a, b) => (up ? 1 : -1) * ORDER[sort](a, b) || ORDER.person(a, b));
    const capabilities = Object.fromEntries(await portraits.capabilities());
    response.json({ rows: rows.slice((page - 1) * size, page * size), total: rows.length, capabilities });
  });

  router.get("/api/people/:person", mayRead, async (request, response) => {
    const unit = unitFor(response, PeopleQuery.parse(request.query).unit);
    if (unit === undefined) return;
    const portrait = await portraits.person(unit, String(request.params["person"]));
    if (!portrait) return refuse(response, refused("not-found"));
    response.json(portrait);
  });

  router.get("/api/unit", mayRead, async (request, response) => {
    const unit = unitFor(response, PeopleQuery.parse(request.query).unit);
    if (unit !== undefined) response.json(await portraits.unit(unit));
  });

  router.get("/api/cohorts", mayRead, async (request, response) => {
    const unit = unitFor(response, PeopleQuery.parse(request.query).unit);
    if (unit !== undefined) response.json(await cohorts.list(unit));
  });

  router.post("/api/cohorts", maySteer, async (request, response) => {
    const body = bodyOf(CohortBody, request, response);
    if (!body) return;
    const { unit, accountId: by } = accountIn(response);
    response.status(201).json({ id: await cohorts.create({ ...body, unit, by }) });
  });

  router.get("/api/cohorts/:cohortId", mayRead, async (request, response) => {
    const cohort = await cohortFor(request, response);
    if (cohort) response.json(await portraits.cohort(cohort));
  });

  router.post("/api/cohorts/:cohortId/people", maySteer, async (request, response) => {
    const cohort = await cohortFor(request, response);
    const body = cohort && bodyOf(PeopleBody, request, response);
    if (!cohort || !body) return;
    await cohorts.setPeople(cohort.id, body.people);
    response.json({ id: cohort.id });
  });

  return router;
}

/** The account's own unit, or the asked one for those who may see it. */
export function unitFor(response: Response, asked: string | undefined): string | undefined {
  const account = accountIn(response);
  const unit = asked ?? account.unit;
  if (maySeeUnit(account, unit)) return unit;
  refuse(response, refused("forbidden"));
  return undefined;
}
