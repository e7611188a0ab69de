/** Writes a table as CSV for Excel of these countries: `;`, UTF-8 with its mark, decimal comma, no formulas (domain 9.4, W20). */
import { cellText, type Cell, type Column, type SheetTable } from "./table.ts";

/** What Excel and its kin take for the beginning of a formula, also in the wide forms of East Asian keyboards. */
// eslint-disable-next-line no-control-regex -- NUL is one of them
const formula = /^[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/;

/** Bytes of the file: headings, rows, totals; every line ends with CRLF. */
export function writeCsv({ columns, rows, totals = [] }: SheetTable): Uint8Array {
  const heading = columns.map((column) => quoted(harmless(column.title)));
  const lines = [...rows, ...totals].map((row) =>
    columns.map((column, index) => quoted(cellOf(column, row[index]))),
  );
  return Buffer.from(`\ufeff${[heading, ...lines].map((line) => `${line.join(";")}\r\n`).join("")}`);
}

function cellOf({ kind }: Column, value: Cell | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") {
    const [, year, month, day] = (kind === "date" && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)) || [];
    return year === undefined ? harmless(value) : `${day}.${month}.${year}`;
  }
  switch (kind) {
    case "money":
      return (value / 100).toFixed(2).replace(".", ",");
    case "percent":
      return `${value}%`;
    case "text":
    case "date":
    case "number":
      return String(value).replace(".", ",");
  }
}

/** Words that would be read as a formula get an apostrophe in front; numbers of ours never come here. */
function harmless(text: string): string {
  const clean = cellText(text);
  return formula.test(text) || formula.test(clean) ? `'${clean}` : clean;
}

const quoted = (cell: string): string =>
  /[";\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
