/** Numbers of invoices and orders: one spelling for all ways to write them, and where a purpose of payment names one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberKey } from "../../../flows/payments/numbers.ts";
import { numbersIn, numbersNamed } from "../../../flows/payments/purpose.ts";

describe("a number has one spelling", () => {
  const same: [string, readonly string[]][] = [
    [
      "С20260041",
      [
        "С-2026-0041",
        "с-2026-0041",
        "C-2026-0041",
        "c 2026 0041",
        "С – 2026 — 0041",
        "С/2026/0041",
        "С2026_0041",
        "№ С-2026-0041",
        "№С-2026-0041",
        "N С-2026-0041",
        "No. С-2026-0041",
        "no С-2026-0041",
        "#С-2026-0041",
        "сч. С-2026-0041",
        "СЧ.№С-2026-0041",
        "счет С-2026-0041",
        "Счёт № С-2026-0041",
        "счёту на оплату № С-2026-0041",
        "рахунок № С-2026-0041",
        "Invoice C-2026-0041",
        "invoice no. С-2026-0041",
        "  С-2026-0041\u00a0",
        "С-2026\u200b-0041",
        "С-2026-0041 от 05.03.2026",
        "Счёт № С-2026-0041 від 05.03.2026 р.",
      ],
    ],
    [
      "ЗП20260112",
      [
        "ЗП-2026-0112",
        "заказ ЗП-2026-0112",
        "Заказ покупателя № ЗП-2026-0112",
        "зак. ЗП 2026 0112",
        "замовлення ЗП-2026-0112",
      ],
    ],
    ["41", ["41", "0041", "№ 41", "N41", "сч41", "СЧ-0041", "Счёт № 00041 от 01.02.2026", "４１"]],
    ["152", ["15/2", "15-2", "№ 15/2"]],
    ["АВЕКМНОРСТХ1", ["АВЕКМНОРСТХ-1", "ABEKMHOPCTX-1", "аbекmнорсtх-1"]],
    ["УТ1045", ["УТ-1045", "YT-1045"]],
    ["0", ["0", "000"]],
    ["", ["", " ", "б/н", "№", "счёт", "без номера", "-", "…"]],
  ];
  test.each(same.flatMap(([key, spellings]) => spellings.map((spelling) => [spelling, key] as const)))(
    "%j is %j",
    (spelling, key) => expect(numberKey(spelling)).toBe(key),
  );
  test("and numbers that differ keep apart", () => {
    const different = [
      "С-2026-0041",
      "С-2026-041",
      "С-2025-0041",
      "З-2026-0041",
      "СС-2026-0041",
      "20260041",
      "41",
      "141",
    ];
    expect(new Set(different.map(numberKey)).size).toBe(different.length);
  });
});

describe("a purpose names", () => {
  const purposes: [string, readonly string[]][] = [
    [
      "Оплата 30% по счету № С-2026-0041 от 05.03.2026, заказ ЗП-2026-0112. В т.ч. НДС 22% - 8114.75",
      ["ЗП20260112", "С20260041"],
    ],
    [
      "Доплата по сч. С-2026-0041 от 05.03.26 (заказ ЗП-2026-0112) В том числе НДС 10819-67",
      ["ЗП20260112", "С20260041"],
    ],
    ["Оплата по счету N С-2026-0043 = 100%; НДС 22% 3300.00", ["С20260043"]],
    ["Оплата по счету № УТ-1045 от 11.03.2026 за кроссовки. В т.ч. НДС 22% - 44000.00", ["УТ1045"]],
    ["Оплата по счету № 88 от 10.03.2026 за шнурки и стельки. НДС не облагается", ["88"]],
    ["За кроссовки. Без НДС", []],
    ["Комиссия за ведение счета за март 2026. Без НДС", []],
    // Words before digits alone.
    ["счет 15", ["15"]],
    ["сч.15.НДС 20%", ["15"]],
    ["сч№15", ["15"]],
    ["СЧЁТ: «15»", ["15"]],
    ["Счет на оплату № 0041от05.03.2026", ["41"]],
    ["счет от 05.03.2026 № 15", ["15"]],
    ["по счету на 15 000,00 руб", []],
    ["рахунок-фактура № 41 від 05.03.2026р. у т.ч. ПДВ 20% 100.00", ["41"]],
    ["згідно рах. 41", ["41"]],
    ["заказ клиента 112", ["112"]],
    ["Invoice No. 7", ["7"]],
    ["N15", ["15"]],
    ["Оплата 15", []],
    ["за 15 пар кроссовок", []],
    ["15.03.2026", []],
    ["№ 15.03.2026", []],
    // A list of numbers.
    ["счета № 15, 16 и 17", ["15", "16", "17"]],
    ["счета 15 от 01.03.2026, 16 от 02.03.2026", ["15", "16"]],
    // Numbers that are not ours.
    ["по договору № 15 от 01.02.2026", []],
    ["по договору поставки № 15 за товар, счет 16", ["16"]],
    ["счет-фактура № 15", []],
    ["сч.-фактура 15, с/ф 16, УПД № 17, акт 18, накладная № 19", []],
    ["р/с 40702810900000000101", []],
    ["на расчетный счет 40702810900000000101, лицевой счет № 12", []],
    ["счет-договор № 15", ["15"]],
    // Together with what stands around.
    ["сч.С-2026-0041,заказ:ЗП-2026-0112;", ["ЗП20260112", "С20260041"]],
    ["С-2026-0041/1", ["С202600411"]],
    ["счет 15-2", ["152"]],
    ["счет 15 - 2", ["152"]],
  ];
  test.each(purposes)("%s: %j", (purpose, keys) =>
    expect([...numbersIn(purpose)].toSorted()).toEqual([...keys].toSorted()),
  );

  test.each([
    "С - 2026 - 0041",
    "Оплата С - 2026 - 0041 сегодня",
    "счет № С 2026 0041",
    "сч С 2026-0041 НДС",
  ])("a number that is written with spaces, the whole of it first: %s", (purpose) =>
    expect(numbersIn(purpose)[0]).toBe("С20260041"),
  );
  test("nothing in words that stand beside numbers", () => {
    expect(numbersIn("аренда с 15 марта в 2026 году на 3 месяца до 15 июня")).toEqual([]);
  });
});

describe("of the numbers that are known", () => {
  const named = (purpose: string, ...known: string[]) => numbersNamed(purpose, new Set(known));
  test("the longer is meant where one is a part of another", () => {
    expect(named("счет № С 2026 0041", "С2026", "С20260041")).toEqual([
      { key: "С20260041", called: "invoice" },
    ]);
    expect(named("счет № С 2026 0041", "С2026")).toEqual([{ key: "С2026", called: "invoice" }]);
  });
  test("a number glued to more is another number", () => {
    expect(named("счет № 15-2, С-2026-0041/1", "15", "С20260041")).toEqual([]);
  });
  test("each is called what stands before it", () => {
    const purpose = "счет № С-1, заказ № С-2, договор С-3; по С-4; № С-5";
    expect(named(purpose, "С1", "С2", "С3", "С4", "С5")).toEqual([
      { key: "С1", called: "invoice" },
      { key: "С2", called: "order" },
      { key: "С3", called: "other" },
      { key: "С4", called: "any" },
      { key: "С5", called: "any" },
    ]);
  });
  test("«заказ-счёт» may be either", () => {
    expect(named("заказ-счет 15", "15")).toEqual([{ key: "15", called: "any" }]);
  });
  test("both are named where the purpose names both, and one that is named twice comes twice", () => {
    expect(named("сч. 15 и 16", "15", "16").map(({ key }) => key)).toEqual(["15", "16"]);
    expect(named("сч. 15, счет № 15", "15")).toHaveLength(2);
  });
});

describe("whatever a purpose is", () => {
  const letters = fc.stringMatching(/^[СЗПABУT]{1,3}$/);
  const digits = fc.stringMatching(/^[0-9]{1,5}$/);
  const joint = fc.constantFrom("-", "/", "");
  const number = fc
    .tuple(fc.option(letters, { nil: "" }), joint, digits, joint, fc.option(digits, { nil: "" }))
    .map(
      ([series, first, year, second, rest]) => `${series}${series && first}${year}${rest && second}${rest}`,
    );

  test("a number behind a word for invoices is found by the key that the store keeps", () => {
    const word = fc.constantFrom(
      "счет № ",
      "сч.",
      "по счёту N ",
      "Рахунок №",
      "invoice no. ",
      "счет на оплату ",
    );
    const end = fc.constantFrom("", " от 05.03.2026", ", в т.ч. НДС 22%", ".", "; без НДС");
    fc.assert(
      fc.property(word, number, end, (before, given, after) => {
        expect(numbersIn(`Оплата ${before}${given}${after}`)).toContain(numberKey(given));
      }),
    );
  });
  test("nothing is thrown, keys are of letters and digits with a digit in them, no more than sixty", () => {
    const word = fc.constantFrom(
      "счет",
      "№",
      "С-1",
      "2026",
      "-",
      "заказ",
      "от",
      "05.03.2026",
      ",",
      "и",
      "договор",
      "НДС",
    );
    const purpose = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(word).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(purpose, (text) => {
        const keys = numbersIn(text);
        expect(keys.length).toBeLessThanOrEqual(60);
        for (const key of keys) expect(key).toMatch(/^(?=.*[0-9])[\p{L}0-9]{1,64}$/u);
        expect(keys.map((key) => key.length)).toEqual(
          keys.map((key) => key.length).toSorted((a, b) => b - a),
        );
        expect(typeof numberKey(text)).toBe("string");
      }),
    );
  });
  test.each(["№ 1 - ", "1-", "сч", "1", "С 1 ", "№", " ", "й", ".", "1.", "ﷺ"])(
    "a megabyte of %j is looked at no longer than a purpose may be",
    (piece) => {
      const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(numbersIn(long)).toEqual(numbersIn(long.slice(0, 1_000)));
      expect(numberKey(long).length).toBeLessThanOrEqual(64);
    },
  );
});
