/** People as the chat meets them: by Telegram account, by phone; their language; whether they can be written to. */
import type { Person } from "../flows/company/company.ts";
import { personById } from "../flows/company/directory.ts";
import type { Instant, Language, PersonId } from "../flows/ids.ts";
import { companyChanged, loadCompany } from "./company.ts";
import { noteChange } from "./company-changes.ts";
import type { Store } from "./open.ts";
import { holdPerson, releasePerson } from "./pauses.ts";
import { change, one } from "./rows.ts";
import type { Tx } from "./write.ts";

/** The active person whose Telegram account that is. */
export function personByTelegram(store: Store, telegram: number): Person | undefined {
  const row = one<{ id: PersonId }>(
    store,
    "SELECT id FROM people WHERE telegram = ? AND active = 1",
    telegram,
  );
  return row && personById(loadCompany(store), row.id);
}

/** The active person whom the company file knows by that phone (digits with country code). */
export function personByPhone(store: Store, phone: string): Person | undefined {
  const row = one<{ id: PersonId }>(
    store,
    "SELECT id FROM people WHERE phone = ? AND active = 1 ORDER BY position LIMIT 1",
    phone,
  );
  return row && personById(loadCompany(store), row.id);
}

/** How a person can be reached. */
export interface Contact {
  readonly telegram?: number;
  /** His first message to the bot: before it nothing may be sent to him. */
  readonly startedAt?: Instant;
  /** Since when he has the bot stopped. */
  readonly blockedAt?: Instant;
  /** 1: he chose his language himself; 2: guessed from his Telegram; 0: what the company file says. */
  readonly languageChosen: 0 | 1 | 2;
}

export function contactOf(store: Store, person: PersonId): Contact | undefined {
  return one(
    store,
    `SELECT telegram, started_at AS startedAt, blocked_at AS blockedAt, language_chosen AS languageChosen
     FROM people WHERE id = ?`,
    person,
  );
}

/**
 * The person's own choice: the company file no longer changes it. `chosen: false`: a first guess, which stands until the
 * file says a language of its own for the person.
 */
export function setLanguage(tx: Tx, person: PersonId, language: Language, chosen = true): void {
  change(
    tx,
    "UPDATE people SET language = ?, language_chosen = ? WHERE id = ?",
    language,
    chosen ? 1 : 2,
    person,
  );
  companyChanged(tx);
}

/** Ties a Telegram account to a person (joining by his own contact). False: it is another active person's. */
export function setTelegram(tx: Tx, person: PersonId, telegram: number, at: Instant): boolean {
  const owner = personByTelegram(tx, telegram);
  if (owner !== undefined) return owner.id === person;
  change(tx, "UPDATE people SET telegram = NULL WHERE telegram = ?", telegram);
  change(
    tx,
    "UPDATE people SET telegram = ?, started_at = NULL, blocked_at = NULL WHERE id = ?",
    telegram,
    person,
  );
  noteChange(tx, at, { kind: "changed", section: "people", id: person, fields: ["telegram"] });
  companyChanged(tx);
  return true;
}

/** He stopped the bot: everything for him waits until he starts it again. */
export function setBlocked(tx: Tx, person: PersonId, at: Instant): void {
  change(tx, "UPDATE people SET blocked_at = coalesce(blocked_at, ?) WHERE id = ?", at, person);
  holdPerson(tx, person, contactOf(tx, person)?.telegram);
}

/**
 * He wrote to the bot, or started it again: what waited for him may go. Cheap when nothing changes, so it can be called
 * for every update, before its replies are written.
 */
export function setStarted(tx: Tx, person: PersonId, at: Instant): void {
  const contact = contactOf(tx, person);
  if (contact === undefined || (contact.startedAt !== undefined && contact.blockedAt === undefined)) return;
  change(
    tx,
    "UPDATE people SET started_at = coalesce(started_at, ?), blocked_at = NULL WHERE id = ?",
    at,
    person,
  );
  releasePerson(tx, person, contact.telegram, at);
}
