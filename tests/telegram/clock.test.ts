/** The clocks: one that stands still for tests, one that runs and is moved forward. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { manualClock, sharedClock } from "../../playground/clock.ts";
import { monday } from "./telegram.ts";

beforeEach(() => void vi.useFakeTimers({ now: monday }));
afterEach(() => void vi.useRealTimers());

test("a clock that stands still wakes sleepers in the order in which they are due", async () => {
  const clock = manualClock(monday);
  const woken: string[] = [];
  const sleepers = [
    clock.sleep(2000).then(() => woken.push("second")),
    clock.sleep(1000).then(() => woken.push("first")),
    clock.sleep(0).then(() => woken.push("at once")),
  ];
  clock.advance(1999);
  await Promise.resolve();
  expect(woken).toEqual(["at once", "first"]);
  clock.advance(1);
  await Promise.all(sleepers);
  expect(woken).toEqual(["at once", "first", "second"]);
});

test.each([
  ["standing still", () => manualClock(monday)],
  ["running", () => sharedClock()],
])(
  "a clock %s tells its listeners of a move, lets sleepers go early, and never turns back",
  async (_, open) => {
    const clock = open();
    let moves = 0;
    const unsubscribe = clock.moved(() => (moves += 1));
    const stop = new AbortController();
    const asleep = clock.sleep(3_600_000, stop.signal);
    clock.advance(60_000);
    expect(clock.now()).toBe(monday + 60_000);
    stop.abort();
    await asleep;
    unsubscribe();
    clock.advance(1);
    expect(moves).toBe(1);
    expect(() => clock.advance(-1)).toThrow("only moves forward");
  },
);

test("a running clock wakes by itself, and at once when it is moved past the hour", async () => {
  const clock = sharedClock();
  const first = clock.sleep(5000);
  await vi.advanceTimersByTimeAsync(5000);
  await first;
  const second = clock.sleep(8 * 3_600_000);
  clock.advance(8 * 3_600_000);
  await second;
  expect(clock.now()).toBe(monday + 5000 + 8 * 3_600_000);
});

test("how far a clock was moved outlives the process", () => {
  const dir = mkdtempSync(join(tmpdir(), "clock-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const offsetFile = join(dir, "playground", "clock-offset");
  sharedClock({ offsetFile }).advance(90_000);
  expect(sharedClock({ offsetFile }).now()).toBe(monday + 90_000);
});
