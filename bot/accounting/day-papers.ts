/** The papers issued in a day as one ZIP, or several where Telegram takes no larger file. */
import type { Span } from "../../db/day-entries.ts";
import { fileOf } from "../../db/files.ts";
import type { Store } from "../../db/open.ts";
import { paper } from "../../db/papers.ts";
import { caseFor } from "../cards/case.ts";
import { line } from "../cards/shown-text.ts";
import type { MadeMessage, PaperOf, Reader } from "../delivery/wording.ts";
import type { ZipEntry } from "../documents/zip-file.ts";
import { wordsIn } from "../texts.ts";
import { dayOf, dayStamp } from "./day-words.ts";

/** Telegram takes 50 MB of a bot; a ZIP has something of its own to add. */
const zipBytesMax = 45 * 1024 * 1024;
/** What a paper is thought to weigh that is not printed yet. */
const unprintedBytes = 4 * 1024 * 1024;
const papersMax = 500;

/** Papers in groups of which each makes one ZIP. A paper too large for any has one for itself. */
export function zipsOf(
  papers: readonly (PaperOf & { readonly bytes: number })[],
  bytesMax = zipBytesMax,
): readonly (readonly PaperOf[])[] {
  const zips: PaperOf[][] = [];
  let room = 0;
  for (const { bytes, ...one } of papers) {
    const last = zips.at(-1);
    if (last === undefined || bytes > room || last.length >= papersMax) {
      zips.push([one]);
      room = bytesMax - bytes;
    } else {
      last.push(one);
      room -= bytes;
    }
  }
  return zips;
}

/** What a paper weighs, in bytes; a guess while it is being printed. */
export function paperBytes(store: Store, of: PaperOf): number {
  const hash = paper(store, of.request, of.document)?.file;
  return (hash === undefined ? undefined : fileOf(store, hash)?.bytes) ?? unprintedBytes;
}

/** The ZIP of these papers for one reader; undefined: none of them is his to have. */
export function dayPapers(span: Span, papers: readonly PaperOf[], of: Reader): MadeMessage | undefined {
  const { store, company, person } = of;
  const words = wordsIn(person.language);
  const mine = papers.filter(({ request }) => caseFor(store, company, person.id, request) !== undefined);
  const files: ZipEntry[] = [];
  let [waiting, tooLarge, room] = [0, 0, zipBytesMax];
  for (const one of mine) {
    const found = paper(store, one.request, one.document);
    if (found?.file === undefined) {
      waiting += 1;
      continue;
    }
    const bytes = paperBytes(store, one);
    room -= bytes;
    if (room < 0) {
      tooLarge += 1;
      room += bytes;
    } else files.push({ hash: found.file, name: `${found.number}.pdf` });
  }
  if (files.length === 0) return undefined;
  const caption = [
    words("books-papers", { day: line(dayOf(span, of), 40), count: files.length }),
    ...(waiting > 0 ? [words("books-papers-waiting", { count: waiting })] : []),
    ...(tooLarge > 0 ? [words("books-papers-too-large", { count: tooLarge })] : []),
  ].join("\n");
  return {
    making: { kind: "zip", files },
    fileName: `${words("books-papers-file")} ${dayStamp(span, of)}.zip`,
    caption,
    otherwise: `${caption}\n${words("books-no-zip")}`,
  };
}
