/** Sheet files for tests, made in memory: workbooks, CSV in the encodings of the region, and hostile ones. */
import { deflateRawSync } from "node:zlib";
import iconv from "iconv-lite";
import writeXlsx, { type Cell } from "write-excel-file/node";

/** Cells by rows; numbers and dates stay what they are in the workbook. */
export type Rows = readonly (readonly (string | number | Date | null)[])[];

/** An .xlsx file with one sheet. */
export async function xlsx(rows: Rows): Promise<Buffer> {
  const data = rows.map((row) =>
    row.map((value): Cell => (value instanceof Date ? { value, type: Date, format: "dd.mm.yyyy" } : value)),
  );
  return await writeXlsx(data).toBuffer();
}

/** A .csv file in an encoding, as Excel in these countries saves it. */
export function csv(rows: Rows, separator = ";", encoding = "win1251"): Buffer {
  const text = rows.map((row) => row.map(String).join(separator)).join("\r\n");
  return iconv.encode(text, encoding, { addBOM: encoding.startsWith("utf") });
}

/** Sixty lines of the demo goods: an article and a quantity in each. */
export const sixtyLines: Rows = [
  ["Артикул", "Количество"],
  ...Array.from({ length: 58 }, (_, index) => [articleOf(1001 + index), 1 + (index % 9)]),
  ["ОБ-1001", 10],
  ["ОБ-1002", 11],
];

function articleOf(number: number): string {
  return `${number <= 1030 ? "ОБ" : number <= 1043 ? "ОД" : "АК"}-${number}`;
}

/** A zip of these files, each deflated, with right sizes; `hidden` ones are in the file but not in its list. */
export function zip(files: Readonly<Record<string, Buffer>>, hidden: readonly string[] = []): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    const local = Buffer.concat([header(0x04034b50, 14), sizes, nameLengths(name), Buffer.from(name), packed]);
    if (!hidden.includes(name)) {
      const tail = Buffer.alloc(14);
      tail.writeUInt32LE(offset, 10);
      list.push(Buffer.concat([header(0x02014b50, 16), sizes, nameLengths(name), tail, Buffer.from(name)]));
    }
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The first fields of an entry up to its sizes (the check sum is left at 0: nobody is asked to believe it). */
function header(signature: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(8, length - 6);
  return bytes;
}

function nameLengths(name: string): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(Buffer.byteLength(name), 0);
  return bytes;
}

/** What a zip must hold to pass for a workbook. */
export const workbookParts = {
  "[Content_Types].xml": Buffer.from("<Types/>"),
  "xl/workbook.xml": Buffer.from("<workbook/>"),
};
