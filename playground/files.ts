/** Files: their identifiers, their links, their bytes. */
import type { FileInfo, NamedFile } from "./messages.ts";
import { badRequest } from "./refusal.ts";
import type { Store } from "./store.ts";

/** The kinds of files, as the server names them in refusals. */
export const fileKinds = {
  photo: "Photo",
  document: "Document",
  video: "Video",
  audio: "Audio",
  voice: "VoiceNote",
  animation: "Animation",
  sticker: "Sticker",
} as const;
export type FileKind = keyof typeof fileKinds;

export interface FileRow {
  id: number;
  kind: FileKind;
  hash: string;
  name: string | null;
  mime: string | null;
  size: number;
  width: number | null;
  height: number | null;
  /** Sizes of one photo share the number of their smallest. */
  set_of: number | null;
  linked_at: number | null;
}

export interface NewFile {
  kind: FileKind;
  hash: string;
  size: number;
  name?: string | undefined;
  mime?: string | undefined;
  width?: number | undefined;
  height?: number | undefined;
}

/** The last byte of every file_id: the version of its layout. */
const idVersion = 4;
const kindOrder: readonly FileKind[] = [
  "photo",
  "document",
  "video",
  "audio",
  "voice",
  "animation",
  "sticker",
];
const idLength = 1 + 8 + 8 + 16 + 1;

const folders: Readonly<Record<FileKind, string>> = {
  photo: "photos",
  document: "documents",
  video: "videos",
  audio: "music",
  voice: "voice",
  animation: "animations",
  sticker: "stickers",
};

export class Files {
  readonly #store: Store;
  readonly #botId: number;

  constructor(store: Store, botId: number) {
    this.#store = store;
    this.#botId = botId;
  }

  add(file: NewFile): NamedFile {
    const { lastInsertRowid } = this.#store.db
      .prepare("INSERT INTO file (kind, hash, name, mime, size, width, height) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(file.kind, file.hash, file.name, file.mime, file.size, file.width, file.height);
    const row = this.#row(Number(lastInsertRowid));
    if (!row) throw new Error("A file row vanished right after it was written");
    return this.info(row);
  }

  /** Adds the sizes of one photo, small to large, as they stand in a message. */
  addPhoto(sizes: readonly Omit<NewFile, "kind">[]): FileInfo[] {
    const added = sizes.map((size) => this.add({ mime: "image/jpeg", ...size, kind: "photo" }));
    const ids = added.map(({ fileId }) => this.find(fileId)?.id);
    this.#store.db
      .prepare(`UPDATE file SET set_of = ? WHERE id IN (${ids.map(() => "?").join(",")})`)
      .run(ids[0], ...ids);
    return added.map(bareInfo);
  }

  /** All sizes of the photo to which a file belongs. */
  photoOf(row: FileRow): FileInfo[] {
    return this.#store.db
      .prepare<[number | null], FileRow>("SELECT * FROM file WHERE set_of = ? ORDER BY id")
      .all(row.set_of)
      .map((size) => bareInfo(this.info(size)));
  }

  /** The file as it stands in a message. */
  info(row: FileRow): NamedFile {
    return {
      fileId: this.#fileId(row),
      fileUniqueId: uniqueId(row),
      size: row.size,
      ...(row.name === null ? {} : { name: row.name }),
      ...(row.mime === null ? {} : { mimeType: row.mime }),
      ...(row.width === null ? {} : { width: row.width }),
      ...(row.height === null ? {} : { height: row.height }),
    };
  }

  /** The file behind a file_id of this bot, undefined when there is none. */
  find(fileId: string): FileRow | undefined {
    const bytes = Buffer.from(fileId, "base64url");
    if (bytes.length !== idLength || bytes.at(-1) !== idVersion) return undefined;
    if (bytes.readBigInt64BE(1) !== BigInt(this.#botId)) return undefined;
    const row = this.#row(Number(bytes.readBigInt64BE(9)));
    return row && this.#fileId(row) === fileId ? row : undefined;
  }

  /**
   * The file behind a file_id given to a sending method, with the refusals of the real server:
   * no base64, wrong last symbol, another bot's file, a file of another kind.
   */
  require(fileId: string, as: FileKind): FileRow {
    const wrong = "Wrong remote file identifier specified";
    if (!/^[A-Za-z0-9_-]*$/.test(fileId)) throw badRequest(`${wrong}: Wrong character in the string`);
    if (fileId.length % 4 === 1) throw badRequest(`${wrong}: Wrong string length`);
    const bytes = Buffer.from(fileId, "base64url");
    if (bytes.at(-1) !== idVersion) throw badRequest(`${wrong}: can't unserialize it. Wrong last symbol`);
    if (bytes.length !== idLength) throw badRequest(`${wrong}: can't unserialize it`);
    const row = this.find(fileId);
    if (!row) throw badRequest("MEDIA_EMPTY");
    // Every kind but a photo is a document inside, and may be sent as any other of them.
    const bothDocuments = row.kind !== "photo" && as !== "photo";
    if (row.kind !== as && !bothDocuments) {
      throw badRequest(`Can't use file of type ${fileKinds[row.kind]} as ${fileKinds[as]}`);
    }
    return row;
  }

  /** Opens the link of a file at an instant; returns its path under `/file/bot<token>/`. */
  link(row: FileRow, now: number): string {
    this.#store.db.prepare("UPDATE file SET linked_at = ? WHERE id = ?").run(now, row.id);
    return pathOf(row);
  }

  /** The file behind a path under `/file/bot<token>/`. */
  byPath(path: string): FileRow | undefined {
    const id = /file_(\d+)/.exec(path)?.[1];
    const row = id === undefined ? undefined : this.#row(Number(id));
    return row && pathOf(row) === path ? row : undefined;
  }

  bytes(row: FileRow): Uint8Array {
    return this.#store.read(row.hash);
  }

  #row(id: number): FileRow | undefined {
    return this.#store.db.prepare<[number], FileRow>("SELECT * FROM file WHERE id = ?").get(id);
  }

  #fileId(row: FileRow): string {
    const bytes = Buffer.alloc(idLength);
    bytes[0] = kindOrder.indexOf(row.kind);
    bytes.writeBigInt64BE(BigInt(this.#botId), 1);
    bytes.writeBigInt64BE(BigInt(row.id), 9);
    bytes.write(row.hash, 17, 16, "hex");
    bytes[idLength - 1] = idVersion;
    return bytes.toString("base64url");
  }
}

/** Without name and type, which a photo has not. */
function bareInfo({ fileId, fileUniqueId, size, width = 0, height = 0 }: NamedFile): FileInfo {
  return { fileId, fileUniqueId, size, width, height };
}

/** The same for all bots, and no key to the file. */
function uniqueId(row: FileRow): string {
  const bytes = Buffer.alloc(15);
  bytes[0] = 0x80 + kindOrder.indexOf(row.kind);
  bytes.writeBigInt64BE(BigInt(row.id), 1);
  bytes.write(row.hash, 9, 5, "hex");
  bytes[14] = 0x80;
  return bytes.toString("base64url");
}

function pathOf(row: FileRow): string {
  const ending = row.kind === "photo" ? ".jpg" : (/\.[A-Za-z0-9]{1,8}$/.exec(row.name ?? "")?.[0] ?? "");
  return `${folders[row.kind]}/file_${row.id}${ending}`;
}

/** PhotoSize, and the file fields of every other kind. */
export function fileJson(file: FileInfo): Record<string, string | number> {
  return {
    file_id: file.fileId,
    file_unique_id: file.fileUniqueId,
    file_size: file.size,
    ...(file.width === undefined ? {} : { width: file.width }),
    ...(file.height === undefined ? {} : { height: file.height }),
  };
}
