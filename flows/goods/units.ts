/** Units of measure: their codes (ОКЕИ), whether they can be divided, and their words in three languages (domain 2). */
import type { Language } from "../ids.ts";

/** One, few (2–4), many (5 and more, 0), and with a fraction: «2,5 пары». English uses the first two. */
type Forms = readonly [one: string, few: string, many: string, fraction: string];

export interface Unit {
  /** As stored with a product and printed: «пара». */
  readonly name: string;
  /** Code of ОКЕИ. */
  readonly okei: string;
  readonly fractions: boolean;
  readonly words: { readonly [L in Language]: Forms };
  /** What people and sheets write for it, lower-case, without a final dot. */
  readonly synonyms: readonly string[];
}

/** A word that doesn't change with the number. */
function same(word: string): Forms {
  return [word, word, word, word];
}

export const allUnits: readonly Unit[] = [
  {
    name: "пара",
    okei: "715",
    fractions: false,
    words: {
      ru: ["пара", "пары", "пар", "пары"],
      uk: ["пара", "пари", "пар", "пари"],
      en: ["pair", "pairs", "pairs", "pairs"],
    },
    synonyms: ["пара", "пары", "пар", "пару", "пари", "pair", "pairs"],
  },
  {
    name: "шт",
    okei: "796",
    fractions: false,
    words: { ru: same("шт."), uk: same("шт."), en: ["pc", "pcs", "pcs", "pcs"] },
    synonyms: ["шт", "штука", "штуки", "штук", "штуку", "pc", "pcs", "piece", "pieces"],
  },
  {
    name: "упак",
    okei: "778",
    fractions: false,
    words: {
      ru: ["упаковка", "упаковки", "упаковок", "упаковки"],
      uk: ["упаковка", "упаковки", "упаковок", "упаковки"],
      en: ["pack", "packs", "packs", "packs"],
    },
    synonyms: ["упак", "упаковка", "упаковки", "упаковок", "уп", "pack", "packs"],
  },
  {
    name: "кг",
    okei: "166",
    fractions: true,
    words: { ru: same("кг"), uk: same("кг"), en: same("kg") },
    synonyms: ["кг", "килограмм", "килограмма", "килограммов", "кілограм", "кілограми", "кілограмів", "kg"],
  },
  {
    name: "м",
    okei: "006",
    fractions: true,
    words: { ru: same("м"), uk: same("м"), en: same("m") },
    synonyms: ["м", "метр", "метра", "метров", "метри", "метрів", "m"],
  },
  {
    name: "л",
    okei: "112",
    fractions: true,
    words: { ru: same("л"), uk: same("л"), en: same("l") },
    synonyms: ["л", "литр", "литра", "литров", "літр", "літри", "літрів", "l"],
  },
];

const bySynonym = new Map(allUnits.flatMap((unit) => unit.synonyms.map((word) => [word, unit] as const)));

/** The unit that a word means: `шт.`, `Пары`, `kg`; undefined: none that we know. */
export function unitOf(word: string): Unit | undefined {
  return bySynonym.get(word.trim().toLowerCase().replace(/\.$/, ""));
}

/** Whether goods of that unit may be counted in parts; a unit that we don't know may not. */
export function allowsFractions(unit: string): boolean {
  return unitOf(unit)?.fractions ?? false;
}

/** Which of one, few, many goes with a whole number, by the rules of the language. */
export function pluralOf(language: Language, count: number): "one" | "few" | "many" {
  if (language === "en") return count === 1 ? "one" : "many";
  const tens = count % 100;
  const ones = count % 10;
  if (ones === 1 && tens !== 11) return "one";
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
}

/** The unit's word after a whole count (or after a fraction, when count is undefined); an unknown unit as it stands. */
export function unitWord(unit: string, language: Language, count: number | undefined): string {
  const forms = unitOf(unit)?.words[language];
  if (!forms) return unit;
  if (count === undefined) return forms[3];
  return { one: forms[0], few: forms[1], many: forms[2] }[pluralOf(language, count)];
}
