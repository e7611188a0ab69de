/** Works of updates that came together, done in one immediate transaction, each in its savepoint (design 1, 2). */
import type { Update } from "grammy/types";
import { loadCompany } from "../../db/company.ts";
import { personByTelegram, setStarted } from "../../db/people.ts";
import type { Store } from "../../db/open.ts";
import { markProcessed, noteAttempt } from "../../db/updates.ts";
import { savepoint, write, type Tx } from "../../db/write.ts";
import type { Instant } from "../../flows/ids.ts";
import type { CrashPoint } from "../crash-points.ts";
import type { Logger } from "../log.ts";
import type { Plan } from "./context.ts";
import { putAside, storeFailure, triesMax } from "./failures.ts";
import type { FloodGuard } from "./flood-guard.ts";
import { openTurn, strangerTurn, type Toast } from "./turn.ts";

/** An update with its work, or with the error that routing it threw. */
export interface Planned {
  readonly update: Update;
  readonly plan: Plan | { readonly kind: "failed"; readonly error: unknown };
}
export interface Handled {
  readonly update: Update;
  /** Its effect is committed: Telegram may be told. */
  readonly done: boolean;
  readonly toast?: Toast;
}

export interface CommitOf {
  readonly store: Store;
  readonly log: Logger;
  readonly guard: FloodGuard;
  readonly crashPoint: CrashPoint;
}

/**
 * @param triesCounted for an update done alone, after `countTry`: which try this is; else a failure is counted here
 * @throws what the store throws when it can't write: then nothing of the batch is committed (F30)
 */
export function commitTogether(
  of: CommitOf,
  batch: readonly Planned[],
  now: Instant,
  triesCounted?: number,
): Handled[] {
  return write(of.store, (tx) => {
    const handled = batch.map(({ update, plan }): Handled => {
      try {
        if (plan.kind === "failed") throw plan.error;
        const toast = savepoint(tx, () =>
          markProcessed(tx, update.update_id, now) ? doWork(of, tx, plan, now) : undefined,
        );
        of.log.debug({ update: update.update_id, work: plan.name }, "handled");
        return { update, done: true, ...(toast !== undefined && { toast }) };
      } catch (error) {
        if (storeFailure(error) !== undefined) throw error;
        const work = plan.kind === "failed" ? "routing" : plan.name;
        of.log.error({ err: error, update: update.update_id, work }, "an update could not be handled");
        const tries = triesCounted ?? noteAttempt(tx, update.update_id);
        if (tries < triesMax) return { update, done: false };
        putAside(tx, update, error, now);
        return { update, done: true };
      }
    });
    of.crashPoint("F3");
    return handled;
  });
}

/**
 * Before an update is tried alone, after a failed batch or an unclean stop: the try is counted and committed first, so that
 * one that kills the process is put aside at last (F18).
 * @returns which try comes now; undefined: they are used up, it is in quarantine
 */
export function countTry(of: CommitOf, update: Update, now: Instant): number | undefined {
  return write(of.store, (tx) => {
    const tries = noteAttempt(tx, update.update_id);
    if (tries <= triesMax) return tries;
    putAside(tx, update, new Error("the process ended while it was being handled"), now);
    return undefined;
  });
}

function doWork(of: CommitOf, tx: Tx, plan: Plan, now: Instant): Toast | undefined {
  if (plan.kind === "nothing") return undefined;
  const company = loadCompany(tx);
  if (plan.kind === "stranger") {
    const { turn, aside } = strangerTurn({
      tx,
      now,
      company,
      ...plan,
      muted: of.guard.muted(plan.telegram, now),
    });
    plan.body(turn);
    if (aside.refused) noteRefused(of, plan.telegram, plan.name, now);
    return undefined;
  }
  const { telegram } = plan.person;
  const me = telegram === undefined ? undefined : personByTelegram(tx, telegram);
  // left the company between the look and the transaction: nobody's word
  if (me === undefined || telegram === undefined) return undefined;
  setStarted(tx, me.id, now); // he is there: what waited for him may go
  const muted = of.guard.muted(telegram, now);
  const { turn, aside } = openTurn({ tx, now, company, me, muted });
  plan.body(turn);
  if (aside.refused) noteRefused(of, telegram, plan.name, now);
  return muted && aside.refused ? undefined : aside.toast;
}

function noteRefused(of: CommitOf, account: number, work: string, now: Instant): void {
  const many = of.guard.note(account, now);
  if (many) of.log.warn({ account }, "too many refused actions: left unanswered for an hour");
  else if (!of.guard.muted(account, now)) of.log.info({ account, work }, "refused");
}
