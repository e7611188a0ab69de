/** Writes a table as a file in the printer's child: fifty thousand rows take seconds that the bot must not lose (domain 11). */
import { sheetTable } from "../sheets/table.ts";
import { writeCsv } from "../sheets/write-csv.ts";
import { writeWorkbook } from "../sheets/write-workbook.ts";
import type { SheetFormat } from "./printer-jobs.ts";

/** The file's bytes. Throws on what is no table: it comes from our own code. */
export async function sheetFile(table: unknown, format: SheetFormat): Promise<Uint8Array> {
  const { totals, ...rest } = sheetTable.parse(table);
  const parsed = { ...rest, ...(totals !== undefined && { totals }) };
  return format === "csv" ? writeCsv(parsed) : writeWorkbook(parsed);
}
