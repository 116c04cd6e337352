// A scored run as CSV that Excel on a Chinese Windows opens rightly and that carries no formula.
import type { RunDetail } from "../protocol/api.ts";
import type { ScaledResult } from "../protocol/assessment.ts";
import { HEADINGS, type TaskRow, taskRows } from "./scored-run.ts";
import type { Language } from "./told-fact.ts";

const BOM = "\uFEFF";

/** RFC 4180 with a byte-order mark; a cell that a spreadsheet would take for a formula is led by an apostrophe. */
export function exportCsv(detail: RunDetail, language: Language = "zh", scaled?: ScaledResult): string {
  const columns = Object.keys(HEADINGS[language]) as (keyof TaskRow)[];
  const rows = [
    columns.map((column) => HEADINGS[language][column]),
    ...taskRows(detail, language, scaled).map((row) => columns.map((column) => row[column])),
  ];
  return `${BOM + rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

export function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** OWASP: cells starting with = + - @ or a control character may run as formulas. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
