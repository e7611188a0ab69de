/** What may be sent now: answers first, one send at a time per chat, in order within its lane. */
import { dueCards } from "../../db/cards.ts";
import type { Store } from "../../db/open.ts";
import { dueOutbox } from "../../db/outbox.ts";
import { contactOf } from "../../db/people.ts";
import { lanes } from "../../db/schema.ts";
import { dueWithdrawals } from "../../db/withdrawals.ts";
import type { Instant } from "../../flows/ids.ts";
import { sendCard } from "./send-card.ts";
import { sendRow } from "./send-row.ts";
import { sendWithdrawal } from "./send-withdrawal.ts";
import type { Sending } from "./sending.ts";

export interface Task {
  readonly chat: number;
  run(of: Sending): Promise<void>;
}

/** Rows looked at per lane: enough that chats which are busy don't hide the others. */
const window = 50;

/**
 * @param skip chats that are being written to, or have no room now
 * @param withReminders false while a run of timers goes on: what it finds for one person becomes one message
 */
export function dueTasks(
  store: Store,
  of: {
    readonly now: Instant;
    readonly skip: (chat: number) => boolean;
    readonly limit: number;
    readonly withReminders: boolean;
  },
): Task[] {
  const { now, limit } = of;
  const tasks: Task[] = [];
  const taken = new Set<number>();
  const take = (chat: number, run: Task["run"]): void => {
    if (tasks.length >= limit || taken.has(chat) || of.skip(chat)) return;
    taken.add(chat);
    tasks.push({ chat, run });
  };
  for (const lane of lanes) {
    if (tasks.length >= limit) break;
    if (lane !== "reminder" || of.withReminders)
      for (const row of dueOutbox(store, { lane, now, limit: window }))
        take(row.chat, (by) => sendRow(by, row));
    for (const card of dueCards(store, { lane, now, limit: window })) {
      const chat = contactOf(store, card.person)?.telegram;
      if (chat !== undefined) take(chat, (by) => sendCard(by, card, chat));
    }
    if (lane === "card")
      for (const old of dueWithdrawals(store, now, window)) take(old.chat, (by) => sendWithdrawal(by, old));
  }
  return tasks;
}
