/** A person stopped the bot: administrators hear once whose visas hang on him (F61). */
import { inbox, inboxCount } from "../../db/inbox.ts";
import type { Tx } from "../../db/write.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import { isAdministrator } from "../../flows/company/directory.ts";
import type { Instant } from "../../flows/ids.ts";
import { escapeHtml } from "../texts.ts";
import { alarm } from "./alarm.ts";

/** Numbers of requests that fit into one sentence. */
const shownMax = 20;

/** Called in the transaction that marks the person; says nothing where nothing waits for him. */
export function tellOfBlocked(tx: Tx, company: Company, person: Person, now: Instant): void {
  const { count } = inboxCount(tx, person.id, now);
  if (count === 0) return;
  const numbers = inbox(tx, person.id, { limit: shownMax }).map((line) => `№ ${line.request}`);
  if (count > numbers.length) numbers.push("…");
  const args = { name: escapeHtml(person.name), count, numbers: numbers.join(", ") };
  const only = isAdministrator(company, person.id) && company.administrators.length === 1;
  if (!only) alarm(tx, (words) => words("transport-blocked", args), now, `blocked:${person.id}:${now}`);
}
