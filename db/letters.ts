/** Letters to suppliers on their way: planned with the decision, sent once its undo window is over, marked before and after (F68). */
import type { FileHash, Instant, RequestId } from "../flows/ids.ts";
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
  /** The .eml as it left the house. */
  readonly eml?: FileHash;
}

const columns =
  "id, request, kind, n, status, due_at AS dueAt, tries, address, message_id AS messageId, why, answer, at, sent_at AS sentAt, eml";
/** Those on their way, in the words of the index. */
const onItsWay = "status IN ('held', 'waiting', 'sending')";

/** All letters of a request, in the order in which they were planned. */
export function lettersOf(store: Store, request: RequestId): readonly LetterRow[] {
  return rows<LetterRow>(store, `SELECT ${columns} FROM letters WHERE request = ? ORDER BY n`, request);
}

export function letterOf(store: Store, request: RequestId, kind: LetterKind): LetterRow | undefined {
  return one<LetterRow>(
    store,
    `SELECT ${columns} FROM letters WHERE request = ? AND kind = ?`,
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
    /** As checked by `checkAddress`; absent: it waits for one. */
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
       tries = 0, why = NULL, answer = NULL WHERE status = 'cancelled'`,
    of.request,
    of.kind,
    of.request,
    of.dueAt,
    of.address,
    of.at,
  );
}

/** The undo window is over: letters held until now wait for the mail server. Gives their requests, whose cards change. */
export function releaseHeldLetters(tx: Tx, now: Instant): readonly RequestId[] {
  return rows<{ request: RequestId }>(
    tx,
    `UPDATE letters SET status = 'waiting' WHERE ${onItsWay} AND due_at <= ? AND status = 'held' RETURNING request`,
    now,
  ).map(({ request }) => request);
}

/** What may be sent now, oldest first; also what a crash left in the middle of being sent, once its lease is over. */
export function dueLetters(store: Store, now: Instant, limit: number): readonly LetterRow[] {
  return rows<LetterRow>(
    store,
    `SELECT ${columns} FROM letters WHERE ${onItsWay} AND due_at <= ? ORDER BY due_at LIMIT ?`,
    now,
    limit,
  );
}

/** When one is due next; `held`: only those in their undo window, which end it also where no letter can be sent. */
export function nextLetterAt(store: Store, held = false): Instant | undefined {
  return one<{ dueAt: Instant }>(
    store,
    `SELECT due_at AS dueAt FROM letters WHERE ${onItsWay}${held ? " AND status = 'held'" : ""} ORDER BY due_at LIMIT 1`,
  )?.dueAt;
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
 * Marks that the mail server is about to be spoken to: from here a crash may cost a second copy, never the letter.
 * @param leaseUntil when somebody else may take it up
 * @returns false: somebody else has it, or it was cancelled (F70)
 */
export function beginSending(
  tx: Tx,
  letter: LetterRow,
  of: { readonly messageId: string; readonly leaseUntil: Instant; readonly now: Instant },
): boolean {
  const begun = change(
    tx,
    `UPDATE letters SET status = 'sending', tries = tries + 1, message_id = ?, due_at = ?
     WHERE id = ? AND ${onItsWay} AND due_at <= ?`,
    of.messageId,
    of.leaseUntil,
    letter.id,
    of.now,
  );
  return begun === 1;
}

/** The mail server took it. */
export function letterSent(
  tx: Tx,
  letter: number,
  of: { readonly answer: string; readonly eml: FileHash; readonly at: Instant },
): void {
  change(
    tx,
    `UPDATE letters SET status = 'sent', sent_at = ?, answer = ?, eml = ?, why = NULL WHERE id = ? AND ${onItsWay}`,
    of.at,
    of.answer,
    of.eml,
    letter,
  );
}

/** Tried again later. `tries`: those that count; a try that was no fault of this letter is not held against it. */
export function postponeLetter(
  tx: Tx,
  letter: number,
  of: {
    readonly dueAt: Instant;
    readonly why: string;
    readonly answer?: string;
    readonly tries: number;
    /** What may have left the house all the same. */
    readonly eml?: FileHash;
  },
): void {
  change(
    tx,
    `UPDATE letters SET status = 'waiting', due_at = ?, why = ?, answer = ?, tries = ?, eml = coalesce(?, eml)
     WHERE id = ? AND ${onItsWay}`,
    of.dueAt,
    of.why,
    of.answer,
    of.tries,
    of.eml,
    letter,
  );
}

/** It will not leave as it is: refused for good, given up after its last try, or wanted by nobody any more. */
export function letterStopped(
  tx: Tx,
  letter: number,
  of: {
    readonly status: "refused" | "failed" | "cancelled";
    readonly why: string;
    readonly answer?: string;
    /** Absent: as they are. */
    readonly tries?: number;
    /** What may have left the house all the same. */
    readonly eml?: FileHash;
  },
): void {
  change(
    tx,
    `UPDATE letters SET status = ?, why = ?, answer = ?, tries = coalesce(?, tries), eml = coalesce(?, eml)
     WHERE id = ? AND ${onItsWay}`,
    of.status,
    of.why,
    of.answer,
    of.tries,
    of.eml,
    letter,
  );
}

/**
 * It is no longer wanted: undone, withdrawn, «без письма». What is being sent or was sent stays as it is.
 * @returns whether anything was still in the house
 */
export function cancelLetter(tx: Tx, request: RequestId, kind: LetterKind): boolean {
  const cancelled = change(
    tx,
    "UPDATE letters SET status = 'cancelled' WHERE request = ? AND kind = ? AND status IN ('held', 'waiting')",
    request,
    kind,
  );
  return cancelled > 0;
}

/**
 * «Отправить ещё раз»: a letter that did not leave begins anew, to another address or to the same (O7).
 * @returns false: there is none, or it is on its way or gone
 */
export function sendLetterAgain(
  tx: Tx,
  of: {
    readonly request: RequestId;
    readonly kind: LetterKind;
    readonly address?: string;
    readonly now: Instant;
  },
): boolean {
  const again = change(
    tx,
    `UPDATE letters SET status = 'waiting', due_at = ?, address = coalesce(?, address), tries = 0, why = NULL, answer = NULL
     WHERE request = ? AND kind = ? AND status IN ('waiting', 'refused', 'failed')`,
    of.now,
    of.address,
    of.request,
    of.kind,
  );
  return again > 0;
}
