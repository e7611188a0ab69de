/** A poll that finds a payment on every deal, and everything that can be compared of it afterwards. */
import { story, type Story, type StoryOf } from "../harness.ts";
import { foreignProgram } from "../stories/payments/books.ts";
import { quickPrinter } from "./quick-printer.ts";
import { payEach, type Sales } from "./sales-company.ts";

/** Everybody has pressed Start, every deal was seen with nothing paid, and now a payment has come on each. */
export async function paidOnEach(sales: Sales, of: StoryOf = {}): Promise<Story> {
  const told = await story({ company: sales.company, printer: quickPrinter, limits: { inFlight: 1 }, ...of });
  await told.everybody();
  foreignProgram(told, sales.deals);
  await told.payments();
  foreignProgram(
    told,
    payEach(
      Array.from({ length: sales.dealCount }, (_, n) => n + 1),
      30_000,
    ),
  );
  return told;
}

/** What must be the same however often the bot died during the poll: rows of the store, byte for byte. */
export function booksOf(told: Story): Record<string, unknown> {
  const rows = (sql: string): unknown => told.store.sqlite.prepare(sql).all();
  return {
    changes: rows("SELECT * FROM deal_changes"),
    announced: rows("SELECT * FROM announced_payments"),
    queue: rows("SELECT * FROM alert_queue"),
    changed: rows("SELECT * FROM changed_deals"),
    outbox: rows(
      "SELECT id, chat, lane, method, payload, key, status, tries FROM outbox WHERE method LIKE 'payment%'",
    ),
    unsent: rows("SELECT * FROM outbox WHERE status <> 'sent'"),
    found: rows("SELECT * FROM deal_words"),
  };
}
