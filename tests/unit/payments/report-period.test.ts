/** The period of a report as people type it (S1.30). */
import { expect, test } from "vitest";
import {
  monthBefore,
  parsePeriod,
  periodDates,
  periodTitle,
  type Period,
} from "../../../flows/payments/report-period.ts";

const today = "2026-03-11";
const march: Period = { from: "2026-03-01", to: "2026-03-31" };
const until = (from: string, to: string): Period => ({ from, to });

test.each<[string, Period]>([
  ["март", march],
  ["Марта", march],
  ["март 2026", march],
  ["март 2026 г.", march],
  ["березень", march],
  ["March 2026", march],
  ["03.2026", march],
  ["3/2026", march],
  ["апрель", until("2025-04-01", "2025-04-30")],
  ["май", until("2025-05-01", "2025-05-31")],
  ["лютий 2024", until("2024-02-01", "2024-02-29")],
  ["1 квартал", until("2026-01-01", "2026-03-31")],
  ["4 кв. 2025", until("2025-10-01", "2025-12-31")],
  ["Q2", until("2025-04-01", "2025-06-30")],
  ["2025 год", until("2025-01-01", "2025-12-31")],
  ["05.03.2026", until("2026-03-05", "2026-03-05")],
  ["5.3", until("2026-03-05", "2026-03-05")],
  ["01.03.2026–31.03.2026", march],
  ["01.03.2026 — 31.03.2026", march],
  ["01.03.26-31.03.26", march],
  ["2026-03-01 - 2026-03-31", march],
  ["2026-03-01..2026-03-31", march],
  ["с 01.03 по 15.03", until("2026-03-01", "2026-03-15")],
  ["з 1.12 до 15.12", until("2025-12-01", "2025-12-15")],
  ["01.12–15.01.2026", until("2025-12-01", "2026-01-15")],
  ["1–15 марта", until("2026-03-01", "2026-03-15")],
  ["5 марта 2026", until("2026-03-05", "2026-03-05")],
])("«%s» is understood", (typed, period) => {
  expect(parsePeriod(typed, today)).toEqual(period);
});

test.each([
  ["", "not-a-period"],
  ["вчера", "not-a-period"],
  ["мартобря и ещё", "not-a-period"],
  ["5 квартал", "not-a-period"],
  ["1", "not-a-period"],
  ["13.2026", "not-a-period"],
  ["1999", "not-a-period"],
  ["31.04.2026", "no-such-date"],
  ["29.02.2026–01.03.2026", "no-such-date"],
  ["00.03.2026", "no-such-date"],
  ["31.03.2026–01.03.2026", "wrong-order"],
  ["апрель 2026", "not-begun"],
  ["2027", "not-begun"],
])("«%s» is refused: %s", (typed, kind) => {
  expect(parsePeriod(typed, today)).toMatchObject({ kind });
});

test("a month and the one before it, over the turn of the year", () => {
  expect(monthBefore(today, 0)).toEqual(march);
  expect(monthBefore(today, 1)).toEqual(until("2026-02-01", "2026-02-28"));
  expect(monthBefore("2026-01-31", 1)).toEqual(until("2025-12-01", "2025-12-31"));
});

test("a whole month and a whole year are called by their names, anything else by its dates", () => {
  expect(periodTitle(march, "ru")).toBe("март 2026");
  expect(periodTitle(march, "uk")).toBe("березень 2026");
  expect(periodTitle(march, "en")).toBe("March 2026");
  expect(periodTitle(until("2025-01-01", "2025-12-31"), "ru")).toBe("2025");
  expect(periodTitle(until("2026-03-05", "2026-03-05"), "ru")).toBe("05.03.2026");
  expect(periodTitle(until("2026-03-01", "2026-03-15"), "ru")).toBe("01.03.2026 — 15.03.2026");
  expect(periodDates(march, "uk")).toBe("01.03.2026 — 31.03.2026");
  expect(periodDates(march, "en")).toBe("2026-03-01 — 2026-03-31");
});
