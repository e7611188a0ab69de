/** The history in words: one sentence an event, in each language, names only in the nominative (domain 1.0). */
import { describe, expect, test } from "vitest";
import { historyLines } from "../../../bot/cards/history.ts";
import { refusalText, plain } from "../../../bot/refusals.ts";
import { wordsIn } from "../../../bot/texts.ts";
import { id, languages, units, type Thousandths } from "../../../flows/ids.ts";
import {
  answersOf,
  at,
  company,
  onScreen,
  people,
  sneakers,
  store2,
  writeOffStory,
  type Told,
} from "./north-step.ts";

const told: Told = writeOffStory(
  { kind: "ask", by: people.belova.id, at: at("12:00"), visa: id("merchandiser"), text: "Где <бирка>?" },
  { kind: "reply", by: people.kotov.id, at: at("12:10"), visa: id("merchandiser"), text: "На фото 2" },
  {
    kind: "sign",
    by: people.belova.id,
    at: at("12:20"),
    visa: id("merchandiser"),
    decision: "sent-back",
    reason: "Пересчитать",
    seen: 1,
  },
  {
    kind: "resubmit",
    by: people.kotov.id,
    at: at("12:30"),
    answers: answersOf({
      goods: { kind: "goods", lines: [sneakers({ quantity: units<Thousandths>(3000) })] },
    }),
  },
  {
    kind: "sign",
    by: people.belova.id,
    at: at("12:40"),
    visa: id("merchandiser"),
    decision: "approved",
    seen: 2,
  },
  { kind: "tick", at: at("12:43") },
);
const inWords = (language: (typeof languages)[number]): string[] =>
  historyLines(told.events, told, { company, words: wordsIn(language), language }, at("13:00")).map(onScreen);

test("everything that people and automation did is told in order", () => {
  expect(inWords("ru")).toEqual([
    "14.03 11:58 — Подано: Котов И. М., 1 позиция",
    "14.03 11:58 — Стадия: Решение на рассмотрении",
    "14.03 11:58 — Запрошена виза (Мерчендайзер): Белова А. С.",
    "14.03 12:00 — Вопрос магазину: Белова А. С., «Где <бирка>?»",
    "14.03 12:10 — Ответ: Котов И. М., «На фото 2»",
    "14.03 12:20 — Отправлено на доработку: Белова А. С., «Пересчитать»",
    "14.03 12:30 — Отправлено снова: Котов И. М., изменено: товар",
    "14.03 12:30 — Запрошена виза (Мерчендайзер): Белова А. С.",
    "14.03 12:40 — Согласовано (Мерчендайзер): Белова А. С.",
    "14.03 12:40 — Списание согласовано, вступает в силу 14.03 12:42",
    "14.03 12:43 — Стадия: Положительное решение",
    "14.03 12:43 — Выпущен документ: СП-2026-000017",
    "14.03 12:43 — Итог: Положительное решение",
  ]);
});
test.each(["uk", "en"] as const)("the same in %s, line by line", (language) => {
  expect(inWords(language)).toHaveLength(inWords("ru").length);
  expect(inWords(language).join("\n")).not.toMatch(/[ыэъё]|позиция|Согласовано/);
});

describe("refusals", () => {
  const of = {
    company,
    process: told.process,
    place: store2,
    now: at("12:50"),
    words: wordsIn("ru"),
    language: "ru",
  } as const;
  test("a second tap of the same person reads as success", () => {
    expect(plain(refusalText({ kind: "already-yours", outcome: "approved", at: at("09:41") }, of))).toBe(
      "Вы уже согласовали в 09:41",
    );
  });
  test("a lost race names who decided and when, in the nominative", () => {
    const text = refusalText(
      { kind: "already-decided", outcome: "rejected", by: people.belova.id, at: at("12:04") },
      of,
    );
    expect(onScreen(text)).toBe("Уже отклонено: Белова А. С., 12:04");
  });
  test("a toast is plain and at most 200 characters long (T42)", () => {
    expect(plain(`<b>${"&lt;".repeat(300)}</b>`)).toBe(`${"<".repeat(199)}…`);
  });
});
