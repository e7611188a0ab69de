/** Looks at one deal that changed and queues what managers must hear of it: the poll's piece of work, done early by an import. */
import { alertSettings } from "../../db/alert-settings.ts";
import { queueAlert } from "../../db/alert-queue.ts";
import { dealChange, lookAt } from "../../db/deal-changes.ts";
import { formerDepartment } from "../../db/former-posts.ts";
import type { Tx } from "../../db/write.ts";
import { nextWorkingMorning } from "../../flows/company/calendar.ts";
import type { Company } from "../../flows/company/company.ts";
import { personById } from "../../flows/company/directory.ts";
import { units, type DealId, type Instant, type PersonId } from "../../flows/ids.ts";
import { passes } from "../../flows/payments/alert.ts";
import { alertRecipients } from "../../flows/payments/recipients.ts";
import { zoneOf } from "../delivery/silence.ts";
import { changeOf } from "./change.ts";

const hourMs = 3_600_000;

/** Takes the deal off the queue of changed ones; everybody who is to hear hears at the pace he chose. */
export function lookAtDeal(tx: Tx, company: Company, id: DealId, now: Instant): void {
  const found = lookAt(tx, id, now);
  if (found === undefined) return;
  const { deal, change } = found;
  const seen = dealChange(tx, change);
  const told = seen && changeOf(seen);
  if (told === undefined) throw new Error(`change ${change} was not written`);
  for (const person of alertRecipients(company, deal, formerDepartment(tx, company, deal.manager))) {
    const { pace, thresholds } = alertSettings(tx, person);
    if (passes(told, thresholds)) queueAlert(tx, person, change, dueAt(company, person, pace, now));
  }
}

/** At once is 0, so that a clock that is set back holds nothing up. */
function dueAt(
  company: Company,
  person: PersonId,
  pace: "at-once" | "hourly" | "daily",
  now: Instant,
): Instant {
  if (pace === "at-once") return units<Instant>(0);
  if (pace === "hourly") return units<Instant>((Math.floor(now / hourMs) + 1) * hourMs);
  const found = personById(company, person);
  if (found === undefined) throw new Error(`alerts go to ${person}, whom the company doesn't know`);
  return nextWorkingMorning(company.workingHours, zoneOf(company, found), now);
}
