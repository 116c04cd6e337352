// What people ask of a tax case, carried out or refused.
import type { PlayerIntent } from "../../protocol/intents.ts";
import type { RefusalCode } from "../../protocol/refusals.ts";
import type { TAX_INTENTS } from "../../protocol/tax-intents.ts";
import type { Run } from "../run.ts";
import { negotiate, walkAway } from "./bargaining.ts";
import { changePlan, keepPlan, restorePlan, submitPlan, undoPlan } from "./planning.ts";
import { askInterview, openDocument, pin } from "./reading-room.ts";
import { stateFinding } from "./stating.ts";

type TaxDo = (typeof TAX_INTENTS)[number]["_zod"]["output"]["do"];
export type TaxIntent = Extract<PlayerIntent, { do: TaxDo }>;

export function actOnDossier(run: Run, by: string, intent: TaxIntent): RefusalCode | null {
  if (!run.state.dossier) return "unknown";
  switch (intent.do) {
    case "open-document":
      return openDocument(run, by, intent.document);
    case "ask-interview":
      return askInterview(run, by, intent.document, intent.question);
    case "pin":
      return pin(run, by, intent.passage, intent.on);
    case "plan-change":
      return changePlan(run, by, intent.change);
    case "plan-undo":
      return undoPlan(run, by);
    case "plan-keep":
      return keepPlan(run, by, intent.name);
    case "plan-restore":
      return restorePlan(run, by, intent.plan);
    case "plan-submit":
      return submitPlan(run, by);
    case "state-finding":
      return stateFinding(run, by, intent);
    case "negotiate":
      return negotiate(run, by, intent);
    case "walk-away":
      return walkAway(run, by, intent.negotiation);
  }
}
