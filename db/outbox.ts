/** Messages on their way: written with the decision they speak of, sent once it is committed, marked after (R12). */
import type { Instant } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { chatOpensAt } from "./pauses.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { lanes } from "./schema.ts";
import type { Tx } from "./write.ts";

/** In order of urgency: answers > decisions > cards > reminders > reports. */
export type Lane = (typeof lanes)[number];

export interface Enqueued {
  /** Telegram id of the person. */
  readonly chat: number;
  readonly lane: Lane;
  /** A Bot API method, or one of ours that is rendered when it is sent: notice, paper, reminder, digest, payment-alert(s), out-of-reach. */
  readonly method: string;
  /** Its parameters without `chat_id`; kept as JSON. */
  readonly payload: unknown;
  /** What to do with the sent message; kept as JSON. */
  readonly onSent?: unknown;
  /** A row with a key is written once, however often it is asked for. */
  readonly key?: string;
  readonly at: Instant;
  /** Not before; default: at once. */
  readonly dueAt?: Instant;
}

export interface OutboxRow {
  readonly id: number;
  readonly chat: number;
  readonly lane: Lane;
  readonly method: string;
  readonly payload: unknown;
  readonly onSent?: unknown;
  readonly key?: string;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly tries: number;
  readonly status: "waiting" | "sent" | "dead";
  readonly message?: number;
  readonly error?: string;
  readonly sentAt?: Instant;
}

type Stored = Omit<OutboxRow, "payload" | "onSent"> & { readonly payload: string; readonly onSent?: string };
const columns =
  "id, chat, lane, method, payload, on_sent AS onSent, key, at, due_at AS dueAt, tries, status, message, error, sent_at AS sentAt";

function parsed({ payload, onSent, ...row }: Stored): OutboxRow {
  const value: unknown = JSON.parse(payload);
  return {
    ...row,
    payload: value,
    ...(onSent === undefined ? {} : { onSent: JSON.parse(onSent) as unknown }),
  };
}

/**
 * Puts a message into the outbox of this transaction. It never overtakes an earlier one of its chat and lane, and waits
 * while the chat is paused or its person can't be written to. Gives the row's id; undefined: the key was written before.
 */
export function enqueue(tx: Tx, row: Enqueued): number | undefined {
  if (row.key !== undefined && one(tx, "SELECT id FROM outbox WHERE key = ?", row.key) !== undefined)
    return undefined;
  const dueAt = Math.max(row.dueAt ?? row.at, chatOpensAt(tx, row.chat), lastDue(tx, row.chat, row.lane));
  return insert(
    tx,
    "INSERT INTO outbox (chat, lane, method, payload, on_sent, key, at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    row.chat,
    row.lane,
    row.method,
    JSON.stringify(row.payload),
    row.onSent === undefined ? undefined : JSON.stringify(row.onSent),
    row.key,
    row.at,
    dueAt,
  );
}

/** Lets a key be written again once its row is settled: at most one such message is on its way at a time. */
export function releaseKey(tx: Tx, key: string): void {
  change(tx, "UPDATE outbox SET key = NULL WHERE key = ? AND status <> 'waiting'", key);
}

function lastDue(tx: Tx, chat: number, lane: Lane): number {
  const last = one<{ dueAt: number }>(
    tx,
    "SELECT due_at AS dueAt FROM outbox WHERE chat = ? AND lane = ? AND status = 'waiting' ORDER BY id DESC LIMIT 1",
    chat,
    lane,
  );
  return last?.dueAt ?? 0;
}

/** What may be sent now in a lane, oldest first, in order per chat. */
export function dueOutbox(
  store: Store,
  of: { readonly lane: Lane; readonly now: Instant; readonly limit: number },
): readonly OutboxRow[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM outbox WHERE status = 'waiting' AND lane = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?`,
    of.lane,
    of.now,
    of.limit,
  ).map(parsed);
}

export function outboxRow(store: Store, row: number): OutboxRow | undefined {
  const found = one<Stored>(store, `SELECT ${columns} FROM outbox WHERE id = ?`, row);
  return found && parsed(found);
}

/** Marks a row as sent, with the message that Telegram made of it, in one statement (F8). */
export function markSent(tx: Tx, row: number, message: number | undefined, at: Instant): void {
  change(
    tx,
    "UPDATE outbox SET status = 'sent', message = ?, sent_at = ?, error = NULL WHERE id = ? AND status = 'waiting'",
    message,
    at,
    row,
  );
}

/** Tries a row again later; the later ones of its chat and lane wait with it, so that order is kept. */
export function postpone(tx: Tx, row: OutboxRow, dueAt: Instant, error: string): void {
  change(tx, "UPDATE outbox SET tries = tries + 1, error = ? WHERE id = ?", error, row.id);
  change(
    tx,
    "UPDATE outbox SET due_at = ? WHERE chat = ? AND lane = ? AND status = 'waiting' AND id >= ? AND due_at < ?",
    dueAt,
    row.chat,
    row.lane,
    row.id,
    dueAt,
  );
}

/** Gives a row up: it stays for the administrator to see. */
export function markDead(tx: Tx, row: number, error: string, at: Instant): void {
  change(
    tx,
    "UPDATE outbox SET status = 'dead', error = ?, sent_at = ? WHERE id = ? AND status = 'waiting'",
    error,
    at,
    row,
  );
}

/** Forgets rows that were settled before an instant, some at a time; gives how many. */
export function sweepOutbox(tx: Tx, before: Instant, limit: number): number {
  return change(
    tx,
    "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE status <> 'waiting' AND sent_at < ? LIMIT ?)",
    before,
    limit,
  );
}
