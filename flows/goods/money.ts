/** Money as people type and read it: whole minor units inside, `1 234 567,50 ₽` outside (domain 2, F119). */
import type { Country } from "../company/company.ts";
import { units, type Language, type Minor, type Thousandths } from "../ids.ts";

/** A million million roubles: far above any request, far below what a number can hold exactly. */
export const minorMax = 100_000_000_000_000;

export interface Currency {
  /** ISO 4217. */
  readonly code: "RUB" | "UAH";
  readonly number: string;
  readonly sign: string;
}

/** The home currency of a country's entities (O11). */
const currencies: { readonly [C in Country]: Currency } = {
  RU: { code: "RUB", number: "643", sign: "₽" },
  UA: { code: "UAH", number: "980", sign: "₴" },
};

export type MoneyRefusal = { readonly kind: "empty" | "not-a-sum" | "negative" | "too-precise" | "too-big" };
export type ParsedMoney = { readonly kind: "sum"; readonly minor: Minor } | MoneyRefusal;

const spaces = "[ \\u00a0\\u202f\\u2009]";
const sumPattern = new RegExp(`^(\\d{1,3}(?:${spaces}\\d{3})+|\\d+)(?:[.,](\\d+))?$`);
const signs = "₽|₴|руб\\.?|р\\.|грн\\.?";
const signPattern = new RegExp(`${spaces}*(${signs})$`, "i");
/** Longer texts are no sums, and the patterns would take the square of their length to say so. */
const lengthMax = 60;

/**
 * A sum as typed by a person or written in a sheet: `5000`, `5 000,50`, `5000.5 ₽`. One of `,` and `.` before at most two
 * digits; spaces only between groups of three. Everything else is refused, nothing is guessed (F119).
 */
export function parseMoney(text: string): ParsedMoney {
  const given = text.trim();
  if (given.length > lengthMax) return { kind: "not-a-sum" };
  const typed = given.replace(signPattern, "");
  if (typed === "") return { kind: "empty" };
  if (/^[-−–]\s*\d/.test(typed)) return { kind: "negative" };
  const match = sumPattern.exec(typed);
  if (!match) return { kind: "not-a-sum" };
  const [, whole = "", fraction = ""] = match;
  if (fraction.length > 2) return { kind: "too-precise" };
  const digits = whole.replace(/\D/g, "");
  if (digits.replace(/^0+/, "").length > 13) return { kind: "too-big" };
  const minor = Number(digits) * 100 + Number(fraction.padEnd(2, "0"));
  return minor <= minorMax ? { kind: "sum", minor: units<Minor>(minor) } : { kind: "too-big" };
}

const minusBefore = /^[-−–]\s*(.+)$/;
const minusAfter = new RegExp(`^(.+?)${spaces}?[-−–](${spaces}*(?:${signs}))?$`, "i");
const inBrackets = new RegExp(`^\\((.+)\\)(${spaces}*(?:${signs}))?$`, "i");

/**
 * A sum that may be below zero, as bank programs and accountants write it: `-1 000,00`, `1 000,00-`, `(1 000,00)`; one
 * minus, whichever of the three. All else as `parseMoney`; never refused as negative.
 */
export function parseSignedMoney(text: string): ParsedMoney {
  const typed = text.trim();
  if (typed.length > lengthMax) return { kind: "not-a-sum" };
  const match = minusBefore.exec(typed) ?? minusAfter.exec(typed) ?? inBrackets.exec(typed);
  if (!match) return parseMoney(typed);
  const parsed = parseMoney(`${match[1]}${match[2] ?? ""}`);
  if (parsed.kind === "sum") return { kind: "sum", minor: units<Minor>(0 - parsed.minor) };
  return parsed.kind === "too-big" || parsed.kind === "too-precise" ? parsed : { kind: "not-a-sum" };
}

/** The currency that a sum names by its sign or word: `5000 ₽`, `-650 грн.`; undefined: it names none. */
export function currencyIn(text: string): Currency["code"] | undefined {
  if (/₽|руб|р\./i.test(text)) return "RUB";
  return /₴|грн/i.test(text) ? "UAH" : undefined;
}

/** Price (minor units per unit) times quantity, in minor units, half up: `2,5 кг × 100,01` is `250,03`. */
export function sumOf(price: Minor, quantity: Thousandths): Minor {
  return units<Minor>(Number((BigInt(price) * BigInt(quantity) + 500n) / 1000n));
}

/** Sums added up; nothing is nothing. */
export function total(sums: readonly Minor[]): Minor {
  return units<Minor>(sums.reduce((all, sum) => all + sum, 0));
}

/** Whole digits grouped by three: with a no-break space, in English with a comma. */
export function grouped(digits: string, language: Language = "ru"): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, language === "en" ? "," : "\u00a0");
}

function figures(minor: Minor, language: Language, kopecks: boolean): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  const sign = minor < 0 ? "−" : "";
  const whole = grouped(digits.slice(0, -2), language);
  return kopecks ? `${sign}${whole}${language === "en" ? "." : ","}${digits.slice(-2)}` : `${sign}${whole}`;
}

/** A sum on a screen: `10 000 ₽` when whole, else `1 234 567,50 ₽`; spaces are U+00A0. */
export function formatMoney(minor: Minor, country: Country, language: Language = "ru"): string {
  return `${figures(minor, language, minor % 100 !== 0)}\u00a0${currencies[country].sign}`;
}

/** A sum that is checked to the kopeck: `60 000,00 ₽`, below zero with `−`; spaces are U+00A0 (domain 1.6). */
export function formatExact(minor: Minor, country: Country, language: Language = "ru"): string {
  return `${figures(minor, language, true)}\u00a0${currencies[country].sign}`;
}

/** The country whose home currency that is: sums are formatted by country (O11). */
export function countryOfCurrency(code: Currency["code"]): Country {
  return code === currencies.UA.code ? "UA" : "RU";
}

/** The home currency of a country's entities. */
export function currencyOf(country: Country): Currency {
  return currencies[country];
}

/** A sum on paper: `10 000,00`, no sign, always with kopecks; spaces are U+00A0. */
export function formatSum(minor: Minor, language: Language = "ru"): string {
  return figures(minor, language, true);
}
