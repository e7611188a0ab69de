/** Unfinished requests, kept answer by answer: a restart, a new release or a week later they go on. */
import type { DepartmentId, Instant, PersonId, ProcessId, RequestId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface DraftRow {
  readonly id: number;
  readonly person: PersonId;
  readonly process: ProcessId;
  /** Absent: not chosen yet. */
  readonly place?: DepartmentId;
  /** The dialogue's own value, with a schema version of its own: its owner parses it. */
  readonly state: unknown;
  /** The request that is being mended. */
  readonly request?: RequestId;
  readonly copyOf?: RequestId;
  readonly updatedAt: Instant;
}

type Stored = Omit<DraftRow, "state"> & { readonly state: string };
const columns = "id, person, process, place, state, request, copy_of AS copyOf, updated_at AS updatedAt";
const parsed = (row: Stored): DraftRow => ({ ...row, state: JSON.parse(row.state) as unknown });

export function draftById(store: Store, draft: number): DraftRow | undefined {
  const row = one<Stored>(store, `SELECT ${columns} FROM drafts WHERE id = ?`, draft);
  return row && parsed(row);
}

/** The person's draft of a process; given a request, the one in which he mends it. */
export function draftOf(
  store: Store,
  person: PersonId,
  process: ProcessId,
  request?: RequestId,
): DraftRow | undefined {
  const row =
    request === undefined
      ? one<Stored>(
          store,
          `SELECT ${columns} FROM drafts WHERE person = ? AND process = ? AND request IS NULL`,
          person,
          process,
        )
      : one<Stored>(
          store,
          `SELECT ${columns} FROM drafts WHERE request = ? AND person = ? AND request IS NOT NULL`,
          request,
          person,
        );
  return row && parsed(row);
}

/** All drafts of a person, newest first. There are few: one per process, one per request that he mends. */
export function draftsOf(store: Store, person: PersonId): readonly DraftRow[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM drafts WHERE person = ? ORDER BY id DESC LIMIT 100`,
    person,
  ).map(parsed);
}

export interface SavedDraft {
  /** Absent: a new one; throws when the person has one of this process already. */
  readonly id?: number;
  readonly person: PersonId;
  readonly process: ProcessId;
  readonly place?: DepartmentId;
  readonly state: unknown;
  readonly request?: RequestId;
  readonly copyOf?: RequestId;
  readonly now: Instant;
}

/** Writes a draft as it stands now; gives its id, which is never used again. */
export function saveDraft(tx: Tx, draft: SavedDraft): number {
  const values = [
    draft.person,
    draft.process,
    draft.place,
    JSON.stringify(draft.state),
    draft.request,
    draft.copyOf,
    draft.now,
  ];
  if (draft.id === undefined)
    return insert(
      tx,
      "INSERT INTO drafts (person, process, place, state, request, copy_of, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
      ...values,
    );
  const changed = change(
    tx,
    `UPDATE drafts SET person = ?, process = ?, place = ?, state = ?, request = ?, copy_of = ?, updated_at = ?
     WHERE id = ?`,
    ...values,
    draft.id,
  );
  if (changed !== 1) throw new Error(`draft ${draft.id} is gone: it was sent or given up`);
  return draft.id;
}

/** Ends a draft: given up, or sent as those requests (then it is remembered what became of it). */
export function endDraft(
  tx: Tx,
  draft: number,
  sent?: { readonly person: PersonId; readonly requests: readonly RequestId[]; readonly at: Instant },
): void {
  change(tx, "DELETE FROM drafts WHERE id = ?", draft);
  change(tx, "UPDATE conversations SET draft = NULL WHERE draft = ?", draft);
  if (sent === undefined) return;
  for (const request of sent.requests)
    change(
      tx,
      "INSERT INTO submissions (draft, person, request, at) VALUES (?, ?, ?, ?)",
      draft,
      sent.person,
      request,
      sent.at,
    );
}

/** What the person sent last, several requests where goods were split: a photo within minutes probably belongs there. */
export function lastSubmission(
  store: Store,
  person: PersonId,
): { readonly requests: readonly RequestId[]; readonly at: Instant } | undefined {
  const last = one<{ draft: number; at: Instant }>(
    store,
    "SELECT draft, at FROM submissions WHERE person = ? ORDER BY at DESC, draft DESC LIMIT 1",
    person,
  );
  if (last === undefined) return undefined;
  const sent = rows<{ request: RequestId }>(
    store,
    "SELECT request FROM submissions WHERE draft = ? ORDER BY request",
    last.draft,
  );
  return { requests: sent.map(({ request }) => request), at: last.at };
}

/** Which draft the person is in, if any: text and photos go to it. */
export function conversation(
  store: Store,
  person: PersonId,
): { readonly draft?: number; readonly at: Instant } | undefined {
  return one(store, "SELECT draft, at FROM conversations WHERE person = ?", person);
}

/** The person goes into a draft, or out of any. */
export function enterDraft(tx: Tx, person: PersonId, draft: number | undefined, at: Instant): void {
  change(
    tx,
    `INSERT INTO conversations (person, draft, at) VALUES (?, ?, ?)
     ON CONFLICT (person) DO UPDATE SET draft = excluded.draft, at = excluded.at`,
    person,
    draft,
    at,
  );
}

/** The draft that the person is in. */
export function openDraft(store: Store, person: PersonId): DraftRow | undefined {
  const draft = conversation(store, person)?.draft;
  return draft === undefined ? undefined : draftById(store, draft);
}
