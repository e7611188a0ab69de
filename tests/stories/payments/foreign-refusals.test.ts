/** The tables of deals and payments guard themselves: what another program may not write is refused in words, and nothing of it stays. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Story } from "../../harness.ts";
import { begunByProgram, commandLine, headsTo, pays, refusedAtCommandLine } from "./books.ts";

let told: Story;
const books = (): unknown =>
  ["deals", "payments", "expected_payments", "changed_deals", "payment_log"].map((table) =>
    told.store.sqlite.prepare(`SELECT * FROM ${table}`).all(),
  );
beforeAll(async () => {
  told = await begunByProgram();
  commandLine(
    told,
    `INSERT INTO deals (external_id, name, manager, total, currency) VALUES ('ua-1', 'М’ячі', 'zhukova', 100000, 'UAH');
     INSERT INTO expected_payments (deal, due_on, amount) VALUES (2, '2026-04-01', 1830000);`,
  );
  await told.payments();
});
afterAll(() => told.close());

const payment = (of: string) => `INSERT INTO payments (deal, amount, paid_on, currency) VALUES (${of})`;
const replaceDeal = "deals: change a deal by UPDATE or ON CONFLICT DO UPDATE, not by REPLACE";
test.each<[what: string, sql: string, words: string]>([
  [
    "an unknown deal",
    payment("77, 100, '2026-03-02', 'RUB'"),
    "payments.deal: there is no such deal (deals.id)",
  ],
  [
    "an unknown deal, though errors are to be ignored",
    "INSERT OR IGNORE INTO payments (deal, amount, paid_on) VALUES (77, 100, '2026-03-02')",
    "payments.deal: there is no such deal (deals.id)",
  ],
  [
    "a payment moved to an unknown deal",
    "UPDATE payments SET deal = 77",
    "payments.deal: there is no such deal (deals.id)",
  ],
  [
    "another currency than the deal's",
    payment("1, 100, '2026-03-02', 'UAH'"),
    "payments.currency: it must be that of the deal",
  ],
  [
    "a payment moved to a deal of another currency",
    "UPDATE payments SET deal = (SELECT id FROM deals WHERE external_id = 'ua-1')",
    "payments.currency: a payment moves between deals of one currency",
  ],
  [
    "a deal with payments that changes its currency",
    "UPDATE deals SET currency = 'UAH' WHERE id = 1",
    "deals.currency: a deal with payments keeps its currency",
  ],
  ["a currency that is not kept", payment("1, 100, '2026-03-02', 'USD'"), "payments_currency"],
  [
    "a day that is not in the calendar",
    payment("1, 100, '2026-02-30', 'RUB'"),
    "payments.paid_on: there is no such day",
  ],
  [
    "a payment put on a day that is not in the calendar",
    "UPDATE payments SET paid_on = '2026-04-31'",
    "payments.paid_on: there is no such day",
  ],
  [
    "an expected payment on a day that is not in the calendar",
    "INSERT INTO expected_payments (deal, due_on, amount) VALUES (1, '2026-02-30', 100)",
    "expected_payments.due_on: there is no such day",
  ],
  ["a day in another form", payment("1, 100, '02.03.2026', 'RUB'"), "payments_date"],
  ["a payment of nothing", payment("1, 0, '2026-03-02', 'RUB'"), "payments_amount"],
  [
    "a sum in roubles with kopecks",
    payment("1, 60000.5, '2026-03-02', 'RUB'"),
    "INTEGER column payments.amount",
  ],
  ["a sum in words", payment("1, '60 000', '2026-03-02', 'RUB'"), "INTEGER column payments.amount"],
  ["a sum beyond all sums", payment("1, 100000000000001, '2026-03-02', 'RUB'"), "payments_amount"],
  ["a key that is taken", pays(2, 100, "2026-03-02", "k1"), "UNIQUE constraint failed: payments.key"],
  [
    "a payment that changes its id",
    "UPDATE payments SET id = 9 WHERE id = 1",
    "payments.id: it never changes",
  ],
  ["a deal that changes its id", "UPDATE deals SET id = 9 WHERE id = 3", "deals.id: it never changes"],
  [
    "REPLACE of a deal with payments",
    "REPLACE INTO deals (external_id, name, total) VALUES ('ord-1', 'Кроссовки', 100)",
    replaceDeal,
  ],
  [
    "REPLACE of a deal with payments by its id",
    "REPLACE INTO deals (id, name, total, currency) VALUES (1, 'Кроссовки', 100, 'UAH')",
    replaceDeal,
  ],
  [
    "REPLACE of a deal of which payments are expected",
    "REPLACE INTO deals (external_id, name, total) VALUES ('ord-2', 'Коврики', 100)",
    replaceDeal,
  ],
  [
    "UPDATE OR REPLACE to the external id of another deal",
    "UPDATE OR REPLACE deals SET external_id = 'ord-1' WHERE id = 3",
    "deals.external_id: another deal has it",
  ],
  [
    "deletion of a deal with payments",
    "DELETE FROM deals WHERE id = 1",
    "deals: delete the payments of a deal before the deal",
  ],
  [
    "a deal of an unknown manager",
    "INSERT INTO deals (name, manager, total) VALUES ('Мячи', 'ivanov', 100)",
    "deals.manager: the company has no such person (people.id)",
  ],
  [
    "a deal given to an unknown manager",
    "UPDATE deals SET manager = 'ivanov' WHERE id = 3",
    "deals.manager: the company has no such person (people.id)",
  ],
  ["a deal below zero", "UPDATE deals SET total = -1 WHERE id = 3", "deals_total"],
  ["a deal without a name", "INSERT INTO deals (name, total) VALUES ('  ', 100)", "deals_name"],
  [
    "a tax number with letters",
    "UPDATE deals SET customer_inn = '96030002O5' WHERE id = 3",
    "deals_inn_digits",
  ],
])("%s", (_, sql, words) => {
  const before = books();
  expect(refusedAtCommandLine(told, `BEGIN; ${pays(1, 6_000_000)} ${sql}; COMMIT;`)).toContain(words);
  expect(books()).toEqual(before);
  expect(refusedAtCommandLine(told, sql)).toContain(words);
  expect(books()).toEqual(before);
});

test("foreign keys may be on as well: a refusal is a refusal", () => {
  const before = books();
  expect(
    refusedAtCommandLine(told, `PRAGMA foreign_keys = ON; ${payment("77, 100, '2026-03-02', 'RUB'")}`),
  ).toContain("payments.deal: there is no such deal (deals.id)");
  expect(books()).toEqual(before);
});

test("nobody heard of any of it", async () => {
  await told.payments();
  expect(headsTo(told, "petrenko")).toEqual([]);
  expect(headsTo(told, "zhukova")).toEqual([]);
});
