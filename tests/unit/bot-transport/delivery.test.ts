/** Delivery: what is committed arrives, once where it can be, in order, and as fast as Telegram allows. */
import { afterEach, describe, expect, test } from "vitest";
import { telegramLimits } from "../../../bot/delivery/budget.ts";
import { contactOf } from "../../../db/people.ts";
import { enqueue, outboxRow, type Lane } from "../../../db/outbox.ts";
import { markDirty } from "../../../db/cards.ts";
import { write } from "../../../db/write.ts";
import { id, units, type Instant, type PersonId } from "../../../flows/ids.ts";
import { story, type Story, type StoryOf } from "../../harness.ts";
import { echo, type Behaviour } from "./echo-parts.ts";

let told: Story | undefined;
afterEach(() => told?.close());

const secondMs = 1000;
const hourMs = 3_600_000;
const belova = 1003;
const kiselev = 1004;

async function begin(of: StoryOf = {}, behaviour: Behaviour = {}): Promise<Story> {
  told = await story({ parts: echo(behaviour), ...of });
  await told.everybody();
  return told;
}

/** Puts a text into the outbox, as a work would. */
function put(of: Story, words: string, to: { chat?: number; lane?: Lane } = {}): number {
  const at = units<Instant>(of.clock.now());
  const row = {
    chat: to.chat ?? belova,
    lane: to.lane ?? "answer",
    method: "sendMessage",
    payload: { text: words },
    at,
  };
  return write(of.store, (tx) => enqueue(tx, row)) ?? 0;
}
const card = (of: Story, ring: boolean): void =>
  write(of.store, (tx) =>
    markDirty(tx, id<PersonId>("belova"), "photos:1", {
      ring,
      lane: "card",
      now: units<Instant>(of.clock.now()),
    }),
  );
const seen = (of: Story, who: number | string = belova): string[] =>
  of.messagesTo(who).filter((said) => said !== "echo /start");

/** One round of delivery at this moment, without waiting for what is due later. */
const deliver = (of: Story): Promise<boolean> => of.app.delivery.pass();

describe("failures", () => {
  test("F54 a server that is down is tried again with growing pauses, and all arrives in order", async () => {
    const of = await begin();
    of.telegram.faults.add({ kind: "500", times: 5 });
    put(of, "first");
    put(of, "second");
    await deliver(of);
    expect(seen(of)).toEqual([]);
    for (const pause of [1, 2, 4, 8, 16]) {
      of.clock.advance(pause * secondMs - 1);
      await deliver(of);
      expect(seen(of)).toEqual([]);
      of.clock.advance(1);
      await deliver(of);
    }
    expect(seen(of)).toEqual(["first", "second"]);
  });

  test("F55 a lost reply costs at most one extra copy, and not before half a minute", async () => {
    const of = await begin({ overHttp: true });
    of.telegram.faults.add({ kind: "cut-after", method: "sendMessage" });
    put(of, "words");
    await deliver(of);
    expect(seen(of)).toEqual(["words"]);
    of.clock.advance(29 * secondMs);
    await deliver(of);
    expect(seen(of)).toEqual(["words"]);
    of.clock.advance(secondMs);
    await deliver(of);
    expect(seen(of)).toEqual(["words", "words"]);
  });

  test("F55 an edit whose reply was lost is repeated without harm", async () => {
    const of = await begin({ overHttp: true });
    await of.person(belova).text("card");
    of.telegram.faults.add({ kind: "cut-after", method: "editMessageText" });
    await of.person(belova).tap("More");
    await of.later(30 * secondMs);
    expect(seen(of)).toHaveLength(1);
    expect(of.telegram.calls.all("editMessageText").at(-1)?.answer).toMatchObject({
      description: expect.stringContaining("message is not modified"),
    });
  });

  test("F63 a call that hangs counts as lost", async () => {
    const of = await begin({ overHttp: true, timeoutSeconds: 0.2 });
    of.telegram.faults.add({ kind: "hang", method: "sendMessage", times: 1 });
    put(of, "words");
    await deliver(of);
    expect(seen(of)).toEqual([]);
    await of.later(30 * secondMs);
    expect(seen(of)).toEqual(["words"]);
  });

  test("F64 an answer that is no JSON counts as lost", async () => {
    const of = await begin({ overHttp: true });
    of.telegram.faults.add({ kind: "502", method: "sendMessage" });
    put(of, "words");
    await deliver(of);
    expect(seen(of)).toEqual([]);
    await of.later(30 * secondMs);
    expect(seen(of)).toEqual(["words"]);
  });

  test("F54 after three days a message is given up and administrators hear", async () => {
    const of = await begin();
    const row = put(of, "words");
    of.telegram.faults.add({ kind: "500", chat: belova, times: 10_000 });
    for (let hours = 0; hours <= 73; hours += 1) {
      of.clock.advance(hourMs);
      await deliver(of);
    }
    expect(outboxRow(of.store, row)?.status).toBe("dead");
    of.telegram.faults.clear();
    await of.settle();
    expect(of.messagesTo("nazarov").some((said) => said.includes(String(row)))).toBe(true);
  });

  test("F67 a message that Telegram refuses is given up at once and blocks nobody", async () => {
    const of = await begin();
    const row = put(of, "");
    put(of, "next");
    await deliver(of);
    expect(outboxRow(of.store, row)?.status).toBe("dead");
    expect(seen(of)).toEqual(["next"]);
  });

  test("F59 words whose marks are refused are sent without them", async () => {
    const of = await begin();
    await of.person(belova).text("broken html");
    expect(seen(of)).toEqual(["half a <mark"]);
  });

  test("F57 after half an hour of 5xx everything is delivered, a card once and as it is then", async () => {
    const of = await begin();
    of.telegram.faults.add({ kind: "500", times: 10_000 });
    put(of, "first");
    await of.person(belova).text("card");
    for (let minute = 0; minute < 30; minute += 1) await of.later(60 * secondMs);
    of.telegram.faults.clear();
    await of.later(300 * secondMs);
    expect(seen(of)).toHaveLength(2);
    expect(seen(of)[0]).toBe("first");
  });
});

describe("F56 flood waits", () => {
  test("only that chat waits, for exactly as long as Telegram says", async () => {
    const of = await begin();
    of.telegram.faults.add({ kind: "429", chat: belova, retryAfter: 34 });
    put(of, "hers");
    await deliver(of);
    put(of, "his", { chat: kiselev });
    of.clock.advance(34 * secondMs - 1);
    await deliver(of);
    expect(seen(of)).toEqual([]);
    expect(seen(of, kiselev)).toEqual(["his"]);
    of.clock.advance(1);
    await deliver(of);
    expect(seen(of)).toEqual(["hers"]);
    expect(of.telegram.calls.all("sendMessage").filter((call) => call.status === 429)).toHaveLength(1);
  });

  test("the wait outlives a restart", async () => {
    const of = await begin();
    of.telegram.faults.add({ kind: "429", chat: belova, retryAfter: 3600 });
    put(of, "hers");
    await deliver(of);
    await of.restart();
    put(of, "later");
    await of.later(3600 * secondMs - 1);
    expect(seen(of)).toEqual([]);
    await of.later(1);
    expect(seen(of)).toEqual(["hers", "later"]);
  });

  test("three chats at once mean that all must wait", async () => {
    const of = await begin({ limits: { inFlight: 1 } });
    for (const chat of [belova, kiselev, 1005]) {
      of.telegram.faults.add({ kind: "429", chat, retryAfter: 10 });
      put(of, "words", { chat });
    }
    await deliver(of);
    put(of, "others", { chat: 1007 });
    await deliver(of);
    expect(seen(of, 1007)).toEqual([]);
    await of.later(10 * secondMs);
    expect(seen(of, 1007)).toEqual(["others"]);
  });

  test("F66 at Telegram's own limits nothing is ever refused", async () => {
    const of = await begin({
      limits: { ...telegramLimits, inFlight: 4 },
    });
    of.telegram.flood.enabled = true;
    for (let n = 0; n < 30; n += 1) put(of, `words ${n}`);
    for (let second = 0; second < 40; second += 1) {
      await deliver(of);
      of.clock.advance(secondMs);
    }
    expect(seen(of)).toHaveLength(30);
    expect(of.telegram.calls.all().filter((call) => call.status === 429)).toEqual([]);
  });
});

describe("order", () => {
  test("answers go before decisions, cards, reminders and reports, whatever came first", async () => {
    const of = await begin({ limits: { inFlight: 1 } });
    for (const lane of ["report", "reminder", "decision", "answer"] as const) put(of, lane, { lane });
    card(of, true);
    await deliver(of);
    expect(seen(of).map((said) => said.replace(/counted.*/, "card"))).toEqual([
      "answer",
      "decision",
      "card",
      "reminder",
      "report",
    ]);
  });

  test("ten thousand reports never hold up an answer", async () => {
    const of = await begin({ limits: { inFlight: 1 } });
    for (let n = 0; n < 300; n += 1)
      put(of, `report ${n}`, { lane: "report", chat: n % 2 === 0 ? kiselev : 1005 });
    const before = of.telegram.calls.all("sendMessage").length;
    put(of, "answer");
    await deliver(of);
    expect(of.telegram.calls.all("sendMessage")[before]?.params["text"]).toBe("answer");
  });
});

describe("cards", () => {
  test("a card is edited where it stands, and not at all when it shows the same", async () => {
    const of = await begin();
    await of.person(belova).text("card");
    const stands = of.person(belova).last().id;
    await of.person(belova).tap("More");
    expect(of.person(belova).last()).toMatchObject({ id: stands, text: expect.stringContaining("counted") });
    const edits = of.telegram.calls.all("editMessageText").length;
    card(of, false);
    await of.settle();
    expect(of.telegram.calls.all("editMessageText")).toHaveLength(edits);
  });

  test("a card that rings comes anew with sound, and the old one goes", async () => {
    const of = await begin();
    await of.person(belova).text("card");
    const old = of.person(belova).last().id;
    card(of, true);
    await of.settle();
    expect(
      of
        .person(belova)
        .messages()
        .map((message) => message.id),
    ).not.toContain(old);
    expect(of.person(belova).last()).toMatchObject({
      silent: false,
      text: expect.stringContaining("counted"),
    });
  });

  test("an old message over 48 hours is edited to a closed line", async () => {
    const of = await begin();
    await of.person(belova).text("card");
    const old = of.person(belova).last().id;
    await of.later(49 * hourMs);
    card(of, true);
    await of.settle();
    const left = of
      .person(belova)
      .messages()
      .find((message) => message.id === old);
    expect(left?.text).toContain("ниже");
    expect(left?.buttons).toEqual([]);
  });

  test("F58 a card whose message is gone is sent anew", async () => {
    const of = await begin();
    await of.person(belova).text("card");
    const old = of.person(belova).last().id;
    of.telegram.world.messages.remove(belova, old);
    await of.person(belova).text("card");
    expect(of.person(belova).last().text).toContain("counted");
    expect(of.person(belova).last().id).not.toBe(old);
  });

  test("F65 a state that changes while its card is on the way is shown next", async () => {
    let shown = "first";
    const of = await begin({}, { card: () => shown });
    card(of, false);
    const sending = deliver(of);
    shown = "second";
    card(of, false);
    await sending;
    await of.settle();
    expect(seen(of)).toEqual(["second"]);
  });

  test("a card that can't be drawn is left after five tries, the others go on, administrators hear", async () => {
    let broken = true;
    const of = await begin(
      {},
      {
        card: () => {
          if (broken) throw new Error("a card fails");
          return "whole";
        },
      },
    );
    card(of, false);
    put(of, "others");
    for (let minute = 0; minute < 5; minute += 1) await of.later(60 * secondMs);
    expect(seen(of)).toEqual(["others"]);
    expect(of.messagesTo("nazarov").some((said) => /№\s1/.test(said))).toBe(true);
    broken = false;
    card(of, false);
    await of.settle();
    expect(seen(of)).toContain("whole");
  });
});

describe("people", () => {
  test("nothing is sent to a person before he presses Start, then all of it", async () => {
    told = await story({ parts: echo() });
    put(told, "waits");
    card(told, true);
    await told.settle();
    expect(told.telegram.calls.all("sendMessage")).toEqual([]);
    await told.person(belova).start();
    expect(seen(told)).toHaveLength(2);
  });

  test("F61 who stops the bot is marked, nothing is tried any more, and it arrives when he lets it in", async () => {
    const of = await begin();
    await of.person(belova).block();
    expect(contactOf(of.store, id<PersonId>("belova"))?.blockedAt).toBeDefined();
    const calls = of.telegram.calls.all("sendMessage").length;
    put(of, "waits");
    card(of, true);
    await of.settle();
    expect(of.telegram.calls.all("sendMessage")).toHaveLength(calls);
    await of.person(belova).unblock();
    expect(contactOf(of.store, id<PersonId>("belova"))?.blockedAt).toBeUndefined();
    expect(seen(of)).toContain("waits");
  });

  test("F61 who stopped the bot unnoticed is found out by the refusal", async () => {
    const of = await begin();
    of.telegram.person(belova).block();
    put(of, "words");
    await deliver(of); // before the update about it is taken in
    expect(contactOf(of.store, id<PersonId>("belova"))?.blockedAt).toBeDefined();
    put(of, "more");
    await deliver(of);
    const refused = of.telegram.calls.all("sendMessage").filter((call) => call.status === 403);
    expect(refused).toHaveLength(1);
  });

  test("outside his working hours a person gets decisions and cards without sound, answers with it", async () => {
    const of = await begin({ now: Date.UTC(2026, 2, 2, 18, 0) }); // 21:00 in Moscow
    put(of, "decision", { lane: "decision" });
    put(of, "answer");
    card(of, true);
    await of.settle();
    const silent = of
      .person(belova)
      .messages()
      .map((message) => [message.text?.replace(/counted.*/, "card"), message.silent]);
    expect(silent).toEqual(
      expect.arrayContaining([
        ["decision", true],
        ["answer", false],
        ["card", true],
      ]),
    );
  });

  test("the message of a prompt is noted, so that a reply finds it", async () => {
    const of = await begin(
      {},
      {
        onText: (turn) => {
          const { lastInsertRowid } = turn.tx.sqlite
            .prepare("INSERT INTO awaiting (person, what, at) VALUES (?, '{}', 0)")
            .run(turn.me.id);
          turn.say({ text: "prompt", forceReply: true, awaiting: Number(lastInsertRowid) });
        },
      },
    );
    await of.person(belova).text("ask me");
    const prompt = of.person(belova).find("prompt").id;
    expect(of.store.sqlite.prepare("SELECT message FROM awaiting ORDER BY id DESC").get()).toEqual({
      message: prompt,
    });
  });
});
