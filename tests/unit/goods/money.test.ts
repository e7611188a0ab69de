/** Sums: what is accepted, what is refused, how they are shown. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  currencyIn,
  formatMoney,
  formatSum,
  minorMax,
  parseMoney,
  parseSignedMoney,
  sumOf,
} from "../../../flows/goods/money.ts";
import { isVatRate, vatInside, vatRatesOn } from "../../../flows/goods/vat.ts";
import { units, type Minor, type Thousandths } from "../../../flows/ids.ts";

const minor = (value: number) => units<Minor>(value);
const thousandths = (value: number) => units<Thousandths>(value);

const sums: [string, number][] = [
  ["0", 0],
  ["1", 100],
  ["5000", 500_000],
  ["5 000", 500_000],
  ["5\u00a0000", 500_000],
  ["5\u202f000", 500_000],
  ["5\u2009000", 500_000],
  ["1 234 567,50", 123_456_750],
  ["1\u00a0234\u00a0567,50", 123_456_750],
  ["1,5", 150],
  ["1.5", 150],
  ["1,50", 150],
  ["1.05", 105],
  ["0,01", 1],
  ["0.99", 99],
  ["007", 700],
  ["00,10", 10],
  ["  42  ", 4_200],
  ["\t42\n", 4_200],
  ["5000 ₽", 500_000],
  ["5000₽", 500_000],
  ["5 000,00 ₽", 500_000],
  ["5000 руб.", 500_000],
  ["5000 руб", 500_000],
  ["5000 р.", 500_000],
  ["5000 РУБ.", 500_000],
  ["650 ₴", 65_000],
  ["650 грн", 65_000],
  ["650 грн.", 65_000],
  ["999999999999,99", 99_999_999_999_999],
  ["1000000000000", 100_000_000_000_000],
  ["0000000000000000000000001", 100],
];
describe("a sum is read from", () => {
  test.each(sums)("%j", (text, value) => expect(parseMoney(text)).toEqual({ kind: "sum", minor: value }));
});

describe("a sum that may be below zero is read from", () => {
  const signed: [string, number][] = [
    ["1 000,00", 100_000],
    ["-1 000,00", -100_000],
    ["− 1 000,00", -100_000],
    ["–1000", -100_000],
    ["1 000,00-", -100_000],
    ["1\u00a0000,00 -", -100_000],
    ["1 000,00− ₽", -100_000],
    ["-1 000,00 ₽", -100_000],
    ["(1 000,00)", -100_000],
    ["(1 000,00 грн.)", -100_000],
    ["(1 000,00) ₽", -100_000],
    ["-0,01", -1],
    ["-0", 0],
    ["(0,00)", 0],
  ];
  test.each(signed)("%j", (text, value) => {
    expect(parseSignedMoney(text)).toEqual({ kind: "sum", minor: value });
  });
  test.each([
    "--5",
    "-5-",
    "(-5)",
    "-(5)",
    "((5))",
    "(5",
    "5)",
    "10000-00",
    "5-6",
    "-",
    "()",
    "-₽",
    "5 ₽ ₽-",
  ])("but not from %j", (text) => expect(parseSignedMoney(text)).toEqual({ kind: "not-a-sum" }));
  test("never as anything else than the same sum without its minus", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: minorMax }),
        fc.constantFrom("-%", "−%", "%-", "(%)"),
        (value, form) => {
          const text = form.replace("%", formatSum(minor(value)));
          expect(parseSignedMoney(text)).toEqual({ kind: "sum", minor: -value });
        },
      ),
    );
  });
});

test("a text too long for a sum is refused at once", () => {
  const long = `1${" ".repeat(1_000_000)}x`;
  const started = performance.now();
  expect([parseMoney(long).kind, parseSignedMoney(long).kind]).toEqual(["not-a-sum", "not-a-sum"]);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test("a sum says its currency by sign or word, or not at all", () => {
  const texts = ["5000 ₽", "-5 руб.", "5 р.", "5 ₴", "(650 грн)", "5000", ""];
  expect(texts.map(currencyIn)).toEqual(["RUB", "RUB", "RUB", "UAH", "UAH", undefined, undefined]);
});

describe("a sum is not read from", () => {
  const refused: { [kind: string]: string[] } = {
    empty: ["", " ", "\u00a0", "\t\n", "₽", " руб."],
    negative: ["-5", "−5", "–5", "- 5", "-0,01", "-1 000 ₽"],
    "too-precise": ["1,000", "1.000", "0,001", "5000,123", "1 000,500", "0.10000000000000001"],
    "too-big": [
      "1000000000000,01",
      "10000000000000",
      "99999999999999999999",
      "1 000 000 000 000 000",
      "123456789012345678901234567890",
    ],
    "not-a-sum": [
      "abc",
      "1e3",
      "1E3",
      "0x10",
      "0b11",
      "0o7",
      "１２３",
      "١٢٣",
      "१२३",
      "1.000,50",
      "1,000.50",
      "1,000,000",
      "1.000.000",
      "1,5,3",
      "1..5",
      "1,.5",
      ",5",
      ".5",
      "5,",
      "5.",
      ",",
      ".",
      "10 00",
      "1 0000",
      "1  000",
      "1 23",
      "1000 000",
      "12 34 567",
      "1'000",
      "1_000",
      "1’000",
      "+5",
      "5-",
      "(5)",
      "5 5 5",
      "Infinity",
      "-Infinity",
      "NaN",
      "null",
      "undefined",
      "true",
      "[]",
      "{}",
      "½",
      "²",
      "Ⅷ",
      "5%",
      "$5",
      "5$",
      "5 EUR",
      "5 долларов",
      "₽5",
      "5 ₽ ₽",
      "5₽5",
      "5 тыс",
      "5к",
      "=5+5",
      "=SUM(A1)",
      "5;",
      "5:00",
      "5/2",
      "5*2",
      "0,5,",
      "--5",
      "5\u0000",
      "5\u200b0",
      "\u202e5",
      "5\n000",
      "five",
      "пять",
      "10000-00",
    ],
  };
  const table = Object.entries(refused).flatMap(([kind, texts]) =>
    texts.map((text) => [text, kind] as const),
  );
  test.each(table)("%j (%s)", (text, kind) => expect(parseMoney(text)).toEqual({ kind }));

  test("the tables together hold more than a hundred and twenty texts", () => {
    expect(table.length + sums.length).toBeGreaterThan(120);
  });
});

test("what is shown is read back as the same sum", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: minorMax }), (value) => {
      expect(parseMoney(formatSum(minor(value)))).toEqual({ kind: "sum", minor: value });
      expect(parseMoney(formatMoney(minor(value), "UA"))).toEqual({ kind: "sum", minor: value });
    }),
  );
});

describe("a sum is shown", () => {
  test("without kopecks when it is whole, with them otherwise", () => {
    expect(formatMoney(minor(1_000_000), "RU")).toBe("10\u00a0000\u00a0₽");
    expect(formatMoney(minor(123_456_750), "RU")).toBe("1\u00a0234\u00a0567,50\u00a0₽");
    expect(formatMoney(minor(5), "UA")).toBe("0,05\u00a0₴");
    expect(formatMoney(minor(0), "RU")).toBe("0\u00a0₽");
  });
  test("below zero with a minus sign", () => {
    expect(formatMoney(minor(-2_000_000), "RU")).toBe("−20\u00a0000\u00a0₽");
  });
  test("in English with a comma and a point", () => {
    expect(formatMoney(minor(123_456_750), "RU", "en")).toBe("1,234,567.50\u00a0₽");
  });
  test("on paper always with kopecks and without a sign", () => {
    expect(formatSum(minor(1_000_000))).toBe("10\u00a0000,00");
  });
  test("as the language's own formatting has it", () => {
    const format = new Intl.NumberFormat("ru-RU", { style: "currency", currency: "RUB" });
    expect(formatMoney(minor(123_456_751), "RU")).toBe(format.format(1_234_567.51));
  });
});

test("a line's sum is price times quantity, half a kopeck up", () => {
  expect(sumOf(minor(500_000), thousandths(2_000))).toBe(1_000_000);
  expect(sumOf(minor(10_001), thousandths(2_500))).toBe(25_003);
  expect(sumOf(minor(1), thousandths(500))).toBe(1);
  expect(sumOf(minor(1), thousandths(499))).toBe(0);
  expect(sumOf(minor(99_999_999), thousandths(999_999_999))).toBe(99_999_998_900_000);
});

test.each([
  [4_500_000, 22, 811_475],
  [6_000_000, 22, 1_081_967],
  [1_830_000, 22, 330_000],
  [24_400_000, 22, 4_400_000],
  [8_400_000, 5, 400_000],
  [12_000, 20, 2_000],
  [61, 22, 11],
  [1, 22, 0],
  [0, 22, 0],
  [100_00, 0, 0],
])("VAT inside %i at %i %% is %i", (sum, rate, tax) => expect(vatInside(minor(sum), rate)).toBe(tax));

test("the general rate of Russia follows the day of shipment", () => {
  expect(vatRatesOn("RU", "2025-12-31")[0]).toBe(20);
  expect(vatRatesOn("RU", "2026-01-01")[0]).toBe(22);
  expect(vatRatesOn("UA", "2026-01-01")).toEqual([20, 14, 7, 0]);
  expect([isVatRate(20), isVatRate(18)]).toEqual([true, false]);
});
