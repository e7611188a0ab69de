/** Letters to suppliers: planned with the decision, one of a kind per request, cancelled or sent again by people (O7). */
import type { FileHash, Instant, PersonId, RequestId } from "../flows/ids.ts";
import type { LetterKind } from "../flows/mail/letter.ts";
import { getMeta } from "./meta.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { letterStatuses } from "./schema.ts";
import type { Tx } from "./write.ts";

export type LetterStatus = (typeof letterStatuses)[number];

export interface LetterRow {
  readonly id: number;
  readonly request: RequestId;
  readonly kind: LetterKind;
  /** Position among its request's letters, from 1. */
  readonly n: number;
  readonly status: LetterStatus;
  /** Not before; while it is being sent: when another try may take it up after a crash. */
  readonly dueAt: Instant;
  /** Those that count so far. */
  readonly tries: number;
  /** Where it goes; absent: the supplier has none yet. */
  readonly address?: string;
  /** From its first try on. */
  readonly messageId?: string;
  /** Why it was refused or given up, or what hinders it now; worded in `bot`. */
  readonly why?: string;
  /** The mail server's last words. */
  readonly answer?: string;
  readonly at: Instant;
  readonly sentAt?: Instant;
  /** When it was refused, given up, or a person said no to it; sent again: no longer. */
  readonly stoppedAt?: Instant;
  /** The .eml as it left the house. */
  readonly eml?: FileHash;
  /** Who last decided something about it: «без письма», another address, once more. */
  readonly decidedBy?: PersonId;
}

/** For queries. */
export const letterColumns =
  "id, request, kind, n, status, due_at AS dueAt, tries, address, message_id AS messageId, why, answer, at, sent_at AS sentAt, stopped_at AS stoppedAt, eml, decided_by AS decidedBy";

/** All letters of a request, in the order in which they were planned. */
export function lettersOf(store: Store, request: RequestId): readonly LetterRow[] {
  return rows<LetterRow>(store, `SELECT ${letterColumns} FROM letters WHERE request = ? ORDER BY n`, request);
}

export function letterOf(store: Store, request: RequestId, kind: LetterKind): LetterRow | undefined {
  return one<LetterRow>(
    store,
    `SELECT ${letterColumns} FROM letters WHERE request = ? AND kind = ?`,
    request,
    kind,
  );
}

/**
 * Plans a letter, held until `dueAt` (the end of the undo window). A request has one letter of a kind: planned again it
 * stays as it is, wherever it has got to (released and taken again sends no second one); only a cancelled one begins anew.
 */
export function planLetter(
  tx: Tx,
  of: {
    readonly request: RequestId;
    readonly kind: LetterKind;
    /** As checked by `checkAddress`; absent: when it is due it is refused as `no-address`, until it is sent again with one. */
    readonly address?: string;
    readonly at: Instant;
    readonly dueAt: Instant;
  },
): void {
  change(
    tx,
    `INSERT INTO letters (request, kind, n, status, due_at, address, at)
     VALUES (?, ?, (SELECT coalesce(max(n), 0) + 1 FROM letters WHERE request = ?), 'held', ?, ?, ?)
     ON CONFLICT (request, kind) DO UPDATE SET status = 'held', due_at = excluded.due_at, address = excluded.address,
       tries = 0, why = NULL, answer = NULL, decided_by = NULL, stopped_at = NULL WHERE status = 'cancelled'`,
    of.request,
    of.kind,
    of.request,
    of.dueAt,
    of.address,
    of.at,
  );
}

/** Whether the program can send letters at all (SMTP_URL): where not, they wait and their cards say so. */
export function mailIsOn(store: Store): boolean {
  return getMeta(store, "mail") === "on";
}

/** Message-IDs of the request's letters that left the house before this one, oldest first: its thread. */
export function threadBefore(store: Store, letter: LetterRow): readonly string[] {
  return lettersOf(store, letter.request).flatMap(({ n, status, messageId }) =>
    n < letter.n && status === "sent" && messageId !== undefined ? [messageId] : [],
  );
}

/**
 * It is no longer wanted: undone, withdrawn, or (`said`) «без письма». What is being sent or was sent stays as it is.
 * @returns whether anything was still in the house
 */
export function cancelLetter(
  tx: Tx,
  request: RequestId,
  kind: LetterKind,
  said?: { readonly by: PersonId; readonly at: Instant },
): boolean {
  const cancelled = change(
    tx,
    `UPDATE letters SET status = 'cancelled', why = ?, decided_by = coalesce(?, decided_by), stopped_at = ?
     WHERE request = ? AND kind = ? AND status IN ('held', 'waiting')`,
    said === undefined ? undefined : "not-wanted",
    said?.by,
    said?.at,
    request,
    kind,
  );
  return cancelled > 0;
}

/**
 * Kept back until then, and not with what it would have said a moment ago: somebody is about to say another date, or has.
 * @returns whether it was still in the house
 */
export function holdLetter(tx: Tx, request: RequestId, kind: LetterKind, dueAt: Instant): boolean {
  const held = change(
    tx,
    "UPDATE letters SET status = 'held', due_at = ? WHERE request = ? AND kind = ? AND status IN ('held', 'waiting')",
    dueAt,
    request,
    kind,
  );
  return held > 0;
}

/** Somebody decides about a letter that has not left. */
export interface LetterDecision {
  readonly request: RequestId;
  readonly kind: LetterKind;
  /** Absent: the one it has. */
  readonly address?: string;
  readonly by: PersonId;
  /** Not before. */
  readonly dueAt: Instant;
}

/**
 * «Отправить ещё раз», «Другой адрес»: a letter that did not leave begins anew, held until then (O7); also one that
 * somebody had said no to.
 * @returns false: there is none, or it is on its way or gone
 */
export function sendLetterAgain(tx: Tx, of: LetterDecision): boolean {
  const again = change(
    tx,
    `UPDATE letters SET status = 'held', due_at = ?, address = coalesce(?, address), tries = 0, why = NULL, answer = NULL,
       stopped_at = NULL, decided_by = ?
     WHERE request = ? AND kind = ?
       AND (status IN ('held', 'waiting', 'refused', 'failed') OR (status = 'cancelled' AND why = 'not-wanted'))`,
    of.dueAt,
    of.address,
    of.by,
    of.request,
    of.kind,
  );
  return again > 0;
}
