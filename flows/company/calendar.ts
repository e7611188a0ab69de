/** Working time of the company: reminders and escalations are counted in it (O6, D20, F92, F96). */
import { units, type Instant } from "../ids.ts";
import type { WorkingHours } from "./company.ts";
import { instantAt, isoDateOf, localDay, weekdayOf } from "./zone-time.ts";

export { localDate, localTime } from "./zone-time.ts";

/** Longer than any row of days off; a calendar without a working day in it is a mistake of its author. */
const daysAheadMax = 3 * 366;

/** A time of day as minutes after midnight: `09:30` → 570, `24:00` → 1440; undefined when it is none. */
export function minutesOf(time: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 24 * 60 ? total : undefined;
}

function minutesFor(time: string): number {
  const minutes = minutesOf(time);
  if (minutes === undefined)
    throw new Error(`Working hours say ${time}: check them where the company is read`);
  return minutes;
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** The working time of one calendar day; undefined: a day off. */
function workOf(hours: WorkingHours, timeZone: string, day: number): Span | undefined {
  if (!hours.days.includes(weekdayOf(day)) || hours.holidays.includes(isoDateOf(day))) return undefined;
  return {
    from: instantAt(timeZone, day, minutesFor(hours.from)),
    to: instantAt(timeZone, day, minutesFor(hours.to)),
  };
}

/** The first working time that ends after an instant. Throws when there is none in three years. */
function workFrom(hours: WorkingHours, timeZone: string, at: Instant): Span {
  const today = localDay(timeZone, at);
  for (let day = today; day <= today + daysAheadMax; day++) {
    const work = workOf(hours, timeZone, day);
    if (work && work.to > at) return work;
  }
  throw new Error("The calendar has no working day in three years: check days and holidays of the company");
}

/** Working time between two instants, in milliseconds of elapsed time; 0 when they are in the wrong order. */
export function workingMsBetween(hours: WorkingHours, timeZone: string, from: Instant, to: Instant): number {
  let sum = 0;
  const last = localDay(timeZone, to);
  for (let day = localDay(timeZone, from); day <= last; day++) {
    const work = workOf(hours, timeZone, day);
    if (work) sum += Math.max(0, Math.min(work.to, to) - Math.max(work.from, from));
  }
  return sum;
}

/** The instant at which so much working time (milliseconds) has passed; `from` itself when none is asked for. */
export function addWorkingMs(hours: WorkingHours, timeZone: string, from: Instant, ms: number): Instant {
  let at = from;
  let left = ms;
  while (left > 0) {
    const work = workFrom(hours, timeZone, at);
    const start = Math.max(work.from, at);
    if (work.to - start >= left) return units<Instant>(start + left);
    left -= work.to - start;
    at = work.to;
  }
  return at;
}

/** Whether people work at that instant: the opening minute is, the closing one is not. */
export function isWorkingTime(hours: WorkingHours, timeZone: string, at: Instant): boolean {
  const work = workOf(hours, timeZone, localDay(timeZone, at));
  return work !== undefined && work.from <= at && at < work.to;
}

/** The last closing at or before an instant: when the working day that it closes is told of. Throws when there is none in three years. */
export function lastWorkingEvening(hours: WorkingHours, timeZone: string, at: Instant): Instant {
  const today = localDay(timeZone, at);
  for (let day = today; day >= today - daysAheadMax; day--) {
    const work = workOf(hours, timeZone, day);
    if (work && work.to <= at) return work.to;
  }
  throw new Error("The calendar had no working day in three years: check days and holidays of the company");
}

/** The next opening strictly after an instant: when a person's day with its first message begins. */
export function nextWorkingMorning(hours: WorkingHours, timeZone: string, at: Instant): Instant {
  const work = workFrom(hours, timeZone, at);
  return work.from > at ? work.from : workFrom(hours, timeZone, work.to).from;
}
