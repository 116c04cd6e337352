// Reading and asking: hours are paid once, what a document tells is known from then on, passages are pinned.
import type { RefusalCode } from "../../protocol/refusals.ts";
import { emitFact, type Run } from "../run.ts";
import { dossierOf } from "./group-outcome.ts";

export function openDocument(run: Run, by: string, id: string): RefusalCode | null {
  const { plan, state } = dossierOf(run);
  const document = plan.dossier.documents[id];
  if (!document || !state.present.includes(id)) return "unknown";
  if (state.opened.includes(id)) return "already-done";
  if (!spend(run, document.hours)) return "no-hours";
  state.opened.push(id);
  emitFact(run, by, "document-opened", id, { hours: document.hours, left: leftOf(run) });
  return null;
}

export function askInterview(run: Run, by: string, id: string, question: string): RefusalCode | null {
  const { plan, state } = dossierOf(run);
  const questions = plan.dossier.documents[id]?.interview?.questions ?? [];
  const asked = questions.find((one) => one.id === question);
  if (!asked) return "unknown";
  if (!state.opened.includes(id)) return "not-opened";
  const key = `${id}/${question}`;
  if (state.asked.includes(key)) return "already-done";
  if (!asked.after.every((before) => state.asked.includes(`${id}/${before}`))) return "not-open";
  if (!spend(run, asked.hours)) return "no-hours";
  state.asked.push(key);
  emitFact(run, by, "interview-asked", id, { question, hours: asked.hours, left: leftOf(run) });
  return null;
}

/** Pins or unpins a passage that has been read, or an answer that was given. */
export function pin(run: Run, by: string, key: string, on: boolean): RefusalCode | null {
  const { state } = dossierOf(run);
  const [id = ""] = key.split("/");
  if (!isReadable(run, key)) return state.opened.includes(id) ? "unknown" : "not-opened";
  if (state.pinned.includes(key) === on) return "already-done";
  if (on) state.pinned.push(key);
  else state.pinned = state.pinned.filter((one) => one !== key);
  emitFact(run, by, on ? "evidence-pinned" : "evidence-unpinned", key, { document: id });
  return null;
}

function isReadable(run: Run, key: string): boolean {
  const { plan, state } = dossierOf(run);
  const [id = "", part] = key.split("/");
  const document = plan.dossier.documents[id];
  if (!document || !state.opened.includes(id)) return false;
  return (
    state.asked.includes(key) ||
    document.pages.some(
      ({ passages, table }) =>
        passages.some((one) => one.id === part) || table?.rows.some((one) => one.id === part) === true,
    )
  );
}

/** Pays hours; false, and nothing paid, where too few are left. */
export function spend(run: Run, hours: number): boolean {
  const { state } = dossierOf(run);
  if (hours > leftOf(run)) return false;
  state.hours.spent = hundredths(state.hours.spent + hours);
  return true;
}

export const leftOf = (run: Run): number => {
  const { hours } = dossierOf(run).state;
  return Math.max(0, hundredths(hours.budget - hours.spent));
};
const hundredths = (hours: number): number => Math.round(hours * 100) / 100;

/** A document comes into the room; false where it is there already or none of that name exists. */
export function release(run: Run, id: string): boolean {
  const { plan, state } = dossierOf(run);
  if (!plan.dossier.documents[id] || state.present.includes(id)) return false;
  state.present.push(id);
  emitFact(run, "world", "document-released", id, {});
  return true;
}
