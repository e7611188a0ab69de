/** A letter that does not get out is tried again after growing pauses, and then given up (domain 10, O7). */
import { expect, test } from "vitest";
import { units, type Instant } from "../../../flows/ids.ts";
import { nextLetterTry, triesMax } from "../../../flows/mail/schedule.ts";

const minuteMs = 60_000;
const monday = units<Instant>(Date.UTC(2026, 2, 2, 7));

test.each([
  [1, 1],
  [2, 5],
  [3, 30],
  [4, 2 * 60],
  [5, 6 * 60],
  [6, 12 * 60],
])("after %i failed tries it waits %i minutes", (tries, minutes) => {
  expect(nextLetterTry(monday, tries)).toBe(monday + minutes * minuteMs);
});

test("the seventh failed try is the last", () => {
  expect(triesMax).toBe(7);
  expect(nextLetterTry(monday, triesMax)).toBeUndefined();
});
