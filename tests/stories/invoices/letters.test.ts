/** S1.2 S1.10 D31 Letters to suppliers as effects of an invoice: promised, changed, kept back, sent once. */
import { afterEach, describe, expect, test } from "vitest";
import { lettersOf } from "../../../db/letters.ts";
import type { RequestId } from "../../../flows/ids.ts";
import type { OpenLetter } from "../../../playground/mailbox.ts";
import type { Story } from "../../harness.ts";
import {
  approved,
  give,
  letter,
  letterStory,
  minute,
  pay,
  payment,
  plain,
  release,
  take,
} from "./invoice.ts";

let told: Story;
afterEach(() => told.close());

const letters = () => told.telegram.mailbox.list();
const said = (who: string): string => plain(told.person(who).said());
/** What the newest card of the request says of its letters. */
function card(who: string): string {
  const found = told.person(who).find(/✉/);
  return plain(found.text ?? found.caption ?? "");
}
/** Of a letter that came; a letter without it fails. */
function header(of: OpenLetter | undefined, name: string): string {
  const found = of?.headers.find((one) => one.name.toLowerCase() === name)?.value;
  if (found === undefined) throw new Error(`no ${name} in ${JSON.stringify(of?.headers)}`);
  return found;
}
const hour = 60 * minute;

async function begun(of: Parameters<typeof approved>[1] = {}): Promise<RequestId> {
  told = await letterStory();
  return approved(told, of);
}
async function taken(of: Parameters<typeof approved>[1] = {}): Promise<RequestId> {
  const request = await begun(of);
  await told.person("orlova").tap(take);
  return request;
}

describe("taking an invoice", () => {
  test("promises a letter, which leaves when its two minutes are over, once", async () => {
    const request = await taken();
    expect(said("orlova")).toMatch(/^Поставщику уйдёт письмо: оплатим до 18\.03\.2026 \(в 10:02\)\n/);
    expect(said("orlova")).toMatch(new RegExp(`\\n№ ${request} .* · sales@vihr-opt\\.example$`));
    expect(card("orlova")).toContain("✉️ Письмо поставщику: отправка 10:02");
    await told.person("orlova").tap("Верно");
    expect(said("orlova")).toMatch(/^✓ Поставщику уйдёт письмо/);
    await told.later(minute);
    expect(letters()).toEqual([]);
    await told.later(minute);
    expect(letters()).toMatchObject([{ to: ["sales@vihr-opt.example"] }]);
    for (const who of ["orlova", "petrenko"])
      expect(card(who)).toContain("✉️ Письмо поставщику: отправлено 10:02 (sales@vihr-opt.example)");
    await told.later(10 * hour);
    expect(letters()).toHaveLength(1);
  });

  test("of two accountants who take it in the same tick one has it: one promise, one letter", async () => {
    const request = await begun();
    const [orlova, demina] = [told.person("orlova").raw, told.person("demina").raw];
    orlova.tap(take);
    demina.tap(take);
    await told.settle();
    expect(said("orlova")).toMatch(/^Поставщику уйдёт письмо/);
    expect(demina.answers().map(({ text, alert }) => [plain(text ?? ""), alert])).toEqual([
      ["Взято в работу: Орлова Н. П., 10:00", true],
    ]);
    expect(told.messagesTo("demina").join()).not.toContain("уйдёт письмо");
    await told.later(hour);
    expect(letters()).toHaveLength(1);
    expect(lettersOf(told.store, request)).toHaveLength(1);
  });

  test("without an undo window there are two minutes all the same; with a longer one, all of it", async () => {
    for (const [undoMinutes, minutes] of [
      [0, 2],
      [30, 30],
    ] as const) {
      told = await letterStory();
      told.store.sqlite
        .prepare("UPDATE settings SET value = ? WHERE key = 'undoMinutes'")
        .run(`${undoMinutes}`);
      told.store.sqlite.prepare("UPDATE meta SET value = ? WHERE key = 'company'").run(`undo ${undoMinutes}`);
      const request = await approved(told);
      await told.person("orlova").tap(take);
      expect(letter(told, request).dueAt).toBe(told.clock.now() + minutes * minute);
      if (undoMinutes === 0) await told.close();
    }
  });

  test("whose pay day is over promises today, not a day that has passed", async () => {
    await taken({ due: "2026-02-20" });
    expect(said("orlova")).toContain("оплатим до 02.03.2026");
    await told.later(2 * minute);
    expect((await told.telegram.mailbox.open(1))?.text).toContain("до 02.03.2026");
  });
});

describe("«Другая дата»", () => {
  test("typed: the letter waits for the answer, and leaves with it two minutes later", async () => {
    const request = await taken();
    const orlova = told.person("orlova");
    await orlova.tap("Другая дата");
    expect(said("orlova")).toContain("До какого числа оплатим?");
    await told.later(9 * minute);
    expect(letters()).toEqual([]);
    await orlova.text("25.03");
    expect(said("orlova")).toMatch(/^Поставщику уйдёт письмо: оплатим до 25\.03\.2026 \(в 10:11\)\n/);
    const promises = orlova.messages().filter((one) => orlova.buttons(one).includes("Верно"));
    expect(promises).toHaveLength(1); // the one that told the old day is closed
    expect(told.messagesTo("orlova").join("\n")).toContain("Дата в письме изменена.");
    await told.later(minute);
    expect(letters()).toEqual([]);
    await told.later(minute);
    expect(letters()).toHaveLength(1);
    expect((await told.telegram.mailbox.open(1))?.text).toContain("Планируемая дата оплаты: до 25.03.2026.");
    expect(letter(told, request).status).toBe("sent");
  });

  test("by a button: the next working day is offered", async () => {
    await taken();
    const orlova = told.person("orlova");
    await orlova.tap("Другая дата");
    expect(orlova.buttons(orlova.last())).toEqual(["02.03.2026", "03.03.2026", "18.03.2026", "Отмена"]);
    await orlova.tap("03.03.2026");
    await told.later(2 * minute);
    expect((await told.telegram.mailbox.open(1))?.text).toContain("до 03.03.2026");
  });

  test("never answered: the letter leaves with what was promised, ten minutes later", async () => {
    await taken();
    await told.person("orlova").tap("Другая дата");
    await told.later(10 * minute);
    expect((await told.telegram.mailbox.open(1))?.text).toContain("до 18.03.2026");
  });

  test.each([
    ["01.03.2026", "Этот день уже прошёл"],
    ["18.03.2062", "Проверьте, пожалуйста, год"],
    ["после дождя", "Это не похоже на дату"],
  ])("%s is no day to promise: said why, asked on", async (typed, why) => {
    const request = await taken();
    const orlova = told.person("orlova");
    await orlova.tap("Другая дата");
    await orlova.text(typed);
    expect(said("orlova")).toContain(why);
    await orlova.text("20.03.2026");
    expect(said("orlova")).toContain("оплатим до 20.03.2026");
    expect(letter(told, request).status).toBe("held");
  });

  test("after the letter has left: said so, and no second one leaves", async () => {
    await taken();
    const orlova = told.person("orlova");
    await told.later(2 * minute);
    const { alert, toast } = await orlova.tap("Другая дата");
    expect([alert, toast]).toEqual([true, "Письмо уже ушло, изменить его нельзя."]);
    await told.later(hour);
    expect(letters()).toHaveLength(1);
  });

  test("asked, and given back before the answer: nothing leaves, the answer is told so", async () => {
    await taken();
    const orlova = told.person("orlova");
    await orlova.tap("Другая дата");
    await orlova.tap(release);
    await told.later(hour);
    expect(letters()).toEqual([]);
  });
});

describe("«Без письма»", () => {
  test("nothing leaves, and the card names who decided so; it can be wanted again", async () => {
    const request = await taken();
    const orlova = told.person("orlova");
    await orlova.tap("Без письма");
    expect(said("orlova")).toContain("Без письма: поставщик ничего не получит.");
    await told.later(hour);
    expect(letters()).toEqual([]);
    expect(card("petrenko")).toContain("✉️ Без письма поставщику: Орлова Н. П.");
    await told.person("petrenko").tap("История");
    expect(said("petrenko").split("\n").at(-1)).toBe("02.03 10:00 — Без письма поставщику: Орлова Н. П.");
    await orlova.tap("Отправить письмо");
    expect(said("orlova")).toMatch(/^Поставщику уйдёт письмо: оплатим до 18\.03\.2026/);
    await told.later(2 * minute);
    expect(letters()).toHaveLength(1);
    expect(letter(told, request)).toMatchObject({ status: "sent", decidedBy: "orlova" });
    await orlova.tap("История");
    expect(said("orlova").split("\n").at(-1)).toBe(
      "02.03 11:02 — Письмо поставщику отправлено: sales@vihr-opt.example",
    );
  });
});

describe("what no longer is so stays in the house", () => {
  test("given back in time: no letter; taken by another: one, with a promise of her own", async () => {
    const request = await taken();
    await told.later(minute);
    await told.person("orlova").tap(release);
    await told.later(hour);
    expect(letters()).toEqual([]);
    expect(letter(told, request).status).toBe("cancelled");
    await told.person("demina").tap(take);
    expect(said("demina")).toMatch(/^Поставщику уйдёт письмо/);
    await told.later(hour);
    expect(letters()).toHaveLength(1);
  });

  test("given back and taken again after it was sent: no second letter, and that is said", async () => {
    const request = await taken();
    await told.later(2 * minute);
    await told.person("orlova").tap(release);
    await told.person("demina").tap(take);
    expect(said("demina")).toMatch(/^Поставщик уже извещён, письмо ушло: 10:02\. Второго не будет\./);
    await told.later(10 * hour);
    expect(letters()).toHaveLength(1);
    expect(lettersOf(told.store, request)).toHaveLength(1);
  });

  test("sent back to the manager in time: no letter", async () => {
    const request = await taken();
    const reason = "Неверные реквизиты";
    give(told, request, {
      kind: "sign",
      by: "orlova",
      visa: payment,
      decision: "sent-back",
      reason,
      seen: 1,
    });
    await told.later(10 * hour);
    expect(letters()).toEqual([]);
    expect(letter(told, request).status).toBe("cancelled");
  });

  test("its accountant leaves the company in time: no letter in her name", async () => {
    const request = await taken();
    told.store.sqlite.prepare("UPDATE people SET active = 0 WHERE id = 'orlova'").run();
    told.store.sqlite.prepare("UPDATE meta SET value = 'without orlova' WHERE key = 'company'").run();
    give(told, request, { kind: "reassess" } as never);
    await told.later(hour);
    expect(letters()).toEqual([]);
  });

  test("undone while nobody had it: there is no letter at all", async () => {
    const request = await begun();
    give(told, request, { kind: "undo", by: "gromov" });
    await told.later(hour);
    expect(letters()).toEqual([]);
    expect(lettersOf(told.store, request)).toEqual([]);
  });

  test("put off by the server and given back meanwhile: not tried again", async () => {
    const request = await taken();
    told.mail?.faults.add({ kind: "451" });
    await told.later(2 * minute);
    expect(letter(told, request)).toMatchObject({ status: "waiting", tries: 1 });
    await told.person("orlova").tap(release);
    await told.later(10 * hour);
    expect(letters()).toEqual([]);
  });

  test("taken over by a colleague: the one letter leaves at its time", async () => {
    const request = await taken();
    await told.later(minute);
    const demina = told.person("demina");
    await demina.text(`/open ${request}`);
    await demina.tap("Взять себе");
    expect(said("demina")).toMatch(/^Поставщику уйдёт письмо: оплатим до 18\.03\.2026 \(в 10:02\)/);
    await told.later(minute);
    expect(letters()).toHaveLength(1);
  });
});

describe("paid", () => {
  test("a second letter leaves in the same thread, and after forty working hours without papers a third", async () => {
    const request = await taken();
    await told.later(2 * minute);
    pay(told, request);
    await told.later(2 * minute);
    expect(letters()).toHaveLength(2);
    const [first, second] = [await told.telegram.mailbox.open(1), await told.telegram.mailbox.open(2)];
    expect(plain(second?.subject ?? "")).toContain("оплачен, платёжное поручение № 45 от 02.03.2026");
    expect(header(second, "in-reply-to")).toBe(header(first, "message-id"));
    // Monday 10:02 + 40 hours of 9:00–18:00
    await told.later(4 * 24 * hour + 2 * hour);
    expect(letters()).toHaveLength(2);
    await told.later(3 * hour);
    expect(letters()).toHaveLength(3);
    const third = await told.telegram.mailbox.open(3);
    expect(plain(third?.subject ?? "")).toContain("просим прислать закрывающие документы");
    expect(header(third, "in-reply-to")).toBe(header(second, "message-id"));
  });

  test("and the papers are there: no reminder leaves", async () => {
    const request = await taken();
    await told.later(2 * minute);
    pay(told, request);
    await told.later(hour);
    const [file] = told.store.sqlite.prepare("SELECT hash FROM files").pluck().all();
    const documents = [
      {
        hash: String(file),
        name: "УПД.jpg",
        mime: "image/jpeg",
        fileId: "g",
        uniqueId: "v",
        sentAs: "photo",
      },
    ];
    const answers = { documents: { kind: "files", files: documents } } as never;
    const { dueAt } = letter(told, request, "closing-documents");
    const step = { by: "petrenko", visa: "closing-documents" as never, answers };
    give(told, request, { kind: "fill", ...step });
    expect(letter(told, request, "closing-documents").dueAt).toBe(dueAt); // one paper of several brings it no nearer
    give(told, request, { kind: "finish", ...step });
    expect(letter(told, request, "closing-documents").status).toBe("cancelled");
    await told.later(20 * 24 * hour);
    expect(letters()).toHaveLength(2);
  });

  test("within the same minute: one letter says it all, with the invoice and the request to confirm", async () => {
    const request = await taken();
    pay(told, request);
    await told.later(hour);
    expect(letters()).toHaveLength(1);
    const only = await told.telegram.mailbox.open(1);
    expect(plain(only?.subject ?? "")).toContain("оплачен");
    expect(only?.text).toContain("Просим подтвердить отгрузку");
    expect(only?.files.map(({ name }) => name)).toEqual(["Счёт УТ-1045.jpg"]);
    expect(letter(told, request).status).toBe("cancelled");
  });
});
