/** Turns the consequences of a decision into rows of the same transaction: cards to draw, notices, papers to print. */
import type { Company } from "../flows/company/company.ts";
import { personById } from "../flows/company/directory.ts";
import { entityOf } from "../flows/company/places.ts";
import { consequences } from "../flows/engine/consequences.ts";
import type { Event } from "../flows/engine/events.ts";
import type { Process } from "../flows/engine/process.ts";
import type { Request } from "../flows/engine/request.ts";
import type { Instant, PersonId, RequestId, VisaId } from "../flows/ids.ts";
import { markDirty, markOthersDirty, requestSubject } from "./cards.ts";
import { tellOfHanging } from "./out-of-reach.ts";
import { enqueue } from "./outbox.ts";
import { issuePaper } from "./papers.ts";
import { keepLetters, planFor } from "./plan-letters.ts";
import type { Tx } from "./write.ts";

/** A line of somebody's next reminder. */
export interface Reminder {
  readonly person: PersonId;
  readonly request: RequestId;
  readonly visa: VisaId;
  readonly since: Instant;
}

interface Decided {
  readonly process: Process;
  readonly before: Request | undefined;
  readonly after: Request;
  readonly events: readonly Event[];
  readonly company: Company;
  readonly now: Instant;
}

/** Writes what follows from the events; gives the reminders, which a run merges into one message per person. */
export function carryOut(tx: Tx, of: Decided): readonly Reminder[] {
  const { process, before, after, events, company, now } = of;
  const subject = requestSubject(after.id);
  const reminders: Reminder[] = [];
  const drawn = new Set<PersonId>();
  const rung = new Set<PersonId>();
  keepLetters(tx, of);
  for (const one of consequences(process, events, before, after, company)) {
    switch (one.kind) {
      case "card":
        drawn.add(one.person);
        if (one.ring) rung.add(one.person);
        markDirty(tx, one.person, subject, { ring: one.ring, lane: one.ring ? "decision" : "card", now });
        break;
      case "notice": {
        const chat = personById(company, one.person)?.telegram;
        if (chat !== undefined)
          enqueue(tx, { chat, lane: "decision", method: "notice", payload: one.notice, at: now });
        break;
      }
      case "reminder":
        reminders.push({ person: one.person, request: after.id, visa: one.visa, since: one.since });
        break;
      case "document":
        issue(tx, of, one.document, one.to);
        break;
      case "letter":
        planFor(tx, of, one);
        break;
    }
  }
  markOthersDirty(tx, after.id, drawn, now);
  tellOfHanging(tx, { process, request: after, company, now }, rung);
  return reminders;
}

function issue(tx: Tx, { after, events, company }: Decided, document: string, to: readonly PersonId[]): void {
  const issued = events.find((event) => event.kind === "paper-issued" && event.document === document);
  if (issued?.kind !== "paper-issued") throw new Error(`paper ${document} is handed out but was not issued`);
  issuePaper(tx, after.id, entityOf(company, after.place).id, issued, to);
}
