/** Files on disk by the hash of their bytes, and what is known of them. A row never stands without its file (R20, F10). */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile as readBytes, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { FileHash, Instant } from "../flows/ids.ts";
import { id } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface FileRow {
  readonly hash: FileHash;
  readonly mime: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
  readonly at: Instant;
  /** A picture of a PDF's first page, a file of its own. */
  readonly page?: FileHash;
}

const temporary = /^\.[0-9a-f]{16}\.part$/;

/** Where a file lies: its name is its hash alone, whatever the sender called it (F49). */
export function filePath(folder: string, hash: FileHash): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("a file's hash is 64 hexadecimal digits");
  return join(folder, hash);
}

/** Keeps bytes: temporary file, fsync, rename, fsync of the folder. Kept before: nothing is written twice. */
export async function putFile(folder: string, bytes: Uint8Array): Promise<FileHash> {
  const hash = id<FileHash>(createHash("sha256").update(bytes).digest("hex"));
  const target = filePath(folder, hash);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await sizeOf(target)) === bytes.length) return hash;
  const part = join(folder, `.${randomBytes(8).toString("hex")}.part`);
  const file = await open(part, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, target);
  const directory = await open(folder);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
  return hash;
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.size,
    () => undefined,
  );
}

/** The bytes of a file. Throws when it is missing or its bytes are no longer those of the hash (F50). */
export async function readFile(folder: string, hash: FileHash): Promise<Buffer> {
  const bytes = await readBytes(filePath(folder, hash));
  if (createHash("sha256").update(bytes).digest("hex") !== hash)
    throw new Error(`file ${hash} is damaged: restore it from a backup`);
  return bytes;
}

/** Removes what a crash left half-written before an instant (F9); gives how many. */
export async function sweepTemporary(folder: string, before: Instant): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let swept = 0;
  for (const name of names.filter((one_) => temporary.test(one_))) {
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs >= before) continue;
    await unlink(path);
    swept += 1;
  }
  return swept;
}

/** Removes files that no row speaks of and that are older than an instant (F10); gives how many. */
export async function sweepOrphans(store: Store, folder: string, before: Instant): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let swept = 0;
  for (const name of names.filter((one_) => /^[0-9a-f]{64}$/.test(one_))) {
    if (fileOf(store, id<FileHash>(name)) !== undefined) continue;
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs >= before) continue;
    await unlink(path);
    swept += 1;
  }
  return swept;
}

/** Notes a file that is on disk. */
export function noteFile(tx: Tx, file: FileRow): void {
  change(
    tx,
    `INSERT INTO files (hash, mime, bytes, width, height, at, page) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET page = coalesce(page, excluded.page)`,
    file.hash,
    file.mime,
    file.bytes,
    file.width,
    file.height,
    file.at,
    file.page,
  );
}

export function fileOf(store: Store, hash: FileHash): FileRow | undefined {
  return one(store, "SELECT hash, mime, bytes, width, height, at, page FROM files WHERE hash = ?", hash);
}
