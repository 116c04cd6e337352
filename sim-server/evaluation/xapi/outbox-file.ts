// The outbox as a file, for networks that do not meet: written on one side, taken in on the other, damage noticed.
import { hash } from "node:crypto";
import { z } from "zod";
import type { Database } from "../../store/tables.ts";
import type { Outbox } from "./outbox.ts";
import type { Statement } from "./reported-run.ts";

const OUTBOX_FILE = "sandtable-outbox-1";

const firstLine = z.strictObject({ document: z.literal(OUTBOX_FILE) });
const entryLine = z.strictObject({ run: z.string().min(1).max(200), statement: z.looseObject({ id: z.uuid() }) });
const lastLine = z.strictObject({ statements: z.number().int().min(0), sha256: z.string() });

export class NotAnOutboxFile extends Error {}

/** One JSON a line: a heading, the waiting statements in order, and a last line that vouches for all before it. */
export async function writeOutboxFile(db: Database, nowMs: number): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom("outbox")
      .select(["run_id", "statement_id", "body"])
      .where("state", "=", "waiting")
      .orderBy("run_id")
      .orderBy("seq")
      .execute();
    await transaction
      .updateTable("outbox")
      .set({ state: "carried", settled_at_ms: nowMs })
      .where("state", "=", "waiting")
      .execute();
    const lines = rows.map(({ run_id, body }) => `{"run":${JSON.stringify(run_id)},"statement":${body}}\n`);
    const text = `${JSON.stringify({ document: OUTBOX_FILE })}\n${lines.join("")}`;
    return `${text}${JSON.stringify({ statements: rows.length, sha256: hash("sha256", text, "hex") })}\n`;
  });
}

/** Takes a file in whole or not at all; statements that are here already are left as they are. */
export async function readOutboxFile(db: Database, outbox: Outbox, text: string, nowMs: number): Promise<number> {
  const lines = text.split("\n");
  const [heading, ...rest] = lines.slice(0, -2);
  const vouched = parsed(lastLine, lines.at(-2), "its last line is missing; it was cut short");
  parsed(firstLine, heading, "its first line names another kind of document");
  const before = text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1);
  if (lines.at(-1) !== "" || vouched.statements !== rest.length || vouched.sha256 !== hash("sha256", before, "hex"))
    throw new NotAnOutboxFile("the outbox file was altered or cut short; write it out again");
  const runs = new Map<string, Statement[]>();
  for (const [index, line] of rest.entries()) {
    const { run, statement } = parsed(entryLine, line, `line ${index + 2} holds no statement of a run`);
    const own = runs.get(run);
    if (own) own.push(statement);
    else runs.set(run, [statement]);
  }
  await db.transaction().execute(async (transaction) => {
    for (const [run, statements] of runs) await outbox.put(transaction, run, statements, nowMs);
  });
  return rest.length;
}

function parsed<Shape>(schema: z.ZodType<Shape>, line: string | undefined, problem: string): Shape {
  let value: unknown;
  try {
    value = JSON.parse(line ?? "");
  } catch {
    value = undefined; // Not JSON: the schema says so below, with the sentence that helps.
  }
  const found = schema.safeParse(value);
  if (!found.success) throw new NotAnOutboxFile(`the file is no outbox file: ${problem}`);
  return found.data;
}
