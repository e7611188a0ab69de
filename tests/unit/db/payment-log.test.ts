/** What people did to bookings is kept in a chain: nothing of it can be changed unnoticed (R8, R9, F108). */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDeal } from "../../../db/deals.ts";
import type { Store } from "../../../db/open.ts";
import { actsOf, faultOfPaymentLog } from "../../../db/payment-log.ts";
import { book, movePayment, paymentByKey, restore, takeBack } from "../../../db/payments.ts";
import { write } from "../../../db/write.ts";
import { units, type DealId, type Minor } from "../../../flows/ids.ts";
import { at, company, hour, openFilled, person, tuesday } from "./fixture.ts";

const accountant = person("merch");
const other = person("manager");
const sum = units<Minor>(60_000_00);

/** Two deals; a payment on the first one is booked, taken back, counted again and moved to the second: four rows. */
function booked(store: Store): { readonly first: DealId; readonly second: DealId } {
  return write(store, (tx) => {
    const deal = {
      name: "Мячи",
      stage: "",
      customer: "",
      total: units<Minor>(100_000_00),
      currency: "RUB",
    } as const;
    const [first, second] = [addDeal(tx, deal), addDeal(tx, deal)];
    const booking = { deal: first, amount: sum, paidOn: "2026-03-10", source: "hand", key: "k" } as const;
    book(tx, { ...booking, bookedBy: accountant }, tuesday);
    const payment = paymentByKey(tx, "k");
    if (payment === undefined) throw new Error("it was just booked");
    takeBack(tx, payment, other, at(hour));
    restore(tx, payment, accountant, at(2 * hour));
    movePayment(tx, payment, second, accountant, at(3 * hour));
    return { first, second };
  });
}

let store: Store;
let deals: ReturnType<typeof booked>;
beforeEach(() => {
  store = openFilled();
  deals = booked(store);
});
afterEach(() => {
  store.close();
});
const count = (): unknown => store.sqlite.prepare("SELECT count(*) FROM payment_log").pluck().get();

test("each act is a row: who did what to the payment, and when", () => {
  const { first, second } = deals;
  expect(actsOf(store, units(1))).toEqual([
    { payment: 1, at: tuesday, by: accountant, what: { kind: "booked", deal: first, amount: sum } },
    { payment: 1, at: at(hour), by: other, what: { kind: "taken-back" } },
    { payment: 1, at: at(2 * hour), by: accountant, what: { kind: "restored" } },
    { payment: 1, at: at(3 * hour), by: accountant, what: { kind: "moved", from: first, to: second } },
  ]);
  expect(faultOfPaymentLog(store)).toBeUndefined();
});

test("what changes nothing leaves no row: booked under a key that is taken, taken back twice, moved to where it stands", () => {
  write(store, (tx) => {
    const payment = paymentByKey(tx, "k");
    if (payment === undefined) throw new Error("it is booked");
    const again = { deal: deals.first, amount: sum, paidOn: "2026-03-10", source: "hand", key: "k" } as const;
    expect(book(tx, { ...again, bookedBy: other }, tuesday)).toBeUndefined();
    expect(restore(tx, payment, other, tuesday)).toBe(false);
    expect(movePayment(tx, payment, deals.second, other, tuesday)).toBe(false);
    expect(takeBack(tx, payment, other, tuesday)).toBe(true);
    expect(takeBack(tx, payment, other, tuesday)).toBe(false);
  });
  expect(count()).toBe(5);
});

test("an act that is rolled back leaves no row and no hole", () => {
  expect(() =>
    write(store, (tx) => {
      const payment = paymentByKey(tx, "k");
      if (payment !== undefined) takeBack(tx, payment, other, tuesday);
      throw new Error("something else went wrong");
    }),
  ).toThrow("something else");
  expect(count()).toBe(4);
  expect(faultOfPaymentLog(store)).toBeUndefined();
});

test.each([
  ["changed", "UPDATE payment_log SET at = 1 WHERE id = 2"],
  ["deleted", "DELETE FROM payment_log WHERE id = 4"],
  ["replaced", "REPLACE INTO payment_log SELECT * FROM payment_log WHERE id = 2"],
  [
    "put in",
    'INSERT INTO payment_log SELECT 9, payment, at, "by", what, prev, hash FROM payment_log WHERE id = 2',
  ],
])("the table refuses to have rows %s", (_, sql) => {
  expect(() => store.sqlite.exec(sql)).toThrow("the log of payments is append-only");
});

describe("who gets round the table's guards is found out", () => {
  beforeEach(() => {
    for (const guard of ["payment_log_no_update", "payment_log_no_delete", "payment_log_at_end"])
      store.sqlite.exec(`DROP TRIGGER ${guard}`);
  });

  test.each([
    ["payment", 9],
    ["at", 9],
    ["by", "manager"],
    ["what", '{"kind":"taken-back"}'],
    ["prev", "9"],
    ["hash", "9"],
  ])("a row whose %s is edited", (column, value) => {
    store.sqlite.prepare(`UPDATE payment_log SET "${column}" = ? WHERE id = 3`).run(value);
    expect(faultOfPaymentLog(store)).toEqual({ row: 3 });
  });

  test.each([
    ["the first row is deleted", "DELETE FROM payment_log WHERE id = 1", 1],
    ["a row is deleted", "DELETE FROM payment_log WHERE id = 2", 2],
    ["the last rows are cut off", "DELETE FROM payment_log WHERE id > 2", 3],
    ["all of it is deleted", "DELETE FROM payment_log", 1],
    [
      "a row is put in at the end",
      "INSERT INTO payment_log SELECT 5, payment, at, \"by\", what, hash, 'x' FROM payment_log WHERE id = 4",
      5,
    ],
    [
      "two rows change places",
      "UPDATE payment_log SET id = -2 WHERE id = 2; UPDATE payment_log SET id = 2 WHERE id = 3; UPDATE payment_log SET id = 3 WHERE id = -2",
      2,
    ],
  ])("%s", (_, sql, row) => {
    store.sqlite.exec(sql);
    expect(faultOfPaymentLog(store)).toEqual({ row });
  });
});

test("npm run verify-log looks at this history as well, and its exit code is 1 on a fault", () => {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "countersign-payment-log-"));
  const check = (): { code: number | null; said: string } => {
    const program = [process.execPath, ["--import", "tsx", "bot/cli/verify-log.ts", folder]] as const;
    const done = spawnSync(...program, { cwd: root, encoding: "utf8" });
    return { code: done.status, said: done.stdout + done.stderr };
  };
  const kept = openFilled(company(), join(folder, "countersign.sqlite"));
  booked(kept);
  expect(check()).toMatchObject({
    code: 0,
    said: expect.stringContaining("the history of payments is whole") as string,
  });
  kept.sqlite.exec("DROP TRIGGER payment_log_no_update; UPDATE payment_log SET at = 1 WHERE id = 2");
  kept.close();
  expect(check()).toMatchObject({ code: 1, said: expect.stringContaining("faulty from row 2 on") as string });
  rmSync(folder, { recursive: true });
});
