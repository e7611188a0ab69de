/** Sums in words («сумма прописью»): Russian with roubles, Ukrainian with hryvnias (domain 2). */
import { pluralOf } from "../goods/units.ts";
import type { Minor } from "../ids.ts";

/** The languages that papers are written in: that of the entity's country, never of the reader. */
export type PaperLanguage = "ru" | "uk";

/** one, few, many: «рубль», «рубля», «рублей». */
type Forms = readonly [string, string, string];
type Noun = { readonly forms: Forms; readonly feminine: boolean };

interface Numerals {
  readonly zero: string;
  readonly units: readonly string[];
  readonly feminine: Readonly<Record<number, string>>;
  readonly teens: readonly string[];
  readonly tens: readonly string[];
  readonly hundreds: readonly string[];
  /** Thousands, millions, milliards, trillions. */
  readonly scales: readonly Noun[];
  readonly major: Noun;
  readonly minor: Noun;
}

const words = (list: string): readonly string[] => list.split(" ").map((word) => (word === "-" ? "" : word));
const noun = (one: string, few: string, many: string, feminine = false): Noun => ({
  forms: [one, few, many],
  feminine,
});

const numerals: Record<PaperLanguage, Numerals> = {
  ru: {
    zero: "ноль",
    units: words("- один два три четыре пять шесть семь восемь девять"),
    feminine: { 1: "одна", 2: "две" },
    teens: words(
      "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    ),
    tens: words("- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"),
    hundreds: words("- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"),
    scales: [
      noun("тысяча", "тысячи", "тысяч", true),
      noun("миллион", "миллиона", "миллионов"),
      noun("миллиард", "миллиарда", "миллиардов"),
      noun("триллион", "триллиона", "триллионов"),
    ],
    major: noun("рубль", "рубля", "рублей"),
    minor: noun("копейка", "копейки", "копеек", true),
  },
  uk: {
    zero: "нуль",
    units: words("- один два три чотири п’ять шість сім вісім дев’ять"),
    feminine: { 1: "одна", 2: "дві" },
    teens: words(
      "десять одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять",
    ),
    tens: words("- - двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто"),
    hundreds: words("- сто двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот"),
    scales: [
      noun("тисяча", "тисячі", "тисяч", true),
      noun("мільйон", "мільйони", "мільйонів"),
      noun("мільярд", "мільярди", "мільярдів"),
      noun("трильйон", "трильйони", "трильйонів"),
    ],
    major: noun("гривня", "гривні", "гривень", true),
    minor: noun("копійка", "копійки", "копійок", true),
  },
};

const after = (count: number, { forms: [one, few, many] }: Noun, language: PaperLanguage): string =>
  ({ one, few, many })[pluralOf(language, count)];

/** Words of a number below a thousand; none for zero. */
function belowThousand(count: number, feminine: boolean, is: Numerals): readonly string[] {
  const rest = count % 100;
  const unit = rest % 10;
  const teen = rest >= 10 && rest < 20;
  return [
    is.hundreds[Math.floor(count / 100)],
    teen ? is.teens[rest - 10] : is.tens[Math.floor(rest / 10)],
    teen ? undefined : ((feminine ? is.feminine[unit] : undefined) ?? is.units[unit]),
  ].filter((word): word is string => word !== undefined && word !== "");
}

/** A whole number in words, lower case. Refuses (throws) what is negative, broken or above 999 trillions: a bug of the caller. */
export function countInWords(count: number, language: PaperLanguage, feminine = false): string {
  if (!Number.isSafeInteger(count) || count < 0 || count >= 1e15)
    throw new Error(`A number in words must be whole, not negative and below 10^15, not ${count}`);
  const is = numerals[language];
  if (count === 0) return is.zero;
  const found: string[] = [];
  for (let level = is.scales.length; level >= 0; level--) {
    const part = Math.floor(count / 1000 ** level) % 1000;
    const scale = is.scales[level - 1];
    if (part === 0) continue;
    found.push(...belowThousand(part, scale ? scale.feminine : feminine, is));
    if (scale) found.push(after(part, scale, language));
  }
  return found.join(" ");
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A sum split for forms that print «руб. … коп.» themselves: `{ whole: "Десять тысяч", kopecks: "00" }`. */
export function amountParts(
  amount: Minor,
  language: PaperLanguage,
): { readonly whole: string; readonly kopecks: string } {
  return {
    whole: capital(countInWords(Math.floor(amount / 100), language, numerals[language].major.feminine)),
    kopecks: String(amount % 100).padStart(2, "0"),
  };
}

/** Kopecks → «Десять тысяч рублей 00 копеек» or «Десять тисяч гривень 00 копійок». */
export function amountInWords(amount: Minor, language: PaperLanguage): string {
  const { major, minor } = numerals[language];
  const { whole, kopecks } = amountParts(amount, language);
  const [of, and] = [after(Math.floor(amount / 100), major, language), after(amount % 100, minor, language)];
  return `${whole} ${of} ${kopecks} ${and}`;
}
