/** The paid percentage: compared to the kopeck, floored only to be shown (S1.23, domain 1.6). */
import fc from "fast-check";
import { expect, test } from "vitest";
import { units, type Minor } from "../../../flows/ids.ts";
import {
  differs,
  hasPercent,
  percentText,
  percentTexts,
  wholePercent,
  type Share,
} from "../../../flows/payments/percentage.ts";

const share = (paid: number, total: number): Share => ({
  paid: units<Minor>(paid),
  total: units<Minor>(total),
});
/** Any sum that a number holds exactly, also one below zero; a total above zero. */
const paid = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const total = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const anyShare = fc.record({ paid, total }).map((one) => share(one.paid, one.total));

test.each<[string, Share, Share, boolean]>([
  ["a third of the thirds", share(1, 3), share(333_333_333_333_333, 1_000_000_000_000_000), true],
  ["the same part of another total", share(45_000_00, 150_000_00), share(90_000_00, 300_000_00), false],
  ["one kopeck of a million roubles", share(1, 100_000_000), share(2, 100_000_000), true],
  [
    "neighbours that are one number as fractions",
    share(9_007_199_254_740_990, 9_007_199_254_740_991),
    share(9_007_199_254_740_989, 9_007_199_254_740_990),
    true,
  ],
  ["nothing of something and nothing of something else", share(0, 1), share(0, 7), false],
  ["nothing and less than nothing", share(0, 100), share(-1, 100), true],
  ["a deal of nothing and a deal", share(0, 0), share(0, 100), true],
  ["two deals of nothing", share(0, 0), share(5, 0), false],
])("%s: another percentage is told to the kopeck", (_, a, b, other) => {
  expect(differs(a, b)).toBe(other);
  expect(differs(b, a)).toBe(other);
});

test("property: shares differ exactly when their cross products do, however large the sums", () => {
  fc.assert(
    fc.property(anyShare, anyShare, (a, b) => {
      expect(differs(a, b)).toBe(BigInt(a.paid) * BigInt(b.total) !== BigInt(b.paid) * BigInt(a.total));
      expect(differs(a, a)).toBe(false);
    }),
  );
});

test("property: the same part of a total multiplied is the same percentage, one minor unit more is another", () => {
  const small = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(small, small, small, (part, of, times) => {
      expect(differs(share(part, of), share(part * times, of * times))).toBe(false);
      expect(differs(share(part, of), share(part * times + 1, of * times))).toBe(true);
    }),
  );
});

test("property: what is shown is never more than what is paid, and less than one unit of its last digit below it", () => {
  fc.assert(
    fc.property(anyShare, fc.integer({ min: 0, max: 2 }), (of, digits) => {
      const shown = BigInt((percentText(of, "en", digits) ?? "").replace("−", "-").replace(/[^-\d]/g, ""));
      const exactly = BigInt(of.paid) * 100n * 10n ** BigInt(digits); // times the total
      expect(shown * BigInt(of.total) <= exactly).toBe(true);
      expect((shown + 1n) * BigInt(of.total) > exactly).toBe(true);
    }),
  );
});

test("property: percentages that are a hundredth of a percent apart are shown as different, equal ones as equal", () => {
  fc.assert(
    fc.property(total, paid, paid, (of, one, other) => {
      const [a, b] = [share(one, of), share(other, of)];
      const { now, before } = percentTexts(a, b, "ru");
      const apart = (BigInt(one) - BigInt(other)) * 10_000n;
      if (apart >= BigInt(of) || -apart >= BigInt(of)) expect(now).not.toBe(before);
      if (one === other) expect(now).toBe(before);
    }),
  );
});

test("one kopeck before the whole is not the whole", () => {
  expect(wholePercent(share(99_999_99, 100_000_00))).toBe(99);
  expect(percentText(share(99_999_99, 100_000_00), "ru", 2)).toBe("99,99\u00a0%");
  expect(wholePercent(share(100_000_00, 100_000_00))).toBe(100);
});

test.each<[Share, Share, string, string]>([
  [share(105_000_00, 150_000_00), share(45_000_00, 150_000_00), "70 %", "30 %"],
  [share(30_80, 100_00), share(30_20, 100_00), "30,8 %", "30,2 %"],
  [share(30_25, 100_00), share(30_20, 100_00), "30,25 %", "30,20 %"],
  [share(30_00, 100_00), share(29_99, 100_00), "30 %", "29 %"],
  [share(155_000_00, 150_000_00), share(0, 150_000_00), "103 %", "0 %"],
  [share(-50, 100_00), share(0, 100_00), "−1 %", "0 %"],
])("%o after %o", (now, before, nowText, beforeText) => {
  const said = percentTexts(now, before, "ru");
  expect([said.now, said.before].map((text) => text?.replaceAll("\u00a0", " "))).toEqual([
    nowText,
    beforeText,
  ]);
});

test("English has a point, the others a comma; the sign of percent never stands alone", () => {
  const of = share(30_80, 100_00);
  expect(["ru", "uk", "en"].map((language) => percentText(of, language as "ru", 1))).toEqual([
    "30,8\u00a0%",
    "30,8\u00a0%",
    "30.8\u00a0%",
  ]);
});

test("a deal of nothing has no percentage, and none is shown", () => {
  expect(hasPercent(share(100, 0))).toBe(false);
  expect(wholePercent(share(100, 0))).toBeUndefined();
  expect(percentText(share(100, 0), "ru")).toBeUndefined();
  expect(percentTexts(share(50, 100), share(0, 0), "ru")).toEqual({ now: "50\u00a0%" });
});
