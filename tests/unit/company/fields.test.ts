/** Fields of the company file one by one: texts are cleaned, phones and dates read as people write them. */
import { describe, expect, test } from "vitest";
import { oneLine } from "../../../flows/company/clean-text.ts";
import { barcode, date, email, phoneDigits, vat } from "../../../flows/company/fields.ts";

describe("a one-line text", () => {
  const texts: [string, string, string][] = [
    ["loses what can't be seen", "Бе\u200bло\u00adва\ufeff", "Белова"],
    ["loses what turns its direction", "abc\u202egpj.exe\u2066", "abcgpj.exe"],
    ["loses tag characters and controls", "а\u{e0041}\u0000б\u0007", "аб"],
    ["loses halves of characters", "а\ud83dб", "аб"],
    ["keeps emoji", "👟 кеды", "👟 кеды"],
    ["becomes one line", "  два\r\nслова\tздесь  ", "два слова здесь"],
    ["keeps its no-break spaces", "№\u00a02", "№\u00a02"],
    ["joins letters with their marks", "и\u0306", "й"],
  ];
  test.each(texts)("%s", (_, text, clean) => expect(oneLine(text)).toBe(clean));
});

describe("a phone is kept as digits with the country's code", () => {
  const phones: [string, string | undefined][] = [
    ["+7 900 000-10-03", "79000001003"],
    ["8 (900) 000-10-03", "79000001003"],
    ["79000001003", "79000001003"],
    ["+380 50 000 10 19", "380500001019"],
    ["050 000 10 19", "380500001019"],
    ["+1 202 555 0100", "12025550100"],
    ["900-10-03", undefined],
    ["+7 900 000-10-03 доб. 5", undefined],
    ["+0 900 000 10 03", undefined],
    ["", undefined],
  ];
  test.each(phones)("%j", (text, digits) => expect(phoneDigits(text)).toBe(digits));
});

test.each([
  ["2026-01-12", "2026-01-12"],
  ["12.01.2026", "2026-01-12"],
  ["2028-02-29", "2028-02-29"],
  ["2026-02-29", undefined],
  ["31.04.2026", undefined],
  ["2026-13-01", undefined],
  ["12.1.2026", undefined],
  ["вчера", undefined],
])("the date %j is %j", (text, day) => expect(date.safeParse(text).data).toBe(day));

test.each([
  ["orders@step.example", true],
  ["a.b+c@mail.step.example", true],
  ["a@b", false],
  ["a@x.example, b@x.example", false],
  ["a@x.example\nBcc: b@x.example", false],
  ["Иван <a@x.example>", false],
  [`${"a".repeat(250)}@x.example`, false],
])("the address %j: %s", (text, right) => expect(email.safeParse(text).success).toBe(right));

test.each([
  ["22", 22],
  ["22 %", 22],
  ["10%", 10],
  ["0", 0],
  ["без НДС", undefined],
  ["Без ПДВ", undefined],
  ["—", undefined],
])("VAT %j is %j", (text, percent) => expect(vat.parse(text)).toBe(percent));

test.each(["19", "22,5", "НДС", "-22"])("VAT %j is refused", (text) => {
  expect(vat.safeParse(text).success).toBe(false);
});

test("a barcode may be a shop's own, but not a sentence", () => {
  expect(barcode.parse("2900 0000 0010 1")).toBe("2900000000101");
  expect(barcode.parse("AB-12345")).toBe("AB-12345");
  expect(barcode.safeParse("кеды").success).toBe(false);
});
