/** Writes the people of a company file: those missing from it stay as history, without posts and inactive. */
import type { Company, Person } from "../flows/company/company.ts";
import { change } from "./rows.ts";
import type { Tx } from "./write.ts";

/**
 * A Telegram account or phone that the file doesn't state stays as it was (he joined by his own contact); one that it
 * gives to somebody else is taken from its former owner; a language that a person chose himself stays, and one guessed from
 * his Telegram as long as the file says only the company's.
 */
export function writePeople(tx: Tx, company: Company): void {
  change(
    tx,
    "UPDATE people SET active = 0, administrator = 0, position = position + ?",
    company.people.length,
  );
  for (const person of company.people)
    if (person.telegram !== undefined)
      change(
        tx,
        "UPDATE people SET telegram = NULL, started_at = NULL, blocked_at = NULL WHERE telegram = ? AND id <> ?",
        person.telegram,
        person.id,
      );
  for (const [position, person] of company.people.entries()) writePerson(tx, person, position, company);
}

function writePerson(tx: Tx, person: Person, position: number, { administrators, language }: Company): void {
  change(
    tx,
    `INSERT INTO people (id, position, name, title, human, telegram, phone, email, language, language_chosen,
       administrator, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
     ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, title = excluded.title,
       human = excluded.human, email = excluded.email,
       started_at = CASE WHEN excluded.telegram <> telegram THEN NULL ELSE started_at END,
       blocked_at = CASE WHEN excluded.telegram <> telegram THEN NULL ELSE blocked_at END,
       telegram = coalesce(excluded.telegram, telegram), phone = coalesce(excluded.phone, phone),
       language = CASE WHEN language_chosen = 1 OR (language_chosen = 2 AND excluded.language = ?) THEN language
         ELSE excluded.language END,
       administrator = excluded.administrator, active = excluded.active`,
    person.id,
    position,
    person.name,
    person.title,
    person.human,
    person.telegram,
    person.phone,
    person.email,
    person.language,
    administrators.includes(person.id) ? 1 : 0,
    person.active ? 1 : 0,
    language,
  );
}
