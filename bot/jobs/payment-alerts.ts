/** Watches deals: when a payment has come and the percentage has changed, managers hear, once per change (S1.23–S1.28). */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { alertSettings } from "../../db/alert-settings.ts";
import { nextAlertAt, nextDuePerson, queueAlert, takeDue } from "../../db/alert-queue.ts";
import { loadCompany } from "../../db/company.ts";
import { changedDeals, dealChange, lookAt } from "../../db/deal-changes.ts";
import { formerDepartment } from "../../db/former-posts.ts";
import { enqueue } from "../../db/outbox.ts";
import { write, type Tx } from "../../db/write.ts";
import { nextWorkingMorning } from "../../flows/company/calendar.ts";
import type { Company } from "../../flows/company/company.ts";
import { personById } from "../../flows/company/directory.ts";
import { units, type Instant, type PersonId } from "../../flows/ids.ts";
import { passes } from "../../flows/payments/alert.ts";
import type { Deal } from "../../flows/payments/deal.ts";
import { alertRecipients } from "../../flows/payments/recipients.ts";
import { instant } from "../clock.ts";
import { zoneOf } from "../delivery/silence.ts";
import { changeOf } from "../payments/change.ts";
import type { Job, JobOf } from "./job.ts";

/** Deals of one transaction: few, so that a tap never waits long for its turn. */
const batchMax = 50;
/** More alerts than this for one person become one list. */
const singleMax = 5;
/** Lines of one list; longer ones go on in the next message. */
const listMax = 20;
const hourMs = 3_600_000;

export const paymentAlerts: Job = {
  name: "payment alerts",
  nextAt: nextAlertAt,
  async pass(of, knocked) {
    const looked = knocked && (await lookAtChanged(of));
    const told = await tellDue(of);
    if (told) of.committed();
    return looked || told;
  },
};

/** Works the queue off; what two programs find at the same time, the store gives to one of them. */
async function lookAtChanged(of: JobOf): Promise<boolean> {
  for (let did = false; ; did = true) {
    const now = instant(of.clock);
    if (changedDeals(of.store, 1).length === 0) return did;
    write(of.store, (tx) => {
      const company = loadCompany(tx);
      for (const id of changedDeals(tx, batchMax)) {
        const found = lookAt(tx, id, now);
        if (found !== undefined) queueFor(tx, company, found.deal, found.change, now);
      }
      of.crashPoint("F3");
    });
    of.crashPoint("F11");
    await turnOfOthers();
  }
}

/** Everybody who is to hear, each at the pace he chose. */
function queueFor(tx: Tx, company: Company, deal: Deal, change: number, now: Instant): void {
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

/** What is due leaves the queue for the outbox in one transaction per person: never twice, also after a crash. */
async function tellDue(of: JobOf): Promise<boolean> {
  for (let did = false; ; did = true) {
    const now = instant(of.clock);
    const person = nextDuePerson(of.store, now);
    if (person === undefined) return did;
    write(of.store, (tx) => {
      tell(tx, person, now);
      of.crashPoint("F3");
    });
    of.crashPoint("F11");
    await turnOfOthers();
  }
}

function tell(tx: Tx, person: PersonId, now: Instant): void {
  const changes = takeDue(tx, person, now);
  const chat = personById(loadCompany(tx), person)?.telegram;
  if (chat === undefined) return; // he has no account yet: the deal's own history keeps what happened
  const single =
    changes.length === 1 || (alertSettings(tx, person).pace === "at-once" && changes.length <= singleMax);
  const message = { chat, lane: "reminder", at: now } as const;
  if (single)
    for (const change of changes)
      enqueue(tx, {
        ...message,
        method: "payment-alert",
        payload: { change },
        key: `payment:${change}:${person}`,
      });
  else
    for (let from = 0; from < changes.length; from += listMax)
      enqueue(tx, {
        ...message,
        method: "payment-alerts",
        payload: { changes: changes.slice(from, from + listMax) },
      });
}
