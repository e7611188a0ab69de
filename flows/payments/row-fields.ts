/** Fields of a row of deals or payments as zod reads them. The data comes from another system: doubtful is not refused. */
import { currencyIn, parseMoney, parseSignedMoney, type ParsedMoney } from "../goods/money.ts";
import { oneLine } from "../company/clean-text.ts";
import { date, field } from "../company/fields.ts";
import {
  isCompanyInn,
  isEdrpou,
  isInn,
  isPersonInn,
  isRnokpp,
  withoutSpaces,
} from "../company/identifiers.ts";
import type { PlainProblem } from "../company/file-problems.ts";
import type { Minor } from "../ids.ts";
import type { CurrencyCode } from "./deal.ts";

/** A sum with the currency whose sign stands behind it, if one does. */
export interface WrittenSum {
  readonly minor: Minor;
  readonly currency?: CurrencyCode;
}

function sumField(parse: (text: string) => ParsedMoney, may: (minor: Minor) => boolean, kind: PlainProblem) {
  return field<WrittenSum>((text) => {
    const parsed = parse(text);
    if (parsed.kind !== "sum" || !may(parsed.minor)) return { kind };
    const currency = currencyIn(text);
    return { value: { minor: parsed.minor, ...(currency && { currency }) } };
  });
}

/** A sum that can't be below zero (F119). */
export const sum = sumField(parseMoney, () => true, "bad-money");

/** A payment's sum: below zero is given back; nothing is no payment. */
export const signedSum = sumField(parseSignedMoney, (minor) => minor !== 0, "bad-signed-money");

const currencyWords: { readonly [Code in CurrencyCode]: readonly string[] } = {
  RUB: [
    "₽",
    "rub",
    "rur",
    "руб",
    "руб.",
    "р",
    "р.",
    "рубль",
    "рубли",
    "рублей",
    "российский рубль",
    "643",
    "810",
  ],
  UAH: ["₴", "uah", "грн", "грн.", "гривня", "гривны", "гривень", "гривна", "українська гривня", "980"],
};

/** A currency by its sign, code, number or word. */
export const currency = field<CurrencyCode>((text) => {
  const word = oneLine(text).toLowerCase();
  if (currencyWords.RUB.includes(word)) return { value: "RUB" };
  return currencyWords.UAH.includes(word)
    ? { value: "UAH" }
    : { kind: "not-one-of", allowed: Object.keys(currencyWords) };
});

const withTime = /^(\S{10})[ T]\d{1,2}:\d{2}(?::\d{2})?$/;

/** A calendar day of this century as `YYYY-MM-DD`: `12.03.2026`, `2026-03-12`; a time behind it, as 1C writes it, is left out. */
export const day = field((text) => {
  const read = date.safeParse(withTime.exec(text.trim())?.[1] ?? text);
  return read.success && read.data.startsWith("20") ? { value: read.data } : { kind: "bad-date" };
});

/**
 * A tax number of 8 to 12 digits. Sheets drop leading zeros of numbers: they are put back when the check digit then fits
 * (domain 9.4). A number that fails its check is kept: `isDoubtfulTaxNumber` says so (domain 4).
 */
export const taxNumber = field((text) => {
  const digits = withoutSpaces(text);
  if (!/^\d{5,12}$/.test(digits)) return { kind: "bad-tax-number" };
  const lostZeros = fullForms.find(({ length, check }) => {
    return digits.length < length && check(digits.padStart(length, "0")) && !passesCheck(digits);
  });
  const value = lostZeros ? digits.padStart(lostZeros.length, "0") : digits;
  return value.length < 8 ? { kind: "bad-tax-number" } : { value };
});

/** ИНН have a region of two digits: at most one zero is lost. ЄДРПОУ begin with up to three. */
const fullForms = [
  { length: 8, check: isEdrpou },
  {
    length: 10,
    check: (digits: string) => /^0[1-9]/.test(digits) && (isCompanyInn(digits) || isRnokpp(digits)),
  },
  { length: 12, check: (digits: string) => /^0[1-9]/.test(digits) && isPersonInn(digits) },
];

function passesCheck(digits: string): boolean {
  return isInn(digits) || isEdrpou(digits) || isRnokpp(digits);
}

/** Whether a tax number that is kept fails every check of its length. */
export function isDoubtfulTaxNumber(digits: string): boolean {
  return !passesCheck(digits);
}

/** A number or key on one line without the № before it, at most `max` characters; a dash or a dot in its place is none. */
export function numberText(max: number) {
  return field<string | undefined>((text) => {
    const value = oneLine(text).replace(/^(№\s*|N[o°]?\.?\s+)/i, "");
    if (value.length > max) return { kind: "too-long", max };
    return { value: /[\p{L}\p{N}]/u.test(value) ? value : undefined };
  });
}
