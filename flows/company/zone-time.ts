/** Time in a zone: offsets, calendar days and wall-clock times, right on days when the clocks change (F92). */
import { units, type Instant } from "../ids.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Making a formatter costs a thousand times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}

/** Whether that is an IANA time zone known here: `Europe/Moscow`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatter(timeZone);
    return true;
  } catch {
    return false; // Intl answers an unknown zone by throwing; there is no way to ask it
  }
}

/** What the zone's clock shows at an instant, read as if it were UTC. */
function askClock(timeZone: string, at: number): number {
  const parts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const part of formatter(timeZone).formatToParts(at)) {
    if (part.type in parts) parts[part.type as keyof typeof parts] = Number(part.value); // `in` has just proven the key
  }
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}

function askOffset(timeZone: string, at: number): number {
  const whole = Math.floor(at / 1000) * 1000;
  return askClock(timeZone, whole) - whole;
}

/** Per zone: UTC day → its offset, or undefined for a day on which the offset changes. */
const dayOffsets = new Map<string, Map<number, number | undefined>>();
const daysKept = 4096;

/** What is added to UTC to get the zone's wall clock, in milliseconds, at an instant. */
export function offsetAt(timeZone: string, at: number): number {
  const day = Math.floor(at / dayMs);
  let days = dayOffsets.get(timeZone);
  if (!days || days.size >= daysKept) {
    days = new Map();
    dayOffsets.set(timeZone, days);
  }
  if (!days.has(day)) {
    const first = askOffset(timeZone, day * dayMs);
    days.set(day, first === askOffset(timeZone, (day + 1) * dayMs) ? first : undefined);
  }
  return days.get(day) ?? askOffset(timeZone, at);
}

/** Days since 1 January 1970 on the zone's calendar. */
export function localDay(timeZone: string, at: Instant): number {
  return Math.floor((at + offsetAt(timeZone, at)) / dayMs);
}

/** Mon = 1 … Sun = 7 of a calendar day counted from 1 January 1970, which was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-MM-DD` of a calendar day counted from 1 January 1970. */
export function isoDateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/**
 * The instant at which the zone's clock shows those minutes after midnight of a calendar day. A time that occurs twice
 * is its first occurrence; one that is left out is the moment of the change.
 */
export function instantAt(timeZone: string, day: number, minutes: number): Instant {
  const wall = day * dayMs + minutes * minuteMs;
  const before = offsetAt(timeZone, wall - dayMs);
  const after = offsetAt(timeZone, wall + dayMs);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  if (early + offsetAt(timeZone, early) === wall) return units<Instant>(early);
  if (late + offsetAt(timeZone, late) === wall) return units<Instant>(late);
  return units<Instant>(changeBetween(timeZone, early, late));
}

/** The first millisecond with the later offset: the clocks changed between the two instants. */
function changeBetween(timeZone: string, from: number, to: number): number {
  const offset = offsetAt(timeZone, from);
  let last = from;
  let first = to;
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offsetAt(timeZone, middle) === offset) last = middle;
    else first = middle;
  }
  return first;
}

/** The calendar date in the zone, `YYYY-MM-DD`: decides "today" on papers. */
export function localDate(at: Instant, timeZone: string): string {
  return isoDateOf(localDay(timeZone, at));
}

/** The wall-clock time in the zone, `HH:MM`. */
export function localTime(at: Instant, timeZone: string): string {
  return new Date(at + offsetAt(timeZone, at)).toISOString().slice(11, 16);
}
