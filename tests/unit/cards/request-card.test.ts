/** What a card says and offers, by who looks and where the request stands. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownLength } from "../../../bot/cards/fit.ts";
import { requestCard } from "../../../bot/cards/request-card.ts";
import { id, units, type Minor, type RequestId, type Thousandths } from "../../../flows/ids.ts";
import {
  answersOf,
  at,
  filed,
  labels,
  onScreen,
  people,
  picture,
  returned,
  returnStory,
  seenBy,
  sneakers,
  story,
  writeOffStory,
} from "./north-step.ts";
import { writeOff } from "../../../flows/processes/write-off.ts";
import { supplierReturn } from "../../../flows/processes/return.ts";

const approve = (by: keyof typeof people, visa: string, time: string, seen = 1) =>
  ({
    kind: "sign",
    by: people[by].id,
    at: at(time),
    visa: id<never>(visa),
    decision: "approved",
    seen,
  }) as const;
const reject = (by: keyof typeof people, visa: string, time: string) =>
  ({
    kind: "sign",
    by: people[by].id,
    at: at(time),
    visa: id<never>(visa),
    decision: "rejected",
    reason: "Дефект не виден",
    seen: 1,
  }) as const;

describe("the first lines", () => {
  test("the first line is what a lock screen shows: what, how much, where, of what, why", () => {
    const text = onScreen(requestCard(seenBy(people.belova, writeOffStory())).text);
    expect(text.split("\n")[0]).toBe("Списание 10 000 ₽ · Магазин № 2 · 2 пары · бой");
    expect(text.split("\n")[1]).toBe("№ 17 · Котов И. М., 14.03 11:58");
  });
  test("it stands under its first photo", () => {
    expect(requestCard(seenBy(people.belova, writeOffStory())).photo).toBe("file-one");
  });
  test("without photos it is a text", () => {
    const lost = story(
      writeOff,
      filed(answersOf({ reason: { kind: "reason", code: "07" }, photos: { kind: "skipped" } })),
    );
    expect(requestCard(seenBy(people.belova, lost)).photo).toBeUndefined();
  });
  test("it speaks the reader's language", () => {
    const text = onScreen(requestCard(seenBy(people.shevchenko, writeOffStory())).text);
    expect(text).toContain("Списання 10 000 ₽ · Магазин № 2 · 2 пари · бій");
    expect(text).toContain("Мерчандайзер: очікується з 11:58, Белова А. С.");
  });
});

describe("the route", () => {
  test("it shows each visa as it lands, and who holds the open one since when", () => {
    const text = onScreen(
      requestCard(seenBy(people.kiselyov, returnStory(approve("belova", "merchandiser", "12:04")))).text,
    );
    expect(text).toContain(
      "Мерчендайзер: Белова А. С., 12:04 ✓ · Менеджер по поставщикам: ожидается с 11:58, Киселёв О. И.",
    );
  });
  test("the sibling of a rejection is not needed any more (O1)", () => {
    const text = onScreen(
      requestCard(seenBy(people.kiselyov, returnStory(reject("belova", "merchandiser", "12:04")))).text,
    );
    expect(text).toContain("Мерчендайзер: Белова А. С., 12:04 ✗ · Менеджер по поставщикам: не требуется");
    expect(text).toContain("Возврат отклонён, вступит в силу в 12:06");
    expect(text).toContain("Дефект не виден");
  });
  test("a held decision says when it takes effect", () => {
    const text = onScreen(
      requestCard(seenBy(people.kotov, writeOffStory(approve("belova", "merchandiser", "12:04")))).text,
    );
    expect(text).toContain("Списание согласовано, вступит в силу в 12:06");
  });
});

describe("what a signer sees", () => {
  test("the store beside its network, and a warning of another open request for the same article", () => {
    const view = seenBy(people.belova, writeOffStory(), {
      statistics: { count: 14, total: units<Minor>(9_600_000), average: units<Minor>(3_100_000) },
      twins: [units<RequestId>(15)],
    });
    const text = onScreen(requestCard(view).text);
    expect(text).toContain("Магазин № 2 за 30 дней: 14 списаний, 96 000 ₽; в среднем по сети 31 000 ₽");
    expect(text).toContain("⚠️ Здесь уже есть открытая заявка на этот товар: № 15");
  });
  test("buttons in words: what is approved and how much", () => {
    expect(labels(requestCard(seenBy(people.belova, writeOffStory())).buttons)).toEqual([
      "Согласовать списание · 10 000 ₽",
      "Отклонить",
      "На доработку",
      "Вопрос магазину",
      "Спросить коллегу",
      "Передать коллеге",
      "Подробнее",
      "Фото (3)",
      "История",
    ]);
  });
  test("the supplier manager fills in what the store can't know", () => {
    expect(labels(requestCard(seenBy(people.kiselyov, returnStory())).buttons)).toContain(
      "Данные для документов (0 из 4)",
    );
  });
  test("a line outside the catalogue is priced before anything can be approved", () => {
    const { sku: _, price: __, ...bare } = sneakers();
    const told = story(writeOff, filed(answersOf({ goods: { kind: "goods", lines: [bare] } })));
    const card = requestCard(seenBy(people.belova, told));
    expect(labels(card.buttons)).toContain("Указать цены (1)");
    expect(labels(card.buttons).some((label) => label.startsWith("Согласовать"))).toBe(false);
    expect(onScreen(card.text)).toContain("2 пары без цены · вне каталога");
  });
  test("the way through a pile is on its current card", () => {
    const card = requestCard(seenBy(people.belova, writeOffStory(), { pile: { n: 12, of: 60 } }));
    expect(onScreen(card.text).split("\n")[1]).toBe("12 из 60 · № 17 · Котов И. М., 14.03 11:58");
    expect(labels(card.buttons)).toContain("Пропустить");
  });
  test("after a decision only undoing it is offered, until its minute", () => {
    const told = writeOffStory(approve("belova", "merchandiser", "12:04"));
    const during = labels(requestCard(seenBy(people.belova, told, { now: at("12:05") })).buttons);
    expect(during).toContain("↩ Отменить согласование (до 12:06)");
    expect(during.some((label) => label.startsWith("Согласовать") || label === "Отклонить")).toBe(false);
    const after = labels(requestCard(seenBy(people.belova, told, { now: at("12:06") })).buttons);
    expect(after.some((label) => label.startsWith("↩"))).toBe(false);
  });
});

describe("what the store sees", () => {
  test("it can withdraw, and signs nothing", () => {
    expect(labels(requestCard(seenBy(people.kotov, writeOffStory())).buttons)).toEqual([
      "Отозвать",
      "Подробнее",
      "Фото (3)",
      "История",
    ]);
  });
  test("a question of a signer can be answered from the card", () => {
    const told = writeOffStory({
      kind: "ask",
      by: people.belova.id,
      at: at("12:00"),
      visa: id("merchandiser"),
      text: "Где бирка?",
    });
    const card = requestCard(seenBy(people.kotov, told));
    expect(labels(card.buttons)).toContain("Ответить");
    expect(onScreen(card.text)).toContain("❓ Вопрос магазину (Мерчендайзер, Белова А. С.):\nГде бирка?");
    expect(onScreen(card.text)).toContain("Мерчендайзер: ждёт ответа с 12:00, Белова А. С.");
  });
  test("what was sent back can be corrected", () => {
    const told = writeOffStory({
      kind: "sign",
      by: people.belova.id,
      at: at("12:00"),
      visa: id("merchandiser"),
      decision: "sent-back",
      reason: "Переснять фото",
      seen: 1,
    });
    const card = requestCard(seenBy(people.kotov, told));
    expect(labels(card.buttons)).toContain("Исправить");
    expect(onScreen(card.text)).toContain("На доработке с 12:00: Белова А. С.\nПереснять фото");
  });
  test("what was rejected can be filed again, what was approved is taken as a paper", () => {
    const end = { kind: "tick", at: at("12:10") } as const;
    const rejected = writeOffStory(reject("belova", "merchandiser", "12:04"), end);
    expect(labels(requestCard(seenBy(people.kotov, rejected)).buttons)).toContain("Подать снова");
    const approved = writeOffStory(approve("belova", "merchandiser", "12:04"), end);
    const card = requestCard(seenBy(people.kotov, approved));
    expect(labels(card.buttons)).toEqual(["Скачать акт", "Подробнее", "Фото (3)", "История"]);
    expect(onScreen(card.text)).toContain("📄 СП-2026-000017");
    expect(onScreen(card.text)).toContain("✅ Положительное решение · Списание согласовано, 12:10");
  });
});

test("after rework the card opens with what changed", () => {
  const mended = answersOf({
    goods: { kind: "goods", lines: [sneakers({ quantity: units<Thousandths>(3000) })] },
    photos: { kind: "photos", pictures: ["one", "two", "three", "four", "five"].map(picture) },
  });
  const told = writeOffStory(
    {
      kind: "sign",
      by: people.belova.id,
      at: at("12:00"),
      visa: id("merchandiser"),
      decision: "sent-back",
      reason: "Пересчитать",
      seen: 1,
    },
    { kind: "resubmit", by: people.kotov.id, at: at("12:30"), answers: mended },
  );
  const text = onScreen(requestCard(seenBy(people.belova, told)).text);
  expect(text.split("\n")[2]).toBe("Изменено: количество 2 → 3; фото +2");
  expect(text).toContain("круг согласования 2");
});

describe("what fits", () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    sneakers({ line: index + 1, name: `Кроссовки модель ${index + 1}` }),
  );
  test("as many lines as the caption takes; the rest are counted", () => {
    const told = story(writeOff, filed(answersOf({ goods: { kind: "goods", lines: many } })));
    const text = requestCard(seenBy(people.belova, told)).text;
    expect(shownLength(text)).toBeLessThanOrEqual(1024);
    expect(shownLength(text)).toBeGreaterThan(900);
    expect(onScreen(text)).toMatch(/15\. Кроссовки модель 15 .*\n…ещё 45 позиций: «Подробнее»/);
    expect(onScreen(text)).toContain("Мерчендайзер: ожидается");
  });
  test("the longest words of other people leave room for the route and never break the limit", () => {
    const long = "Ж".repeat(290);
    const lines = Array.from({ length: 10 }, (_, index) =>
      sneakers({ line: index + 1, name: `<b>${long}&</b>` }),
    );
    const told = story(
      supplierReturn,
      filed(
        returned({ goods: { kind: "goods", lines }, comment: { kind: "text", text: "<i>&".repeat(249) } }),
      ),
      {
        kind: "ask",
        by: people.belova.id,
        at: at("12:00"),
        visa: id("merchandiser"),
        text: "?&<".repeat(300),
      },
    );
    const text = requestCard(seenBy(people.kiselyov, told)).text;
    expect(shownLength(text)).toBeLessThanOrEqual(1024);
    expect(onScreen(text)).toContain("Менеджер по поставщикам: ожидается с 11:58, Киселёв О. И.");
  });
});

test("whatever is written into a request, its card fits and its tags are closed (F117)", () => {
  const words = (max: number) =>
    fc.string({ unit: "binary", maxLength: max }).map((text) => `я${text.replace(/\p{Surrogate}/gu, "")}`);
  const requests = fc.record({
    names: fc.array(words(250), { minLength: 1, maxLength: 60 }),
    comment: words(900),
    question: words(900),
    photos: fc.boolean(),
  });
  fc.assert(
    fc.property(requests, ({ names, comment, question, photos }) => {
      const lines = names.map((name, index) => sneakers({ line: index + 1, name }));
      const answers = answersOf({
        goods: { kind: "goods", lines },
        reason: { kind: "reason", code: photos ? "02" : "07" },
        comment: { kind: "text", text: comment },
        ...(photos ? {} : { photos: { kind: "skipped" } }),
      });
      const told = story(writeOff, filed(answers), {
        kind: "ask",
        by: people.belova.id,
        at: at("12:00"),
        visa: id("merchandiser"),
        text: question,
      });
      const card = requestCard(seenBy(people.belova, told));
      expect(shownLength(card.text)).toBeLessThanOrEqual(photos ? 1024 : 4096);
      for (const name of ["b", "blockquote"])
        expect(card.text.split(`<${name}>`)).toHaveLength(card.text.split(`</${name}>`).length);
      expect(card.text).toContain("Мерчендайзер");
    }),
    { numRuns: 300, seed: 17 },
  );
});

test("other people's words are escaped and hidden marks are shown (W11, F115, F116)", () => {
  const told = story(
    writeOff,
    filed(answersOf({ comment: { kind: "text", text: "<b>✅ Согласовано</b> \u202Eтут" } })),
  );
  const text = requestCard(seenBy(people.belova, told)).text;
  expect(text).toContain("<blockquote>&lt;b&gt;✅ Согласовано&lt;/b&gt; ⟦U+202E⟧тут</blockquote>");
});
