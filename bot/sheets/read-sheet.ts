/** Bytes of an .xlsx or .csv file → rows of texts. What the bytes are is seen from themselves, not from the name. */
import { readSheet as readXlsx, type CellValue } from "read-excel-file/node";
import { csvRows } from "./csv.ts";
import { sheetLimits, type Sheet, type SheetLimits, type SheetRefusal } from "./sheet.ts";
import { refuseWorkbook } from "./zip.ts";

/** Reads the first sheet. Rows that are empty stay, so that row numbers are those the person sees; trailing ones go. */
export async function readSheet(
  bytes: Buffer,
  limits: SheetLimits = sheetLimits,
): Promise<Sheet | SheetRefusal> {
  if (bytes.length > limits.bytesMax) return { kind: "too-big", bytesMax: limits.bytesMax };
  if (bytes.length === 0) return { kind: "empty-sheet" };
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return { kind: "old-xls" };
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return await readWorkbook(bytes, limits);
  return isText(bytes) ? readText(bytes, limits) : { kind: "not-a-sheet" };
}

async function readWorkbook(bytes: Buffer, limits: SheetLimits): Promise<Sheet | SheetRefusal> {
  const refusal = refuseWorkbook(bytes, limits);
  if (refusal) return refusal;
  let cells: (CellValue | null)[][];
  try {
    cells = await readXlsx(bytes);
  } catch {
    return { kind: "damaged" }; // a zip with the right names whose contents are no workbook
  }
  return withinLimits(
    cells.map((row) => row.map(cellText)),
    limits,
  );
}

function readText(bytes: Buffer, limits: SheetLimits): Sheet | SheetRefusal {
  try {
    return withinLimits(csvRows(bytes, limits), limits);
  } catch {
    return { kind: "damaged" }; // a quote that is never closed, a line without end
  }
}

/** No text has NUL bytes, except in UTF-16; and a PDF or a picture says what it is in its first bytes. */
function isText(bytes: Buffer): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return true;
  if (/^(%PDF|\{\\rtf|<!doctype|<html|<\?xml)/i.test(bytes.subarray(0, 16).toString("latin1"))) return false;
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** A cell as text: numbers without exponent or noise of binary fractions, dates as `YYYY-MM-DD`. */
function cellText(cell: CellValue | null): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return numberText(cell);
  return String(cell).trim();
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  const plain = Number(value.toPrecision(15));
  return Math.abs(plain) < 1e-6 ? plain.toFixed(15).replace(/0+$/, "") : String(plain);
}

function withinLimits(cells: readonly (readonly string[])[], limits: SheetLimits): Sheet | SheetRefusal {
  const rows = cells.map((row) => row.map((cell) => cell.trim()));
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === "")) rows.pop();
  if (rows.length === 0) return { kind: "empty-sheet" };
  if (rows.length > limits.rowsMax + 1) return { kind: "too-many-rows", rowsMax: limits.rowsMax };
  if (rows.some((row) => row.length > limits.columnsMax)) {
    return { kind: "too-many-columns", columnsMax: limits.columnsMax };
  }
  const long = rows.findIndex((row) => row.some((cell) => cell.length > limits.cellMax));
  if (long >= 0) return { kind: "cell-too-long", row: long + 1, max: limits.cellMax };
  return { kind: "sheet", rows };
}
