// The flat file: every table of a run below the other, readable by spreadsheets and safe to open in them.
import type { RunDetail } from "../protocol/api.ts";
import { type Cell, tablesOf } from "./tables.ts";

/** Without this mark spreadsheets take Chinese text for something else. */
const BYTE_ORDER_MARK = "\uFEFF";

export function exportCsv(detail: RunDetail): string {
  const lines = tablesOf(detail).flatMap(({ name, head, rows }) => [
    ["table", ...head],
    ...rows.map((cells) => [name, ...cells]),
  ]);
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A trainee may be called =HYPERLINK(…): what a spreadsheet would compute is kept as text by a leading quote. */
export function inert(text: string): string {
  return /^[\s\u0000]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}
