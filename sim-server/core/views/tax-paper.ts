// What an opened document says: its pages, and of an interview the questions that can be asked and their answers.
import type { Paper } from "../../protocol/tax-views.ts";
import { dossierOf } from "../dossier/group-outcome.ts";
import type { Run } from "../run.ts";

/** Null for a document that has not been opened. */
export function paperOf(run: Run, id: string): Paper | null {
  const { plan, state } = dossierOf(run);
  const document = plan.dossier.documents[id];
  if (!document || !state.opened.includes(id)) return null;
  const key = (part: string): string => `${id}/${part}`;
  return {
    id,
    pages: document.pages.map(({ title, passages, table }) => ({
      title: title ?? null,
      passages: passages.map((one) => ({ key: key(one.id), text: one.text })),
      table: table
        ? {
            columns: table.columns,
            rows: table.rows.map((row) => ({
              key: key(row.id),
              cells: row.cells.map((cell) =>
                typeof cell === "object" ? cell : { zh: String(cell), en: String(cell) },
              ),
            })),
          }
        : null,
    })),
    interview: document.interview
      ? {
          with: document.interview.with,
          questions: document.interview.questions
            .filter(({ after }) => after.every((before) => state.asked.includes(key(before))))
            .map((one) => ({
              id: one.id,
              key: key(one.id),
              ask: one.ask,
              hours: one.hours,
              answer: state.asked.includes(key(one.id)) ? one.answer : null,
            })),
        }
      : null,
  };
}
