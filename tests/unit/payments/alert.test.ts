/** When managers hear: a payment has come and the percentage is another than the one they know (S1.26, S1.27). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { units, type Minor } from "../../../flows/ids.ts";
import {
  assess,
  headline,
  passes,
  thresholdsOffered,
  type Change,
  type Headline,
  type Known,
} from "../../../flows/payments/alert.ts";
import type { Share } from "../../../flows/payments/percentage.ts";

const share = (paid: number, total = 100_00): Share => ({
  paid: units<Minor>(paid),
  total: units<Minor>(total),
});
/** A deal with these payments, by key. */
const state = (payments: Record<number, number>, total = 100_00): Known => ({
  share: share(
    Object.values(payments).reduce((sum, amount) => sum + amount, 0),
    total,
  ),
  payments: new Map(Object.entries(payments).map(([key, amount]) => [Number(key), amount])),
});
const change = (before: number, after: number, of: Partial<Change> = {}): Change => ({
  before: share(before),
  after: share(after),
  came: 1,
  gone: 0,
  ...of,
});

describe("whether there is an alert", () => {
  const thirty = state({ 1: 30_00 });
  test.each<[string, Known | undefined, Known, string]>([
    ["the first known state, with payments or without", undefined, thirty, "baseline"],
    ["nothing has changed", thirty, thirty, "silent"],
    ["a payment has come", thirty, state({ 1: 30_00, 2: 40_00 }), "alert"],
    ["a total is changed and nothing came", thirty, state({ 1: 30_00 }, 200_00), "silent"],
    [
      "a payment came and keeps the percentage, as the total grew",
      thirty,
      state({ 1: 30_00, 2: 30_00 }, 200_00),
      "silent",
    ],
    ["one payment took the place of another", thirty, state({ 2: 30_00 }), "silent"],
    ["a payment went", thirty, state({}), "alert"],
    ["a kopeck came", thirty, state({ 1: 30_00, 2: 1 }), "alert"],
    ["a payment came, but the deal costs nothing now", thirty, state({ 1: 30_00, 2: 1 }, 0), "silent"],
    ["a payment came, and the deal costs something at last", state({}, 0), state({ 1: 1 }), "alert"],
  ])("%s", (_, known, now, kind) => {
    expect(assess(known, now).kind).toBe(kind);
  });

  test.each<[string, Known, Known, { came: number; gone: number }]>([
    ["two came", thirty, state({ 1: 30_00, 2: 1_00, 3: 2_00 }), { came: 2, gone: 0 }],
    ["one went", state({ 1: 1_00, 2: 2_00 }), state({ 1: 1_00 }), { came: 0, gone: 1 }],
    ["one grew", thirty, state({ 1: 31_00 }), { came: 1, gone: 0 }],
    ["one was lowered", thirty, state({ 1: 29_00 }), { came: 0, gone: 1 }],
    [
      "money was given back: that is a payment of its own",
      thirty,
      state({ 1: 30_00, 2: -5_00 }),
      { came: 1, gone: 0 },
    ],
    ["one came and one went", thirty, state({ 2: 40_00 }), { came: 1, gone: 1 }],
  ])("counted: %s", (_, known, now, counted) => {
    expect(assess(known, now)).toMatchObject({ kind: "alert", ...counted });
  });

  test("property: there is an alert exactly when the money and the percentage are others than those known", () => {
    const deal = fc.record({
      paid: fc.integer({ min: -500, max: 500 }),
      total: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(deal, deal, (before, after) => {
        const assessed = assess(
          state({ 1: before.paid }, before.total),
          state({ 1: after.paid }, after.total),
        );
        const differ = before.total === 0 || before.paid * after.total !== after.paid * before.total;
        expect(assessed.kind === "alert").toBe(before.paid !== after.paid && after.total > 0 && differ);
      }),
    );
  });
});

describe("how an alert begins", () => {
  test.each<[string, Change, Headline]>([
    ["a payment", change(30_00, 70_00), { kind: "payment", count: 1, sum: units(40_00) }],
    ["three payments", change(30_00, 70_00, { came: 3 }), { kind: "payment", count: 3, sum: units(40_00) }],
    [
      "payments came and others went: one sum, no count",
      change(30_00, 70_00, { came: 3, gone: 1 }),
      { kind: "payment", count: 1, sum: units(40_00) },
    ],
    ["money given back", change(70_00, 57_00), { kind: "refund", sum: units(13_00) }],
    [
      "a booking taken back",
      change(70_00, 30_00, { came: 0, gone: 1 }),
      { kind: "correction", sum: units(40_00) },
    ],
    ["more than the deal costs", change(70_00, 103_00), { kind: "overpayment", sum: units(3_00) }],
    ["to the kopeck what it costs", change(70_00, 100_00), { kind: "payment", count: 1, sum: units(30_00) }],
    ["less too much than before", change(110_00, 103_00), { kind: "refund", sum: units(7_00) }],
  ])("%s", (_, of, expected) => {
    expect(headline(of)).toEqual(expected);
  });
});

describe("a person's thresholds", () => {
  const all = [...thresholdsOffered];
  test.each<[string, number, number, readonly number[], boolean]>([
    ["without thresholds every change is told", 30_00, 30_01, [], true],
    ["29 → 30 reaches 30", 29_99, 30_00, all, true],
    ["30 → 49 passes none", 30_00, 49_99, all, false],
    ["29 → 100 passes several at once", 29_00, 100_00, all, true],
    ["50 → 49 goes back below 50", 50_00, 49_99, all, true],
    ["70 → 99 passes none", 70_00, 99_99, all, false],
    ["99.99 → 100 reaches the whole", 99_99, 100_00, all, true],
    ["100 → more is an overpayment", 100_00, 100_01, all, true],
    ["more → still more is the same overpayment", 100_01, 140_00, all, false],
    ["more → 100 ends an overpayment", 101_00, 100_00, all, true],
    ["99 → more passes it, though 100 was not chosen", 99_00, 101_00, [30], true],
    ["30 → 60 with only 70 chosen", 30_00, 60_00, [70], false],
  ])("%s", (_, before, after, thresholds, told) => {
    expect(passes(change(before, after), thresholds)).toBe(told);
  });

  test("property: what is told on the way up is told on the way down", () => {
    const paid = fc.integer({ min: -20_00, max: 150_00 });
    fc.assert(
      fc.property(paid, paid, fc.subarray(all), (one, other, thresholds) => {
        expect(passes(change(one, other), thresholds)).toBe(passes(change(other, one), thresholds));
      }),
    );
  });

  test("property: a change in two steps that is told as one is told in one of them", () => {
    const paid = fc.integer({ min: 0, max: 150_00 });
    fc.assert(
      fc.property(paid, paid, paid, fc.subarray(all, { minLength: 1 }), (from, by, to, thresholds) => {
        fc.pre(passes(change(from, to), thresholds));
        expect(passes(change(from, by), thresholds) || passes(change(by, to), thresholds)).toBe(true);
      }),
    );
  });
});
