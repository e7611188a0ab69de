/** What keeps a chat from being written to: flood waits and people who stopped the bot. */
import { loadCompany } from "../../db/company.ts";
import { contactOf, setBlocked } from "../../db/people.ts";
import { tellOutOfReach } from "../../db/out-of-reach.ts";
import { everyChat, pauseChat } from "../../db/pauses.ts";
import type { Tx } from "../../db/write.ts";
import { personByTelegram } from "../../flows/company/directory.ts";
import { units, type Instant } from "../../flows/ids.ts";
import type { Sending } from "./sending.ts";

/** So many chats flooded within a second mean that the bot as a whole is too fast, not one chat. */
const chatsTogether = 3;
const togetherMs = 1000;

/** Leaves the chat alone for exactly as long as Telegram says (F56). */
export function flooded(of: Sending, tx: Tx, chat: number, waitMs: number, now: Instant): void {
  const until = units<Instant>(now + waitMs);
  pauseChat(tx, chat, until);
  of.floods.push({ chat, at: now });
  while ((of.floods[0]?.at ?? now) < now - togetherMs) of.floods.shift();
  const together = new Set(of.floods.map((flood) => flood.chat)).size >= chatsTogether;
  if (together) pauseChat(tx, everyChat, until);
  of.log.warn({ chat, waitMs, everyChat: together }, "Telegram asks to wait");
}

/**
 * Marks the person as out of reach: all that is his waits until he writes, and administrators hear once whose visas hang
 * on him (F61).
 * @returns false: nobody of the company, there is no one to wait for
 */
export function cantReach(
  of: Sending,
  tx: Tx,
  chat: number,
  { description }: { readonly description: string },
  now: Instant,
): boolean {
  const company = loadCompany(tx);
  const person = personByTelegram(company, chat);
  if (person === undefined) return false;
  if (contactOf(tx, person.id)?.blockedAt !== undefined) return true;
  of.log.info({ person: person.id, description }, "a person can't be written to");
  setBlocked(tx, person.id, now);
  tellOutOfReach(tx, company, person.id, now);
  return true;
}
