/** What delivery reads and marks: order per chat, nothing lost that changed while it was on its way. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  cardAt,
  cardOf,
  cardStands,
  cardUnchanged,
  dueCards,
  forgetCard,
  lostCard,
  markDirty,
  markOpenCards,
  postponeCard,
  type CardRow,
} from "../../../db/cards.ts";
import type { Store } from "../../../db/open.ts";
import {
  dueOutbox,
  enqueue,
  markDead,
  markSent,
  outboxRow,
  postpone,
  sweepOutbox,
} from "../../../db/outbox.ts";
import { everyChat, pauseChat, pausedUntil } from "../../../db/pauses.ts";
import { dueWithdrawals, postponeWithdrawal, withdraw, withdrawn } from "../../../db/withdrawals.ts";
import { write } from "../../../db/write.ts";
import { at, file, hour, openFilled, perform, person, tuesday } from "./fixture.ts";

let store: Store;
beforeEach(() => {
  store = openFilled();
});
afterEach(() => {
  store.close();
});

const say = (chat: number, text: string, key?: string): number | undefined =>
  write(store, (tx) =>
    enqueue(tx, {
      chat,
      lane: "answer",
      method: "sendMessage",
      payload: { text },
      at: tuesday,
      ...(key !== undefined && { key }),
    }),
  );
const due = (ms = 0): unknown[] =>
  dueOutbox(store, { lane: "answer", now: at(ms), limit: 10 }).map((row) => row.payload);

describe("messages", () => {
  test("go out in the order in which they were written, and come back as they were given", () => {
    say(1001, "раз");
    say(1002, "два");
    say(1001, "три");
    expect(due()).toEqual([{ text: "раз" }, { text: "два" }, { text: "три" }]);
  });

  test("a row with a key is written once, also after it was sent", () => {
    const first = say(1001, "утро", "digest:1001:2026-03-10");
    expect(say(1001, "утро", "digest:1001:2026-03-10")).toBeUndefined();
    write(store, (tx) => {
      markSent(tx, first ?? 0, 55, at(1));
    });
    expect(say(1001, "утро", "digest:1001:2026-03-10")).toBeUndefined();
    expect(outboxRow(store, first ?? 0)).toMatchObject({ status: "sent", message: 55, sentAt: at(1) });
    expect(due()).toEqual([]);
  });

  test("one that failed holds back the later ones of its chat, also those written since, and nobody else's (F57, F67)", () => {
    say(1001, "раз");
    say(1001, "два");
    say(1002, "чужое");
    const [first] = dueOutbox(store, { lane: "answer", now: tuesday, limit: 1 });
    if (first === undefined) throw new Error("nothing is due");
    write(store, (tx) => {
      postpone(tx, first, at(5000), "502");
    });
    say(1001, "три");
    expect(due()).toEqual([{ text: "чужое" }]);
    expect(due(5000)).toEqual([{ text: "чужое" }, { text: "раз" }, { text: "два" }, { text: "три" }]);
    expect(outboxRow(store, first.id)).toMatchObject({ tries: 1, error: "502" });
  });

  test("a flood wait leaves its chat alone for exactly as long as Telegram says, over restarts (F56)", () => {
    say(1001, "раз");
    file(store);
    write(store, (tx) => {
      pauseChat(tx, 1001, at(7000));
    });
    say(1001, "два");
    expect(due(6999)).toEqual([]);
    expect(due(7000)).toEqual([{ text: "раз" }, { text: "два" }]);
    expect(cardOf(store, person("clerk"), "request:1")?.dueAt).toBe(at(7000));
    write(store, (tx) => {
      pauseChat(tx, everyChat, at(100));
      pauseChat(tx, everyChat, at(50));
    });
    expect(pausedUntil(store, everyChat)).toBe(at(100));
  });

  test("a row that was given up stays for people to see until it is swept", () => {
    const row = say(1001, "раз") ?? 0;
    write(store, (tx) => {
      markDead(tx, row, "400 Bad Request", tuesday);
    });
    expect(due()).toEqual([]);
    expect(outboxRow(store, row)).toMatchObject({ status: "dead", error: "400 Bad Request" });
    expect(write(store, (tx) => sweepOutbox(tx, tuesday, 10))).toBe(0);
    expect(write(store, (tx) => sweepOutbox(tx, at(1), 10))).toBe(1);
  });
});

describe("cards", () => {
  const mark = (ring: boolean, ms = 0): void => {
    write(store, (tx) => {
      markDirty(tx, person("clerk"), "request:9", { ring, lane: ring ? "decision" : "card", now: at(ms) });
    });
  };
  const card = (): CardRow => {
    const found = cardOf(store, person("clerk"), "request:9");
    if (found === undefined) throw new Error("no card");
    return found;
  };
  const stands = (drawn: CardRow, message = 100): void => {
    write(store, (tx) => {
      cardStands(tx, drawn, { message, form: "photo", shown: "hash", sentAt: at(1) });
    });
  };

  test("several changes before it is drawn cost one drawing, which rings if any of them did", () => {
    mark(true);
    mark(false);
    mark(false);
    expect(dueCards(store, { lane: "decision", now: tuesday, limit: 10 })).toHaveLength(1);
    expect(dueCards(store, { lane: "card", now: tuesday, limit: 10 })).toEqual([]);
    expect(card()).toMatchObject({ ring: 1, marks: 3 });
    stands(card());
    expect(card()).toMatchObject({
      dirty: 0,
      ring: 0,
      message: 100,
      form: "photo",
      shown: "hash",
      sentAt: at(1),
    });
    expect(cardAt(store, person("clerk"), 100)?.subject).toBe("request:9");
  });

  test("what changes while it is on its way is drawn next: an older state never has the last word (F65)", () => {
    mark(false);
    const drawn = card();
    mark(true, 10);
    stands(drawn);
    expect(card()).toMatchObject({ dirty: 1, ring: 1, message: 100 });
    write(store, (tx) => {
      cardUnchanged(tx, drawn);
    });
    expect(card().dirty).toBe(1);
  });

  test("a later quiet change takes over neither the sound nor the lane of a drawing that is done", () => {
    mark(true);
    stands(card());
    mark(false, 5);
    expect(card()).toMatchObject({ ring: 0, lane: "card", dueAt: at(5) });
  });

  test("a failed drawing is tried later; a lost message is sent anew; a forgotten card is gone", () => {
    mark(false);
    write(store, (tx) => {
      postponeCard(tx, card(), at(9000));
    });
    expect(card()).toMatchObject({ tries: 1, dueAt: at(9000) });
    stands(card());
    write(store, (tx) => {
      lostCard(tx, card(), at(1));
    });
    expect(card()).toMatchObject({ dirty: 1, dueAt: at(1) });
    expect(card().message).toBeUndefined();
    const drawn = card();
    mark(false);
    write(store, (tx) => {
      forgetCard(tx, drawn);
    });
    expect(card().dirty).toBe(1);
    write(store, (tx) => {
      forgetCard(tx, card());
    });
    expect(cardOf(store, person("clerk"), "request:9")).toBeUndefined();
  });

  test("after a start the live cards of open requests are looked at again, those of closed ones are not", () => {
    const open = file(store).id;
    const closed = file(store).id;
    perform(store, { request: closed }, { kind: "withdraw", by: person("clerk") });
    for (const request of [open, closed]) {
      const drawn = cardOf(store, person("clerk"), `request:${request}`);
      if (drawn !== undefined) stands(drawn, 100 + request);
    }
    write(store, (tx) => {
      markOpenCards(tx, at(hour));
    });
    expect(cardOf(store, person("clerk"), `request:${open}`)?.dirty).toBe(1);
    expect(cardOf(store, person("clerk"), `request:${closed}`)?.dirty).toBe(0);
  });

  test("an old message is withdrawn once, however often it is asked for", () => {
    const ask = (): void => {
      write(store, (tx) => {
        withdraw(tx, { chat: 1001, message: 5, form: "text", sentAt: tuesday, now: tuesday });
      });
    };
    ask();
    ask();
    const [one, ...others] = dueWithdrawals(store, tuesday, 10);
    expect(others).toEqual([]);
    write(store, (tx) => {
      postponeWithdrawal(tx, one?.id ?? 0, at(10));
    });
    expect(dueWithdrawals(store, tuesday, 10)).toEqual([]);
    write(store, (tx) => {
      withdrawn(tx, one?.id ?? 0);
    });
    expect(dueWithdrawals(store, at(hour), 10)).toEqual([]);
  });
});
