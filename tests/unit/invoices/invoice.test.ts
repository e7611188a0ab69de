/** What an invoice is known by, and what speaks against it (D28, domain 5.6). */
import { describe, expect, test } from "vitest";
import type { Answers } from "../../../flows/engine/answers.ts";
import {
  id,
  units,
  type DealId,
  type DepartmentId,
  type Instant,
  type Minor,
  type PersonId,
  type RequestId,
  type SupplierId,
} from "../../../flows/ids.ts";
import { invoiceKey, invoiceOf, type Invoice } from "../../../flows/invoices/invoice.ts";
import { warningsOf, type InvoiceFacts, type Twin } from "../../../flows/invoices/warnings.ts";

describe("a number in one spelling", () => {
  test.each([
    ["УТ-1045", "УТ-1045"],
    ["ут-1045", "УТ-1045"],
    [" № УТ - 1045 ", "УТ-1045"],
    ["УТ-0001045", "УТ-1045"],
    ["0001045", "1045"],
    ["№88", "88"],
    ["YT-1045", "УТ-1045"],
    ["УT–1045", "УТ-1045"],
    ["10450", "10450"],
    ["100/05", "100/5"],
    ["б/н", "Б/Н"],
    ["000", "0"],
  ])("%s is %s", (typed, key) => {
    expect(invoiceKey(typed)).toBe(key);
  });
  test.each([
    ["УТ-1045", "УТ-1046"],
    ["1045", "10450"],
    ["1-05", "105"],
    ["А-12", "Б-12"],
  ])("%s and %s are two invoices", (one, other) => {
    expect(invoiceKey(one)).not.toBe(invoiceKey(other));
  });
});

const supplier = id<SupplierId>("vikhr");
const answers: Answers = {
  supplier: { kind: "supplier", supplier: { id: supplier, name: "АО «Вихрь-Опт»" } },
  number: { kind: "text", text: "УТ-1045" },
  date: { kind: "date", date: "2025-12-30" },
  sum: { kind: "sum", sum: units<Minor>(24_400_000) },
};

describe("what answers say of an invoice", () => {
  test("its year is that of its own date, not of the day on which it is filed", () => {
    expect(invoiceOf(answers, "2026-01-12")).toMatchObject({
      supplier,
      key: "УТ-1045",
      year: 2025,
      sum: 24_400_000,
    });
    const { date: _, ...undated } = answers;
    expect(invoiceOf(undated, "2026-01-12")?.year).toBe(2026);
  });
  test.each(["supplier", "number"])("without its %s it is none", (name) => {
    expect(invoiceOf({ ...answers, [name]: { kind: "skipped" } }, "2026-01-12")).toBeUndefined();
  });
});

const invoice: Invoice = {
  supplier,
  number: "УТ-1045",
  key: "УТ-1045",
  year: 2026,
  sum: units<Minor>(24_400_000),
};
const twin: Twin = {
  request: units<RequestId>(12),
  filer: id<PersonId>("petrenko"),
  place: id<DepartmentId>("commerce"),
  filedAt: units<Instant>(0),
  sum: units<Minor>(24_400_000),
  stage: { ru: "Оплачен", uk: "Сплачено", en: "Paid" },
};
const nothing: InvoiceFacts = { twins: [], orders: [], currency: "RUB" };
const order = (total: number, currency: "RUB" | "UAH" = "RUB") => ({
  id: units<DealId>(1),
  total: units<Minor>(total),
  currency,
});
const kinds = (of: Partial<Invoice>, facts: Partial<InvoiceFacts>): readonly string[] =>
  warningsOf({ ...invoice, ...of }, { ...nothing, ...facts }).map((warning) => warning.kind);

describe("warnings", () => {
  test("nothing is known against it: none", () => {
    expect(kinds({}, {})).toEqual([]);
  });
  test("a twin", () => {
    expect(kinds({}, { twins: [twin] })).toEqual(["twin"]);
  });

  const [mine, other] = ["40702810800000000201", "40702810800000000999"];
  const lastPaid = { request: units<RequestId>(9), account: mine };
  test.each([
    ["the same account", { account: mine }, lastPaid, []],
    ["another account", { account: other }, lastPaid, ["account-changed"]],
    [
      "the same account at another bank",
      { account: mine, bank: "044525225" },
      { ...lastPaid, bank: "049601777" },
      ["account-changed"],
    ],
    ["a bank that only one of them names", { account: mine, bank: "044525225" }, lastPaid, []],
    ["no account given", undefined, lastPaid, []],
    ["nothing paid before", { account: other }, undefined, []],
  ])("%s", (_, paidTo, before, expected) => {
    expect(kinds({ ...(paidTo && { paidTo }) }, { ...(before && { lastPaid: before }) })).toEqual(expected);
  });

  test.each([
    ["an order that no deal has", [], ["order-unknown"]],
    ["a sum up to that of the order", [order(24_400_000)], []],
    ["a kopeck more than the order", [order(24_399_999)], ["above-order"]],
    ["of two deals with that number one is large enough", [order(100), order(24_400_000)], []],
    ["an order in another currency says nothing of the sum", [order(100, "UAH")], []],
  ])("%s", (_, orders, expected) => {
    expect(kinds({ order: "ЗП-2026-0112" }, { orders })).toEqual(expected);
    expect(kinds({}, { orders })).toEqual([]);
  });
});
