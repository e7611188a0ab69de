/** Figures for whoever watches the program: what waits and for how long. Every one is a look into a partial index. */
import type { Instant } from "../flows/ids.ts";
import { units } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { never } from "./pauses.ts";
import { one } from "./rows.ts";

export interface Gauges {
  /** Messages that may be sent or retried; those of people who can't be written to are not counted. */
  readonly waiting: number;
  readonly oldestWaitingAt?: Instant;
  /** Messages given up. */
  readonly dead: number;
  readonly cards: number;
  readonly uploads: number;
  readonly papers: number;
  /** On their way to suppliers. */
  readonly letters: number;
  /** The timer that has been due longest, or is due next. */
  readonly oldestTimerAt?: Instant;
  readonly quarantined: number;
}

export function gauges(store: Store): Gauges {
  const count = (sqlText: string, ...values: readonly number[]): number =>
    one<{ n: number }>(store, sqlText, ...values)?.n ?? 0;
  const first = (sqlText: string, ...values: readonly number[]): Instant | undefined => {
    const at = one<{ at?: number }>(store, sqlText, ...values)?.at;
    return at === undefined ? undefined : units<Instant>(at);
  };
  const oldestWaitingAt = first(
    "SELECT min(at) AS at FROM outbox WHERE status = 'waiting' AND due_at < ?",
    never,
  );
  const oldestTimerAt = first("SELECT min(due_at) AS at FROM timers");
  return {
    waiting: count("SELECT count(*) AS n FROM outbox WHERE status = 'waiting' AND due_at < ?", never),
    ...(oldestWaitingAt !== undefined && { oldestWaitingAt }),
    dead: count("SELECT count(*) AS n FROM outbox WHERE status = 'dead'"),
    cards: count("SELECT count(*) AS n FROM cards WHERE dirty = 1 AND due_at < ?", never),
    uploads: count("SELECT count(*) AS n FROM uploads WHERE due_at IS NOT NULL"),
    papers: count("SELECT count(*) AS n FROM papers WHERE due_at IS NOT NULL"),
    letters: count("SELECT count(*) AS n FROM letters WHERE status IN ('held', 'waiting', 'sending')"),
    ...(oldestTimerAt !== undefined && { oldestTimerAt }),
    quarantined: count("SELECT count(*) AS n FROM quarantine"),
  };
}
