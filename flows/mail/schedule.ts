/** When a letter that did not go out is tried again (domain 10, O7). */
import { units, type Instant } from "../ids.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Pauses after the first failed try, the second, … Greylisting lets a letter through within the first few. */
const pausesMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 6 * hourMs, 12 * hourMs] as const;

/** Tries of one letter before it is given up: the first one and one after each pause. */
export const triesMax = pausesMs.length + 1;

/**
 * When to try again after a failed try; undefined: given up, the card says so and offers to send again.
 * @param tries all failed ones so far, this one counted
 */
export function nextLetterTry(now: Instant, tries: number): Instant | undefined {
  const pause = pausesMs[Math.max(1, tries) - 1];
  return pause === undefined ? undefined : units<Instant>(now + pause);
}
