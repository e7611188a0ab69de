/** Time has passed: reminders, escalations and ends of holds are decided by the same code as everything else (D20, F95). */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { execute } from "../../db/execute.ts";
import { loadCompany } from "../../db/company.ts";
import { enqueue } from "../../db/outbox.ts";
import { dueTimers, setTimer, nextTimerAt } from "../../db/timers.ts";
import { savepoint, write, type Tx } from "../../db/write.ts";
import { personById } from "../../flows/company/directory.ts";
import { units, type Instant, type PersonId, type RequestId } from "../../flows/ids.ts";
import { instant } from "../clock.ts";
import type { ReminderItem } from "../delivery/wording.ts";
import { storeFailure } from "../intake/failures.ts";
import type { Job, JobOf } from "./job.ts";

/** Ticks of one transaction: few, so that a tap never waits long for its turn. */
const batchMax = 20;
/** A request that wants more ticks than this in one run has a timer that doesn't move: a bug, looked at again later. */
const ticksMax = 20;
const againMs = 3_600_000;

export const dueTimersJob: Job = {
  name: "due timers",
  nextAt: nextTimerAt,
  async pass(of) {
    const ticks = new Map<RequestId, number>();
    for (;;) {
      const now = instant(of.clock);
      const due = dueTimers(of.store, now, batchMax);
      if (due.length === 0) return ticks.size > 0;
      write(of.store, (tx) => {
        const reminders = new Map<PersonId, ReminderItem[]>();
        for (const request of due) {
          const count = (ticks.get(request) ?? 0) + 1;
          ticks.set(request, count);
          if (count > ticksMax || !tick(of, tx, request, now, reminders))
            setTimer(tx, request, units<Instant>(now + againMs));
        }
        remind(tx, reminders, now);
      });
      of.committed();
      of.crashPoint("F11");
      await turnOfOthers();
    }
  },
};

/** False: it failed, and its timer must be moved by hand. */
function tick(
  of: JobOf,
  tx: Tx,
  request: RequestId,
  now: Instant,
  reminders: Map<PersonId, ReminderItem[]>,
): boolean {
  try {
    const done = savepoint(tx, () => execute(tx, { request }, { kind: "tick", at: now }));
    if ("refusal" in done) {
      of.log.error({ request, refusal: done.refusal.kind }, "a tick was refused");
      return false;
    }
    for (const { person, ...item } of done.reminders)
      reminders.set(person, [...(reminders.get(person) ?? []), item]);
    return true;
  } catch (error) {
    if (storeFailure(error) !== undefined) throw error;
    of.log.error({ err: error, request }, "a tick failed");
    return false;
  }
}

/** Rows of one run are merged into one message when they are sent. */
function remind(tx: Tx, reminders: ReadonlyMap<PersonId, readonly ReminderItem[]>, now: Instant): void {
  const company = loadCompany(tx);
  for (const [person, items] of reminders) {
    const chat = personById(company, person)?.telegram;
    if (chat !== undefined)
      enqueue(tx, { chat, lane: "reminder", method: "reminder", payload: { items }, at: now });
  }
}
