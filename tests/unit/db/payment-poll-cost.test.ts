/** A poll costs what changed: with 10 deals changed it does the same work among 1,000 deals and among 1,000,000 (S1.25). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { noCrash } from "../../../bot/crash-points.ts";
import type { JobOf } from "../../../bot/jobs/job.ts";
import { paymentAlerts } from "../../../bot/jobs/payment-alerts.ts";
import { loadCompany } from "../../../db/company.ts";
import type { Store } from "../../../db/open.ts";
import { manualClock } from "../../../playground/clock.ts";
import { sqlite3 } from "../../foreign-sqlite.ts";
import { company, openFilled, tuesday } from "./fixture.ts";

const dir = mkdtempSync(join(tmpdir(), "countersign-poll-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const changed = 10;
/** Ids from here on are those of what comes now, however much there was before: the same words are said to each store. */
const newIds = 5_000_000;

/** So many deals with a payment and a baseline each; the first ten of two managers have just got another payment. */
function openWith(name: string, deals: number): { readonly store: Store; readonly file: string } {
  const file = join(dir, name);
  const store = openFilled(company(), file);
  const { sqlite } = store;
  for (const quick of ["journal_mode = OFF", "synchronous = OFF"]) sqlite.pragma(quick); // only while it is filled
  const guards = sqlite
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('deals', 'payments')",
    )
    .all() as { name: string; sql: string }[]; // SQLite's own columns
  sqlite.exec(guards.map((guard) => `DROP TRIGGER ${guard.name}`).join(";"));
  sqlite.exec(`
    BEGIN;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${deals})
      INSERT INTO deals (id, name, order_number, manager, total)
      SELECT i, 'Сделка ' || i, 'ЗП-' || i, iif(i % 2 = 0, 'merch', 'manager'), 100000 FROM n;
    INSERT INTO payments (deal, amount, paid_on) SELECT id, 10000, '2026-03-01' FROM deals WHERE id <= 1000 OR id % 10 = 0;
    INSERT INTO deal_changes (deal, at, kind, paid, total) SELECT id, 0, 'baseline', 10000, total FROM deals;
    INSERT INTO announced_payments (deal, payment, amount) SELECT deal, id, amount FROM payments;
    UPDATE sqlite_sequence SET seq = ${newIds} WHERE name = 'deal_changes';
    COMMIT`);
  sqlite.exec(guards.map((guard) => guard.sql).join(";"));
  for (const safe of ["journal_mode = WAL", "synchronous = FULL"]) sqlite.pragma(safe);
  sqlite.exec(
    `INSERT INTO payments (id, deal, amount, paid_on) SELECT ${newIds} + id, id, 20000, '2026-03-10' FROM deals WHERE id <= ${changed}`,
  );
  return { store, file };
}

/** Does one poll; gives every statement with its values, in order, and how many rows were given or changed. */
async function poll(store: Store): Promise<{ readonly statements: string[]; readonly rows: number }> {
  loadCompany(store); // read once at start, and as long as the company
  store.statements.clear();
  const statements: string[] = [];
  let rows = 0;
  const prepare = store.sqlite.prepare.bind(store.sqlite);
  const listening = (sql: string): ReturnType<typeof prepare> => {
    const statement = prepare(sql);
    for (const way of ["get", "all", "run"] as const) {
      const plainly = statement[way].bind(statement);
      statement[way] = ((...values: (string | number | null)[]) => {
        statements.push(withValues(sql, values));
        const answer = plainly(...values);
        if (way === "run") rows += (answer as { changes: number }).changes;
        else rows += Array.isArray(answer) ? answer.length : answer === undefined ? 0 : 1;
        return answer;
      }) as never; // the three ways differ in what they give only
    }
    return statement;
  };
  store.sqlite.prepare = listening as typeof store.sqlite.prepare; // listens to the driver
  const of: Partial<JobOf> = {
    store,
    clock: manualClock(tuesday),
    crashPoint: noCrash,
    committed: () => undefined,
  };
  await paymentAlerts.pass(of as JobOf, true); // a poll asks for nothing else
  return { statements, rows };
}

const literal = (value: string | number | null): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
function withValues(sql: string, values: readonly (string | number | null)[]): string {
  const left = [...values];
  return sql.replaceAll("?", () => literal(left.shift() ?? null)).replaceAll(/\s+/g, " ");
}

/** How many steps SQLite's machine makes for each statement, triggers and all; each row that is looked at costs some. */
function steps(file: string, statements: readonly string[]): number[] {
  const said = sqlite3(file, `BEGIN;\n.stats vmstep\n${statements.join(";\n")};\nROLLBACK;`);
  return [...said.matchAll(/VM-steps: (\d+)/g)].map(([, count]) => Number(count));
}

test("the same statements, the same rows, the same steps inside SQLite", async () => {
  const few = openWith("few.sqlite", 1000);
  const { statements, rows } = await poll(few.store);
  expect(statements.filter((sql) => sql.startsWith("INSERT INTO outbox"))).toHaveLength(11); // ten alerts, a list for their head
  few.store.close();

  const among = { few: openWith("few-again.sqlite", 1000), many: openWith("many.sqlite", 1_000_000) };
  const stepsAmongFew = steps(among.few.file, statements);
  const stepsAmongMany = steps(among.many.file, statements);
  expect(stepsAmongFew.length).toBeGreaterThan(statements.length);
  expect(stepsAmongMany).toEqual(stepsAmongFew);
  expect(await poll(among.many.store)).toEqual({ statements, rows });
  among.few.store.close();
  among.many.store.close();
});
