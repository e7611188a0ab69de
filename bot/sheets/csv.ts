/** Rows of a CSV file as Excel and bookkeeping programs of these countries write it: any encoding, any separator. */
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import type { SheetLimits } from "./sheet.ts";

const separators = [";", "\t", ","] as const;

/** The text of the bytes: UTF-8 or UTF-16 by mark, UTF-8 if it is valid, else the old code page that fits. */
function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, "utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, "utf16be");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, isCp866(bytes) ? "cp866" : "win1251");
  }
}

/**
 * Cyrillic letters lie at 80–AF and E0–EF in cp866, at C0–FF in windows-1251. There 80–AF are rare signs, except « and the
 * no-break space of sums, which may well be more than all letters of a sheet.
 */
function isCp866(bytes: Buffer): boolean {
  let low = 0;
  let high = 0;
  for (const byte of bytes) {
    if (byte >= 0x80 && byte <= 0xaf && byte !== 0xa0 && byte !== 0xab) low += 1;
    else if ((byte >= 0xc0 && byte <= 0xdf) || byte >= 0xf2) high += 1;
  }
  return low > high;
}

/** The separator that the first line has most of, outside quotes; one column: `;`. */
function separatorOf(text: string): string {
  const first = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = separators.map((separator) => first.split(separator).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? ";" : (separators[counts.indexOf(most)] ?? ";");
}

/** Cells by rows, one row more than allowed so that the limit shows. Throws on a quote that is never closed. */
export function csvRows(bytes: Buffer, limits: SheetLimits): string[][] {
  const text = decodeText(bytes).replace(/^\ufeff/, "");
  const separator = /^sep=(.)\r?\n/i.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  return parse(body, {
    delimiter: separator?.[1] ?? separatorOf(body),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.cellMax * 20,
    to: limits.rowsMax + 2,
  });
}
