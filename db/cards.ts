/** Live messages: where each stands, what it shows, and which are to be drawn afresh (design 5: the chat is a function of the state). */
import type { Instant, PersonId, RequestId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import type { Lane } from "./outbox.ts";
import { personOpensAt } from "./pauses.ts";
import { change, one, rows } from "./rows.ts";
import { lanes } from "./schema.ts";
import type { Tx } from "./write.ts";

export type CardForm = "text" | "photo";
export interface CardRow {
  readonly person: PersonId;
  /** `request:17`, `photos:5`. */
  readonly subject: string;
  /** Where it stands; absent: not sent yet. */
  readonly message?: number;
  readonly form?: CardForm;
  /** Hash of what it shows. */
  readonly shown?: string;
  readonly sentAt?: Instant;
  readonly dirty: 0 | 1;
  readonly marks: number;
  /** 1: send it anew, with sound, instead of editing. */
  readonly ring: 0 | 1;
  readonly lane: Lane;
  readonly dueAt: Instant;
  readonly tries: number;
}

const columns =
  "person, subject, message, form, shown, sent_at AS sentAt, dirty, marks, ring, lane, due_at AS dueAt, tries";

export const requestSubject = (request: RequestId): string => `request:${request}`;

export function cardOf(store: Store, person: PersonId, subject: string): CardRow | undefined {
  return one<CardRow>(
    store,
    `SELECT ${columns} FROM cards WHERE person = ? AND subject = ?`,
    person,
    subject,
  );
}

/** The card that stands at a message; undefined: none does (any more), a press on it comes from a leftover. */
export function cardAt(store: Store, person: PersonId, message: number): CardRow | undefined {
  return one<CardRow>(
    store,
    `SELECT ${columns} FROM cards WHERE person = ? AND message = ?`,
    person,
    message,
  );
}

/**
 * This person's view of the subject is to be drawn afresh. `ring`: sent anew, with sound. Marks add up until it is
 * drawn: it rings if any of them did, in the most urgent lane of them.
 */
export function markDirty(
  tx: Tx,
  person: PersonId,
  subject: string,
  of: { readonly ring: boolean; readonly lane: Lane; readonly now: Instant },
): void {
  change(
    tx,
    `INSERT INTO cards (person, subject, dirty, marks, ring, lane, due_at, tries) VALUES (?, ?, 1, 1, ?, ?, ?, 0)
     ON CONFLICT (person, subject) DO UPDATE SET dirty = 1, marks = marks + 1, due_at = excluded.due_at, tries = 0,
       ring = max(excluded.ring, ring AND dirty),
       lane = CASE WHEN dirty AND instr(?, cards.lane) < instr(?, excluded.lane) THEN cards.lane ELSE excluded.lane END`,
    person,
    subject,
    of.ring ? 1 : 0,
    of.lane,
    Math.max(of.now, personOpensAt(tx, person)),
    urgency,
    urgency,
  );
}

/** The lanes, most urgent first: the place of a name in it tells which comes before which. */
const urgency = lanes.join(" ");

/** Every live card of a request but those named: whoever looked at it sees what became of it. */
export function markOthersDirty(tx: Tx, request: RequestId, but: ReadonlySet<PersonId>, now: Instant): void {
  const subject = requestSubject(request);
  const found = rows<{ person: PersonId }>(tx, "SELECT person FROM cards WHERE subject = ?", subject);
  for (const { person } of found)
    if (!but.has(person)) markDirty(tx, person, subject, { ring: false, lane: "card", now });
}

/** Every card that stands for an open request: drawn afresh after a start, and edited only where it shows something else. */
export function markOpenCards(tx: Tx, now: Instant): void {
  const found = rows<{ person: PersonId; subject: string }>(
    tx,
    `SELECT cards.person, cards.subject FROM requests CROSS JOIN cards ON cards.subject = 'request:' || requests.id
     WHERE requests.open = 1 AND cards.dirty = 0 AND cards.message IS NOT NULL`,
  );
  for (const { person, subject } of found) markDirty(tx, person, subject, { ring: false, lane: "card", now });
}

/** A person's cards of open requests are to be drawn afresh: he reads another language now. */
export function markCardsOf(tx: Tx, person: PersonId, now: Instant): void {
  const found = rows<{ subject: string }>(
    tx,
    `SELECT cards.subject FROM cards CROSS JOIN requests ON requests.id = CAST(substr(cards.subject, 9) AS INTEGER)
     WHERE cards.person = ? AND cards.subject >= 'request:' AND cards.subject < 'request;'
       AND requests.open = 1 AND cards.message IS NOT NULL`,
    person,
  );
  for (const { subject } of found) markDirty(tx, person, subject, { ring: false, lane: "card", now });
}

/** What may be drawn now in a lane, oldest first. */
export function dueCards(
  store: Store,
  of: { readonly lane: Lane; readonly now: Instant; readonly limit: number },
): readonly CardRow[] {
  return rows<CardRow>(
    store,
    `SELECT ${columns} FROM cards WHERE dirty = 1 AND lane = ? AND due_at <= ? ORDER BY due_at LIMIT ?`,
    of.lane,
    of.now,
    of.limit,
  );
}

/**
 * The card as it was drawn stands at this message now. Marked again since `card` was read, it stays dirty: the newer
 * state is drawn next (F65).
 */
export function cardStands(
  tx: Tx,
  card: CardRow,
  at: {
    readonly message: number;
    readonly form: CardForm;
    readonly shown: string;
    readonly sentAt: Instant;
  },
): void {
  change(
    tx,
    "UPDATE cards SET message = ?, form = ?, shown = ?, sent_at = ?, tries = 0 WHERE person = ? AND subject = ?",
    at.message,
    at.form,
    at.shown,
    at.sentAt,
    card.person,
    card.subject,
  );
  cardUnchanged(tx, card);
}

/** The card already shows what it should: nothing was sent. */
export function cardUnchanged(tx: Tx, card: CardRow): void {
  change(
    tx,
    "UPDATE cards SET dirty = 0, ring = 0 WHERE person = ? AND subject = ? AND marks = ?",
    card.person,
    card.subject,
    card.marks,
  );
}

/** Drawn later, after a failure. */
export function postponeCard(tx: Tx, card: CardRow, dueAt: Instant): void {
  change(
    tx,
    "UPDATE cards SET due_at = max(due_at, ?), tries = tries + 1 WHERE person = ? AND subject = ? AND dirty = 1",
    dueAt,
    card.person,
    card.subject,
  );
}

/** The message is gone from the chat: the card is sent anew. */
export function lostCard(tx: Tx, card: CardRow, now: Instant): void {
  change(
    tx,
    `UPDATE cards SET message = NULL, form = NULL, shown = NULL, sent_at = NULL, dirty = 1, due_at = ?
     WHERE person = ? AND subject = ?`,
    now,
    card.person,
    card.subject,
  );
}

/** Nothing stands (any more) for this person and subject. Marked again since `card` was read, it is only taken off its message. */
export function forgetCard(tx: Tx, card: CardRow): void {
  const gone = change(
    tx,
    "DELETE FROM cards WHERE person = ? AND subject = ? AND marks = ?",
    card.person,
    card.subject,
    card.marks,
  );
  if (gone === 0)
    change(
      tx,
      "UPDATE cards SET message = NULL, form = NULL, shown = NULL, sent_at = NULL WHERE person = ? AND subject = ?",
      card.person,
      card.subject,
    );
}
