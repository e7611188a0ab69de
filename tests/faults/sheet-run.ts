/** A sheet that is taken in several pieces, and everything that can be compared of it afterwards. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { story, type Story, type StoryOf } from "../harness.ts";
import { quickPrinter } from "./quick-printer.ts";

/** Pieces take fifty rows each. */
export const dealCount = 130;
const orderOf = (n: number): string => `ЗП-${String(n).padStart(4, "0")}`;

const dealHeading = "Название сделки;Номер заказа;Менеджер;Сумма;Оплачено;Срок оплаты";
/** New deals, each third of them paid in part. */
export const newDeals: readonly string[] = [
  dealHeading,
  ...Array.from(
    { length: dealCount },
    (_, n) => `Сделка ${n};${orderOf(n)};petrenko;1 000,00;${n % 3 === 0 ? "100,00" : ""};25.03.2026`,
  ),
];
/** The same deals changed, each second of them paid further. */
export const changedDeals: readonly string[] = [
  dealHeading,
  ...Array.from(
    { length: dealCount },
    (_, n) => `Сделка ${n};${orderOf(n)};petrenko;2 000,00;${n % 2 === 0 ? "300,00" : ""};25.04.2026`,
  ),
];
/** Payments: one on each deal, ninety on the first, so that its own don't fit into a piece; not in the order of deals. */
export const somePayments: readonly string[] = [
  "Номер заказа;Сумма;Дата;Номер п/п",
  ...Array.from({ length: dealCount }, (_, n) => `${orderOf(dealCount - 1 - n)};50,00;02.03.2026;${n}`),
  ...Array.from({ length: 90 }, (_, n) => `${orderOf(0)};1,00;02.03.2026;${1000 + n}`),
];

/** Everybody who is concerned has pressed Start. */
export async function atTheSheets(of: StoryOf = {}): Promise<Story> {
  const told = await story({ printer: quickPrinter, limits: { inFlight: 1 }, ...of });
  for (const who of ["orlova", "petrenko", "gromov"]) await told.person(who).start();
  return told;
}

export async function send(told: Story, rows: readonly string[], name: string): Promise<void> {
  const path = join(told.dataDir, name);
  writeFileSync(path, `\ufeff${rows.join("\r\n")}`);
  await told.person("orlova").file(path);
}

/** What must be the same however often the bot died on the way. Polls come at other times after a death: their order is not compared. */
export function sheetBooks(told: Story): Record<string, unknown> {
  const rows = (sql: string): unknown => told.store.sqlite.prepare(sql).all();
  return {
    deals: rows("SELECT * FROM deals ORDER BY id"),
    payments: rows("SELECT * FROM payments ORDER BY id"),
    expected: rows("SELECT deal, due_on, amount FROM expected_payments ORDER BY deal"),
    log: rows("SELECT * FROM payment_log ORDER BY id"),
    announced: rows("SELECT * FROM announced_payments ORDER BY deal, payment"),
    changes: rows(
      `SELECT deal, kind, paid, total, before_paid, before_total, came, gone FROM deal_changes ORDER BY deal, id`,
    ),
    waiting: rows("SELECT * FROM changed_deals"),
    found: rows("SELECT * FROM deal_words"),
    rows: rows(
      'SELECT "import", "row", kind, deal, status, payment FROM planned_rows ORDER BY "import", "row"',
    ),
    imports: rows("SELECT id, person, kind, status, data, decided_by FROM imports"),
    unsent: rows("SELECT * FROM outbox WHERE status <> 'sent'"),
  };
}
