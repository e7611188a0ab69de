/** Whose photos a person has opened: nothing is approved in bulk unseen (D25). */
import { picturesOf } from "../flows/engine/answers.ts";
import type { Request } from "../flows/engine/request.ts";
import type { PersonId } from "../flows/ids.ts";
import { cardOf, requestSubject } from "./cards.ts";
import type { Store } from "./open.ts";
import { change, one } from "./rows.ts";
import type { Tx } from "./write.ts";

/** All photos of a request, with those that came after it was filed. */
const picturesIn = (request: Request): number => picturesOf(request.answers).length + request.late.length;

/** The person has the request's photos before him: those that there are of its present content. */
export function photosOpened(tx: Tx, person: PersonId, request: Request): void {
  change(
    tx,
    `INSERT INTO opened_photos (person, request, revision, pictures) VALUES (?, ?, ?, ?)
     ON CONFLICT (person, request) DO UPDATE SET revision = excluded.revision, pictures = excluded.pictures`,
    person,
    request.id,
    request.revision,
    picturesIn(request),
  );
}

/**
 * Whether the person has seen the request as it is now: its card stands in his chat, and its photos were opened. A single
 * photo that the card stands under is seen with the card.
 */
export function hasSeen(store: Store, person: PersonId, request: Request): boolean {
  const card = cardOf(store, person, requestSubject(request.id));
  if (card?.message === undefined || card.dirty === 1) return false;
  const pictures = picturesIn(request);
  if (pictures === 0 || (pictures === 1 && card.form === "photo")) return true;
  const opened = one<{ revision: number; pictures: number }>(
    store,
    "SELECT revision, pictures FROM opened_photos WHERE person = ? AND request = ?",
    person,
    request.id,
  );
  return opened?.revision === request.revision && opened.pictures >= pictures;
}
