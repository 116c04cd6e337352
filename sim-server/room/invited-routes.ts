// The door for invited raters: a link with a token, one sheet, no account; for oneself also the result and an appeal.
import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { bodyOf, jsonBodies } from "../access/body.ts";
import { addressKey, openBudget } from "../access/budget.ts";
import { refused, tooMany } from "../access/refusal.ts";
import { refuse } from "../access/reply.ts";
import { sameOriginOnly } from "../access/same-origin.ts";
import type { Config } from "../config.ts";
import type { Invite } from "../evaluation/rating/invites.ts";
import type { Ratings } from "../evaluation/rating/ratings.ts";
import { sheetItems, wrongMark } from "../evaluation/rating/sheet-items.ts";
import type { Run } from "../journal/runs.ts";
import type { Score } from "../protocol/api.ts";
import type { InvitedSheet } from "../protocol/assessment.ts";
import type { House } from "./live-run.ts";
import { MarksBody } from "./rating-routes.ts";
import type { RunPapers } from "./run-papers.ts";

const TRIES = 60;
const token = z.string().max(80);
const LookBody = z.strictObject({ token });
const SendBody = z.strictObject({
  token,
  name: z.string().trim().min(1).max(40),
  marks: MarksBody,
  remark: z.string().trim().max(2000),
});
const AppealBody = z.strictObject({ token, item: z.string().max(60), text: z.string().trim().min(1).max(2000) });

type Opened = { readonly invite: Invite; readonly run: Run };

export function invitedRoutes(
  house: House,
  papers: RunPapers,
  ratings: Ratings,
  config: Pick<Config, "publicOrigin">,
): Router {
  const router = Router();
  const budget = openBudget(TRIES, TRIES, Date.now);
  router.use("/api/rate", sameOriginOnly(config), ...jsonBodies());

  /** A link that is used still opens for the person himself, who may read his result and appeal. */
  async function opened(given: string, request: Request, response: Response): Promise<Opened | undefined> {
    response.set("Cache-Control", "no-store");
    const key = addressKey(request.ip ?? "");
    if (!budget.take(key)) {
      refuse(response, tooMany(budget.retryAfterS(key)));
      return undefined;
    }
    const invite = await ratings.invites.find(given, Date.now());
    const run = invite && (await house.runs.get(invite.runId));
    if (!invite || !run) {
      refuse(response, refused("not-found", "link"));
      return undefined;
    }
    const again = invite.state === "used" && invite.source === "self" && invite.expiresAtMs > Date.now();
    if (invite.state !== "open" && !again) {
      refuse(response, refused(invite.state === "used" ? "sheet-sent" : "link-expired"));
      return undefined;
    }
    if (run.state === "ended") return { invite, run };
    refuse(response, refused("conflict", "not-ended"));
    return undefined;
  }

  async function sheetOf({ invite, run }: Opened): Promise<InvitedSheet> {
    const { scenario } = await papers.compiled(run.runId);
    const { source, about, label, expiresAtMs } = invite;
    const done = invite.state === "used";
    const record = await house.journal.read(run.runId);
    const joined = (await house.results.facts(run.runId, "joined")).findLast(({ by }) => by === about);
    const aboutName = joined ? String(joined["name"]) : "";
    const position = record.header.entry.roster.find(({ slot }) => slot === about)?.position ?? "";
    const title = scenario.positions[position]?.title.zh ?? "";
    return {
      title: run.scenario.title,
      unit: run.unit,
      startedAtMs: run.startedAtMs ?? run.createdAtMs,
      source,
      about,
      aboutName: aboutName || title,
      label,
      expiresAtMs,
      state: done ? "done" : "open",
      items: done ? [] : sheetItems(scenario, ratings.plan(scenario).set, source, about),
      results: done ? await resultsOf(invite) : null,
      appeals: done ? (await ratings.appeals.ofRun(run.runId)).filter(({ by }) => by === label) : [],
    };
  }

  async function resultsOf({ runId, inviteId }: Invite): Promise<InvitedSheet["results"]> {
    const { tasks } = await papers.compiled(runId);
    const score = (await house.results.latest(runId))?.results as Score | undefined;
    const own = (await ratings.sheets.ofRun(runId)).find((sheet) => sheet.inviteId === inviteId);
    return (score?.tasks ?? []).map(({ task, rating, reason }) => ({
      task,
      title: tasks.find((plan) => plan.task.id === task)?.task.title ?? { zh: task, en: task },
      rating,
      reason,
      own: own?.marks.find(({ kind, item }) => kind === "task" && item === task)?.value ?? null,
    }));
  }

  router.post("/api/rate", async (request, response) => {
    const body = bodyOf(LookBody, request, response);
    const found = body && (await opened(body.token, request, response));
    if (found) response.json(await sheetOf(found));
  });

  router.post("/api/rate/send", async (request, response) => {
    const body = bodyOf(SendBody, request, response);
    const found = body && (await opened(body.token, request, response));
    if (!body || !found) return;
    const { invite, run } = found;
    if (invite.state !== "open") return refuse(response, refused("sheet-sent"));
    const { scenario } = await papers.compiled(run.runId);
    const items = sheetItems(scenario, ratings.plan(scenario).set, invite.source, invite.about);
    const wrong = wrongMark(items, body.marks);
    if (wrong !== null) return refuse(response, refused("malformed", `marks.${wrong}`));
    const atMs = Date.now();
    const first = await ratings.db.transaction().execute(async (transaction) => {
      if (!(await ratings.invites.use(transaction, invite.inviteId, atMs))) return false;
      const { runId, source, about, inviteId } = invite;
      const sheetId = await ratings.sheets.open(
        { runId, source, about, rater: body.name, accountId: null, inviteId, blind: true, openedAtMs: atMs },
        transaction,
      );
      const { marks, remark } = body;
      await ratings.sheets.save(sheetId, { marks, remark, atMs, doneAtMs: atMs }, transaction);
      return true;
    });
    if (!first) return refuse(response, refused("sheet-sent"));
    const self = invite.source === "self";
    response.status(201).json(self ? await sheetOf({ invite: { ...invite, state: "used" }, run }) : { state: "done" });
  });

  router.post("/api/rate/appeal", async (request, response) => {
    const body = bodyOf(AppealBody, request, response);
    const found = body && (await opened(body.token, request, response));
    if (!body || !found) return;
    if (found.invite.state !== "used") return refuse(response, refused("conflict", "rate-first"));
    const { runId, label } = found.invite;
    if (!(await papers.hasTask(runId, body.item))) return refuse(response, refused("not-found", "task"));
    await ratings.appeals.add(runId, { item: body.item, by: label, text: body.text, atMs: Date.now() });
    response.status(201).json(await sheetOf(found));
  });

  return router;
}
