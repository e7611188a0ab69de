/** Figures, dates and names as papers write them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate, dateAndTime, longDate, shortDate } from "../../../flows/documents/dates.ts";
import { amount, priceOf, quantity, sumOf, unitCode, vatInside } from "../../../flows/documents/figures.ts";
import { shortName } from "../../../flows/documents/short-name.ts";
import { units } from "../../../flows/ids.ts";
import type { Thousandths } from "../../../flows/ids.ts";
import { at, kopecks, pieces } from "../../documents/sample-papers.ts";

const thousandths = (value: number): Thousandths => units<Thousandths>(value);

describe("Sums on paper", () => {
  it.each([
    [1_000_000, "10 000,00"],
    [5, "0,05"],
    [123_456_789, "1 234 567,89"],
    [-2_000_000, "-20 000,00"],
  ])(
    "%i kopecks are written %s, grouped by no-break spaces and without a sign of the currency",
    (sum, text) => {
      expect(amount(kopecks(sum))).toBe(text.replaceAll(" ", "\u00a0"));
    },
  );

  it("are the price times the quantity, half a kopeck going up", () => {
    expect(sumOf(kopecks(333), thousandths(1500))).toBe(500);
    expect(sumOf(kopecks(500_000), pieces(2))).toBe(1_000_000);
  });

  it("give the price of one piece back", () => {
    expect(priceOf(kopecks(819_672), pieces(2))).toBe(409_836);
    expect(priceOf(kopecks(0), pieces(0))).toBe(0);
  });
});

describe("VAT inside a sum", () => {
  it.each([
    [4_500_000, 22, 811_475],
    [6_000_000, 22, 1_081_967],
    [1_830_000, 22, 330_000],
    [24_400_000, 22, 4_400_000],
    [8_400_000, 5, 400_000],
    [12_000, 20, 2_000],
    [61, 22, 11],
    [1, 22, 0],
  ])("%i kopecks at %i percent hold %i", (sum, percent, vat) => {
    expect(vatInside(kopecks(sum), percent)).toBe(vat);
  });

  it("is never more than half a kopeck off, even for sums of billions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), fc.integer({ min: 0, max: 30 }), (sum, percent) => {
        const error =
          BigInt(vatInside(kopecks(sum), percent)) * BigInt(100 + percent) - BigInt(sum) * BigInt(percent);
        expect(error * 2n <= BigInt(100 + percent) && error * 2n > -BigInt(100 + percent)).toBe(true);
      }),
    );
  });
});

describe("Quantities", () => {
  it.each([
    [2000, "2"],
    [1500, "1,5"],
    [12_000_000, "12 000"],
    [5, "0,005"],
  ])("%i thousandths are written %s", (value, text) => {
    expect(quantity(thousandths(value))).toBe(text.replaceAll(" ", "\u00a0"));
  });

  it("have the code of their unit, however it is abbreviated", () => {
    expect([
      unitCode("пара"),
      unitCode("Шт."),
      unitCode(" кг "),
      unitCode("рулон"),
      unitCode("constructor"),
    ]).toEqual(["715", "796", "166", undefined, undefined]);
  });
});

describe("Dates on paper", () => {
  it("are written in the language of the country", () => {
    expect(longDate("2026-03-14", "ru")).toBe("14 марта 2026 г.");
    expect(longDate("2026-03-14", "uk")).toBe("14 березня 2026 р.");
    expect(shortDate("2026-03-14")).toBe("14.03.2026");
  });

  it("are those of the entity's time zone, not of the machine", () => {
    const lateInMoscow = at("2026-03-14T23:30:00+03:00");
    expect(calendarDate(lateInMoscow, "Europe/Moscow")).toBe("2026-03-14");
    expect(calendarDate(lateInMoscow, "Asia/Vladivostok")).toBe("2026-03-15");
    expect(dateAndTime(lateInMoscow, "Europe/Kyiv")).toBe("14.03.2026 22:30");
  });

  it("stay as they were typed when they are no dates", () => {
    expect(shortDate("весна 2026")).toBe("весна 2026");
    expect(longDate("2026-13-40", "ru")).toBe("2026-13-40");
  });
});

describe("A name in a signature", () => {
  it.each([
    ["Белова Анна Сергеевна", "Белова А. С."],
    ["Шевченко Олена Ігорівна", "Шевченко О. І."],
    ["Ким Анна-Мария", "Ким А.-М."],
    ["Липатов А.С.", "Липатов А. С."],
    ["Петров П. П.", "Петров П. П."],
    ["Администратор", "Администратор"],
  ])("%s becomes %s", (name, short) => {
    expect(shortName(name)).toBe(short.replaceAll(" ", "\u00a0"));
  });
});
