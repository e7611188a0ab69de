/** Files that bring deals and payments: noted when they are sent, read by a job, shown, taken; all of it survives restarts. */
import type { Instant, PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { dropRows } from "./planned-rows.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { importStatuses } from "./schema.ts";
import type { Tx } from "./write.ts";

export type ImportStatus = (typeof importStatuses)[number];
export interface ImportRow {
  readonly id: number;
  readonly person: PersonId;
  /** Telegram's unique id of the file: its upload. */
  readonly upload: string;
  /** Absent until it is read. */
  readonly kind?: "statement" | "deals" | "payments";
  readonly status: ImportStatus;
  /** What was found, read by its owner. */
  readonly data: unknown;
  readonly at: Instant;
  /** Who let it be taken, or gave it up; absent: nobody has. */
  readonly decidedBy?: PersonId;
}

type Stored = Omit<ImportRow, "data"> & { readonly data: string };
const columns = "id, person, upload, kind, status, data, at, decided_by AS decidedBy";
const parsed = (row: Stored): ImportRow => ({ ...row, data: JSON.parse(row.data) as unknown });

/** Notes a file that is to be read. */
export function addImport(tx: Tx, of: Pick<ImportRow, "person" | "upload" | "at">): number {
  return insert(
    tx,
    "INSERT INTO imports (person, upload, status, data, at) VALUES (?, ?, 'reading', '{}', ?)",
    of.person,
    of.upload,
    of.at,
  );
}

export function importById(store: Store, id: number): ImportRow | undefined {
  const found = one<Stored>(store, `SELECT ${columns} FROM imports WHERE id = ?`, id);
  return found && parsed(found);
}

/** Whether a file was sent to be imported. */
export function isImported(store: Store, upload: string): boolean {
  return one(store, "SELECT id FROM imports WHERE upload = ? LIMIT 1", upload) !== undefined;
}

/** What a job has to go on with, oldest first. */
export function waitingImports(store: Store): readonly ImportRow[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM imports WHERE status IN ('reading', 'checking', 'taking') ORDER BY id LIMIT 20`,
  ).map(parsed);
}

/** Moves an import on from the state in which the caller saw it; false: somebody else did before. */
export function moveImport(
  tx: Tx,
  seen: Pick<ImportRow, "id" | "status">,
  to: {
    readonly status: ImportStatus;
    readonly kind?: ImportRow["kind"];
    readonly data?: unknown;
    readonly decidedBy?: PersonId;
  },
): boolean {
  return (
    change(
      tx,
      `UPDATE imports SET status = ?, kind = coalesce(?, kind), data = coalesce(?, data),
         decided_by = coalesce(?, decided_by) WHERE id = ? AND status = ?`,
      to.status,
      to.kind,
      to.data === undefined ? undefined : JSON.stringify(to.data),
      to.decidedBy,
      seen.id,
      seen.status,
    ) === 1
  );
}

/**
 * Forgets rows of the oldest import that was finished before an instant: a payment keeps its number, payer, purpose and key
 * itself, so nobody's books need the line it came from. Kept are lines that a person called not ours, for the same line of
 * another statement is known by them, and outgoing ones, which supplier invoices are matched to; and the import itself, who
 * sent and who took it. A preview that nobody has taken for so long is given up. Gives `limit` while there may be more.
 */
export function sweepImports(tx: Tx, before: Instant, limit: number): number {
  const oldest = one<Pick<ImportRow, "id" | "status">>(
    tx,
    `SELECT id, status FROM imports
     WHERE status IN ('preview', 'done', 'cancelled', 'refused') AND swept_at IS NULL AND at < ? ORDER BY at LIMIT 1`,
    before,
  );
  if (oldest === undefined) return 0;
  if (oldest.status === "preview") moveImport(tx, oldest, { status: "cancelled" });
  const lines = change(
    tx,
    `DELETE FROM statement_lines WHERE id IN (
       SELECT id FROM statement_lines WHERE "import" = ? AND status <> 'skipped' AND direction <> 'out' LIMIT ?)`,
    oldest.id,
    limit,
  );
  const planned = lines === limit ? limit : dropRows(tx, oldest.id, limit);
  if (planned < limit) change(tx, "UPDATE imports SET swept_at = ? WHERE id = ?", before, oldest.id);
  return limit;
}
