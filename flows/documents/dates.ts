/** Dates as papers write them: «14.03.2026», «14 марта 2026 г.», «14 березня 2026 р.», in the time zone of the entity. */
import type { Instant } from "../ids.ts";
import type { PaperLanguage } from "./amount-in-words.ts";

/** A calendar date `YYYY-MM-DD`, as the company file and waybills have it. */
export type CalendarDate = string;

const monthsInGenitive: Record<PaperLanguage, readonly string[]> = {
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  uk: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" "),
};
const yearWord: Record<PaperLanguage, string> = { ru: "г.", uk: "р." };

/** Time of day and date of an instant on the wall of that time zone (IANA name). */
function onTheWall(at: Instant, timeZone: string): { readonly date: CalendarDate; readonly time: string } {
  // The Swedish locale writes ISO dates: «2026-03-14 12:04».
  const [date = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(at)
    .split(" ");
  return { date, time };
}

/** "Today" of a paper: the entity's time zone decides (domain 2). */
export function calendarDate(at: Instant, timeZone: string): CalendarDate {
  return onTheWall(at, timeZone).date;
}

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

/** «14.03.2026 12:04». */
export function dateAndTime(at: Instant, timeZone: string): string {
  const { date, time } = onTheWall(at, timeZone);
  return `${shortDate(date)} ${time}`;
}
