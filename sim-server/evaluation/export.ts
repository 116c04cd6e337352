// The forms in which a run leaves the house: a flat table, a workbook, or everything as one document.
import type { Link } from "../journal/chain.ts";
import type { ExportFormat, RunDetail } from "../protocol/api.ts";
import type { ScaledResult } from "../protocol/assessment.ts";
import { COMPLETE_RUN, type CompleteRun } from "./complete-run.ts";
import { exportCsv } from "./export-csv.ts";
import { exportXlsx } from "./export-xlsx.ts";
import type { Language } from "./told-fact.ts";

/** All that is known of a run. */
export type Dossier = {
  readonly detail: RunDetail;
  readonly links: readonly Link[];
  readonly atMs: number;
  /** The result on the scale the reader chose; tables carry it beside the rating it reads. */
  readonly scaled?: ScaledResult;
};

type Writer = {
  readonly contentType: string;
  write(dossier: Dossier, language: Language): string | Uint8Array | Promise<Uint8Array>;
};

export const EXPORTS: Readonly<Record<ExportFormat, Writer>> = {
  csv: {
    contentType: "text/csv; charset=utf-8",
    write: ({ detail, scaled }, language) => exportCsv(detail, language, scaled),
  },
  xlsx: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: ({ detail, scaled }, language) => exportXlsx(detail, language, scaled),
  },
  json: { contentType: "application/json; charset=utf-8", write: exportJson },
};

/** With the journal in it, anyone can check the chain and play the run again. */
function exportJson({ detail, links, atMs }: Dossier): string {
  const whole: CompleteRun = {
    document: COMPLETE_RUN,
    exportedAtMs: atMs,
    journal: links.map(({ seq, prev, sha256, text }) => ({ seq, prev, sha256, text })),
    facts: [...detail.facts],
    score: detail.score,
    ratings: [...detail.ratings],
  };
  return `${JSON.stringify(whole)}\n`;
}
