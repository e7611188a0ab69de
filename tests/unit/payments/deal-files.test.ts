/** Files of deals and payments, read in their own process: those of the demo, and those that are as large as may be. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFileApart } from "../../../bot/files/apart.ts";
import { readSheet } from "../../../bot/sheets/read-sheet.ts";
import { dealSheetLimits } from "../../../bot/sheets/sheet.ts";
import { countsOf, planImport } from "../../../flows/payments/import-plan.ts";
import { demoDeals, demoDealsFile, demoPayments, demoPaymentsFile } from "../../samples/deal-sheets.ts";
import { csv, xlsx, type Rows } from "../../samples/sheets.ts";
import { ModelStore } from "./model-store.ts";

/** A file's rows. */
async function rowsOf(bytes: Buffer): Promise<unknown> {
  const sheet = await readSheet(bytes, dealSheetLimits);
  return sheet.kind === "sheet" ? sheet.rows : sheet;
}

/** A file as the program takes it: what it would do in a store. */
async function planOf(bytes: Buffer, store: ModelStore) {
  const sheet = await readFileApart({ kind: "deal-sheet", bytes });
  if (sheet.kind !== "deals" && sheet.kind !== "payments") throw new Error(JSON.stringify(sheet));
  return planImport(sheet, store.around);
}

describe("the files of the demo", () => {
  const deals = readFileSync(demoDealsFile);
  const payments = readFileSync(demoPaymentsFile);

  test("are those that the script writes", async () => {
    expect(await rowsOf(deals)).toEqual(await rowsOf(await xlsx(demoDeals)));
    expect(payments).toEqual(csv(demoPayments));
  });
  test("bring three deals and four payments, 30 % then 70 % of the first; brought again, nothing", async () => {
    const store = new ModelStore();
    const added = await planOf(deals, store);
    expect(countsOf(added)).toMatchObject({ newDeals: 3, payments: 0, doubts: 0 });
    store.take(added);
    const [sneakers] = store.deals.values();
    expect(sneakers).toMatchObject({
      name: "Кроссовки для сборной, 20 пар",
      orderNumber: "ЗП-2026-0112",
      invoiceNumber: "С-2026-0041",
      customerInn: "9603000215",
      manager: "petrenko",
      total: 15_000_000,
      currency: "RUB",
    });
    const booked = await planOf(payments, store);
    expect(countsOf(booked)).toMatchObject({ payments: 4, sums: [{ currency: "RUB", minor: 13_329_000 }] });
    store.take(booked);
    expect([...store.deals.keys()].map(store.facts.paidOf)).toEqual([10_500_000, 1_830_000, 999_000]);
    for (const file of [deals, payments])
      expect(countsOf(await planOf(file, store))).toMatchObject({
        newDeals: 0,
        changedDeals: 0,
        payments: 0,
      });
  });
  test("of payments brings nothing after the bank statement that tells of the same", async () => {
    const store = new ModelStore();
    store.take(await planOf(deals, store));
    const [sneakers] = store.deals.keys();
    store.pay(sneakers!, 4_500_000, { paidOn: "2026-03-10", number: "118", key: "bank-1" });
    store.pay(sneakers!, 6_000_000, { paidOn: "2026-03-12", number: "121", key: "bank-2" });
    expect(countsOf(await planOf(payments, store))).toMatchObject({
      payments: 2,
      knownPayments: 2,
      doubts: 0,
    });
  });
});

describe("a large file", () => {
  const headings = ["Код", "Сделка", "№ заказа", "№ счёта", "Стадия", "Покупатель", "ИНН", "Менеджер"];
  /** Deals of twelve columns. */
  const deals = (count: number): Rows => [
    [...headings, "Сумма", "Валюта", "Оплачено", "Срок оплаты"],
    ...Array.from({ length: count }, (_, index) =>
      [
        [`d-${index}`, `Партия ${index}`, `ЗП-${index}`, `С-${index}`, "В работе", "ООО «Олимпик»"],
        ["9603000215", "Петренко М. Р.", `${index + 1},50`, "руб.", "0", "25.03.2026"],
      ].flat(),
    ),
  ];
  test("of fifty thousand rows is read whole", async () => {
    const sheet = await readFileApart({ kind: "deal-sheet", bytes: csv(deals(50_000)) });
    expect(sheet.kind === "deals" && sheet.problems).toEqual([]);
    expect(sheet.kind === "deals" && sheet.rows).toHaveLength(50_000);
  });
  test("of a hundred thousand is refused", async () => {
    expect(await readFileApart({ kind: "deal-sheet", bytes: csv(deals(100_000)) })).toEqual({
      kind: "too-many-rows",
      rowsMax: 50_000,
    });
  });
  test("above 20 MB is refused before it is looked at", async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024 + 1, 0x20);
    expect(await readFileApart({ kind: "deal-sheet", bytes })).toEqual({
      kind: "too-big",
      bytesMax: 20 * 1024 * 1024,
    });
  });
});
