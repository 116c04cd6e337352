// Why the journal did not take or find something; these are the caller's mistakes, not the trainee's.
export type JournalProblemCode = "unknown-run" | "run-exists" | "run-closed" | "written-elsewhere" | "empty";

export class JournalProblem extends Error {
  readonly code: JournalProblemCode;

  constructor(code: JournalProblemCode, runId: string) {
    super(`journal of run ${runId}: ${code}`);
    this.name = "JournalProblem";
    this.code = code;
  }
}
