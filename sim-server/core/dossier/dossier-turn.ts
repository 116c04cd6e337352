// What a tax case does by itself: documents come in, negotiations open, and injects change facts, law and hours.
import type { Change } from "../../../scenarios/format/storyline.ts";
import { emitFact, type Run } from "../run.ts";
import { dossierOf } from "./group-outcome.ts";
import { leftOf, release } from "./reading-room.ts";

/** Lets in what is due. */
export function turnDossier(run: Run): void {
  if (!run.state.dossier) return;
  const { plan, state } = dossierOf(run);
  for (const [id, due] of plan.present) if (!state.present.includes(id) && due() === true) release(run, id);
  for (const [id, opens] of plan.opens) {
    const talks = state.negotiations[id];
    if (talks?.status !== "closed" || opens() !== true) continue;
    talks.status = "open";
    emitFact(run, "world", "negotiation-opened", id, {});
  }
}

/** Carries out a change that is about the case; false where it is about something else. */
export function changeDossier(run: Run, change: Change): boolean {
  if (!run.state.dossier) return false;
  const { state } = dossierOf(run);
  if ("document" in change) release(run, change.document);
  else if ("lawDay" in change) {
    state.lawDay = change.lawDay;
    emitFact(run, "world", "law-changed", "law", { day: change.lawDay });
  } else if ("hours" in change) {
    state.hours.budget += change.hours;
    emitFact(run, "world", "hours-changed", "hours", { hours: change.hours, left: leftOf(run) });
  } else if ("fact" in change) {
    state.facts.push({ of: change.of, fact: change.fact, value: change.value });
    emitFact(run, "world", "fact-changed", change.of, { fact: change.fact, value: String(change.value) });
  } else return false;
  return true;
}
