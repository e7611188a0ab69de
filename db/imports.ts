/** Files that bring deals and payments: noted when they are sent, read by a job, shown, taken; all of it survives restarts. */
import type { Instant, PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
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
