/** What administrators read about a person who can't be written to: whose visas hang on him (F61). */
import { inbox, inboxCount } from "../../db/inbox.ts";
import { contactOf } from "../../db/people.ts";
import { personById } from "../../flows/company/directory.ts";
import type { PersonId } from "../../flows/ids.ts";
import { escapeHtml, wordsIn } from "../texts.ts";
import type { Message } from "../work.ts";
import type { Reader } from "./wording.ts";

/** Numbers of requests that fit into one sentence. */
const shownMax = 20;

/** Undefined: he is back, has left, or nothing waits for him any more. */
export function outOfReachMessage(
  id: PersonId,
  { store, company, person, now }: Reader,
): Message | undefined {
  const gone = personById(company, id);
  const contact = contactOf(store, id);
  const { count } = inboxCount(store, id, now);
  const stopped = contact?.blockedAt !== undefined;
  if (gone === undefined || count === 0 || (contact?.startedAt !== undefined && !stopped)) return undefined;
  const words = wordsIn(person.language);
  const numbers = inbox(store, id, { limit: shownMax }).map((line) =>
    words("card-number", { number: String(line.request) }),
  );
  if (count > numbers.length) numbers.push("…");
  return {
    text: words("transport-out-of-reach", {
      why: stopped ? "stopped" : "never-started",
      name: escapeHtml(gone.name),
      count,
      numbers: numbers.join(", "),
    }),
  };
}
