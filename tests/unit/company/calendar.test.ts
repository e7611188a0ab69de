/** Working time, against tables worked out by hand and against a second calendar that counts quarter by quarter. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addWorkingMs,
  isWorkingTime,
  lastWorkingEvening,
  localDate,
  localTime,
  minutesOf,
  nextWorkingMorning,
  workingMsBetween,
} from "../../../flows/company/calendar.ts";
import type { WorkingHours } from "../../../flows/company/company.ts";
import { isTimeZone } from "../../../flows/company/zone-time.ts";
import { units, type Instant } from "../../../flows/ids.ts";

const hour = 3_600_000;
const quarter = hour / 4;
const at = (iso: string) => units<Instant>(Date.parse(iso));
const iso = (instant: Instant) => new Date(instant).toISOString().replace(":00.000Z", "Z");
const office: WorkingHours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", holidays: [] };
const everyDay: WorkingHours = { ...office, days: [1, 2, 3, 4, 5, 6, 7] };

describe("an interval of working hours ends", () => {
  const cases: [string, WorkingHours, string, string, number, string][] = [
    ["the same day", office, "Europe/Moscow", "2026-03-11T09:00:00Z", 4, "2026-03-11T13:00Z"],
    [
      "at closing time, not at the next opening",
      office,
      "Europe/Moscow",
      "2026-03-11T11:00:00Z",
      4,
      "2026-03-11T15:00Z",
    ],
    ["the next morning", office, "Europe/Moscow", "2026-03-11T13:00:00Z", 4, "2026-03-12T08:00Z"],
    [
      "on Monday, when it began on Friday at 18:00",
      office,
      "Europe/Moscow",
      "2026-03-13T15:00:00Z",
      4,
      "2026-03-16T10:00Z",
    ],
    [
      "on Monday, when it began on Sunday night",
      office,
      "Europe/Moscow",
      "2026-03-15T21:30:00Z",
      1,
      "2026-03-16T07:00Z",
    ],
    [
      "after a holiday",
      { ...office, holidays: ["2026-03-09"] },
      "Europe/Moscow",
      "2026-03-06T14:00:00Z",
      2,
      "2026-03-10T07:00Z",
    ],
    [
      "after the days of New Year",
      { ...office, holidays: ["2026-01-01", "2026-01-02"] },
      "Europe/Moscow",
      "2025-12-31T14:00:00Z",
      2,
      "2026-01-05T07:00Z",
    ],
    ["on 29 February", everyDay, "Europe/Moscow", "2028-02-28T15:00:00Z", 9, "2028-02-29T15:00Z"],
    ["on the 1st after the 31st", everyDay, "Europe/Moscow", "2026-07-31T15:00:00Z", 1, "2026-08-01T07:00Z"],
    [
      "an hour earlier by UTC after the clocks went forward",
      office,
      "Europe/Kyiv",
      "2026-03-27T15:00:00Z",
      2,
      "2026-03-30T07:00Z",
    ],
    [
      "an hour later by UTC after the clocks went back",
      office,
      "Europe/Kyiv",
      "2026-10-23T14:00:00Z",
      2,
      "2026-10-26T08:00Z",
    ],
    [
      "on the half hour in a half-hour zone",
      office,
      "Asia/Kolkata",
      "2026-03-11T11:30:00Z",
      2,
      "2026-03-12T04:30Z",
    ],
    ["after a week", office, "Europe/Moscow", "2026-03-11T06:00:00Z", 45, "2026-03-17T15:00Z"],
  ];
  test.each(cases)("%s", (_, hours, zone, from, length, end) => {
    expect(iso(addWorkingMs(hours, zone, at(from), length * hour))).toBe(end);
  });
});

describe("night work over a change of the clocks is counted as it passes", () => {
  const night: WorkingHours = { ...everyDay, from: "00:00", to: "06:00" };
  test("five hours when an hour is left out", () => {
    const [from, to] = [at("2026-03-28T22:00:00Z"), at("2026-03-29T10:00:00Z")];
    expect(workingMsBetween(night, "Europe/Kyiv", from, to) / hour).toBe(5);
  });
  test("seven hours when an hour comes twice", () => {
    const [from, to] = [at("2026-10-24T21:00:00Z"), at("2026-10-25T10:00:00Z")];
    expect(workingMsBetween(night, "Europe/Kyiv", from, to) / hour).toBe(7);
  });
  test("opening at a time that doesn't exist opens at the change", () => {
    const late: WorkingHours = { ...everyDay, from: "03:30", to: "06:00" };
    expect(iso(nextWorkingMorning(late, "Europe/Kyiv", at("2026-03-28T22:00:00Z")))).toBe(
      "2026-03-29T01:00Z",
    );
  });
  test("opening at a time that comes twice opens at the first", () => {
    const late: WorkingHours = { ...everyDay, from: "03:30", to: "06:00" };
    expect(iso(nextWorkingMorning(late, "Europe/Kyiv", at("2026-10-24T22:00:00Z")))).toBe(
      "2026-10-25T00:30Z",
    );
  });
  test("a change by half an hour is seen as well", () => {
    const whole: WorkingHours = { ...everyDay, from: "00:00", to: "24:00" };
    const [from, to] = [at("2026-10-03T13:30:00Z"), at("2026-10-04T13:00:00Z")];
    expect(workingMsBetween(whole, "Australia/Lord_Howe", from, to) / hour).toBe(23.5);
  });
  test("a day that a country skipped has no working time", () => {
    const whole: WorkingHours = { ...everyDay, from: "00:00", to: "24:00" };
    const [from, to] = [at("2011-12-29T10:00:00Z"), at("2011-12-31T10:00:00Z")];
    expect(workingMsBetween(whole, "Pacific/Apia", from, to) / hour).toBe(48);
  });
});

/** The second calendar: asks the zone's clock each quarter of an hour and knows nothing of offsets. */
function countQuarters(hours: WorkingHours, zone: string, from: number, to: number): number {
  const clock = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
    hourCycle: "h23",
  });
  const weekday = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short" });
  const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  let sum = 0;
  for (let now = from; now < to; now += quarter) {
    const [date = "", time = ""] = clock.format(now).split(", ");
    const works =
      hours.days.includes(names.indexOf(weekday.format(now)) + 1) && !hours.holidays.includes(date);
    if (works && time >= hours.from && time < hours.to) sum += quarter;
  }
  return sum;
}

const zones = [
  "Europe/Moscow",
  "Europe/Kyiv",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/New_York",
  "America/St_Johns",
  "Pacific/Chatham",
  "America/Santiago",
  "Asia/Vladivostok",
];
/** Around both changes of the clocks, the leap day, the ends of months and of the year. */
const starts = [
  "2026-03-06",
  "2026-03-26",
  "2026-10-01",
  "2026-10-22",
  "2026-10-30",
  "2026-12-29",
  "2028-02-26",
  "2026-04-29",
];
const calendars: WorkingHours[] = [
  office,
  {
    days: [1, 2, 3, 4, 5, 6],
    from: "10:00",
    to: "21:30",
    holidays: ["2026-03-09", "2026-12-31", "2027-01-01"],
  },
  { days: [2, 4, 7], from: "08:15", to: "12:45", holidays: [] },
];

test("two hundred spans are counted as a second calendar counts them", () => {
  let cases = 0;
  for (const zone of zones) {
    for (const [index, start] of starts.entries()) {
      for (const [which, hours] of calendars.entries()) {
        if ((index + which) % 6 === 5) continue;
        const from = at(`${start}T00:00:00Z`) + ((index * 7 + which * 13) % 96) * quarter;
        const to = from + (index * 37 + which * 101 + 150) * quarter;
        const counted = workingMsBetween(hours, zone, units<Instant>(from), units<Instant>(to));
        expect.soft(counted, `${zone} ${start} ${which}`).toBe(countQuarters(hours, zone, from, to));
        cases += 1;
      }
    }
  }
  expect(cases).toBeGreaterThanOrEqual(200);
});

test("so much working time later exactly so much working time has passed, and not a millisecond earlier", () => {
  const span = fc.record({
    zone: fc.constantFrom(...zones),
    hours: fc.constantFrom(...calendars),
    from: fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2028-12-31T00:00:00Z") }),
    ms: fc.integer({ min: 1, max: 200 * hour }),
  });
  fc.assert(
    fc.property(span, ({ zone, hours, from, ms }) => {
      const start = units<Instant>(from);
      const end = addWorkingMs(hours, zone, start, ms);
      expect(workingMsBetween(hours, zone, start, end)).toBe(ms);
      expect(workingMsBetween(hours, zone, start, units<Instant>(end - 1))).toBe(ms - 1);
    }),
    { numRuns: 300 },
  );
});

test("time between the wrong ends, and no time at all, is none", () => {
  const now = at("2026-03-11T10:00:00Z");
  expect(workingMsBetween(office, "Europe/Moscow", now, units<Instant>(now - hour))).toBe(0);
  expect(addWorkingMs(office, "Europe/Moscow", now, 0)).toBe(now);
});

test("the opening minute is working time, the closing one is not", () => {
  const works = (time: string) => isWorkingTime(office, "Europe/Moscow", at(time));
  expect(works("2026-03-11T05:59:59.999Z")).toBe(false);
  expect(works("2026-03-11T06:00:00Z")).toBe(true);
  expect(works("2026-03-11T14:59:59.999Z")).toBe(true);
  expect(works("2026-03-11T15:00:00Z")).toBe(false);
  expect(works("2026-03-14T10:00:00Z")).toBe(false);
});

test("the next morning comes after now, also when now is an opening minute", () => {
  const morning = (from: string) => iso(nextWorkingMorning(office, "Europe/Moscow", at(from)));
  expect(morning("2026-03-11T05:00:00Z")).toBe("2026-03-11T06:00Z");
  expect(morning("2026-03-11T06:00:00Z")).toBe("2026-03-12T06:00Z");
  expect(morning("2026-03-13T20:00:00Z")).toBe("2026-03-16T06:00Z");
});

test("a calendar without a working day is a mistake and says so, it doesn't hang", () => {
  const never = { ...office, days: [] };
  expect(() => addWorkingMs(never, "Europe/Moscow", at("2026-03-11T10:00:00Z"), 1)).toThrow(/working day/);
});

test("date and time are those of the place", () => {
  const late = at("2026-03-13T22:30:00Z");
  expect([localDate(late, "Europe/Moscow"), localTime(late, "Europe/Moscow")]).toEqual([
    "2026-03-14",
    "01:30",
  ]);
  expect([localDate(late, "America/New_York"), localTime(late, "America/New_York")]).toEqual([
    "2026-03-13",
    "18:30",
  ]);
  expect(localDate(at("1969-12-31T23:59:59Z"), "Europe/London")).toBe("1970-01-01");
});

test("times of day and time zones that don't exist are known as such", () => {
  expect(["09:00", "9:30", "24:00", "24:01", "12:60", "noon"].map(minutesOf)).toEqual([
    540,
    570,
    1440,
    undefined,
    undefined,
    undefined,
  ]);
  expect([isTimeZone("Europe/Kyiv"), isTimeZone("Europe/Atlantis")]).toEqual([true, false]);
});

test.each([
  ["at the closing minute it is this one", "2026-03-12T15:00:00Z", "2026-03-12T15:00Z"],
  ["a minute before, that of the day before", "2026-03-12T14:59:00Z", "2026-03-11T15:00Z"],
  ["on Monday morning, Friday's", "2026-03-16T07:00:00Z", "2026-03-13T15:00Z"],
  ["after a holiday, that of the last working day", "2026-03-10T07:00:00Z", "2026-03-06T15:00Z"],
])("the last working evening: %s", (_, now, evening) => {
  const hours: WorkingHours = { ...office, holidays: ["2026-03-09"] };
  expect(iso(lastWorkingEvening(hours, "Europe/Moscow", at(now)))).toBe(evening);
});
