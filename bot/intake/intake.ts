/** Takes updates in: committed first, confirmed after (R1). Every loop is made of passes that a test can call. */
import type { Update } from "grammy/types";
import { loadCompany } from "../../db/company.ts";
import type { Store } from "../../db/open.ts";
import { isProcessed } from "../../db/updates.ts";
import type { TelegramChannel } from "../channels/telegram.ts";
import { instant, type Clock } from "../clock.ts";
import type { CrashPoint } from "../crash-points.ts";
import type { Logger } from "../log.ts";
import { inToast } from "../refusals.ts";
import { wordsIn } from "../texts.ts";
import { commitTogether, countTry, type Handled, type Planned } from "./commit.ts";
import { storeFailure } from "./failures.ts";
import { openFloodGuard } from "./flood-guard.ts";
import type { Router } from "./route.ts";
import { isSound } from "./sound-update.ts";
import { languageOf, type Toast } from "./turn.ts";

export interface IntakeOf {
  readonly store: Store;
  readonly channel: TelegramChannel;
  readonly router: Router;
  readonly clock: Clock;
  readonly crashPoint: CrashPoint;
  readonly log: Logger;
  /** The last stop was not in order: begin one by one (F18). */
  readonly unclean: boolean;
  /** Something was committed: delivery may look. */
  readonly committed: () => void;
}

export interface Intake {
  /** One getUpdates and all that came with it; true: something came. Toasts are sent when it returns. */
  pass(of: { timeoutSeconds: number; signal?: AbortSignal }): Promise<boolean>;
  /** The same without waiting for toasts: what the loop calls. */
  poll(of: { timeoutSeconds: number; signal?: AbortSignal }): Promise<boolean>;
  /** Handles updates that came by another way, in order; tells of each whether its effect is committed. */
  take(updates: readonly Update[]): Promise<ReadonlySet<number>>;
  /** Resolves once no toast is on its way. */
  quiet(): Promise<void>;
  /** True while updates are done one by one. */
  readonly careful: boolean;
}

export function createIntake(of: IntakeOf): Intake {
  const { store, channel, router, clock, crashPoint, log } = of;
  const committing = { store, log, crashPoint, guard: openFloodGuard() };
  const toasts = new Set<Promise<void>>();
  let offset = 0;
  let careful = of.unclean;

  async function poll({ timeoutSeconds, signal }: { timeoutSeconds: number; signal?: AbortSignal }) {
    const updates = await channel.updates(offset, timeoutSeconds, signal);
    if (updates.length === 0) return false;
    crashPoint("F1");
    const done = await take(updates);
    for (const update of updates) {
      if (!done.has(update.update_id)) break; // the offset moves over the unbroken run of committed updates (F29)
      offset = update.update_id + 1;
    }
    return true;
  }

  async function take(updates: readonly Update[]): Promise<ReadonlySet<number>> {
    const done = new Set<number>();
    const failed = new Set<number | undefined>();
    const waiting = updates.filter((update) => {
      if (!isProcessed(store, update.update_id)) return true;
      done.add(update.update_id);
      answer({ update, done: true }); // it came again because our answer was late: the card shows what happened (F21)
      return false;
    });
    while (waiting.length > 0) {
      const batch = careful ? waiting.splice(0, 1) : waiting.splice(0, togetherCount(waiting));
      const mine = batch.filter((update) => !failed.has(senderOf(update))); // his later words wait for the failed one
      for (const handled of mine.length === 0 ? [] : await handle(mine)) {
        if (handled.done) done.add(handled.update.update_id);
        else failed.add(senderOf(handled.update));
      }
      careful ||= failed.size > 0;
    }
    careful = failed.size > 0;
    return done;
  }

  async function handle(batch: readonly Update[]): Promise<readonly Handled[]> {
    const now = instant(clock);
    const first = batch[0];
    const tries = careful && first !== undefined ? countTry(committing, first, now) : undefined;
    if (careful && tries === undefined) return batch.map((update) => ({ update, done: true }));
    const planned = await Promise.all(batch.map(plan));
    crashPoint("F2");
    let handled: readonly Handled[];
    try {
      handled = commitTogether(committing, planned, now, tries);
    } catch (error) {
      if (storeFailure(error) === "trouble") for (const update of batch) answer(notTaken(update));
      throw error;
    }
    crashPoint("F4");
    for (const one of handled) if (one.done) answer(one);
    of.committed();
    crashPoint("F5");
    return handled;
  }

  async function plan(update: Update): Promise<Planned> {
    if (!isSound(update)) {
      log.warn({ update: update.update_id }, "an update is of no kind or shape that was asked for");
      return { update, plan: { kind: "nothing", name: "unsound" } };
    }
    try {
      return { update, plan: await router.plan(update) };
    } catch (error) {
      return { update, plan: { kind: "failed", error } };
    }
  }

  /** Every press is answered, also with nothing: else its button spins. A lost answer is no harm, the card is edited (F62). */
  function answer({ update, toast }: { update: Update; done: boolean; toast?: Toast }): void {
    const press = update.callback_query;
    if (press === undefined || !isSound(update)) return;
    const said = toast ?? (press.message === undefined ? openAnew(update) : undefined);
    const text = said !== undefined && { text: inToast(said.text), show_alert: said.alert };
    const sending = channel
      .call("answerCallbackQuery", { callback_query_id: press.id, ...text })
      .then((answered) => {
        if (answered.kind !== "done")
          log.debug({ update: update.update_id, answered }, "a press was not answered");
      })
      .catch((err: unknown) => log.error({ err, update: update.update_id }, "a press could not be answered"))
      .finally(() => toasts.delete(sending));
    toasts.add(sending);
  }

  const wordsFor = (update: Update) =>
    wordsIn(languageOf(update.callback_query?.from.language_code, loadCompany(store).language));
  /** A press on a message that Telegram doesn't name any more (F35). */
  const openAnew = (update: Update): Toast => ({
    text: wordsFor(update)("transport-open-anew"),
    alert: false,
  });
  const notTaken = (update: Update) => ({
    update,
    done: false,
    toast: { text: wordsFor(update)("transport-not-taken"), alert: false },
  });
  const quiet = async (): Promise<void> => {
    while (toasts.size > 0) await Promise.all(toasts);
  };
  return {
    poll,
    take,
    quiet,
    async pass(wanted) {
      const came = await poll(wanted);
      await quiet();
      return came;
    },
    get careful() {
      return careful;
    },
  };
}

function senderOf(update: Update): number | undefined {
  return (update.message ?? update.callback_query ?? update.edited_message ?? update.my_chat_member)?.from
    ?.id;
}

/** How many of the first updates are of different senders: a person's next word is routed after his last one took effect. */
function togetherCount(updates: readonly Update[]): number {
  const senders = new Set<number | undefined>();
  for (const [index, update] of updates.entries()) {
    const sender = senderOf(update);
    if (senders.has(sender)) return index;
    senders.add(sender);
  }
  return updates.length;
}
