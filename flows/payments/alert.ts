/** When managers hear of a deal: a payment has come *and* the percentage is another than the one they know (S1.26, S1.27). */
import { units, type Minor } from "../ids.ts";
import { differs, hasPercent, wholePercent, type Share } from "./percentage.ts";

/** A payment as it counts now, or as managers know it: minor units by the payment's key. */
export type Amounts = ReadonlyMap<number, number>;

/** What managers know of a deal. */
export interface Known {
  readonly share: Share;
  readonly payments: Amounts;
}

/** A change that managers hear of. */
export interface Change {
  readonly before: Share;
  readonly after: Share;
  /** How many payments came, and how many went, were lowered or moved away. */
  readonly came: number;
  readonly gone: number;
}

export type Assessed =
  /** The first known state of a deal: nobody hears. */
  | { readonly kind: "baseline" }
  | ({ readonly kind: "alert" } & Change)
  /** No money has come, or the percentage is the one they know. */
  | { readonly kind: "silent" };

/** @param known undefined: the deal was never looked at before */
export function assess(known: Known | undefined, now: Known): Assessed {
  if (known === undefined) return { kind: "baseline" };
  const money = now.share.paid !== known.share.paid;
  if (!money || !hasPercent(now.share) || !differs(known.share, now.share)) return { kind: "silent" };
  return { kind: "alert", before: known.share, after: now.share, ...counted(known.payments, now.payments) };
}

function counted(before: Amounts, now: Amounts): { readonly came: number; readonly gone: number } {
  let came = 0;
  let gone = 0;
  for (const [payment, amount] of now)
    if ((before.get(payment) ?? 0) < amount || !before.has(payment)) came += 1;
  for (const [payment, amount] of before) if ((now.get(payment) ?? 0) < amount) gone += 1;
  return { came, gone };
}

/** How an alert begins (domain 1.6). */
export type Headline =
  | { readonly kind: "payment"; readonly count: number; readonly sum: Minor }
  /** Money given back to the customer. */
  | { readonly kind: "refund"; readonly sum: Minor }
  /** A booking was taken back, lowered or moved to another deal. */
  | { readonly kind: "correction"; readonly sum: Minor }
  /** More is paid than the deal costs: `sum` is what is too much. */
  | { readonly kind: "overpayment"; readonly sum: Minor };

/** The money that moved: below zero when less is paid than managers know. */
export const moved = ({ before, after }: Pick<Change, "before" | "after">): Minor =>
  units<Minor>(after.paid - before.paid);

export function headline(change: Change): Headline {
  const sum = moved(change);
  const { paid, total } = change.after;
  if (sum < 0) return { kind: change.gone > 0 ? "correction" : "refund", sum: units<Minor>(Math.abs(sum)) };
  if (paid > total) return { kind: "overpayment", sum: units<Minor>(paid - total) };
  // what came and what went are one sum then: it is no sum of so many payments
  const count = change.gone > 0 ? 1 : Math.max(1, change.came);
  return { kind: "payment", count, sum };
}

/** Percents of which a person may want to hear alone; above 100 % is a step of its own. */
export const thresholdsOffered = [30, 50, 70, 100] as const;

/** Whether a change passes one of a person's thresholds, up or down; without thresholds every change does. */
export function passes(change: Change, thresholds: readonly number[]): boolean {
  if (thresholds.length === 0) return true;
  const levelOf = (share: Share): number => {
    const percent = wholePercent(share) ?? 0;
    const reached = thresholds.filter((threshold) => percent >= threshold).length;
    return share.paid > share.total ? reached + 1 : reached;
  };
  return levelOf(change.before) !== levelOf(change.after);
}
