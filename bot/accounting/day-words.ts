/** How the day of accounting's evening is called: one date, or from when it tells. */
import type { Span } from "../../db/day-entries.ts";
import { lastWorkingEvening, localDate } from "../../flows/company/calendar.ts";
import { units, type Instant } from "../../flows/ids.ts";
import { zoneOf } from "../delivery/silence.ts";
import type { Reader } from "../delivery/wording.ts";
import { dayText } from "../payments/deal-words.ts";

type Of = Pick<Reader, "company" | "person">;

/** The first and last day of it, `YYYY-MM-DD`; the same where it tells of one working day. */
function daysOf({ from, to }: Span, { company, person }: Of): readonly [first: string, last: string] {
  const zone = zoneOf(company, person);
  const last = localDate(to, zone);
  const evening = lastWorkingEvening(company.workingHours, zone, units<Instant>(to - 1));
  // what happened after the evening before belongs to this day
  return [from >= evening ? last : localDate(from, zone), last];
}

/** `16.03.2026`, after a time without evenings `12.03.2026–16.03.2026`. */
export function dayOf(span: Span, of: Of): string {
  const [first, last] = daysOf(span, of);
  const { language } = of.person;
  return first === last ? dayText(last, language) : `${dayText(first, language)}–${dayText(last, language)}`;
}

/** The same as a file's name has it, so that a folder sorts by time. */
export function dayStamp(span: Span, of: Of): string {
  const [first, last] = daysOf(span, of);
  return first === last ? last : `${first} ${last}`;
}
