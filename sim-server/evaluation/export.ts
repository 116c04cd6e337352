// The forms in which a run leaves the house: a flat table, a workbook, or everything as JSON.
import type { JournalRecord } from "../journal/journal.ts";
import type { ExportFormat, RunDetail } from "../protocol/api.ts";
import { exportCsv } from "./csv.ts";
import { exportXlsx } from "./workbook.ts";

/** All that is known of a run. */
export type Dossier = { readonly detail: RunDetail; readonly record: JournalRecord };

type Writer = { readonly contentType: string; write(dossier: Dossier): string | Buffer | Promise<string | Buffer> };

export const EXPORTS: Readonly<Record<ExportFormat, Writer>> = {
  csv: { contentType: "text/csv; charset=utf-8", write: ({ detail }) => exportCsv(detail) },
  xlsx: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: ({ detail }) => exportXlsx(detail),
  },
  json: { contentType: "application/json; charset=utf-8", write: exportJson },
};

/** The complete run: with the journal in it, anyone can check the chain and play it again. */
function exportJson({ detail, record }: Dossier): string {
  const { facts, score, ratings, journal, row } = detail;
  const entries = record.entries.map(({ seq, prev, sha256, entry }) => ({
    seq,
    prev,
    sha256,
    entry: entry.kind === "track" ? { ...entry, poses: Buffer.from(entry.poses).toString("base64") } : entry,
  }));
  const whole = { format: 1, run: row, header: record.header, entries, facts, score, ratings, journal };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
