/** Old messages of cards that were sent anew, to be withdrawn: deleted under 48 h, else edited to a closed line. */
import type { Instant } from "../flows/ids.ts";
import type { CardForm } from "./cards.ts";
import type { Store } from "./open.ts";
import { change, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface Withdrawal {
  readonly id: number;
  readonly chat: number;
  readonly message: number;
  readonly form: CardForm;
  readonly sentAt: Instant;
  readonly dueAt: Instant;
  readonly tries: number;
}

/** Asks for a message to be withdrawn; asked twice, it is done once. */
export function withdraw(
  tx: Tx,
  of: {
    readonly chat: number;
    readonly message: number;
    readonly form: CardForm;
    readonly sentAt: Instant;
    readonly now: Instant;
  },
): void {
  change(
    tx,
    `INSERT INTO withdrawals (chat, message, form, sent_at, due_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (chat, message) DO NOTHING`,
    of.chat,
    of.message,
    of.form,
    of.sentAt,
    of.now,
  );
}

export function dueWithdrawals(store: Store, now: Instant, limit: number): readonly Withdrawal[] {
  return rows<Withdrawal>(
    store,
    `SELECT id, chat, message, form, sent_at AS sentAt, due_at AS dueAt, tries FROM withdrawals
     WHERE due_at <= ? ORDER BY due_at LIMIT ?`,
    now,
    limit,
  );
}

/** It is gone, or can't be withdrawn any more. */
export function withdrawn(tx: Tx, withdrawal: number): void {
  change(tx, "DELETE FROM withdrawals WHERE id = ?", withdrawal);
}

export function postponeWithdrawal(tx: Tx, withdrawal: number, dueAt: Instant): void {
  change(tx, "UPDATE withdrawals SET due_at = ?, tries = tries + 1 WHERE id = ?", dueAt, withdrawal);
}
