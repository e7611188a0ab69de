/** The place of a request as a reader sees it: its name, its money, its clock. A place that is gone keeps the name it can. */
import type { Company, Country, Entity } from "../../flows/company/company.ts";
import { countryOf, departmentOf, entityOf } from "../../flows/company/places.ts";
import { shortName } from "../../flows/documents/short-name.ts";
import { personById } from "../../flows/company/directory.ts";
import { formatMoney } from "../../flows/goods/money.ts";
import {
  units,
  type DepartmentId,
  type Instant,
  type Language,
  type Minor,
  type PersonId,
} from "../../flows/ids.ts";
import { localDate, localTime } from "../../flows/company/zone-time.ts";
import { line } from "./shown-text.ts";

/** The legal entity of a place; of one that is gone: the company's first. */
export function entityFor(company: Company, place: DepartmentId): Entity {
  if (departmentOf(company, place) !== undefined) return entityOf(company, place);
  const [first] = company.entities;
  if (first === undefined)
    throw new Error("a company without an entity: the company file's schema allows none");
  return first;
}

/** The place's name as HTML. */
export function placeName(company: Company, place: DepartmentId): string {
  return line(departmentOf(company, place)?.name ?? place, 60);
}

/** A sum in the currency of the place, by the reader's locale. */
export function moneyAt(company: Company, place: DepartmentId, sum: Minor, language: Language): string {
  return formatMoney(sum, countryOf(company, place), language);
}

/** Sums of places put together, each currency for itself: «10 000 ₽ и 4 200 ₴»; nothing at all is `0 ₽`. */
export function placesMoney(
  company: Company,
  sums: readonly { readonly place: DepartmentId; readonly total: Minor }[],
  language: Language,
): string {
  const totals = new Map<Country, number>();
  for (const { place, total } of sums) {
    const country = countryOf(company, place);
    totals.set(country, (totals.get(country) ?? 0) + total);
  }
  if (totals.size === 0) totals.set(company.entities[0]?.country ?? "RU", 0);
  const shown = [...totals].map(([country, total]) => formatMoney(units<Minor>(total), country, language));
  return new Intl.ListFormat(language, { type: "conjunction" }).format(shown);
}

/** «Белова А. С.» as HTML; an id that the company never had stands for itself. */
export function nameOf(company: Company, person: PersonId): string {
  const known = personById(company, person);
  return line(known === undefined ? person : shortName(known.name), 60);
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Two calendar dates: `14.03` (of another year `14.03.2025`); in English `14 Mar`. */
export function dayOf(date: string, base: string, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const sameYear = base.startsWith(`${year}-`);
  if (language !== "en") return sameYear ? `${day}.${month}` : `${day}.${month}.${year}`;
  const short = `${Number(day)} ${months[Number(month) - 1] ?? month}`;
  return sameYear ? short : `${short} ${year}`;
}

/**
 * A moment on the place's clock: `12:04`, or with its day when that is another than the base's. On cards the base is
 * the day of filing, which the card names, so that a card read later is still true; in answers it is now.
 */
export function moment(
  company: Company,
  place: DepartmentId,
  at: Instant,
  base: Instant,
  language: Language,
): string {
  const zone = entityFor(company, place).timeZone;
  const date = localDate(at, zone);
  const baseDate = localDate(base, zone);
  const time = localTime(at, zone);
  return date === baseDate ? time : `${dayOf(date, baseDate, language)} ${time}`;
}

/** The day alone, on the place's clock: `14.03`. */
export function dayOn(
  company: Company,
  place: DepartmentId,
  at: Instant,
  now: Instant,
  language: Language,
): string {
  const zone = entityFor(company, place).timeZone;
  return dayOf(localDate(at, zone), localDate(now, zone), language);
}

/** The same, always with its day: `14.03 11:58`. */
export function dayAndTime(
  company: Company,
  place: DepartmentId,
  at: Instant,
  now: Instant,
  language: Language,
): string {
  const zone = entityFor(company, place).timeZone;
  return `${dayOf(localDate(at, zone), localDate(now, zone), language)} ${localTime(at, zone)}`;
}
