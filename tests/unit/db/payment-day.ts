/** Everything that chats, imports and polls ask of the store about deals and payments, for the test of query plans. */
import * as queue from "../../../db/alert-queue.ts";
import { alertSettings, setAlertSettings } from "../../../db/alert-settings.ts";
import { loadCompany } from "../../../db/company.ts";
import * as changes from "../../../db/deal-changes.ts";
import * as deals from "../../../db/deals.ts";
import { dealsByNumber, searchDeals } from "../../../db/find-deals.ts";
import * as imports from "../../../db/imports.ts";
import { formerDepartment } from "../../../db/former-posts.ts";
import type { Store } from "../../../db/open.ts";
import { actsOf, faultOfPaymentLog } from "../../../db/payment-log.ts";
import * as payments from "../../../db/payments.ts";
import * as planned from "../../../db/planned-rows.ts";
import * as lines from "../../../db/statement-lines.ts";
import { dealFacts } from "../../../db/reports/monthly.ts";
import { write, type Tx } from "../../../db/write.ts";
import { units, type DealId, type Minor } from "../../../flows/ids.ts";
import { at, person, tuesday } from "./fixture.ts";

const manager = person("manager");
const accountant = person("merch");
const rub = (kopecks: number): Minor => units<Minor>(kopecks);

function added(tx: Tx, externalId: string): DealId {
  const deal = {
    externalId,
    name: "Кроссовки, 20 пар",
    orderNumber: "ЗП-1",
    stage: "Новый",
    customer: "ООО «Олимпик»",
    customerInn: "9603000215",
    manager,
    total: rub(100_000),
    currency: "RUB",
  } as const;
  const id = deals.addDeal(tx, deal);
  deals.changeDeal(tx, { ...deal, id, invoiceNumber: "С-1" });
  deals.expectPayment(tx, id, "2026-04-01", rub(50_000));
  changes.beginUnpaid(tx, id, deal.total, tuesday);
  return id;
}

function imported(tx: Tx, deal: DealId): void {
  const id = imports.addImport(tx, { person: accountant, upload: "u", at: tuesday });
  const line = {
    import: id,
    direction: "in",
    key: "k",
    paidOn: "2026-03-10",
    amount: rub(30_000),
    currency: "RUB",
    account: "40702810900000000101",
    party: "ООО «Олимпик»",
    number: "7",
    purpose: "По счёту С-1",
    status: "ask",
    found: {},
    deal,
  } as const;
  const row = lines.addLine(tx, line);
  lines.moveLine(tx, { id: row, status: "ask" }, { status: "booked", deal });
  lines.lineById(tx, row);
  lines.linesIn(tx, id, "booked", { limit: 5 });
  lines.countLines(tx, id);
  lines.wasSkipped(tx, "k");
  imports.importById(tx, id);
  imports.isImported(tx, "u");
  imports.waitingImports(tx);
  imports.moveImport(tx, { id, status: "reading" }, { status: "done" });
  lines.dropLines(tx, id);
  const kept = planned.keepRow(tx, { import: id, row: 2, kind: "book", deal, amount: rub(1), plan: {} });
  planned.rowsIn(tx, id, "waits", { after: 0, limit: 5 });
  planned.endRow(tx, kept, "taken", units(1));
  planned.lastTaken(tx, id);
  planned.isBookedBy(tx, id, units(1));
  planned.countRows(tx, id);
  planned.dropRows(tx, id, 5);
  imports.sweepImports(tx, at(24), 5);
}

export function paymentsOfADay(store: Store): void {
  write(store, (tx) => {
    const one = added(tx, "o-1");
    const other = added(tx, "o-2");
    const booking = { deal: one, amount: rub(30_000), paidOn: "2026-03-10", source: "hand" } as const;
    payments.book(tx, { ...booking, key: "k", bookedBy: accountant }, tuesday);
    const booked = payments.paymentByKey(tx, "k");
    if (booked === undefined) throw new Error("it was just booked");
    payments.takeBack(tx, booked, accountant, tuesday);
    payments.restore(tx, booked, accountant, tuesday);
    for (const deal of changes.changedDeals(tx, 50)) changes.lookAt(tx, deal, tuesday);
    payments.movePayment(tx, booked, other, accountant, tuesday);
    for (const deal of changes.changedDeals(tx, 50)) {
      const found = changes.lookAt(tx, deal, tuesday);
      if (found !== undefined) queue.queueAlert(tx, manager, found.change, tuesday);
    }
    setAlertSettings(tx, manager, { pace: "hourly", thresholds: [30] });
    queue.takeDue(tx, manager, tuesday);
    tx.sqlite.exec(
      "DELETE FROM payments; DELETE FROM expected_payments; DELETE FROM deals WHERE external_id = 'o-2'",
    );
    for (const deal of changes.changedDeals(tx, 50)) changes.lookAt(tx, deal, tuesday);
    imported(tx, one);
    read(tx, one);
  });
}

function read(store: Store, deal: DealId): void {
  const page = { limit: 5 };
  deals.dealByExternalId(store, "o-1");
  searchDeals(store, "олимпик кроссовки", { limit: 5, managers: [manager] });
  dealsByNumber(store, "ЗП 1", { limit: 5 });
  deals.dealsOf(store, [manager], page);
  deals.newestDeals(store, page);
  deals.managesDeals(store, manager);
  deals.openDealsOfInn(store, "9603000215", 5);
  deals.expectedOf(store, deal);
  dealFacts(store, [manager], { from: "2026-03-01", to: "2026-03-31" }, "2026-03-10");
  payments.paymentById(store, units(1));
  payments.paymentsOf(store, deal, page);
  changes.changesOf(store, deal, 5);
  changes.dealChange(store, 1);
  queue.nextDuePerson(store, tuesday);
  queue.nextAlertAt(store);
  alertSettings(store, manager);
  actsOf(store, units(1));
  faultOfPaymentLog(store);
  formerDepartment(store, loadCompany(store), person("nobody"));
}
