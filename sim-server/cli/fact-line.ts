// A fact and an exercise time as a person reads them.
import { clock } from "../evaluation/scored-run.ts";
import type { LogEntry } from "../protocol/views.ts";

export function factLine({ tick, by, kind, of, detail }: LogEntry): string {
  const rest = Object.entries(detail).map(
    ([name, value]) => ` ${name}=${typeof value === "number" ? round(value) : value}`,
  );
  return `${clock(tick)}  ${by}  ${kind}  ${of}${rest.join("")}`;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
