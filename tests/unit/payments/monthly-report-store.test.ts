/** What the store knows of a manager's deals over a period, and that it asks of nobody else's (S1.30). */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Store } from "../../../db/open.ts";
import { dealFacts } from "../../../db/reports/monthly.ts";
import { openFilled, person } from "../db/fixture.ts";

const march = { from: "2026-03-01", to: "2026-03-31" };
const [merch, manager] = [person("merch"), person("manager")];
const later = "2026-04-10";
let store: Store;
beforeAll(() => {
  store = openFilled();
  store.sqlite.exec(`
    INSERT INTO deals (id, name, order_number, invoice_number, stage, customer, manager, total, currency) VALUES
      (1, 'Кроссовки', 'ЗП-2026-0112', '', 'В работе', 'Олимпик', 'merch', 15000000, 'RUB'),
      (2, 'Без оплат', NULL, NULL, '', '', 'merch', 999000, 'UAH'),
      (3, 'Чужая', NULL, NULL, '', '', 'manager', 100, 'RUB'),
      (4, 'Ничья', NULL, NULL, '', '', NULL, 100, 'RUB');
    INSERT INTO payments (deal, amount, paid_on, taken_back_at) VALUES
      (1, 1000, '2026-02-28', NULL),
      (1, 20000, '2026-03-01', NULL),
      (1, 300000, '2026-03-31', NULL),
      (1, -4000000, '2026-03-15', NULL),
      (1, 50000000, '2026-03-15', 1773000000000),
      (1, 600000000, '2026-04-01', NULL),
      (3, 100, '2026-03-15', NULL);
    INSERT INTO expected_payments (deal, due_on, amount) VALUES
      (1, '2026-02-01', 7), (1, '2026-03-31', 80), (1, '2026-04-01', 900), (3, '2026-03-01', 100);
  `);
});
afterAll(() => {
  store.close();
});

test("payments count by their day, both ends included; what was taken back counts as nothing", () => {
  expect(dealFacts(store, [merch], march, later)).toEqual([
    {
      id: 1,
      name: "Кроссовки",
      orderNumber: "ЗП-2026-0112",
      stage: "В работе",
      customer: "Олимпик",
      manager: "merch",
      total: 15_000_000,
      currency: "RUB",
      paid: 1_000 + 20_000 + 300_000 - 4_000_000,
      received: 20_000 + 300_000 - 4_000_000,
      payments: 3,
      expected: 87,
    },
    {
      id: 2,
      name: "Без оплат",
      stage: "",
      customer: "",
      manager: "merch",
      total: 999_000,
      currency: "UAH",
      paid: 0,
      received: 0,
      payments: 0,
      expected: 0,
    },
  ]);
});

test("what is due today or later is not overdue yet, though the period goes on", () => {
  const expectedOn = (today: string) => dealFacts(store, [merch], march, today)[0]?.expected;
  expect(expectedOn("2026-04-01")).toBe(87);
  expect(expectedOn("2026-03-31")).toBe(7);
  expect(expectedOn("2026-02-01")).toBe(0);
});

test("several managers come one after another, and a manager without deals brings nothing", () => {
  expect(dealFacts(store, [manager, person("clerk"), merch], march, later).map((one) => one.id)).toEqual([
    3, 1, 2,
  ]);
});

test("only the manager's own deals are read, by their index, and each deal's payments by theirs", () => {
  const asked: string[] = [];
  const prepare = store.sqlite.prepare.bind(store.sqlite);
  store.statements.clear();
  store.sqlite.prepare = ((sql: string) => {
    asked.push(sql);
    return prepare(sql);
  }) as typeof store.sqlite.prepare; // listens to the driver
  dealFacts(store, [merch], march, later);
  store.sqlite.prepare = prepare as typeof store.sqlite.prepare;
  expect(asked).toHaveLength(1);
  const plan = prepare(`EXPLAIN QUERY PLAN ${asked[0] ?? ""}`)
    .all("", "", "", "", "", "merch")
    .map((step) => (step as { detail: string }).detail); // the column of a plan
  expect(plan).toHaveLength(4);
  expect(plan.join("\n")).not.toMatch(/\bSCAN\b|TEMP B-TREE/);
  expect(plan.join("\n")).toMatch(/SEARCH d USING INDEX deals_manager \(manager=\?\)/);
});
