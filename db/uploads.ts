/** Files that people sent: fetched and checked by a job that survives restarts; known by Telegram's unique id (F44). */
import type { FileHash, Instant, PersonId } from "../flows/ids.ts";
import { noteFile, type FileRow } from "./files.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface UploadRow {
  readonly uniqueId: string;
  readonly fileId: string;
  readonly sentAs: "photo" | "document" | "video";
  readonly name?: string;
  readonly mime?: string;
  readonly bytes?: number;
  readonly status: "pending" | "ready" | "refused";
  /** Why it was refused. */
  readonly why?: string;
  /** The file once it is fetched and found good. */
  readonly hash?: FileHash;
  readonly tries: number;
  readonly dueAt?: Instant;
  readonly at: Instant;
}

const columns =
  "unique_id AS uniqueId, file_id AS fileId, sent_as AS sentAs, name, mime, bytes, status, why, hash, tries, due_at AS dueAt, at";

export function uploadOf(store: Store, uniqueId: string): UploadRow | undefined {
  return one(store, `SELECT ${columns} FROM uploads WHERE unique_id = ?`, uniqueId);
}

/**
 * Notes a file to be fetched at once. One that is known stays as it stands; one that was refused because it could not be
 * fetched (`gone`) is tried anew. Whoever sends it is told what became of it.
 */
export function noteUpload(
  tx: Tx,
  of: Pick<UploadRow, "uniqueId" | "fileId" | "sentAs" | "name" | "mime" | "bytes" | "at"> & {
    readonly person: PersonId;
  },
): UploadRow {
  change(
    tx,
    `INSERT INTO uploads (unique_id, file_id, sent_as, name, mime, bytes, status, due_at, at)
     VALUES (?, ?, ?, ?, ?, ?, 'pending', ?, ?)
     ON CONFLICT (unique_id) DO UPDATE SET file_id = excluded.file_id, status = 'pending', why = NULL, tries = 0,
       due_at = excluded.due_at WHERE status = 'refused' AND why = 'gone'`,
    of.uniqueId,
    of.fileId,
    of.sentAs,
    of.name,
    of.mime,
    of.bytes,
    of.at,
    of.at,
  );
  change(
    tx,
    "INSERT INTO upload_people (unique_id, person) VALUES (?, ?) ON CONFLICT DO NOTHING",
    of.uniqueId,
    of.person,
  );
  const noted = uploadOf(tx, of.uniqueId);
  if (noted === undefined) throw new Error(`upload ${of.uniqueId} was not written`);
  return noted;
}

/** Everybody who sent that file. */
export function sendersOf(store: Store, uniqueId: string): readonly PersonId[] {
  return rows<{ person: PersonId }>(
    store,
    "SELECT person FROM upload_people WHERE unique_id = ? ORDER BY person",
    uniqueId,
  ).map(({ person }) => person);
}

/** What is to be fetched now, oldest first. */
export function dueUploads(store: Store, now: Instant, limit: number): readonly UploadRow[] {
  return rows(
    store,
    `SELECT ${columns} FROM uploads WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at LIMIT ?`,
    now,
    limit,
  );
}

export function nextUploadAt(store: Store): Instant | undefined {
  return one<{ dueAt: Instant }>(
    store,
    "SELECT due_at AS dueAt FROM uploads WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1",
  )?.dueAt;
}

export function postponeUpload(tx: Tx, uniqueId: string, dueAt: Instant): void {
  change(tx, "UPDATE uploads SET tries = tries + 1, due_at = ? WHERE unique_id = ?", dueAt, uniqueId);
}

/** It is on disk and good; a paper's first page likewise. */
export function markReady(tx: Tx, uniqueId: string, file: FileRow, page?: FileRow): void {
  if (page !== undefined) noteFile(tx, page);
  noteFile(tx, page === undefined ? file : { ...file, page: page.hash });
  change(
    tx,
    "UPDATE uploads SET status = 'ready', hash = ?, why = NULL, due_at = NULL WHERE unique_id = ?",
    file.hash,
    uniqueId,
  );
}

/** It can't be taken; `why` is worded in `bot`. */
export function markRefused(tx: Tx, uniqueId: string, why: string): void {
  change(
    tx,
    "UPDATE uploads SET status = 'refused', why = ?, due_at = NULL WHERE unique_id = ?",
    why,
    uniqueId,
  );
}
