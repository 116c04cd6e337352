// Acts: one player's ask carried out on the run, or the code of why not.
import type { PlayerIntent } from "../protocol/intents.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { care } from "./care.ts";
import { answerProbe, decide } from "./choices.ts";
import { actOnDossier } from "./dossier/dossier-acts.ts";
import { buddyCheck } from "./gear.ts";
import { operate } from "./hands.ts";
import { setDown } from "./hazard/crowd-lift.ts";
import { able, type Run } from "./run.ts";
import { report, send } from "./speech.ts";
import type { Body } from "./state.ts";
import { walkTo } from "./walking.ts";

/** Carries out what a player asks. */
export function act(run: Run, body: Body, intent: PlayerIntent): RefusalCode | null {
  if (run.state.phase === "ended") return "ended";
  if (run.state.phase === "paused") return "paused";
  if (run.state.phase !== "running") return "not-running";
  body.lastAskTick = run.state.tick;
  switch (intent.do) {
    case "operate":
      return operate(run, body, intent.prop, intent.action);
    case "let-go":
      if (!body.work && body.follow === null && body.carries === null) return "already-done";
      if (body.carries !== null) setDown(run, body);
      body.work = null;
      body.follow = null;
      body.walk = null;
      return null;
    case "check":
      return buddyCheck(run, body, intent.who);
    case "send":
      return send(run, body, intent.message, intent.to);
    case "report":
      return report(run, body, intent.report, intent.items);
    case "decide":
      return decide(run, body, intent.decision, intent.option);
    case "answer":
      return answerProbe(run, body, intent.probe, intent.option);
    case "care":
      return care(run, body, intent.who, intent.what);
    case "go":
      if (!able(body)) return "collapsed";
      body.work = null;
      body.follow = null;
      return walkTo(run, body, intent.to) ? null : "blocked";
    case "follow":
      if (!able(body)) return "collapsed";
      if (!run.state.bodies[intent.who] || intent.who === body.slot) return "unknown";
      body.follow = intent.who;
      return null;
    case "open-document":
    case "ask-interview":
    case "pin":
    case "plan-change":
    case "plan-undo":
    case "plan-keep":
    case "plan-restore":
    case "plan-submit":
    case "state-finding":
    case "negotiate":
    case "walk-away":
      return actOnDossier(run, body.slot, intent);
  }
}
