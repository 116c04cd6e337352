// One declared step of a tax case as what a trainee would ask.
import type { Step } from "../../../scenarios/format/steps.ts";
import type { PlanChange } from "../../protocol/tax-intents.ts";
import type { TaxIntent } from "./dossier-acts.ts";

/** Null for a step that is about something else. */
export function dossierAsk(step: Step): TaxIntent | null {
  if ("read" in step) return { do: "open-document", document: step.read };
  if ("inquire" in step) {
    const [document = "", question = ""] = step.inquire.split("/");
    return { do: "ask-interview", document, question };
  }
  if ("pin" in step) return { do: "pin", passage: step.pin, on: true };
  if ("plan" in step) return planAsk(step);
  if ("find" in step) {
    const { find: issue, choice, amount, rules, cites, evidence } = step;
    return {
      do: "state-finding",
      issue,
      ...(choice === undefined ? {} : { choice }),
      ...(amount === undefined ? {} : { amount }),
      rules: [...rules],
      cites: [...cites],
      evidence: [...evidence],
    };
  }
  if ("offer" in step)
    return { do: "negotiate", negotiation: step.offer, amount: step.amount, evidence: [...step.evidence] };
  if ("leave" in step) return { do: "walk-away", negotiation: step.leave };
  return null;
}

type PlanStep = Extract<Step, { plan: string }>;

function planAsk(step: PlanStep): TaxIntent {
  switch (step.plan) {
    case "undo":
      return { do: "plan-undo" };
    case "submit":
      return { do: "plan-submit" };
    case "keep":
      return { do: "plan-keep", name: step.name };
    case "restore":
      return { do: "plan-restore", plan: step.number };
    default:
      return { do: "plan-change", change: changeOf(step) };
  }
}

function changeOf(step: Extract<PlanStep, { plan: "move" | "insert" | "set" | "flow" }>): PlanChange {
  switch (step.plan) {
    case "move":
      return { what: "move", entity: step.entity, to: step.to };
    case "insert":
      return { what: "insert", entity: step.entity, in: step.in };
    case "set":
      return { what: "set", of: step.of, fact: step.fact, value: step.value };
    case "flow": {
      const { flow, kind, amount, price, date } = step;
      return {
        what: "flow",
        flow,
        ...(kind === undefined ? {} : { kind }),
        ...(amount === undefined ? {} : { amount }),
        ...(price === undefined ? {} : { price }),
        ...(date === undefined ? {} : { date }),
      };
    }
  }
}
