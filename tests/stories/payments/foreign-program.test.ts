/** Another program writes deals and payments with no code of ours: each change is told once (S1.25–S1.27). */
import { afterEach, describe, expect, test } from "vitest";
import type { Story } from "../../harness.ts";
import { alertsTo, begunByProgram, commandLine, headsTo, pays, refusedAtCommandLine } from "./books.ts";

let told: Story;
const hourMs = 3_600_000;

/** What a program does one thing after the other, and how petrenko's alert about it begins; absent: he hears nothing. */
const steps: readonly (readonly [what: string, sql: string, head?: string])[] = [
  ["a payment comes", pays(1, 6_000_000), "Оплата 60 000,00 ₽: 70 % (было 30 %)"],
  [
    "its sum is put right",
    "UPDATE payments SET amount = 4500000 WHERE amount = 6000000",
    "Исправление −15 000,00 ₽: 60 % (было 70 %)",
  ],
  [
    "it is moved to another deal",
    "UPDATE payments SET deal = 2 WHERE id = 2",
    "Исправление −45 000,00 ₽: 30 % (было 60 %)",
  ],
  [
    "a payment is deleted",
    "DELETE FROM payments WHERE deal = 1",
    "Исправление −45 000,00 ₽: 0 % (было 30 %)",
  ],
  [
    "three come in one transaction",
    `BEGIN; ${pays(1, 1_000_000)} ${pays(1, 2_000_000)} ${pays(1, 3_000_000)} COMMIT;`,
    "3 платежа на 60 000,00 ₽: 40 % (было 0 %)",
  ],
  ["what is rolled back never was", `BEGIN; ${pays(1, 1_000_000)} ROLLBACK;`],
  ["a total is changed", "UPDATE deals SET total = 12000000 WHERE id = 1"],
  ["a deal is renamed and goes on", "UPDATE deals SET name = 'Кроссовки', stage = 'Отгружен' WHERE id = 1"],
  [
    "a deal comes with its payments",
    `INSERT INTO deals (external_id, name, manager, total) VALUES ('ord-4', 'Мячи', 'petrenko', 200000); ${pays(4, 50_000)}`,
  ],
  [
    "the deal is given to another manager",
    `UPDATE deals SET manager = 'zhukova' WHERE id = 1; ${pays(1, 3_000_000)}`,
  ],
  [
    "a deal is deleted with its payments",
    "DELETE FROM payments WHERE deal = 4; DELETE FROM deals WHERE id = 4",
  ],
];

describe("each change is told once", () => {
  afterEach(() => told.close());

  test.each([
    ["while the bot runs", (sql: string) => (commandLine(told, sql), told.payments())],
    [
      "while it is down",
      (sql: string) => told.restart({ down: hourMs, meanwhile: () => commandLine(told, sql) }),
    ],
  ])("%s", async (_, changed) => {
    told = await begunByProgram();
    const expected: string[] = [];
    for (const [what, sql, head] of steps) {
      await changed(sql);
      if (head !== undefined) expected.push(head);
      expect(headsTo(told, "petrenko"), what).toEqual(expected);
    }
    expect(headsTo(told, "zhukova")).toEqual([
      "Переплата 26 700,00 ₽: 245 % (было 0 %)",
      "Оплата 30 000,00 ₽: 75 % (было 40 %)",
    ]);
    const all = headsTo(told, "gromov");
    expect(all).toHaveLength(expected.length + 2);
    await told.payments();
    await told.restart({ down: hourMs });
    expect(headsTo(told, "petrenko")).toEqual(expected);
    expect(headsTo(told, "gromov")).toEqual(all);
  });

  test("all of it in one stop is one alert a deal, against what managers knew before", async () => {
    told = await begunByProgram();
    const sql = steps.map(([, one]) => one).join(";\n");
    await told.restart({ down: hourMs, meanwhile: () => commandLine(told, sql) });
    expect(headsTo(told, "petrenko")).toEqual([]);
    expect(headsTo(told, "zhukova")).toEqual([
      "Оплата 45 000,00 ₽: 75 % (было 30 %)",
      "Переплата 26 700,00 ₽: 245 % (было 0 %)",
    ]);
    expect(headsTo(told, "gromov")).toEqual(headsTo(told, "zhukova"));
  });

  test("words in the wrong encoding, marks and formulas in a name spoil no alert", async () => {
    told = await begunByProgram();
    commandLine(
      told,
      `UPDATE deals SET name = CAST(x'cff0eee1e0' AS TEXT) || ' <b>=1+1</b>&', order_number = '', stage = ' ' WHERE id = 1;
       ${pays(1, 6_000_000)}`,
    );
    await told.payments();
    const [alert = ""] = alertsTo(told, "petrenko");
    expect(alert).toContain("<b>=1+1</b>&\n");
    expect(alert).toContain("Номер заказа: —\n");
    expect(alert).toContain("Стадия сделки: —\n");
  });
});

describe("whatever the form of the statement, every deal that it touches is looked at", () => {
  afterEach(() => told.close());

  const replaced = "Исправление −45 000,00 ₽: 0 % (было 30 %)";
  const came = "Переплата 26 700,00 ₽: 245 % (было 0 %)";
  const row = (deal: number, amount: number) =>
    `INTO payments (deal, amount, paid_on, key) VALUES (${deal}, ${amount}, '2026-03-01', 'k1')`;
  test.each<[form: string, sql: string, petrenko: string[], zhukova: string[]]>([
    ["REPLACE moves a payment", `REPLACE ${row(2, 4_500_000)}`, [replaced], [came]],
    [
      "REPLACE by the payment's id",
      "REPLACE INTO payments (id, deal, amount, paid_on) VALUES (1, 2, 4500000, '2026-03-01')",
      [replaced],
      [came],
    ],
    [
      "REPLACE changes a sum",
      `INSERT OR REPLACE ${row(1, 6_000_000)}`,
      ["Оплата 15 000,00 ₽: 40 % (было 30 %)"],
      [],
    ],
    ["OR IGNORE of what is there", `INSERT OR IGNORE ${row(2, 4_500_000)}`, [], []],
    [
      "upsert of a sum",
      `INSERT ${row(1, 6_000_000)} ON CONFLICT (key) DO UPDATE SET amount = excluded.amount`,
      ["Оплата 15 000,00 ₽: 40 % (было 30 %)"],
      [],
    ],
    [
      "upsert that moves a payment",
      `INSERT ${row(2, 4_500_000)} ON CONFLICT (key) DO UPDATE SET deal = excluded.deal`,
      [replaced],
      [came],
    ],
    [
      "UPDATE OR REPLACE takes the key of another payment",
      `${pays(2, 183_000, "2026-03-01", "k2")} UPDATE OR REPLACE payments SET key = 'k1' WHERE key = 'k2'`,
      [replaced],
      ["Оплата 1 830,00 ₽: 10 % (было 0 %)"],
    ],
    [
      "upsert of a deal by its external id",
      `INSERT INTO deals (external_id, name, manager, total) VALUES ('ord-1', 'Кроссовки', 'zhukova', 9000000)
       ON CONFLICT (external_id) DO UPDATE SET manager = excluded.manager, total = excluded.total; ${pays(1, 900_000)}`,
      [],
      ["Оплата 9 000,00 ₽: 60 % (было 30 %)"],
    ],
    [
      "REPLACE of a deal without payments",
      `REPLACE INTO deals (external_id, name, manager, total) VALUES ('ord-2', 'Коврики', 'petrenko', 100000);
       INSERT INTO payments (deal, amount, paid_on) SELECT id, 50000, '2026-03-01' FROM deals WHERE external_id = 'ord-2'`,
      [],
      [],
    ],
  ])("%s", async (_, sql, petrenko, zhukova) => {
    told = await begunByProgram();
    commandLine(told, sql);
    await told.payments();
    expect(headsTo(told, "petrenko")).toEqual(petrenko);
    expect(headsTo(told, "zhukova")).toEqual(zhukova);
    await told.payments();
    expect(headsTo(told, "gromov")).toHaveLength(petrenko.length + zhukova.length);
  });

  test("OR FAIL keeps and tells what stood before the bad row, and nothing after it", async () => {
    told = await begunByProgram();
    const said = refusedAtCommandLine(
      told,
      `INSERT OR FAIL INTO payments (deal, amount, paid_on)
       VALUES (1, 6000000, '2026-03-02'), (1, 0, '2026-03-02'), (2, 100, '2026-03-02')`,
    );
    expect(said).toContain("payments_amount");
    await told.payments();
    expect(headsTo(told, "petrenko")).toEqual(["Оплата 60 000,00 ₽: 70 % (было 30 %)"]);
    expect(headsTo(told, "zhukova")).toEqual([]);
  });
});
