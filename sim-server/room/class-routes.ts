// One command to several live runs of a class, journaled in each as if it had been given there.
import { type RequestHandler, Router } from "express";
import { z } from "zod";
import { maySeeUnit } from "../access/account.ts";
import { bodyOf, jsonBodies } from "../access/body.ts";
import { sameOriginOnly } from "../access/same-origin.ts";
import { accountIn, requireRole } from "../access/signed-in.ts";
import type { Config } from "../config.ts";
import type { ClassAnswer } from "../protocol/class.ts";
import type { ControlIntent } from "../protocol/intents.ts";
import type { House, LiveRun } from "./live-run.ts";

/** Who speaks when nobody of the story does. */
const SYSTEM = "system";

const words = z.strictObject({ zh: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) });
const Body = z.strictObject({
  runs: z
    .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
    .min(1)
    .max(200),
  command: z.discriminatedUnion("do", [
    z.strictObject({ do: z.enum(["start", "pause", "resume"]) }),
    z.strictObject({
      do: z.literal("tell"),
      channel: z.enum(["phone", "radio", "written", "face", "media", "system"]),
      text: words,
    }),
  ]),
});

export function classRoutes(house: House, config: Pick<Config, "publicOrigin">): Router {
  const router = Router();
  const noStore: RequestHandler = (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  };
  router.use("/api/class", noStore, sameOriginOnly(config), ...jsonBodies());
  router.post("/api/class", requireRole(house.access, config, "instructor", "admin"), async (request, response) => {
    const body = bodyOf(Body, request, response);
    if (!body) return;
    const account = accountIn(response);
    const answers = await Promise.all(
      [...new Set(body.runs)].map(async (runId): Promise<[string, string]> => {
        const live = house.live.get(runId);
        // Another unit's run is as unknown as none.
        if (!live || !maySeeUnit(account, live.header.unit)) return [runId, "not-found"];
        const answer = await live.simulation.ask(`instructor:${account.accountId}`, intentFor(live, body.command));
        return [runId, answer.ok ? "ok" : answer.refusal.code];
      }),
    );
    response.json({ answers: Object.fromEntries(answers) } satisfies ClassAnswer);
  });
  return router;
}

/** What is told to a class goes to every player's position of each run. */
function intentFor({ simulation }: LiveRun, command: z.infer<typeof Body>["command"]): ControlIntent {
  if (command.do !== "tell") return command;
  const { bodies } = simulation.session.run.state;
  const players = Object.values(bodies).filter(({ player }) => player);
  const to = (players.length > 0 ? players : Object.values(bodies)).map(({ slot }) => slot);
  return { ...command, from: SYSTEM, to };
}
