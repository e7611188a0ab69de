/** Chats that must be left alone for a while: flood waits (F56), people who stopped the bot or never started it. */
import type { Instant, PersonId } from "../flows/ids.ts";
import { units } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one } from "./rows.ts";
import { lanes } from "./schema.ts";
import type { Tx } from "./write.ts";

/** Later than anything: what can't be sent until its person writes to the bot. */
export const never = units<Instant>(8_640_000_000_000_000);
/** Stands for all chats at once. */
export const everyChat = 0;

/** Until when a chat (`everyChat`: all of them) must be left alone; undefined: it needn't be. */
export function pausedUntil(store: Store, chat: number): Instant | undefined {
  const row = one<{ until: Instant }>(store, "SELECT until FROM pauses WHERE chat = ?", chat);
  return row?.until;
}

/** Leaves a chat alone until then: what waits for it is moved behind. `everyChat` is only noted: delivery asks. */
export function pauseChat(tx: Tx, chat: number, until: Instant): void {
  change(
    tx,
    "INSERT INTO pauses (chat, until) VALUES (?, ?) ON CONFLICT (chat) DO UPDATE SET until = max(until, excluded.until)",
    chat,
    until,
  );
  if (chat === everyChat) return;
  pauseRows(tx, chat, until);
  const owner = one<{ id: PersonId }>(tx, "SELECT id FROM people WHERE telegram = ?", chat);
  if (owner !== undefined) holdCards(tx, owner.id, until);
}

/** From when a chat can be written to: the end of its pause, or never while its person hasn't the bot started. */
export function chatOpensAt(store: Store, chat: number): Instant {
  const owner = one<{ reachable: number }>(
    store,
    "SELECT started_at IS NOT NULL AND blocked_at IS NULL AS reachable FROM people WHERE telegram = ?",
    chat,
  );
  if (owner?.reachable === 0) return never;
  return pausedUntil(store, chat) ?? units<Instant>(0);
}

/** The same for a person; one whose account isn't known yet can't be written to. */
export function personOpensAt(store: Store, person: PersonId): Instant {
  const found = one<{ reachable: number; until?: Instant }>(
    store,
    `SELECT telegram IS NOT NULL AND started_at IS NOT NULL AND blocked_at IS NULL AS reachable, until
     FROM people LEFT JOIN pauses ON chat = telegram WHERE id = ?`,
    person,
  );
  return found?.reachable === 1 ? (found.until ?? units<Instant>(0)) : never;
}

/** Holds everything for a person who stopped the bot. */
export function holdPerson(tx: Tx, person: PersonId, chat: number | undefined): void {
  if (chat !== undefined) pauseRows(tx, chat, never);
  holdCards(tx, person, never);
}

/** Lets everything go that waited for a person to start the bot. */
export function releasePerson(tx: Tx, person: PersonId, chat: number | undefined, now: Instant): void {
  const opens = chat === undefined ? now : units<Instant>(Math.max(now, pausedUntil(tx, chat) ?? 0));
  if (chat !== undefined)
    for (const lane of lanes)
      change(
        tx,
        "UPDATE outbox SET due_at = ? WHERE chat = ? AND lane = ? AND status = 'waiting' AND due_at > ?",
        opens,
        chat,
        lane,
        never - 1,
      );
  change(
    tx,
    "UPDATE cards SET due_at = ? WHERE person = ? AND dirty = 1 AND due_at > ?",
    opens,
    person,
    never - 1,
  );
}

function pauseRows(tx: Tx, chat: number, until: Instant): void {
  for (const lane of lanes)
    change(
      tx,
      "UPDATE outbox SET due_at = ? WHERE chat = ? AND lane = ? AND status = 'waiting' AND due_at < ?",
      until,
      chat,
      lane,
      until,
    );
}

function holdCards(tx: Tx, person: PersonId, until: Instant): void {
  change(
    tx,
    "UPDATE cards SET due_at = ? WHERE person = ? AND dirty = 1 AND due_at < ?",
    until,
    person,
    until,
  );
}
