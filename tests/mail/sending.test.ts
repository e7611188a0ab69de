/** F68 F70 O7 Letters on their way: held, sent once, tried again, given up, and never sent a second time by our doing. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sendLetters } from "../../bot/jobs/send-letters.ts";
import { cardOf, markDirty, requestSubject } from "../../db/cards.ts";
import { fileOf } from "../../db/files.ts";
import { cancelLetter, holdLetter, lettersOf, sendLetterAgain } from "../../db/letters.ts";
import { write, type Tx } from "../../db/write.ts";
import { id, units, type FileHash, type Instant } from "../../flows/ids.ts";
import { person } from "../unit/db/fixture.ts";
import { content } from "./content.ts";
import { desk, type Desk, hourMs, minuteMs, supplierAddress } from "./desk.ts";
import { sunday } from "./letters.ts";

const later = (at: Desk): Instant => units<Instant>(at.now() + minuteMs);
const elsewhere = (at: Desk) =>
  ({
    request: at.request,
    kind: "handed-over",
    address: "new@vihr-opt.example",
    by: person("merch"),
    dueAt: at.now(),
  }) as const;

describe("a letter leaves", () => {
  test("when its undo window is over, not a minute earlier", async () => {
    const at = await desk();
    at.plan("handed-over", 2);
    await at.later(1);
    expect(at.hole.arrived).toEqual([]);
    expect(at.row("handed-over").status).toBe("held");
    await at.later(1);
    expect(at.hole.arrived).toMatchObject([{ recipients: [supplierAddress] }]);
    expect(at.row("handed-over")).toMatchObject({ status: "sent", sentAt: sunday + 2 * minuteMs, tries: 1 });
    expect(at.heard).toEqual(["sent handed-over"]);
  });

  test("and is kept as it left, beside the request's other files", async () => {
    const at = await desk();
    at.plan("handed-over");
    await at.later(0);
    const { eml, answer, messageId } = at.row("handed-over");
    if (eml === undefined) throw new Error("it was sent");
    expect(Buffer.from(at.hole.arrived[0]?.bytes ?? []).equals(at.eml(eml))).toBe(true);
    expect(fileOf(at.store, eml)).toMatchObject({ mime: "message/rfc822" });
    expect(answer).toMatch(/^250/);
    expect(messageId).toBe(`<inv-${at.request}-1@north-step.example>`);
  });

  test("not at all when it was undone in time", async () => {
    const at = await desk();
    at.plan("handed-over", 2);
    await at.later(1);
    expect(write(at.store, (tx) => cancelLetter(tx, at.request, "handed-over"))).toBe(true);
    await at.later(600);
    expect(at.hole.arrived).toEqual([]);
    expect(at.row("handed-over").status).toBe("cancelled");
  });

  test("undone, decided again: one letter, at the second time", async () => {
    const at = await desk();
    at.plan("handed-over", 2);
    write(at.store, (tx) => cancelLetter(tx, at.request, "handed-over"));
    at.plan("handed-over", 5);
    await at.later(600);
    expect(at.hole.arrived).toHaveLength(1);
    expect(at.row("handed-over")).toMatchObject({ status: "sent", sentAt: sunday + 5 * minuteMs, n: 1 });
  });

  test("released and taken again: no second letter, and what was sent can't be cancelled", async () => {
    const at = await desk();
    at.plan("handed-over");
    await at.later(0);
    at.plan("handed-over");
    await at.later(600);
    expect(at.hole.arrived).toHaveLength(1);
    expect(write(at.store, (tx) => cancelLetter(tx, at.request, "handed-over"))).toBe(false);
    expect(lettersOf(at.store, at.request)).toHaveLength(1);
  });

  test("the later ones answer the earlier: one thread", async () => {
    const at = await desk();
    for (const kind of ["handed-over", "paid", "closing-documents"] as const) {
      at.plan(kind);
      await at.later(60);
    }
    const ids = [1, 2, 3].map((n) => `<inv-${at.request}-${n}@north-step.example>`);
    const read = await at.hole.read();
    expect(read.map(({ messageId }) => messageId)).toEqual(ids);
    expect(read.map(({ inReplyTo }) => inReplyTo)).toEqual([undefined, ids[0], ids[1]]);
    expect(read[2]?.references).toBe(`${ids[0]} ${ids[1]}`);
  });

  test("what nobody wants any more when it is due is dropped", async () => {
    const at = await desk({ compose: () => undefined });
    at.plan("handed-over");
    await at.later(600);
    expect(at.hole.arrived).toEqual([]);
    expect(at.row("handed-over")).toMatchObject({ status: "cancelled", why: "unwanted" });
  });

  test.each([
    [
      "held back for another date",
      (tx: Tx, at: Desk) => holdLetter(tx, at.request, "handed-over", later(at)),
    ],
    ["given another address", (tx: Tx, at: Desk) => sendLetterAgain(tx, elsewhere(at))],
    ["no longer wanted", (tx: Tx, at: Desk) => cancelLetter(tx, at.request, "handed-over")],
  ])("what was written before it was %s stays in the house", async (_, change) => {
    let written = 0;
    const at: Desk = await desk({
      compose(letter) {
        written += 1;
        if (written === 1) write(at.store, (tx) => change(tx, at)); // while its files are being read
        return { ...content(letter), subject: `Написано в ${written}-й раз` };
      },
    });
    at.plan("handed-over");
    await at.later(600);
    expect(written).toBeGreaterThan(0);
    const read = await at.hole.read();
    expect(read.map(({ subject }) => subject)).toEqual(
      at.row("handed-over").status === "cancelled" ? [] : ["Написано в 2-й раз"],
    );
    expect(at.hole.arrived.map(({ recipients }) => recipients)).toEqual(
      at.row("handed-over").status === "cancelled" ? [] : [[at.row("handed-over").address]],
    );
  });

  test("every step is shown: cards of its request are drawn afresh", async () => {
    const at = await desk();
    const boss = person("merch");
    const marks = (): number => cardOf(at.store, boss, requestSubject(at.request))?.marks ?? 0;
    write(at.store, (tx) =>
      markDirty(tx, boss, requestSubject(at.request), { ring: false, lane: "card", now: at.now() }),
    );
    at.hole.server.faults.add({ kind: "451" });
    at.plan("handed-over");
    const before = marks();
    await at.later(0);
    expect(marks()).toBe(before + 2); // released, put off
    await at.later(1);
    expect(marks()).toBe(before + 3); // sent
  });
});

describe("a letter that is not taken", () => {
  test("refused three times and then taken: one letter, after 1, 5 and 30 minutes, with one Message-ID", async () => {
    const at = await desk();
    for (const kind of ["421", "451", "cut-recipient"] as const) at.hole.server.faults.add({ kind });
    at.plan("handed-over");
    await at.later(0);
    expect(at.row("handed-over")).toMatchObject({ status: "waiting", tries: 1, dueAt: sunday + minuteMs });
    const { messageId } = at.row("handed-over");
    await at.later(1);
    expect(at.row("handed-over")).toMatchObject({
      status: "waiting",
      tries: 2,
      dueAt: sunday + 6 * minuteMs,
    });
    await at.later(5);
    expect(at.row("handed-over")).toMatchObject({ tries: 3, dueAt: sunday + 36 * minuteMs });
    await at.later(24 * 60);
    expect(at.hole.arrived).toHaveLength(1);
    expect((await at.hole.read())[0]?.messageId).toBe(messageId);
    expect(at.row("handed-over")).toMatchObject({ status: "sent", tries: 4 });
    expect(at.heard).toEqual(["sent handed-over"]);
  });

  test("greylisting: put off twice, taken at the third try", async () => {
    const at = await desk();
    at.hole.server.faults.greylist = true;
    at.plan("handed-over");
    await at.later(24 * 60);
    expect(at.hole.arrived).toHaveLength(1);
    expect(at.row("handed-over")).toMatchObject({ status: "sent", tries: 3, sentAt: sunday + 6 * minuteMs });
  });

  test("refused for good: nothing more is tried, and the request's people hear why", async () => {
    const at = await desk();
    at.hole.server.faults.add({ kind: "550", times: 100 });
    at.plan("handed-over");
    await at.later(48 * 60);
    expect(at.row("handed-over")).toMatchObject({
      status: "refused",
      why: "server",
      answer: "550 No such user here",
      tries: 1,
    });
    expect(at.heard).toEqual(["refused handed-over: server"]);
    expect(at.hole.server.faults.waiting()).toEqual([{ kind: "550", times: 99 }]);
  });

  test("«Отправить ещё раз» to another address: one letter, there", async () => {
    const at = await desk();
    at.hole.server.faults.add({ kind: "550" });
    at.plan("handed-over");
    await at.later(0);
    const again = elsewhere(at);
    expect(write(at.store, (tx) => sendLetterAgain(tx, again))).toBe(true);
    await at.later(60);
    expect(at.hole.arrived).toMatchObject([{ recipients: ["new@vihr-opt.example"] }]);
    expect(at.row("handed-over")).toMatchObject({ status: "sent", address: "new@vihr-opt.example" });
    expect(write(at.store, (tx) => sendLetterAgain(tx, again))).toBe(false); // it is gone
  });

  test.each([
    ["", "no-address"],
    ["sales@vihr", "bad-address"],
  ])("an address that is none (%j): said so, nothing is tried", async (address, why) => {
    const at = await desk();
    at.plan("handed-over", 0, address);
    await at.later(600);
    expect(at.row("handed-over")).toMatchObject({ status: "refused", why, tries: 0 });
    expect(at.heard).toEqual([`refused handed-over: ${why}`]);
  });

  test("the last try fails after 20 hours and 36 minutes: given up for everybody to see; sent again it begins anew", async () => {
    const at = await desk();
    at.hole.server.faults.add({ kind: "451", times: 7 });
    at.plan("handed-over");
    await at.later(20 * 60 + 35);
    expect(at.row("handed-over")).toMatchObject({ status: "waiting", tries: 6 });
    await at.later(1);
    expect(at.row("handed-over")).toMatchObject({ status: "failed", tries: 7 });
    expect(at.heard).toEqual(["gave up handed-over: server"]);
    await at.later(600);
    expect(at.hole.arrived).toEqual([]);
    const again = { request: at.request, kind: "handed-over", by: person("merch"), dueAt: at.now() } as const;
    write(at.store, (tx) => sendLetterAgain(tx, again));
    await at.later(0);
    expect(at.hole.arrived).toHaveLength(1);
  });

  test("the answer is lost after the letter was taken: the second copy has the same Message-ID, the first is kept as well", async () => {
    const at = await desk();
    at.hole.server.faults.add({ kind: "cut-kept" });
    at.plan("handed-over");
    await at.later(0);
    expect(at.row("handed-over")).toMatchObject({ status: "waiting", eml: expect.any(String) });
    await at.later(60);
    const read = await at.hole.read();
    expect(read).toHaveLength(2);
    expect(read[0]?.messageId).toBe(read[1]?.messageId);
    expect(at.row("handed-over").status).toBe("sent");
  });

  test("F67 a letter that can't be written holds up no other, and administrators hear once it is given up", async () => {
    const at = await desk({
      compose: (letter) =>
        letter.kind === "paid"
          ? content(letter)
          : {
              ...content(letter),
              attachments: [{ name: "a.pdf", mime: "application/pdf", file: id<FileHash>("a".repeat(64)) }],
            },
    });
    at.plan("handed-over");
    at.plan("paid");
    await at.later(1);
    expect(at.row("paid").status).toBe("sent");
    expect(at.row("handed-over")).toMatchObject({ status: "waiting", why: "bug" });
    expect(at.alarms()).toEqual([]);
    await at.later(48 * 60);
    expect(at.row("handed-over")).toMatchObject({ status: "failed", tries: 7 });
    expect(at.alarms()).toEqual([expect.stringContaining(`№\u00a0${at.request}`)]);
  });
});

describe("F69 the mail server lets us in no more", () => {
  test("everything waits an hour, nothing counts against a letter, administrators hear once", async () => {
    const at = await desk();
    at.hole.server.faults.add({ kind: "535", times: 3 });
    at.plan("handed-over");
    at.plan("paid");
    await at.later(150);
    expect(at.hole.server.faults.waiting()).toEqual([]); // once an hour, not once a letter
    expect(at.row("handed-over")).toMatchObject({ status: "waiting", why: "password", tries: 0 });
    expect(at.row("paid")).toMatchObject({ status: "waiting", tries: 0 });
    expect(at.alarms()).toEqual([expect.stringContaining("SMTP_URL")]);
    await at.later(60);
    expect(at.hole.arrived).toHaveLength(2);
    expect(at.row("handed-over").sentAt).toBe(sunday + 3 * hourMs);
  });

  test("a start tries at once: the settings may have been mended", async () => {
    const at = await desk();
    at.hole.server.faults.add({ kind: "535" });
    at.plan("handed-over");
    await at.later(1);
    at.restart();
    await at.later(0);
    expect(at.hole.arrived).toHaveLength(1);
  });
});

test("without SMTP_URL letters wait, the undo window ends all the same, and nothing wakes the job in vain", async () => {
  const at = await desk({ mail: false });
  at.plan("handed-over", 2);
  expect(sendLetters.nextAt?.(at.store)).toBe(sunday + 2 * minuteMs);
  await at.later(24 * 60);
  expect(at.row("handed-over")).toMatchObject({ status: "waiting", tries: 0 });
  expect(sendLetters.nextAt?.(at.store)).toBeUndefined();
  expect(await at.pass()).toBe(false);
});

test("two programs on one store send it once", async () => {
  const at = await desk();
  at.plan("handed-over");
  await Promise.all([at.pass(), at.pass(), at.pass()]);
  await at.later(600);
  expect(at.hole.arrived).toHaveLength(1);
  expect(at.heard).toEqual(["sent handed-over"]);
});

test("what was refused leaves no file behind that a sweep would not take", async () => {
  const at = await desk();
  at.hole.server.faults.add({ kind: "550" });
  at.plan("handed-over");
  await at.later(0);
  for (const name of readdirSync(at.filesDir)) expect(fileOf(at.store, id<FileHash>(name))).toBeUndefined();
});
