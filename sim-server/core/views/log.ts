// Facts as log lines for consoles and desks.
import type { Fact } from "../../../scenarios/format/facts.ts";
import type { LogEntry } from "../../protocol/views.ts";

/** One fact as a log line; its number is its place in the run. */
export function logEntry(fact: Fact, seq: number): LogEntry {
  const { tick, by, kind, of, ...detail } = fact;
  return { seq, tick, by, kind, of, detail };
}

export const logEntries = (facts: readonly Fact[], from = 0): LogEntry[] =>
  facts.slice(from).map((fact, at) => logEntry(fact, from + at + 1));
