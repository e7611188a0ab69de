/** Papers issued: numbered without gaps per entity, series and year; printed by a job, then handed out. */
import { z } from "zod";
import type { Company } from "../flows/company/company.ts";
import { serialKey } from "../flows/engine/context.ts";
import type { Event } from "../flows/engine/events.ts";
import type { Process } from "../flows/engine/process.ts";
import { seriesNeeded } from "../flows/engine/stages.ts";
import type { DepartmentId, EntityId, FileHash, Instant, PersonId, RequestId } from "../flows/ids.ts";
import { noteFile } from "./files.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface PaperRow {
  readonly request: RequestId;
  readonly document: string;
  readonly entity: EntityId;
  readonly series: string;
  readonly year: number;
  readonly serial: number;
  /** «СП-2026-000017». */
  readonly number: string;
  /** Calendar date `YYYY-MM-DD` of the entity. */
  readonly date: string;
  /** The printed PDF in `DATA_DIR/files`; absent: not printed yet. */
  readonly file?: FileHash;
  /** Telegram's id once sent. */
  readonly fileId?: string;
  readonly tries: number;
  /** When to try to print; absent: printed. */
  readonly dueAt?: Instant;
  /** Who gets it once it is printed. */
  readonly sendTo: readonly PersonId[];
}

type Stored = Omit<PaperRow, "sendTo"> & { readonly sendTo: string };
const columns =
  "request, document, entity, series, year, serial, number, date, file, file_id AS fileId, tries, due_at AS dueAt, send_to AS sendTo";
const parsed = (row: Stored): PaperRow => ({
  ...row,
  sendTo: z.array(z.string()).parse(JSON.parse(row.sendTo)) as unknown as PersonId[], // the brand exists at compile time only
});

export function papersOf(store: Store, request: RequestId): readonly PaperRow[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM papers WHERE request = ? ORDER BY document`,
    request,
  ).map(parsed);
}

export function paper(store: Store, request: RequestId, document: string): PaperRow | undefined {
  const row = one<Stored>(
    store,
    `SELECT ${columns} FROM papers WHERE request = ? AND document = ?`,
    request,
    document,
  );
  return row && parsed(row);
}

/** What is to be printed now, oldest first. */
export function duePapers(store: Store, now: Instant, limit: number): readonly PaperRow[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM papers WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at LIMIT ?`,
    now,
    limit,
  ).map(parsed);
}

export function nextPaperAt(store: Store): Instant | undefined {
  return one<{ dueAt: Instant }>(
    store,
    "SELECT due_at AS dueAt FROM papers WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1",
  )?.dueAt;
}

/** It is on disk. */
export function paperPrinted(
  tx: Tx,
  of: Pick<PaperRow, "request" | "document">,
  file: { readonly hash: FileHash; readonly bytes: number; readonly at: Instant },
): void {
  noteFile(tx, { ...file, mime: "application/pdf" });
  change(
    tx,
    "UPDATE papers SET file = ?, due_at = NULL WHERE request = ? AND document = ?",
    file.hash,
    of.request,
    of.document,
  );
}

/** Telegram keeps it now: sent again, it needs no upload. */
export function paperSent(tx: Tx, request: RequestId, document: string, fileId: string): void {
  change(tx, "UPDATE papers SET file_id = ? WHERE request = ? AND document = ?", fileId, request, document);
}

/** Printing is tried again later. */
export function postponePaper(tx: Tx, request: RequestId, document: string, dueAt: Instant): void {
  change(
    tx,
    "UPDATE papers SET tries = tries + 1, due_at = ? WHERE request = ? AND document = ?",
    dueAt,
    request,
    document,
  );
}

/** The next free serial of every series in which the process may issue a paper for this place now. */
export function nextSerials(
  store: Store,
  process: Process,
  place: DepartmentId,
  company: Company,
  now: Instant,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    seriesNeeded(process, place, company, now).map((series) => {
      const last = one<{ serial: number }>(
        store,
        "SELECT serial FROM papers WHERE entity = ? AND series = ? AND year = ? ORDER BY serial DESC LIMIT 1",
        series.entity,
        series.series,
        series.year,
      );
      return [serialKey(series), (last?.serial ?? 0) + 1];
    }),
  );
}

/** Writes a paper that was issued: to be printed at once, then handed to `sendTo`. */
export function issuePaper(
  tx: Tx,
  request: RequestId,
  entity: EntityId,
  issued: Extract<Event, { kind: "paper-issued" }>,
  sendTo: readonly PersonId[],
): void {
  const numbered = /^(?<series>.+)-(?<year>\d{4})-(?<serial>\d+)$/.exec(issued.number)?.groups;
  if (numbered === undefined) throw new Error(`paper number ${issued.number} has no series, year and serial`);
  change(
    tx,
    `INSERT INTO papers (request, document, entity, series, year, serial, number, date, due_at, send_to)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    request,
    issued.document,
    entity,
    numbered["series"],
    Number(numbered["year"]),
    Number(numbered["serial"]),
    issued.number,
    issued.date,
    issued.at,
    JSON.stringify(sendTo),
  );
}
