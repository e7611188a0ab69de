/** Looks into an .xlsx before anybody unpacks it: is it a workbook, and how much would come out (F125)? */
import { inflateRawSync } from "node:zlib";
import type { SheetLimits, SheetRefusal } from "./sheet.ts";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
  /** Bytes it takes in the file: header, data, a possible descriptor, and its line in the list. */
  readonly stored: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const entriesMax = 5_000;
const descriptorBytes = 24;
const unlistedMax = 1024;
const lessThan = 0x3c;

/** Why these bytes are no workbook that may be unpacked; undefined: they are. What the zip says of sizes isn't believed. */
export function refuseWorkbook(bytes: Buffer, limits: SheetLimits): SheetRefusal | undefined {
  const entries = entriesOf(bytes);
  if (!entries) return { kind: "damaged" };
  if (unlistedBytes(bytes, entries) > unlistedMax) return { kind: "damaged" };
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has("[Content_Types].xml") || !names.has("xl/workbook.xml")) return { kind: "zip-not-workbook" };
  let left = Math.min(limits.unpackedMax, bytes.length * limits.ratioMax);
  const filled: number[] = [];
  for (const entry of entries) {
    const content = unpacked(entry, left);
    if (!Buffer.isBuffer(content)) return content;
    left -= content.length;
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)) filled.push(filledRows(content));
  }
  // Which sheet is the first isn't known yet: refused is only what would be too long whichever it is.
  const tooLong = filled.length > 0 && Math.min(...filled) > limits.rowsMax + 1;
  return tooLong ? { kind: "too-many-rows", rowsMax: limits.rowsMax } : undefined;
}

/** Rows that hold a value, counted without reading them: in a tenth of a second a file far too long is known as such. */
function filledRows(xml: Buffer): number {
  let count = 0;
  let value = nextValue(xml, 0);
  for (let end = xml.indexOf("</row>"); end >= 0 && value >= 0; end = xml.indexOf("</row>", end + 6)) {
    if (value > end) continue;
    count += 1;
    value = nextValue(xml, end);
  }
  return count;
}

/** Where the next value that isn't empty begins: a number, a formula's result, or the index of a text. */
function nextValue(xml: Buffer, from: number): number {
  let at = xml.indexOf("<v>", from);
  while (at >= 0 && xml[at + 3] === lessThan) at = xml.indexOf("<v>", at + 3);
  return at;
}

/** Bytes that belong to nothing in the list: a reader that takes the zip as a stream would unpack what hides there. */
function unlistedBytes(bytes: Buffer, entries: readonly Entry[]): number {
  return entries.reduce((left, entry) => left - entry.stored, bytes.length);
}

function unpacked(entry: Entry, left: number): Buffer | SheetRefusal {
  if (entry.method === 0) return entry.packed;
  if (entry.method !== 8) return { kind: "damaged" };
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(left, 1) });
  } catch (error) {
    // zlib says by its code whether the limit was hit or the data is broken.
    const overflow = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return { kind: overflow ? "packed-too-tight" : "damaged" };
  }
}

/** The zip's list of contents; undefined when it is broken or absurdly long. */
function entriesOf(bytes: Buffer): Entry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endOfDirectory) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  if (count > entriesMax) return undefined;
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) return undefined;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const header = bytes.readUInt32LE(at + 42);
    const packed = packedData(bytes, header, bytes.readUInt32LE(at + 20));
    if (!packed) return undefined;
    const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    entries.push({
      name: bytes.toString("utf8", at + 46, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      packed,
      stored: next - at + packed.byteOffset - bytes.byteOffset - header + packed.length + descriptorBytes,
    });
    at = next;
  }
  return entries;
}

function packedData(bytes: Buffer, header: number, size: number): Buffer | undefined {
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== localEntry) return undefined;
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  return start + size <= bytes.length ? bytes.subarray(start, start + size) : undefined;
}
