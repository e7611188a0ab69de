/**
 * Numbers of orders and invoices in one spelling, so that what a customer types in a purpose of payment finds the deal
 * (domain 9.3.1): `С-2026-0041`, `с 2026/0041`, `сч. № C-2026-0041` with a Latin C are one. Both sides go through here.
 */
import { oneLine } from "../company/clean-text.ts";

/** What a word before a number says that it is a number of. */
export type NumberWord = "sign" | "invoice" | "order" | "other" | "through";

/** Characters of a text that are looked at: a purpose of payment has 210 at most. */
export const purposeMax = 1_000;
/** Characters of a key. */
const keyMax = 64;

/** Latin capitals and the Cyrillic ones that look the same; Ё and Ї are typed without their dots. */
const [written, meant] = ["ABCEHIKMOPTXYЁЇ", "АВСЕНІКМОРТХУЕІ"] as const;

/**
 * Capitals, one letter for all that look alike, one sign `#` for № and #, one dash for all; points only inside numbers
 * («сч.15», but «12.03»), no percentages, and a space where «15от 12.03» lacks it.
 */
export function plainSpelling(text: string): string {
  return oneLine(text.slice(0, purposeMax).replace(/№/g, " # "))
    .normalize("NFKC")
    .slice(0, purposeMax)
    .toUpperCase()
    .replace(/[ABCEHIKMOPTXYЁЇ]/g, (letter) => meant[written.indexOf(letter)] ?? letter)
    .replace(/[‐‑‒–—―−_\\]/g, "-")
    .replace(/#/g, " # ")
    .replace(/(?<![0-9])\.|\.(?![0-9])/g, " ")
    .replace(/[0-9]+(?:[.,][0-9]+)?\s*%/g, " ")
    .replace(/(?<=[0-9])(ОТ|ВІД)(?=\s*[0-9])/g, " $1 ");
}

const spelt = (words: string): string[] => words.split(" ").map((word) => plainSpelling(word).trim());

const words: readonly (readonly [NumberWord, readonly string[]])[] = [
  ["sign", spelt("n no nr номер номера номеру номером ном")],
  [
    "invoice",
    spelt(
      "сч счет счета счету счетом счете счетов счетам счетами счетах рах рахунок рахунка рахунку рахунком рахунки рахунків рахункам рахунками invoice",
    ),
  ],
  [
    "order",
    spelt(
      "зак заказ заказа заказу заказом заказе заказы заказов заказам заказами замовлення замовленню замовленням замовлень order",
    ),
  ],
  // Between the word and its number: «счёт на оплату № 15», «заказ покупателя 15», «счёт от 12.03 № 15».
  [
    "through",
    spelt(
      "от від г р року году на оплату оплати покупателя покупателю клиента клиенту покупця покупцеві клієнта клієнту",
    ),
  ],
  // These have numbers as well, and they are not ours.
  [
    "other",
    spelt(
      "акт акта акту актом дог тн ттн торг упд сф счф пп рс рсч рсчет рсчету лс лсч лсчет лсчету спец прил дс",
    ),
  ],
];
const kinds = new Map(words.flatMap(([kind, list]) => list.map((word) => [word, kind] as const)));
const otherStems =
  /^(ДОГОВ|КОНТРАКТ|НАКЛАДН|СПЕЦИФ|СПЕЦІФ|ПРИЛОЖ|ДОДАТ|СОГЛАШ|УГОД|ПОРУЧ|ДОРУЧ|ФАКТУР|ЛИЦЕВ|РАСЧЕТН|РОЗРАХУНК)/;

/** What one word, in plain spelling and without joints, says of the number behind it; undefined: nothing. */
export function numberWord(word: string): NumberWord | undefined {
  return kinds.get(word) ?? (otherStems.test(word) ? "other" : undefined);
}

/** Letters and digits alone. */
export const bare = (spelling: string): string => spelling.replace(/[^\p{L}0-9]/gu, "");

/** A word written together with its number, «СЧ15», «N-15», «СЧ-А15»: the word and the rest. */
export function wordBefore(
  spelling: string,
): { readonly word: "sign" | "invoice" | "order"; readonly rest: string } | undefined {
  const letters = /^\p{L}+(?=[-/0-9])/u.exec(spelling)?.[0] ?? "";
  const word = kinds.get(letters);
  const rest = spelling.slice(letters.length).replace(/^[-/]/, "");
  return word === "sign" || word === "invoice" || word === "order" ? { word, rest } : undefined;
}

/** The key of a number in plain spelling; "": there is no digit in it. A number of digits alone loses its leading zeros. */
export function keyOf(spelling: string): string {
  const key = bare(wordBefore(spelling)?.rest ?? spelling).slice(0, keyMax);
  if (!/[0-9]/.test(key)) return "";
  return /^[0-9]+$/.test(key) ? key.replace(/^0+(?=[0-9])/, "") : key;
}

/**
 * A number of an order or invoice, as another system or a person writes it, in the one spelling by which it is found:
 * «Счёт № с-2026/0041 от 12.03.2026» is `С20260041`, «№ 0041» is `41`. "": nothing to be found by (no digit: «б/н»).
 */
export function numberKey(text: string): string {
  const tokens = plainSpelling(text).match(/[^\s,;:()«»"']+/g) ?? [];
  const isWord = (token: string): boolean => token === "#" || kinds.has(bare(token));
  const start = tokens.findIndex((token) => !isWord(token));
  const dated = tokens.findIndex((token, at) => at > start && /^(ОТ|ВІД)$/.test(token));
  const number = start < 0 ? [] : tokens.slice(start, dated < 0 ? undefined : dated);
  return keyOf(number.join(" "));
}
