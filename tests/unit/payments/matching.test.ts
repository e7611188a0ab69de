/** Which deal a payment belongs to: certain only with the number and the customer's own ИНН, else a person is asked. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStatementFile } from "../../../bot/statements/read-statement-file.ts";
import { units, type DealId, type Minor } from "../../../flows/ids.ts";
import {
  candidatesMax,
  matchLine,
  type Found,
  type FoundDeal,
  type Match,
} from "../../../flows/payments/matching.ts";
import { numberKey } from "../../../flows/payments/numbers.ts";
import { incoming, onlyLine, ourAccount, ourOther, outgoing } from "./statement-text.ts";

const olympic = "9603000215";
const pulse = "9603000222";
const nobody = "9603000999";

const dealId = (number: number) => units<DealId>(number);

interface Of extends Partial<Omit<FoundDeal, "id" | "remaining">> {
  readonly remaining?: number;
  readonly invoice?: string;
  readonly order?: string;
}
/** A deal of the sports school that lacks 45 000 ₽. */
function deal(id: number, { remaining = 4_500_000, invoice, order, ...more }: Of = {}): FoundDeal {
  return {
    id: dealId(id),
    customerInn: olympic,
    currency: "RUB",
    remaining: units<Minor>(remaining),
    ...(invoice !== undefined && { invoiceKey: numberKey(invoice) }),
    ...(order !== undefined && { orderKey: numberKey(order) }),
    ...more,
  };
}
const withoutInn = (found: FoundDeal): FoundDeal => {
  const { customerInn: _, ...rest } = found;
  return rest;
};

/** 45 000 ₽ of the sports school with this purpose. */
const pays = (purpose: string, inn: string = olympic) =>
  onlyLine(incoming({ НазначениеПлатежа: purpose, ПлательщикИНН: inn }));
const match = (purpose: string, found: Partial<Found>, inn?: string): Match =>
  matchLine(pays(purpose, inn), { byNumber: [], ofPayer: [], ...found });

const first = deal(1, { invoice: "С-2026-0041", order: "ЗП-2026-0112" });
const second = deal(2, { invoice: "С-2026-0043", order: "ЗП-2026-0115" });

describe("a payment is certain", () => {
  test("by the invoice that its purpose names, when the customer has paid", () => {
    expect(match("Оплата по сч. C-2026-0041", { byNumber: [first], ofPayer: [first, second] })).toEqual({
      kind: "certain",
      deal: 1,
      by: "invoice",
    });
  });
  test("by the order, when there is no invoice in it", () => {
    expect(match("заказ ЗП 2026 0112", { byNumber: [first] })).toEqual({
      kind: "certain",
      deal: 1,
      by: "order",
    });
  });
  test("by the invoice before the order, when both are of one deal", () => {
    for (const purpose of ["заказ ЗП-2026-0112, счет С-2026-0041", "счет С-2026-0041, заказ ЗП-2026-0112"])
      expect(match(purpose, { byNumber: [first] })).toMatchObject({ kind: "certain", by: "invoice" });
  });
  test("whatever the sum is: parts and what is too much are for the alert to say", () => {
    for (const remaining of [1, 100_000_000])
      expect(
        match("С-2026-0041", { byNumber: [{ ...first, remaining: units<Minor>(remaining) }] }).kind,
      ).toBe("certain");
  });
  test("when the same number is also a known other customer's", () => {
    const theirs = deal(3, { invoice: "С-2026-0041", customerInn: pulse });
    expect(match("С-2026-0041", { byNumber: [theirs, first] })).toMatchObject({ kind: "certain", deal: 1 });
  });
  test("when an order's number is an invoice's of another deal, and the purpose says which it means", () => {
    const crossed = [deal(1, { invoice: "15", order: "20" }), deal(2, { invoice: "20", order: "15" })];
    expect(match("счет № 15", { byNumber: crossed })).toEqual({ kind: "certain", deal: 1, by: "invoice" });
    expect(match("заказ № 15", { byNumber: crossed })).toEqual({ kind: "certain", deal: 2, by: "order" });
  });
});

describe("a person is asked", () => {
  const other = deal(3, { customerInn: pulse });
  const cases: [string, Match, object, readonly number[]][] = [
    [
      "when the purpose speaks of a refund, however right the number",
      match("Возврат по счету С-2026-0041", { byNumber: [first], ofPayer: [first, second] }),
      { kind: "refund" },
      [1, 2],
    ],
    ["излишне", match("излишне перечислено, С-2026-0041", { byNumber: [first] }), { kind: "refund" }, [1]],
    ["ошибочно", match("Ошибочный платеж С-2026-0041", { byNumber: [first] }), { kind: "refund" }, [1]],
    ["повернення", match("ПОВЕРНЕННЯ коштів С-2026-0041", { byNumber: [first] }), { kind: "refund" }, [1]],
    ["помилково", match("помилково сплачено", { ofPayer: [first] }), { kind: "refund" }, [1]],
    [
      "when two deals of the payer have the number",
      match("С-2026-0041", { byNumber: [deal(5, { invoice: "С-2026-0041", remaining: 0 }), first] }),
      { kind: "same-number" },
      [1, 5],
    ],
    [
      "when two deals have the number, and of one nobody knows whose it is",
      match("С-2026-0041", { byNumber: [withoutInn(deal(6, { invoice: "С-2026-0041" })), first] }),
      { kind: "same-number" },
      [1, 6],
    ],
    [
      "when two deals of others have the number",
      match("С-2026-0041", { byNumber: [first, deal(6, { invoice: "С-2026-0041" })] }, nobody),
      { kind: "same-number" },
      [1, 6],
    ],
    [
      "when a bare number is an invoice's of one deal and an order's of another",
      match("оплата № 15", { byNumber: [deal(1, { invoice: "15" }), deal(2, { order: "15" })] }),
      { kind: "same-number" },
      [1, 2],
    ],
    [
      "when the purpose names two deals",
      match("счета С-2026-0041, С-2026-0043", { byNumber: [first, second] }),
      { kind: "several-deals" },
      [1, 2],
    ],
    [
      "when it names an invoice of one deal and the order of another",
      match("счет С-2026-0041 по заказу ЗП-2026-0115", { byNumber: [first, second] }),
      { kind: "several-deals" },
      [1, 2],
    ],
    [
      "when the second of two is somebody else's",
      match("счета С-2026-0041 и С-2026-0047", {
        byNumber: [first, deal(3, { invoice: "С-2026-0047", customerInn: pulse })],
      }),
      { kind: "several-deals" },
      [1, 3],
    ],
    [
      "when somebody else has paid with the right number; his own deals come after",
      match("С-2026-0041", { byNumber: [first], ofPayer: [other] }, pulse),
      { kind: "other-payer", by: "invoice" },
      [1, 3],
    ],
    [
      "when the bank doesn't say who has paid",
      match("заказ ЗП-2026-0112", { byNumber: [first] }, ""),
      { kind: "payer-unknown", by: "order" },
      [1],
    ],
    [
      "when nobody knows the customer's ИНН",
      match("С-2026-0041", { byNumber: [withoutInn(first)] }),
      { kind: "customer-unknown", by: "invoice" },
      [1],
    ],
    [
      "when neither is known",
      match("С-2026-0041", { byNumber: [withoutInn(first)] }, ""),
      { kind: "payer-unknown", by: "invoice" },
      [1],
    ],
    [
      "when the purpose calls the invoice a contract",
      match("по договору С-2026-0041", { byNumber: [first] }),
      { kind: "called-otherwise", by: "invoice" },
      [1],
    ],
    [
      "when the deal is paid already",
      match("С-2026-0041", { byNumber: [{ ...first, remaining: units<Minor>(0) }] }),
      { kind: "paid-already", by: "invoice" },
      [1],
    ],
    [
      "when such a payment is booked already, from another source",
      match("С-2026-0041", { byNumber: [{ ...first, alikeBooked: true }] }),
      { kind: "booked-already", by: "invoice" },
      [1],
    ],
    [
      "when no number is named and one open deal of the payer lacks just this sum: it stands first",
      match("За кроссовки. Без НДС", { ofPayer: [deal(4, { remaining: 1 }), first] }),
      { kind: "exact-sum" },
      [1, 4],
    ],
    [
      "when two lack just this sum",
      match("За кроссовки", { ofPayer: [deal(4, { remaining: 1 }), first, second] }),
      { kind: "payer-only" },
      [1, 2, 4],
    ],
    [
      "when only the payer is known",
      match("За кроссовки", { ofPayer: [deal(4, { remaining: 1 })] }),
      { kind: "payer-only" },
      [4],
    ],
    [
      "when the number is nobody's, and the payer has open deals",
      match("счет С-2026-9999", { ofPayer: [second] }),
      { kind: "exact-sum" },
      [2],
    ],
    [
      "when the deal that is named is in hryvnias, and the payer has others in roubles",
      match("С-2026-0041", { byNumber: [{ ...first, currency: "UAH" }], ofPayer: [second] }),
      { kind: "other-currency", currency: "UAH" },
      [2],
    ],
  ];
  test.each(cases)("%s", (_, result, why, candidates) =>
    expect(result).toEqual({ kind: "ask", why, candidates }),
  );

  test("with no more than eight deals, those that are named first", () => {
    const many = Array.from({ length: 20 }, (_, n) => deal(100 + n, { remaining: 10 + n }));
    const asked = match("С-2026-0043", { byNumber: [{ ...second, customerInn: pulse }], ofPayer: many });
    expect(asked).toMatchObject({ kind: "ask" });
    expect(asked.kind === "ask" && asked.candidates).toEqual([2, 100, 101, 102, 103, 104, 105, 106]);
    expect(candidatesMax).toBe(8);
  });
  test("about deals of the payer alone, whatever else is offered as his", () => {
    const paid = deal(7, { remaining: 0 });
    const others = [deal(8, { customerInn: pulse }), withoutInn(deal(9)), paid];
    expect(match("За кроссовки", { ofPayer: others })).toMatchObject({ kind: "unmatched" });
    expect(match("За кроссовки", { ofPayer: [withoutInn(deal(9))] }, "")).toMatchObject({
      kind: "unmatched",
    });
  });
});

describe("nothing is offered", () => {
  test("for money that went out, or from one account of ours to the other", () => {
    const out = onlyLine(outgoing({ НазначениеПлатежа: "С-2026-0041" }));
    const own = onlyLine(outgoing({ ПолучательСчет: ourOther }), [ourAccount, ourOther]);
    for (const line of [out, own])
      expect(matchLine(line, { byNumber: [first], ofPayer: [first] })).toEqual({
        kind: "unmatched",
        why: { kind: "not-incoming" },
      });
  });
  test.each([
    ["when nothing is known of the payer", match("За кроссовки", {}), { kind: "nothing-known" }],
    ["of a refund by somebody unknown", match("Возврат займа", {}), { kind: "refund" }],
    [
      "when the only deal that is named is in another currency",
      match("С-2026-0041", { byNumber: [{ ...first, currency: "UAH" }] }),
      { kind: "other-currency", currency: "UAH" },
    ],
    [
      "when all that the payer owes is in another currency",
      match("За кроссовки", { ofPayer: [deal(1, { currency: "UAH" })] }),
      { kind: "other-currency", currency: "UAH" },
    ],
  ])("%s", (_, result, why) => expect(result).toEqual({ kind: "unmatched", why }));
});

test("of the demo company's statement three payments are certain, and who names no number is asked about", () => {
  const found: Found = {
    byNumber: [first, deal(2, { invoice: "С-2026-0043", order: "ЗП-2026-0115", customerInn: pulse })],
    ofPayer: [deal(3, { invoice: "С-2026-0047", customerInn: "960300002393", remaining: 999_000 })],
  };
  const bytes = readFileSync(new URL("../../samples/bank/statement-2026-03-13-cp866.txt", import.meta.url));
  const statement = readStatementFile(bytes, [ourAccount]);
  const lines = statement.kind === "statement" ? statement.lines : [];
  expect(lines.filter((line) => line.direction === "in").map((line) => matchLine(line, found))).toEqual([
    { kind: "certain", deal: 1, by: "invoice" },
    { kind: "certain", deal: 1, by: "invoice" },
    { kind: "certain", deal: 2, by: "invoice" },
    { kind: "ask", why: { kind: "exact-sum" }, candidates: [3] },
  ]);
});

test("whatever is found, a deal is certain only if its own customer has paid in its own currency, and it is open", () => {
  const inn = fc.constantFrom(olympic, pulse, undefined);
  const number = fc.constantFrom("С-2026-0041", "С-2026-0043", "15", "16", undefined);
  const someDeal = fc
    .record({
      id: fc.integer({ min: 1, max: 6 }),
      customerInn: inn,
      currency: fc.constantFrom("RUB" as const, "UAH" as const),
      remaining: fc.constantFrom(-5, 0, 1, 4_500_000),
      invoice: number,
      order: number,
      alikeBooked: fc.boolean(),
    })
    .map(({ id, customerInn, invoice, order, ...rest }) => {
      const made = deal(id, {
        ...rest,
        ...(invoice !== undefined && { invoice }),
        ...(order !== undefined && { order }),
        ...(customerInn !== undefined && { customerInn }),
      });
      return customerInn === undefined ? withoutInn(made) : made;
    });
  const deals = fc.uniqueArray(someDeal, { selector: (one) => one.id, maxLength: 6 });
  const piece = fc.constantFrom(
    "счет",
    "№",
    "С-2026-0041",
    "C-2026-0043",
    "15",
    "16",
    ",",
    "заказ",
    "договор",
    "возврат",
  );
  const purpose = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(" "));
  let certain = 0;
  fc.assert(
    fc.property(purpose, inn, deals, deals, (words, payer, byNumber, ofPayer) => {
      const line = pays(words, payer ?? "");
      const result = matchLine(line, { byNumber, ofPayer });
      if (result.kind === "ask") expect(result.candidates.length).toBeGreaterThan(0);
      if (result.kind !== "certain") return;
      certain += 1;
      const chosen = byNumber.find((one) => one.id === result.deal);
      expect(chosen).toMatchObject({ customerInn: payer, currency: "RUB", alikeBooked: false });
      expect(chosen?.remaining).toBeGreaterThan(0);
      expect(words).not.toContain("возврат");
    }),
    { numRuns: 1_000 },
  );
  expect(certain).toBeGreaterThan(0);
});
