// What the printing thread does: one job in, one PDF out.
import { parentPort } from "node:worker_threads";
import type { GroupPortrait, PersonPortrait } from "../../protocol/portrait.ts";
import type { Language } from "../told-fact.ts";
import { groupReport, personReport } from "./people-report.ts";
import { type RunReportData, runReport } from "./run-report.ts";

export type ReportJob = { readonly language: Language; readonly atMs: number } & (
  | { readonly kind: "run"; readonly data: RunReportData }
  | { readonly kind: "person"; readonly data: PersonPortrait }
  | { readonly kind: "group"; readonly data: GroupPortrait }
);

export function print(job: ReportJob): Promise<Uint8Array> {
  switch (job.kind) {
    case "run":
      return runReport(job.data, job.language);
    case "person":
      return personReport(job.data, job.atMs, job.language);
    case "group":
      return groupReport(job.data, job.atMs, job.language);
  }
}

parentPort?.on("message", ({ number, job }: { number: number; job: ReportJob }) => {
  print(job).then(
    (pdf) => parentPort?.postMessage({ number, pdf }),
    (error: unknown) =>
      parentPort?.postMessage({
        number,
        problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
