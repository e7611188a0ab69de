/** When a failed send is tried again: pauses grow from 1 s to 5 min for three days (F54, F55, F57). */
import { units, type Instant } from "../../flows/ids.ts";

const firstMs = 1000;
const longestMs = 300_000;
/** Telegram may have carried the call out: a second copy is the worse harm, so it is given time to show. */
const ambiguousMs = 30_000;
export const giveUpAfterMs = 72 * 3_600_000;
/** Renderings that throw are bugs: they get this many tries before the row is given up (F67). */
export const bugTriesMax = 5;

/** @param tries failed ones so far, this one not counted */
export function nextTry(now: Instant, tries: number, ambiguous: boolean): Instant {
  const pause = Math.min(longestMs, firstMs * 2 ** Math.min(tries, 20));
  return units<Instant>(now + Math.max(pause, ambiguous ? ambiguousMs : 0));
}
