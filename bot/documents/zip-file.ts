/** Kept files in one ZIP, under safe names: as they are, for PDFs and photos are packed already. */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { Zip, ZipPassThrough } from "fflate";
import { readFile } from "../../db/files.ts";
import { oneLine } from "../../flows/company/clean-text.ts";
import type { FileHash } from "../../flows/ids.ts";

export interface ZipEntry {
  readonly hash: FileHash;
  /** As it is called; made safe when it is packed. */
  readonly name: string;
}

/** Bytes that are checked and copied before others have their turn: a few milliseconds. */
const pieceBytes = 256 * 1024;
const nameMax = 120;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that no program unpacks to another place, or refuses: no folders, no device, no leading point, no hidden signs (F49). */
export function safeEntryName(name: string): string {
  const clean = oneLine(name)
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const [, stem = clean, ending = ""] = /^(.*?)(\.[a-z0-9]{1,5})?$/i.exec(clean) ?? [];
  const short = `${Array.from(stem).slice(0, nameMax).join("")}${ending}`;
  return short === "" || reserved.test(short) ? `_${short}` : short;
}

/** Names as they stand in the ZIP: each once, whatever the letter case. */
export function entryNames(files: readonly Pick<ZipEntry, "name">[]): readonly string[] {
  const used = new Set<string>();
  return files.map(({ name }) => {
    const safe = safeEntryName(name);
    const [, stem = safe, ending = ""] = /^(.*?)(\.[a-z0-9]{1,5})?$/i.exec(safe) ?? [];
    let unique = safe;
    for (let n = 2; used.has(unique.toLowerCase()); n += 1) unique = `${stem} (${n})${ending}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

/** Throws when a file is missing or damaged. */
export async function zipFile(files: readonly ZipEntry[], folder: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const names = entryNames(files);
  for (const [at, { hash }] of files.entries()) {
    const bytes = await readFile(folder, hash);
    const entry = new ZipPassThrough(names[at] ?? hash);
    zip.add(entry);
    for (let from = 0; from === 0 || from < bytes.length; from += pieceBytes) {
      entry.push(bytes.subarray(from, from + pieceBytes), from + pieceBytes >= bytes.length);
      await turnOfOthers();
    }
  }
  zip.end();
  return Buffer.concat(chunks);
}
