/** Visas that hang on people who can't be written to: who stopped the bot or never started it. Administrators hear of it (F61). */
import type { Company } from "../flows/company/company.ts";
import { activeAdministrators, personById } from "../flows/company/directory.ts";
import { addressees } from "../flows/engine/addressees.ts";
import type { Process } from "../flows/engine/process.ts";
import type { Request } from "../flows/engine/request.ts";
import type { Instant, PersonId } from "../flows/ids.ts";
import { inboxCount } from "./inbox.ts";
import { enqueue } from "./outbox.ts";
import { never, personOpensAt } from "./pauses.ts";
import { contactOf } from "./people.ts";
import type { Tx } from "./write.ts";

const dayMs = 86_400_000;

const isOutOfReach = (tx: Tx, person: PersonId): boolean => personOpensAt(tx, person) === never;

/** After people were asked: a visa that nobody of those who may give it can be told about is told of to administrators. */
export function tellOfHanging(
  tx: Tx,
  of: {
    readonly process: Process;
    readonly request: Request;
    readonly company: Company;
    readonly now: Instant;
  },
  asked: ReadonlySet<PersonId>,
): void {
  if (![...asked].some((person) => isOutOfReach(tx, person))) return;
  for (const people of addressees(of.process, of.request, of.company).values()) {
    if (!people.some((person) => asked.has(person))) continue;
    if (!people.every((person) => isOutOfReach(tx, person))) continue;
    for (const person of people) tellOutOfReach(tx, of.company, person, of.now);
  }
}

/**
 * Tells administrators that a person can't be written to, if anything waits for him: when he stops the bot, and once a
 * day when more comes for him. Worded when it is sent.
 */
export function tellOutOfReach(tx: Tx, company: Company, person: PersonId, now: Instant): void {
  if (inboxCount(tx, person, now).count === 0) return;
  const since = contactOf(tx, person)?.blockedAt ?? "never started";
  const day = Math.floor(now / dayMs);
  for (const id of activeAdministrators(company)) {
    const chat = personById(company, id)?.telegram;
    if (chat === undefined || id === person) continue;
    const key = `out-of-reach:${person}:${since}:${day}:${id}`;
    enqueue(tx, { chat, lane: "decision", method: "out-of-reach", payload: { person }, key, at: now });
  }
}
