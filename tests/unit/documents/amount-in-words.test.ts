/** Sums in words: the vectors of the domain, and every sum can be read back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInWords, amountParts, countInWords } from "../../../flows/documents/amount-in-words.ts";
import type { PaperLanguage } from "../../../flows/documents/amount-in-words.ts";
import { units } from "../../../flows/ids.ts";
import type { Minor } from "../../../flows/ids.ts";

const sum = (kopecks: number): Minor => units<Minor>(kopecks);

const vectors: readonly (readonly [number, string, string])[] = [
  [0, "Ноль рублей 00 копеек", "Нуль гривень 00 копійок"],
  [100, "Один рубль 00 копеек", "Одна гривня 00 копійок"],
  [200, "Два рубля 00 копеек", "Дві гривні 00 копійок"],
  [1100, "Одиннадцать рублей 00 копеек", "Одинадцять гривень 00 копійок"],
  [2100, "Двадцать один рубль 00 копеек", "Двадцять одна гривня 00 копійок"],
  [750000, "Семь тысяч пятьсот рублей 00 копеек", "Сім тисяч п’ятсот гривень 00 копійок"],
  [1000000, "Десять тысяч рублей 00 копеек", "Десять тисяч гривень 00 копійок"],
  [1000001, "Десять тысяч рублей 01 копейка", "Десять тисяч гривень 01 копійка"],
  [
    2145122,
    "Двадцать одна тысяча четыреста пятьдесят один рубль 22 копейки",
    "Двадцять одна тисяча чотириста п’ятдесят одна гривня 22 копійки",
  ],
  [24400000, "Двести сорок четыре тысячи рублей 00 копеек", "Двісті сорок чотири тисячі гривень 00 копійок"],
  [
    100100211,
    "Один миллион одна тысяча два рубля 11 копеек",
    "Один мільйон одна тисяча дві гривні 11 копійок",
  ],
  [200000050, "Два миллиона рублей 50 копеек", "Два мільйони гривень 50 копійок"],
];

describe("A sum in words", () => {
  it.each(vectors)("of %i kopecks is written as accountants write it", (kopecks, ru, uk) => {
    expect(amountInWords(sum(kopecks), "ru")).toBe(ru);
    expect(amountInWords(sum(kopecks), "uk")).toBe(uk);
  });

  it("is split where the form prints «руб.» and «коп.» itself", () => {
    expect(amountParts(sum(1000005), "ru")).toEqual({ whole: "Десять тысяч", kopecks: "05" });
  });

  it("of a list's length needs no currency", () => {
    expect(countInWords(21, "ru")).toBe("двадцать один");
  });

  it("refuses a negative or broken number, which no paper can hold", () => {
    expect(() => amountInWords(sum(-100), "ru")).toThrow(/not negative/);
    expect(() => countInWords(1.5, "ru")).toThrow(/whole/);
  });

  it.each(["ru", "uk"] as const)("can be read back, whatever it is (%s)", (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (kopecks) => {
        expect(readBack(amountInWords(sum(kopecks), language), language)).toBe(kopecks);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What the words of the lists below are worth, in their order. */
const worth = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
  .concat([20, 30, 40, 50, 60, 70, 80, 90])
  .concat([100, 200, 300, 400, 500, 600, 700, 800, 900]);
const numerals: Record<PaperLanguage, string> = {
  ru:
    "ноль один|одна два|две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать " +
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят " +
    "шестьдесят семьдесят восемьдесят девяносто сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
  uk:
    "нуль один|одна два|дві три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять тринадцять " +
    "чотирнадцять п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять двадцять тридцять сорок п’ятдесят " +
    "шістдесят сімдесят вісімдесят дев’яносто сто двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот",
};
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(тысяч|тисяч)/, 1e3],
  [/^(миллион|мільйон)/, 1e6],
  [/^(миллиард|мільярд)/, 1e9],
  [/^(триллион|трильйон)/, 1e12],
];

/** An independent reader: thousands multiply what stands before them. */
function readBack(text: string, language: PaperLanguage): number {
  const parts = text.toLowerCase().split(" ");
  const kopecks = Number(parts.at(-2));
  const list = numerals[language].split(" ");
  let whole = 0;
  let group = 0;
  for (const word of parts.slice(0, -3)) {
    const scale = scales.find(([stem]) => stem.test(word))?.[1];
    const value = worth[list.findIndex((one) => one.split("|").includes(word))];
    if (scale !== undefined) [whole, group] = [whole + group * scale, 0];
    else if (value !== undefined) group += value;
    else throw new Error(`Not a number word: ${word}`);
  }
  return (whole + group) * 100 + kopecks;
}
