// The workbook: one sheet per table of a run.
import exceljs from "exceljs";
import type { RunDetail } from "../protocol/api.ts";
import { tablesOf } from "./tables.ts";

const WIDEST = 60;

export async function exportXlsx(detail: RunDetail): Promise<Buffer> {
  const book = new exceljs.Workbook();
  for (const { name, head, rows } of tablesOf(detail)) {
    const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.addRow([...head]).font = { bold: true };
    // Cells of a workbook carry their kind: text stays text, whatever it begins with.
    for (const row of rows) sheet.addRow(row);
    sheet.columns.forEach((column, at) => {
      const longest = Math.max(...[head, ...rows].map((cells) => String(cells[at] ?? "").length));
      column.width = Math.min(WIDEST, longest + 2);
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
