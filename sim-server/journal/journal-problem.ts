// Why the journal did not take or find something; these are the caller's mistakes, not the trainee's.
export const JOURNAL_PROBLEMS = ["unknown-run", "run-exists", "run-closed", "written-elsewhere", "empty"] as const;
export type JournalProblemCode = (typeof JOURNAL_PROBLEMS)[number];

export class JournalProblem extends Error {
  readonly code: JournalProblemCode;

  constructor(code: JournalProblemCode, runId: string) {
    super(`journal of run ${runId}: ${code}`);
    this.name = "JournalProblem";
    this.code = code;
  }
}
