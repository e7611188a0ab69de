/** Letters on their way: sent once their undo window is over, marked before the mail server is spoken to and after (F68, F70). */
import type { FileHash, Instant, RequestId } from "../flows/ids.ts";
import { letterColumns, type LetterRow } from "./letters.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

/** In the words of the index. */
const onItsWay = "status IN ('held', 'waiting', 'sending')";

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
    `SELECT ${letterColumns} FROM letters WHERE ${onItsWay} AND due_at <= ? ORDER BY due_at LIMIT ?`,
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

/**
 * Marks that the mail server is about to be spoken to: from here a crash may cost a second copy, never the letter.
 * @param leaseUntil when somebody else may take it up
 * @returns false: somebody else has it, or meanwhile it was cancelled, held back, or given another address (F70)
 */
export function beginSending(
  tx: Tx,
  letter: LetterRow,
  of: { readonly messageId: string; readonly leaseUntil: Instant; readonly now: Instant },
): boolean {
  const begun = change(
    tx,
    `UPDATE letters SET status = 'sending', tries = tries + 1, message_id = ?, due_at = ?
     WHERE id = ? AND ${onItsWay} AND due_at <= ? AND address IS ?`,
    of.messageId,
    of.leaseUntil,
    letter.id,
    of.now,
    letter.address,
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
    readonly at: Instant;
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
    `UPDATE letters SET status = ?, stopped_at = ?, why = ?, answer = ?, tries = coalesce(?, tries), eml = coalesce(?, eml)
     WHERE id = ? AND ${onItsWay}`,
    of.status,
    of.at,
    of.why,
    of.answer,
    of.tries,
    of.eml,
    letter,
  );
}
