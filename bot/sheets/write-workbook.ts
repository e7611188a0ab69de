/** Writes a table as .xlsx: sums as numbers, dates as dates, words as words, never a formula (domain 11, W20). */
import writeExcelFile, { type CellObject, type SheetData } from "write-excel-file/node";
import { cellText, type Cell, type Column, type ColumnKind, type SheetTable } from "./table.ts";

const formats: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  money: "#,##0.00",
  percent: "0%",
  date: "dd.mm.yyyy",
  number: "#,##0",
};
const headings = {
  fontWeight: "bold",
  backgroundColor: "#E8EDF3",
  wrap: true,
  alignVertical: "center",
  /** Points: room for a heading of two lines, which no program adds by itself. */
  height: 34,
} as const;
const summing = { fontWeight: "bold", topBorderStyle: "thin" } as const;

/** Named, so that bold words are of the same family wherever it is opened. */
const font = { fontFamily: "Arial", fontSize: 10 } as const;

/** Bytes of a workbook with one sheet: bold headings that stay in sight, then the rows, then the totals. */
export async function writeWorkbook(table: SheetTable): Promise<Uint8Array> {
  const { columns, rows, totals = [] } = table;
  const data: SheetData = [
    columns.map((column) => ({
      value: wordsOf(column.title),
      type: String,
      align: sideOf(column),
      ...headings,
    })),
    ...rows.map((row) => columns.map((column, index) => cellOf(column, row[index]))),
    ...totals.map((row) => columns.map((column, index) => ({ ...cellOf(column, row[index]), ...summing }))),
  ];
  const written = writeExcelFile(
    data,
    {
      sheet: sheetName(table.name),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: "landscape",
    },
    font,
  );
  return new Uint8Array(await written.toBuffer());
}

const sideOf = ({ kind }: Column): "left" | "right" =>
  kind === "text" || kind === "date" ? "left" : "right";

function cellOf(column: Column, value: Cell | undefined): CellObject {
  const format = formats[column.kind];
  if (value === null || value === undefined) return {};
  if (typeof value === "string") {
    const date = column.kind === "date" ? Date.parse(value) : Number.NaN;
    if (!Number.isNaN(date)) return { value: new Date(date), type: Date, format };
    return { value: wordsOf(value), type: String, format: formats.text };
  }
  const hundredths = column.kind === "money" || column.kind === "percent";
  return { value: hundredths ? value / 100 : value, type: Number, format };
}

/**
 * The library keeps words in a plain object: those that such an object has by itself («valueOf») would spoil the whole
 * workbook. A space after them, which nobody sees, makes them words like others.
 */
function wordsOf(text: string): string {
  const clean = cellText(text);
  return clean in Object.prototype ? `${clean} ` : clean;
}

/** Excel takes at most 31 characters, none of `[ ] : * ? / \`, and no apostrophe at the ends. */
function sheetName(name: string): string {
  const clean = cellText(name)
    .replace(/[[\]:*?/\\\s]+/g, " ")
    .replace(/^['\s]+/, "");
  return clean.slice(0, 31).replace(/['\s]+$/, "") || "1";
}
