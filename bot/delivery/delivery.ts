/** Sends what is committed: lanes, order per chat, Telegram's limits. What fails stays and is tried again. */
import { mayDeliver } from "../../db/delivering.ts";
import { everyChat, pauseChat, pausedUntil } from "../../db/pauses.ts";
import { write } from "../../db/write.ts";
import { units, type Instant } from "../../flows/ids.ts";
import { instant } from "../clock.ts";
import { openBudget, telegramLimits, type Limits } from "./budget.ts";
import { dueTasks, type Task } from "./due.ts";
import type { Sending } from "./sending.ts";

export interface Delivery {
  /** Sends until nothing more may be sent now; true: something was sent or tried. */
  pass(): Promise<boolean>;
  /** Sends for ever, until the signal; what is on its way is finished. */
  run(signal: AbortSignal): Promise<void>;
  /** Something was committed: look at once. */
  wake(): void;
}

export interface DeliveryOf extends Omit<Sending, "floods"> {
  readonly limits?: Limits;
  /** True while a run of timers goes on. */
  readonly holdReminders: () => boolean;
}

/** Without being woken it looks this often: for what becomes due by itself. */
const idleMs = 1000;

export function createDelivery(of: DeliveryOf): Delivery {
  const limits = of.limits ?? telegramLimits;
  const budget = openBudget(limits);
  const sending: Sending = { ...of, floods: [] };
  const busy = new Map<number, Promise<void>>();
  let awake: (() => void) | undefined;
  let allWaitUntil = 0;
  let waits = false;

  /** Begins every send that may begin now; how many were begun, or put off for want of room. */
  function begin(): number {
    const now = instant(of.clock);
    if (!isDeliverer()) return 0;
    if (now < allWaitUntil || now < (pausedUntil(of.store, everyChat) ?? 0)) return 0;
    const tasks = dueTasks(of.store, {
      now,
      skip: (chat) => busy.has(chat),
      limit: limits.inFlight - busy.size,
      withReminders: !of.holdReminders(),
    });
    return tasks.filter((task) => beginOne(task, now)).length;
  }

  /** Another program on the same store may be sending: then this one waits until it has ended (R18). */
  function isDeliverer(): boolean {
    const may = mayDeliver(of.store);
    if (!may && !waits) of.log.warn("another program sends the messages of this store: this one waits");
    waits = !may;
    return may;
  }

  function beginOne(task: Task, now: Instant): boolean {
    if (now < allWaitUntil) return false;
    const room = budget.take(task.chat, now);
    if (room.kind === "all-wait") {
      allWaitUntil = now + room.ms;
      return false;
    }
    if (room.kind === "chat-waits") {
      const until = units<Instant>(now + room.ms);
      write(of.store, (tx) => pauseChat(tx, task.chat, until)); // its rows step aside, so that they hide no others
      return true;
    }
    busy.set(
      task.chat,
      task.run(sending).finally(() => busy.delete(task.chat)),
    );
    return true;
  }

  async function pass(): Promise<boolean> {
    let did = false;
    for (;;) {
      const begun = begin();
      if (begun === 0 && busy.size === 0) return did;
      did = true;
      if (busy.size > 0) await Promise.race(busy.values());
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      begin();
      const woken = new Promise<void>((resolve) => (awake = resolve));
      const idle = new AbortController();
      const ended = () => idle.abort();
      signal.addEventListener("abort", ended, { once: true });
      await Promise.race([woken, of.clock.sleep(idleMs, idle.signal), ...busy.values()]);
      signal.removeEventListener("abort", ended);
      idle.abort();
    }
    await Promise.allSettled(busy.values());
  }

  return { pass, run, wake: () => awake?.() };
}
