/** F66 Telegram's pace: a chat once a second after a burst, all chats thirty a second; and when a failed send is tried again. */
import { describe, expect, test } from "vitest";
import { openBudget, telegramLimits } from "../../../bot/delivery/budget.ts";
import { nextTry } from "../../../bot/delivery/retry.ts";
import { units, type Instant } from "../../../flows/ids.ts";

const at = (ms: number): Instant => units<Instant>(ms);

describe("F66 pace", () => {
  test("a burst passes, then one a second", () => {
    const budget = openBudget({ ...telegramLimits, chat: { burst: 3, perSecond: 1 } });
    for (let n = 0; n < 3; n += 1) expect(budget.take(1, 0)).toEqual({ kind: "taken" });
    expect(budget.take(1, 0)).toEqual({ kind: "chat-waits", ms: 1000 });
    expect(budget.take(1, 1000)).toEqual({ kind: "taken" });
    expect(budget.take(1, 1500)).toEqual({ kind: "chat-waits", ms: 500 });
  });

  test("one chat that waits takes nothing from the others", () => {
    const budget = openBudget({ ...telegramLimits, chat: { burst: 1, perSecond: 1 } });
    budget.take(1, 0);
    expect(budget.take(1, 0).kind).toBe("chat-waits");
    expect(budget.take(2, 0).kind).toBe("taken");
  });

  test("all chats together never pass what Telegram publishes", () => {
    const budget = openBudget(telegramLimits);
    let sent = 0;
    for (let ms = 0; ms < 10_000; ms += 10)
      for (let chat = 0; chat < 5; chat += 1) if (budget.take(sent, ms).kind === "taken") sent += 1;
    expect(sent).toBeLessThanOrEqual(30 + 30 * 10);
    expect(sent).toBeGreaterThan(28 * 10);
  });

  test("a clock that jumps back stalls nothing", () => {
    const budget = openBudget({ ...telegramLimits, chat: { burst: 1, perSecond: 1 } });
    budget.take(1, 100_000);
    expect(budget.take(1, 50_000).kind).toBe("chat-waits");
    expect(budget.take(1, 51_000).kind).toBe("taken");
  });
});

describe("F54 F55 pauses after a failure", () => {
  test("they grow from a second to five minutes", () => {
    const pauses = [0, 1, 2, 3, 8, 9, 50].map((tries) => nextTry(at(0), tries, false) / 1000);
    expect(pauses).toEqual([1, 2, 4, 8, 256, 300, 300]);
  });

  test("what may have been carried out is not repeated for half a minute", () => {
    expect(nextTry(at(0), 0, true)).toBe(30_000);
    expect(nextTry(at(0), 9, true)).toBe(300_000);
  });
});
