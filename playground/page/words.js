/** Words, dates and sizes in the visitor's language. */

import { settings } from "./settings.js";
import { en } from "./words.en.js";
import { ru } from "./words.ru.js";
import { uk } from "./words.uk.js";

/** @type {Record<keyof typeof LANGUAGES, import("./words.en.js").Words>} */
const WORDS = { ru, uk, en };
const LOCALES = { ru: "ru-RU", uk: "uk-UA", en: "en-GB" };

/** The page's languages by their own names. */
export const LANGUAGES = /** @type {const} */ ({ ru: "Русский", uk: "Українська", en: "English" });

/**
 * One of the page's words; `{name}` is filled in, and `n` chooses the plural form.
 * @param {keyof typeof en} key @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const word = WORDS[settings.language][key];
  let text;
  if (typeof word === "string") text = word;
  else {
    const form = new Intl.PluralRules(LOCALES[settings.language]).select(Number(values["n"] ?? 0));
    text = (form === "few" ? word.few : form === "one" ? word.one : undefined) ?? word.other;
  }
  return text.replaceAll(/\{(\w+)\}/g, (whole, /** @type {string} */ name) => String(values[name] ?? whole));
}

/** @param {Intl.DateTimeFormatOptions} options */
const format = (options) => new Intl.DateTimeFormat(LOCALES[settings.language], options);

/** @param {number} at epoch milliseconds */
export const timeOf = (at) => format({ hour: "2-digit", minute: "2-digit" }).format(at);

/** @param {number} at epoch milliseconds */
export const secondOf = (at) => format({ hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(at);

/** @param {number} at epoch milliseconds */
export const clockFace = (at) =>
  format({ weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(at);

/** Days of the reader's calendar are compared by this. @param {number} at epoch milliseconds */
export const dayKey = (at) => new Date(at).toDateString();

/** @param {number} at epoch milliseconds @param {number} now epoch milliseconds */
export function dayName(at, now) {
  if (dayKey(at) === dayKey(now)) return t("today");
  if (dayKey(at) === dayKey(now - 86_400_000)) return t("yesterday");
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format({ day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) }).format(at);
}

/** @param {number} bytes */
export function sizeOf(bytes) {
  const number = new Intl.NumberFormat(LOCALES[settings.language], { maximumFractionDigits: 1 });
  if (bytes < 1_024) return t("bytes", { n: bytes });
  if (bytes < 1_048_576) return t("kilobytes", { n: number.format(bytes / 1_024) });
  return t("megabytes", { n: number.format(bytes / 1_048_576) });
}

/** A span of time in its largest sensible unit. @param {number} ms */
export function spanOf(ms) {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return t("minutesShort", { n: minutes });
  if (minutes < 48 * 60) return t("hoursShort", { n: Math.round(minutes / 60) });
  return t("daysShort", { n: Math.round(minutes / 1_440) });
}
