/** A stored change of a deal as the rules see it, and several of one deal as one. */
import type { DealChange } from "../../db/deal-changes.ts";
import type { Change } from "../../flows/payments/alert.ts";

/** What managers heard or are to hear; undefined: a line of the history that nobody heard of. */
export function changeOf(seen: DealChange): Change | undefined {
  const { kind, beforePaid, beforeTotal, came, gone } = seen;
  if (kind !== "alert" || beforePaid === undefined || beforeTotal === undefined) return undefined;
  return {
    before: { paid: beforePaid, total: beforeTotal },
    after: { paid: seen.paid, total: seen.total },
    came,
    gone,
  };
}

/** Changes of one deal in the order of time, told as one: from what was known at first to what is known now. */
export function joined(changes: readonly Change[]): Change | undefined {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const sum = (count: (change: Change) => number): number =>
    changes.reduce((all, change) => all + count(change), 0);
  return {
    before: first.before,
    after: last.after,
    came: sum((change) => change.came),
    gone: sum((change) => change.gone),
  };
}
