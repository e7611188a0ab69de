/** Sums, dates and names of a paper. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateAndTime, longDate, shortDate } from "../../../flows/documents/dates.ts";
import {
  lineNet,
  lineNetPrice,
  lineSum,
  lineVat,
  paperDate,
  quantityTotal,
  totals,
} from "../../../flows/documents/paper.ts";
import { shortName } from "../../../flows/documents/short-name.ts";
import { units } from "../../../flows/ids.ts";
import type { Thousandths } from "../../../flows/ids.ts";
import { at, kopecks, pieces, sneakers, writeOff } from "../../documents/sample-papers.ts";

describe("The price of one unit without VAT", () => {
  it("is the sum without VAT shared among the units, half a kopeck going up", () => {
    expect(lineNetPrice(sneakers)).toBe(409_836);
    expect(lineNetPrice({ ...sneakers, quantity: pieces(3), price: kopecks(250_000) })).toBe(204_918);
  });

  it("isn't there while nobody priced the line", () => {
    const { price: _none, ...unpriced } = sneakers;
    expect([lineSum(unpriced), lineVat(unpriced), lineNet(unpriced), lineNetPrice(unpriced)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("Totals of a paper", () => {
  it("are sums of the lines, so that tax and net always make up the whole", () => {
    const price = fc.integer({ min: 0, max: 1e9 });
    const line = fc.record({
      price,
      quantity: fc.integer({ min: 0, max: 1e7 }),
      vat: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (given) => {
        const lines = given.map(({ price, quantity, vat }) => ({
          ...sneakers,
          price: kopecks(price),
          quantity: units<Thousandths>(quantity),
          vat,
        }));
        const all = totals(lines);
        expect(all.net + all.vat).toBe(all.sum);
        expect(all.byRate.reduce((sum, { vat }) => sum + vat, 0)).toBe(all.vat);
      }),
    );
  });

  it("add no pairs to kilogrammes", () => {
    expect(quantityTotal([sneakers, sneakers])).toBe(4000);
    expect(quantityTotal([sneakers, { ...sneakers, unit: "кг" }])).toBeUndefined();
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
    const vladivostok = { ...writeOff.entity, timeZone: "Asia/Vladivostok" };
    expect(paperDate({ ...writeOff, issuedAt: lateInMoscow })).toBe("2026-03-14");
    expect(paperDate({ ...writeOff, issuedAt: lateInMoscow, entity: vladivostok })).toBe("2026-03-15");
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
