/** Quantities and units: what may be counted in parts, and the words after a number. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fitsUnit,
  formatNumber,
  formatQuantity,
  parseQuantity,
  quantityMax,
} from "../../../flows/goods/quantity.ts";
import { allUnits, allowsFractions, pluralOf, unitOf, unitWord } from "../../../flows/goods/units.ts";
import { units, type Thousandths } from "../../../flows/ids.ts";

const thousandths = (value: number) => units<Thousandths>(value);

describe("a quantity is read from", () => {
  const read: [string, string, number][] = [
    ["2", "пара", 2_000],
    [" 2 ", "пара", 2_000],
    ["2 пары", "пара", 2_000],
    ["5 пар", "пара", 5_000],
    ["2пары", "пара", 2_000],
    ["3 шт.", "шт", 3_000],
    ["3 Штуки", "шт", 3_000],
    ["2,0", "пара", 2_000],
    ["2,000", "шт", 2_000],
    ["1 000", "шт", 1_000_000],
    ["1\u00a0000", "шт", 1_000_000],
    ["2,5", "кг", 2_500],
    ["2.5 кг", "кг", 2_500],
    ["0,001", "кг", 1],
    ["12 рулонов", "рулонов", 12_000],
    ["1000000", "шт", 1_000_000_000],
    ["0002", "шт", 2_000],
  ];
  test.each(read)("%j of %s", (text, unit, value) => {
    expect(parseQuantity(text, unit)).toEqual({ kind: "quantity", thousandths: value });
  });
});

describe("a quantity is not read from", () => {
  const refused: [string, string, string][] = [
    ["", "шт", "empty"],
    ["  ", "шт", "empty"],
    ["12,5,3", "кг", "not-a-number"],
    ["-4", "шт", "negative"],
    ["−4", "шт", "negative"],
    ["0", "шт", "zero"],
    ["0,000", "кг", "zero"],
    ["1000000000000", "шт", "too-big"],
    ["1000001", "шт", "too-big"],
    ["99999999999999999999", "шт", "too-big"],
    ["2,5", "пара", "no-fractions"],
    ["2,5", "рулон", "no-fractions"],
    ["2,5001", "кг", "too-precise"],
    ["2 пары", "шт", "other-unit"],
    ["2 кг", "пара", "other-unit"],
    ["две", "пара", "not-a-number"],
    ["2 чего-то", "пара", "not-a-number"],
    ["1e3", "шт", "not-a-number"],
    ["0x10", "шт", "not-a-number"],
    ["１２", "шт", "not-a-number"],
    ["2 2", "шт", "not-a-number"],
    ["Infinity", "шт", "not-a-number"],
    ["2\u200b", "шт", "not-a-number"],
  ];
  test.each(refused)("%j of %s (%s)", (text, unit, kind) => {
    expect(parseQuantity(text, unit)).toEqual({ kind });
  });
});

test("where the goods aren't known yet parts are let through, and asked about later", () => {
  expect(parseQuantity("2,5")).toEqual({ kind: "quantity", thousandths: 2_500 });
  expect(parseQuantity("2 пары")).toEqual({ kind: "quantity", thousandths: 2_000 });
  expect(fitsUnit(thousandths(2_500), "кг")).toBe(true);
  expect(fitsUnit(thousandths(2_500), "пара")).toBe(false);
  expect(fitsUnit(thousandths(2_000), "пара")).toBe(true);
});

test("what is shown is read back as the same quantity", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...allUnits),
      fc.integer({ min: 1, max: quantityMax * 1000 }),
      ({ name, fractions }, raw) => {
        const value = thousandths(fractions ? raw : Math.ceil(raw / 1000) * 1000);
        const shown = formatQuantity(value, name);
        expect(parseQuantity(shown, name)).toEqual({ kind: "quantity", thousandths: value });
      },
    ),
  );
});

describe("a quantity is shown with its unit in the right form", () => {
  const shown: [number, string, "ru" | "uk" | "en", string][] = [
    [1_000, "пара", "ru", "1 пара"],
    [2_000, "пара", "ru", "2 пары"],
    [5_000, "пара", "ru", "5 пар"],
    [11_000, "пара", "ru", "11 пар"],
    [12_000, "пара", "ru", "12 пар"],
    [21_000, "пара", "ru", "21 пара"],
    [102_000, "пара", "ru", "102 пары"],
    [112_000, "пара", "ru", "112 пар"],
    [2_000, "пара", "uk", "2 пари"],
    [5_000, "пара", "uk", "5 пар"],
    [1_000, "пара", "en", "1 pair"],
    [2_000, "пара", "en", "2 pairs"],
    [3_000, "упак", "ru", "3 упаковки"],
    [7_000, "шт", "ru", "7 шт."],
    [2_500, "кг", "ru", "2,5 кг"],
    [2_500, "кг", "en", "2.5 kg"],
    [1_234_000, "шт", "ru", "1 234 шт."],
    [1_234_000, "шт", "en", "1,234 pcs"],
    [3_000, "рулон", "ru", "3 рулон"],
  ];
  test.each(shown)("%i of %s in %s", (value, unit, language, text) => {
    expect(formatQuantity(thousandths(value), unit, language).replaceAll("\u00a0", " ")).toBe(text);
  });
  test("the number alone has no trailing zeros", () => {
    expect(formatNumber(thousandths(1_050))).toBe("1,05");
  });
  test("a fraction takes the form of a part", () => expect(unitWord("пара", "ru", undefined)).toBe("пары"));
});

test("plural forms agree with the language's own rules", () => {
  for (const language of ["ru", "uk", "en"] as const) {
    const rules = new Intl.PluralRules(language);
    for (let count = 0; count <= 1_000; count++) {
      const own = pluralOf(language, count);
      expect.soft(own, `${language} ${count}`).toBe(rules.select(count).replace("other", "many"));
    }
  }
});

test("units are known by every word for them, and no word means two", () => {
  expect(unitOf("Пары")?.okei).toBe("715");
  expect(unitOf("шт.")?.okei).toBe("796");
  expect(unitOf("рулон")).toBeUndefined();
  const words = allUnits.flatMap((unit) => unit.synonyms);
  expect(new Set(words).size).toBe(words.length);
  expect(allUnits.filter((unit) => allowsFractions(unit.name)).map((unit) => unit.name)).toEqual([
    "кг",
    "м",
    "л",
  ]);
});
