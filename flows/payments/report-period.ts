/** The period of a report: months, quarters, years, dates as people type them, and how a period is called (S1.30). */
import { shortDate, type CalendarDate } from "../documents/dates.ts";
import type { Language } from "../ids.ts";

/** From a date to a date, both included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export type PeriodRefusal =
  /** No form that is understood. */
  | { readonly kind: "not-a-period" }
  /** 31 April; `date` as it was typed. */
  | { readonly kind: "no-such-date"; readonly date: string }
  /** It ends before it begins. */
  | { readonly kind: "wrong-order" }
  /** It begins after today. */
  | { readonly kind: "not-begun" };

/** Stems of the months as people of three languages type them, in any case of the word. */
const months: readonly RegExp[] = [
  /^(январ|січ|jan)/,
  /^(феврал|лют|feb)/,
  /^(март|берез|mar)/,
  /^(апрел|квіт|apr)/,
  /^(ма[йяею]|трав|may$)/,
  /^(июн|черв|jun)/,
  /^(июл|лип|jul)/,
  /^(август|серп|aug)/,
  /^(сентябр|верес|sep)/,
  /^(октябр|жовт|oct)/,
  /^(ноябр|листоп|nov)/,
  /^(декабр|груд|dec)/,
];

const twoDigits = (value: number): string => String(value).padStart(2, "0");
const dateOf = (year: number, month: number, day: number): CalendarDate =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}`;
const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));
const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7));

/** Whole months of a year, from the first to the last of them (1–12). */
function wholeMonths(year: number, first: number, last: number): Period {
  return { from: dateOf(year, first, 1), to: dateOf(year, last, lastDayOf(year, last)) };
}

/** The calendar month that lies so many months before that of a date: 0 is its own. */
export function monthBefore(date: CalendarDate, back: number): Period {
  const month = yearOf(date) * 12 + monthOf(date) - 1 - back;
  return wholeMonths(Math.floor(month / 12), (month % 12) + 1, (month % 12) + 1);
}

/**
 * A period as it is typed: «март», «март 2026», «03.2026», «1 квартал», «2026», «05.03.2026», «01.03.2026–31.03.2026»,
 * «с 1.03 по 15.03», «1–15 марта». Where the year is left out it is the last in which the period has begun.
 * @param today decides that, and that nothing begins in the future
 */
export function parsePeriod(text: string, today: CalendarDate): Period | PeriodRefusal {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/(?<=\d) ?(г\.?|года?|року|рік|р\.?)$/u, "");
  for (const form of forms) {
    const match = form.pattern.exec(typed);
    const read = match?.groups && form.read(match.groups, today);
    if (read === undefined) continue; // it only looked like this form
    if ("kind" in read) return read;
    if (read.to < read.from) return { kind: "wrong-order" };
    return read.from > today ? { kind: "not-begun" } : read;
  }
  return { kind: "not-a-period" };
}

interface Form {
  readonly pattern: RegExp;
  read(
    parts: Readonly<Record<string, string | undefined>>,
    today: CalendarDate,
  ): Period | PeriodRefusal | undefined;
}

const year = "(?<year>20\\d\\d)";
const dash = " ?(?:-|–|—|\\.{2,3}|…|по|до|to) ?";
const date = (name: string): string =>
  `(?<${name}>\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?)`;

const forms: readonly Form[] = [
  { pattern: new RegExp(`^${year}$`), read: (parts) => wholeMonths(Number(parts["year"]), 1, 12) },
  {
    pattern: new RegExp(`^(?<month>0?[1-9]|1[0-2])[./]${year}$`),
    read: (parts) => wholeMonths(Number(parts["year"]), Number(parts["month"]), Number(parts["month"])),
  },
  {
    pattern: new RegExp(
      `^(?:q(?<q>[1-4])|(?<quarter>[1-4])(?:-?й)? ?(?:квартал|кв\\.?|quarter))(?: ${year})?$`,
    ),
    read(parts, today) {
      const last = Number(parts["q"] ?? parts["quarter"]) * 3;
      return latest(parts["year"], (inYear) => wholeMonths(inYear, last - 2, last), today);
    },
  },
  {
    pattern: new RegExp(
      `^(?:(?<first>\\d{1,2})(?:${dash}(?<last>\\d{1,2}))? )?(?<word>\\p{L}{3,9})(?: ${year})?$`,
      "u",
    ),
    read(parts, today) {
      const month = months.findIndex((stem) => stem.test(parts["word"] ?? "")) + 1;
      if (month === 0) return undefined;
      const { first, last = first } = parts;
      return latest(parts["year"], (inYear) => daysOf(inYear, month, first, last), today);
    },
  },
  {
    pattern: new RegExp(`^(?:(?:с|со|з|із|від|from) )?${date("first")}(?:${dash}${date("last")})?$`),
    read(parts, today) {
      const { first = "", last = first } = parts;
      return latest(undefined, (inYear) => between(first, last, inYear), today);
    },
  },
];

/** With the year that was typed, else with the last one in which it has begun: this one or the one before. */
function latest(
  typed: string | undefined,
  inYear: (year: number) => Period | PeriodRefusal,
  today: CalendarDate,
): Period | PeriodRefusal {
  if (typed !== undefined) return inYear(Number(typed));
  const now = inYear(yearOf(today));
  return !("kind" in now) && now.from > today ? inYear(yearOf(today) - 1) : now;
}

function daysOf(
  year: number,
  month: number,
  first: string | undefined,
  last: string | undefined,
): Period | PeriodRefusal {
  if (first === undefined || last === undefined) return wholeMonths(year, month, month);
  return between(`${first}.${month}.${year}`, `${last}.${month}.${year}`, year);
}

/** Two typed dates; a first one without a year is the last such before the second, which takes the year given. */
function between(first: string, last: string, otherwise: number): Period | PeriodRefusal {
  const to = calendarDate(last, otherwise);
  if (to === undefined) return { kind: "no-such-date", date: last };
  const from = calendarDate(first, yearOf(to));
  if (from === undefined) return { kind: "no-such-date", date: first };
  const before = from > to ? calendarDate(first, yearOf(to) - 1) : undefined; // the same date where its year was typed
  return { from: before ?? from, to };
}

function calendarDate(typed: string, otherwise: number): CalendarDate | undefined {
  const parts = typed.split(/[-./]/).map(Number);
  const [day = 0, month = 0, year = otherwise] = typed.includes("-") ? parts.toReversed() : parts;
  const full = year < 100 ? 2000 + year : year;
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(full, month);
  return exists && full >= 2000 && full < 2100 ? dateOf(full, month, day) : undefined;
}

const locales: Readonly<Record<Language, string>> = { ru: "ru-RU", uk: "uk-UA", en: "en-GB" };

/** How a period is called: «март 2026», «2026», «05.03.2026», «01.03.2026 — 15.03.2026». */
export function periodTitle({ from, to }: Period, language: Language): string {
  const [year, month] = [yearOf(from), monthOf(from)];
  const sameAs = (whole: Period): boolean => whole.from === from && whole.to === to;
  if (sameAs(wholeMonths(year, month, month)))
    return `${new Intl.DateTimeFormat(locales[language], { month: "long", timeZone: "UTC" }).format(Date.UTC(year, month - 1))} ${year}`;
  if (sameAs(wholeMonths(year, 1, 12))) return String(year);
  return from === to ? dayText(from, language) : periodDates({ from, to }, language);
}

/** Its dates: «01.03.2026 — 31.03.2026». */
export function periodDates({ from, to }: Period, language: Language): string {
  return `${dayText(from, language)} — ${dayText(to, language)}`;
}

/** As people of the language write it; in English as it is, since days and months change places there. */
const dayText = (date: CalendarDate, language: Language): string =>
  language === "en" ? date : shortDate(date);
