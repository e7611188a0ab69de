/** Dates as papers write them: «14.03.2026», «14 марта 2026 г.», «14 березня 2026 р.», in the time zone of the entity. */
import { localDate, localTime } from "../company/zone-time.ts";
import type { Instant } from "../ids.ts";
import type { PaperLanguage } from "./amount-in-words.ts";

/** A calendar date `YYYY-MM-DD`, as the company file and waybills have it. */
export type CalendarDate = string;

const monthsInGenitive: Record<PaperLanguage, readonly string[]> = {
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  uk: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" "),
};
const yearWord: Record<PaperLanguage, string> = { ru: "г.", uk: "р." };

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;

/** «14.03.2026»; a date that isn't written as `YYYY-MM-DD` stays as it was typed. */
export function shortDate(date: CalendarDate): string {
  const [, year, month, day] = iso.exec(date) ?? [];
  return year ? `${day}.${month}.${year}` : date;
}

/** «14 марта 2026 г.», «14 березня 2026 р.»; a date that isn't written as `YYYY-MM-DD` stays as it was typed. */
export function longDate(date: CalendarDate, language: PaperLanguage): string {
  const [, year, month, day] = iso.exec(date) ?? [];
  const name = monthsInGenitive[language][Number(month) - 1];
  return year && name ? `${Number(day)} ${name} ${year} ${yearWord[language]}` : date;
}

/** «14.03.2026 12:04» on the wall of that time zone (IANA name). */
export function dateAndTime(at: Instant, timeZone: string): string {
  return `${shortDate(localDate(at, timeZone))} ${localTime(at, timeZone)}`;
}
