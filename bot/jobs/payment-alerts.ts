/** Watches deals: when a payment has come and the percentage has changed, managers hear, once per change (S1.23–S1.28). */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { alertSettings } from "../../db/alert-settings.ts";
import { nextAlertAt, nextDuePerson, takeDue } from "../../db/alert-queue.ts";
import { loadCompany } from "../../db/company.ts";
import { changedDeals } from "../../db/deal-changes.ts";
import { enqueue } from "../../db/outbox.ts";
import { write, type Tx } from "../../db/write.ts";
import { personById } from "../../flows/company/directory.ts";
import type { PersonId, Instant } from "../../flows/ids.ts";
import { instant } from "../clock.ts";
import { lookAtDeal } from "../payments/look-at-deal.ts";
import type { Job, JobOf } from "./job.ts";

/** Deals of one transaction: few, so that a tap never waits long for its turn. */
const batchMax = 50;
/** More alerts than this for one person become one list. */
const singleMax = 5;
/** Lines of one list; longer ones go on in the next message. */
const listMax = 20;

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
      for (const id of changedDeals(tx, batchMax)) lookAtDeal(tx, company, id, now);
      of.crashPoint("F3");
    });
    of.crashPoint("F11");
    await turnOfOthers();
  }
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
