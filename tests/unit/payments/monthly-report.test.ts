/** A manager's month: which deals stand in it, and what is added up (S1.30). */
import { describe, expect, test } from "vitest";
import { id, units, type DealId, type Minor, type PersonId } from "../../../flows/ids.ts";
import { foldedRows, salesReport, type DealFacts } from "../../../flows/payments/monthly-report.ts";

const petrenko = id<PersonId>("petrenko");
const zhukova = id<PersonId>("zhukova");
let last = 0;
type Sums = Partial<Record<"total" | "paid" | "received" | "expected", number>>;
function deal(sums: Sums, of: Partial<DealFacts> = {}): DealFacts {
  const { total = 100_00, paid = 0, received = 0, expected = 0 } = sums;
  last += 1;
  return {
    id: units<DealId>(last),
    name: `Сделка ${last}`,
    stage: "В работе",
    customer: "ООО «Спортшкола Олимпик»",
    currency: "RUB",
    manager: petrenko,
    payments: received === 0 ? 0 : 1,
    total: units<Minor>(total),
    paid: units<Minor>(paid),
    received: units<Minor>(received),
    expected: units<Minor>(expected),
    ...of,
  };
}
const only = (facts: DealFacts) => salesReport([petrenko], [facts]).managers[0]?.rows[0];

describe("a deal stands in the report", () => {
  test.each<[string, boolean, DealFacts]>([
    ["with money to be paid still", true, deal({ paid: 40_00 })],
    ["paid in full within the period", true, deal({ paid: 100_00, received: 60_00 })],
    ["paid in full long ago", false, deal({ paid: 100_00 })],
    ["overpaid long ago", false, deal({ paid: 120_00 })],
    ["paid and given back within the period", true, deal({ paid: 100_00 }, { payments: 2 })],
    ["of nothing, with nothing paid", false, deal({ total: 0 })],
    ["of nothing, for which money was expected", true, deal({ total: 0, expected: 50_00 })],
  ])("%s: %s", (_, shown, facts) => {
    expect(only(facts) !== undefined).toBe(shown);
  });
});

describe("its row says", () => {
  test("the percentage, floored; above 100 % as it is; none for a deal of nothing", () => {
    expect(only(deal({ total: 150_000_00, paid: 105_000_00 }))?.percent).toBe(70);
    expect(only(deal({ total: 300_00, paid: 299_99 }))?.percent).toBe(99);
    expect(only(deal({ paid: 103_50, received: 1 }))?.percent).toBe(103);
    expect(only(deal({ total: 0, paid: 5_00, received: 5_00 }))).not.toHaveProperty("percent");
    expect(only(deal({ total: 100_000_000_000_000, paid: 99_999_999_999_999 }))?.percent).toBe(99);
  });

  test("what is open, never below nothing", () => {
    expect(only(deal({ paid: 40_00 }))?.open).toBe(60_00);
    expect(only(deal({ paid: 120_00, received: 20_00 }))?.open).toBe(0);
    expect(only(deal({ paid: -5_00, received: -5_00 }))?.open).toBe(105_00);
  });

  test.each([
    [50_00, 0, 50_00],
    [50_00, 20_00, 30_00],
    [50_00, 50_00, 0],
    [50_00, 80_00, 0],
    [0, 0, 0],
  ])("of %i expected by then, %i paid: %i is overdue", (expected, paid, overdue) => {
    expect(only(deal({ expected, paid }))?.overdue).toBe(overdue);
  });
});

describe("a report", () => {
  const deals = [
    deal({ total: 150_000_00, paid: 105_000_00, received: 105_000_00, expected: 120_000_00 }),
    deal({ total: 9_990_00 }),
    deal({ total: 40_000_00, paid: 10_000_00, received: 10_000_00 }, { currency: "UAH" }),
    deal({ total: 18_300_00, paid: 18_300_00, received: 18_300_00 }, { manager: zhukova }),
    deal({ total: 1_00 }, { manager: id<PersonId>("somebody-else") }),
  ];
  const report = salesReport([zhukova, id<PersonId>("kiselev"), petrenko], deals);

  test("goes by manager as they were asked for, without those who have nothing to show and those not asked for", () => {
    expect(report.managers.map(({ manager, rows }) => [manager, rows.length])).toEqual([
      ["zhukova", 1],
      ["petrenko", 3],
    ]);
  });

  test("puts first what brought most, then the largest", () => {
    expect(report.managers[1]?.rows.map((row) => row.total)).toEqual([150_000_00, 40_000_00, 9_990_00]);
  });

  test("adds up each currency for itself, over all and per manager", () => {
    expect(report.totals).toEqual([
      {
        currency: "RUB",
        deals: 3,
        total: 178_290_00,
        paid: 123_300_00,
        received: 123_300_00,
        open: 54_990_00,
        overdue: 15_000_00,
      },
      {
        currency: "UAH",
        deals: 1,
        total: 40_000_00,
        paid: 10_000_00,
        received: 10_000_00,
        open: 30_000_00,
        overdue: 0,
      },
    ]);
    expect(report.managers[0]?.totals.map(({ currency, received }) => [currency, received])).toEqual([
      ["RUB", 18_300_00],
    ]);
  });

  test("of nothing has no totals", () => {
    expect(salesReport([petrenko], [])).toEqual({ managers: [], totals: [] });
  });
});

test("a picture shows the first deals, the others as one; nobody is folded away alone", () => {
  const deals = Array.from({ length: 40 }, (_, n) => n);
  expect(foldedRows(deals, 15)).toEqual({ shown: deals.slice(0, 15), rest: deals.slice(15) });
  expect(foldedRows(deals.slice(0, 16), 15)).toEqual({ shown: deals.slice(0, 16), rest: [] });
});
