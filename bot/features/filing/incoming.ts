/** What a Telegram message brings for filing: a picture, a table of goods, a file that is of no use, or something else. */
import type { Message } from "grammy/types";
import { sheetLimits } from "../../sheets/sheet.ts";
import type { Media } from "../../../flows/filing/draft.ts";
import type { FileRefusal, OtherKind } from "../../../flows/filing/input.ts";
import { fetchBytesMax } from "../../files/fetch-max.ts";

/** What is noted of a file to be fetched. */
export interface FileNote {
  readonly uniqueId: string;
  readonly fileId: string;
  readonly sentAs: Media["sentAs"];
  readonly name?: string;
  readonly mime?: string;
  readonly bytes?: number;
}
export type Incoming =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "picture"; readonly media: Media; readonly note: FileNote; readonly caption?: string }
  /** A PDF. */
  | { readonly kind: "paper"; readonly note: FileNote; readonly caption?: string }
  | { readonly kind: "table"; readonly note: FileNote }
  | { readonly kind: "file-refused"; readonly refusal: FileRefusal }
  | { readonly kind: "other"; readonly what: OtherKind };

export function incoming(message: Message): Incoming {
  if (message.text !== undefined) return { kind: "text", text: message.text };
  const caption = message.caption === undefined ? {} : { caption: message.caption };
  const photo = message.photo?.at(-1);
  if (photo !== undefined) return picture(noteOf(photo, "photo"), "photo", caption);
  if (message.animation !== undefined) return { kind: "other", what: "animation" }; // it carries a document as well
  if (message.video !== undefined) return picture(noteOf(message.video, "video"), "video", caption);
  if (message.document !== undefined) return documentOf(noteOf(message.document, "document"), caption);
  return { kind: "other", what: otherKind(message) };
}

interface TelegramFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size?: number;
  readonly file_name?: string;
  readonly mime_type?: string;
}
/** What is noted of a file of Telegram. */
export function noteOf(file: TelegramFile, sentAs: FileNote["sentAs"]): FileNote {
  return {
    uniqueId: file.file_unique_id,
    fileId: file.file_id,
    sentAs,
    ...(file.file_name === undefined ? {} : { name: file.file_name }),
    ...(file.mime_type === undefined ? {} : { mime: file.mime_type }),
    ...(Number.isSafeInteger(file.file_size) && { bytes: file.file_size }), // what is no number of bytes says nothing
  };
}

function tooBig(note: FileNote, maxBytes: number): Incoming | undefined {
  const bytes = note.bytes ?? 0;
  return bytes > maxBytes
    ? { kind: "file-refused", refusal: { kind: "file-too-big", bytes, maxBytes } }
    : undefined;
}

function picture(note: FileNote, kind: Media["kind"], caption: { caption?: string }): Incoming {
  const { uniqueId, fileId, sentAs } = note;
  return (
    tooBig(note, fetchBytesMax) ?? {
      kind: "picture",
      media: { uniqueId, fileId, kind, sentAs },
      note,
      ...caption,
    }
  );
}

/** By its name first: a text called `.jpg` is taken for a picture, and the check finds out; a zip called `.xlsx` likewise. */
function documentOf(note: FileNote, caption: { caption?: string }): Incoming {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(note.name ?? "")?.[1]?.toLowerCase() ?? "";
  const mime = note.mime?.toLowerCase() ?? "";
  if (["heic", "heif", "avif"].includes(extension) || /^image\/(heic|heif|avif)/.test(mime))
    return { kind: "file-refused", refusal: { kind: "heic" } };
  if (isPaper(note)) return tooBig(note, fetchBytesMax) ?? { kind: "paper", note, ...caption };
  if (isTable(note)) return tooBig(note, sheetLimits.bytesMax) ?? { kind: "table", note };
  if (["jpg", "jpeg", "png", "webp", "gif"].includes(extension) || mime.startsWith("image/"))
    return picture(note, "photo", caption);
  if (mime.startsWith("video/")) return picture(note, "video", caption);
  return tooBig(note, fetchBytesMax) ?? { kind: "file-refused", refusal: { kind: "unknown-file" } };
}

const tableNames = /\.(xlsx|xlsm|xls|csv|tsv)$/i;
const tableMimes = /spreadsheet|ms-excel|\bcsv\b|tab-separated/i;

/** Whether a file is read as a table of goods: by its name, or, where that says nothing, by its declared type. */
export function isTable(of: {
  readonly sentAs: Media["sentAs"];
  readonly name?: string | null | undefined;
  readonly mime?: string | null | undefined;
}): boolean {
  if (of.sentAs !== "document") return false;
  const name = of.name ?? "";
  return tableNames.test(name) || (!/\.\w{2,5}$/.test(name) && tableMimes.test(of.mime ?? ""));
}

/** Whether a file is opened as a PDF: by its name, or, where that says nothing, by its declared type. */
export function isPaper(of: {
  readonly sentAs: Media["sentAs"];
  readonly name?: string | null | undefined;
  readonly mime?: string | null | undefined;
}): boolean {
  if (of.sentAs !== "document") return false;
  const name = of.name ?? "";
  return /\.pdf$/i.test(name) || (!/\.\w{2,5}$/.test(name) && /\/(x-)?pdf\b/i.test(of.mime ?? ""));
}

function otherKind(message: Message): OtherKind {
  if (message.sticker !== undefined) return "sticker";
  if (message.voice !== undefined || message.audio !== undefined || message.video_note !== undefined)
    return "voice";
  if (message.location !== undefined || message.venue !== undefined) return "location";
  if (message.contact !== undefined) return "contact";
  return message.poll === undefined ? "other" : "poll";
}
