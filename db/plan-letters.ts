/** Letters as effects of decisions: planned with them, kept in the house when what they say is no longer so (S1.10, O13, D31). */
import { addWorkingMs } from "../flows/company/calendar.ts";
import type { Company } from "../flows/company/company.ts";
import { timeZoneOf } from "../flows/company/places.ts";
import type { Event } from "../flows/engine/events.ts";
import type { Process } from "../flows/engine/process.ts";
import type { Request } from "../flows/engine/request.ts";
import { units, type Instant } from "../flows/ids.ts";
import { checkAddress } from "../flows/mail/address.ts";
import type { LetterKind } from "../flows/mail/letter.ts";
import { isDelayed, isWanted, writesLetters } from "../flows/mail/wanted.ts";
import { cancelLetter, holdLetter, lettersOf, planLetter } from "./letters.ts";
import type { Store } from "./open.ts";
import { supplier } from "./suppliers.ts";
import type { Tx } from "./write.ts";

/** Also where nothing can be undone: the one who took an invoice must have time to say another date. */
const holdMinutesMin = 2;

/** Until when a letter stays in the house that was decided now. */
export function heldUntil(company: Company, now: Instant): Instant {
  return units<Instant>(now + Math.max(company.undoMinutes, holdMinutesMin) * 60_000);
}

interface Decided {
  readonly process: Process;
  readonly after: Request;
  readonly events: readonly Event[];
  readonly company: Company;
  readonly now: Instant;
}

/** Plans a letter of the request; `after`: working milliseconds. */
export function planFor(
  tx: Tx,
  { after: request, company, now }: Decided,
  { letter: kind, after = 0 }: { readonly letter: LetterKind; readonly after?: number },
): void {
  const later = addWorkingMs(company.workingHours, timeZoneOf(company, request.place), now, after);
  const dueAt = units<Instant>(Math.max(heldUntil(company, now), later));
  const address = addressFor(tx, request);
  planLetter(tx, {
    request: request.id,
    kind,
    ...(address !== undefined && { address }),
    at: now,
    dueAt,
  });
}

/** Where the request's letters go: where somebody sent the last one, so that a thread stays one; else the supplier's address. */
function addressFor(store: Store, request: Request): string | undefined {
  const letters = lettersOf(store, request.id);
  const used = letters.findLast((one) => one.status === "sent" || one.decidedBy !== undefined)?.address;
  if (used !== undefined) return used;
  const named = Object.values(request.answers).find((answer) => answer.kind === "supplier");
  const typed = named === undefined ? undefined : supplier(store, named.supplier.id)?.email;
  const checked = typed === undefined ? undefined : checkAddress(typed);
  return checked?.kind === "address" ? checked.address : undefined;
}

/**
 * What no longer says what is so never leaves: given back, sent back, undone, withdrawn, paid meanwhile. What was filled
 * in after it was planned goes into it, and can be mended as long as anything else.
 */
export function keepLetters(tx: Tx, { process, after: request, events, company, now }: Decided): void {
  if (!writesLetters(process)) return;
  const filled = events.some((event) => event.kind === "filled");
  for (const { kind, status } of lettersOf(tx, request.id)) {
    if (status !== "held" && status !== "waiting") continue;
    if (!isWanted(process, request, kind)) cancelLetter(tx, request.id, kind);
    else if (filled && !isDelayed(process, kind)) holdLetter(tx, request.id, kind, heldUntil(company, now));
  }
}
