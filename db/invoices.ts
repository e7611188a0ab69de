/** Requests that are invoices of suppliers, by what they are looked up by: kept in the same commit as they. */
import type { Company } from "../flows/company/company.ts";
import { localDate } from "../flows/company/calendar.ts";
import { departmentOf, entityOf } from "../flows/company/places.ts";
import { finalStage, type Process } from "../flows/engine/process.ts";
import type { Request } from "../flows/engine/request.ts";
import type { Instant, Minor, RequestId, SupplierId } from "../flows/ids.ts";
import {
  invoiceOf,
  isInvoice,
  paidAt,
  payable,
  type Invoice,
  type PaidTo,
} from "../flows/invoices/invoice.ts";
import type { Twin } from "../flows/invoices/warnings.ts";
import type { Store } from "./open.ts";
import { storedProcess } from "./processes.ts";
import type { RequestLine } from "./requests.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

/** Twins that are told at most: the newest ones. */
const twinsMax = 3;
/** Invoices of one supplier and one sum that may be paid: more than that are no answer. */
const payableMax = 50;

/** A supplier under all its entries in the books: those with its ИНН, as they are known now. */
const sameSupplier = `(SELECT ? UNION SELECT others.id FROM suppliers AS own CROSS JOIN suppliers AS others
  ON others.inn = own.inn WHERE own.id = ?)`;

/** Invoices of the same supplier, number and year that were neither rejected nor withdrawn, newest first. */
export function twinsOf(
  store: Store,
  { supplier, key, year }: Pick<Invoice, "supplier" | "key" | "year">,
  except: RequestId | undefined,
): readonly Twin[] {
  return rows<
    Pick<RequestLine, "id" | "process" | "processVersion" | "place" | "filer" | "filedAt" | "stage" | "total">
  >(
    store,
    `SELECT id, process, process_version AS processVersion, place, filer, filed_at AS filedAt, stage, total
     FROM invoices CROSS JOIN requests ON requests.id = invoices.request
     WHERE invoices.supplier IN ${sameSupplier} AND invoices.number = ? AND invoices.year = ? AND invoices.live = 1
       AND invoices.request <> ? ORDER BY invoices.request DESC LIMIT ?`,
    supplier,
    supplier,
    key,
    year,
    except ?? 0,
    twinsMax,
  ).map(({ id, process, processVersion, stage, total, ...rest }) => {
    const declared = storedProcess(store, process, processVersion).process;
    return { ...rest, request: id, sum: total, stage: declared.stages[stage]?.title ?? declared.title };
  });
}

/** Where the last invoice of a supplier was paid to; undefined: none was, or nobody said where. */
export function lastPaidTo(
  store: Store,
  supplier: SupplierId,
  except: RequestId | undefined,
): (PaidTo & { readonly request: RequestId }) | undefined {
  return one<PaidTo & { readonly request: RequestId }>(
    store,
    `SELECT request, account, bank FROM invoices
     WHERE supplier IN ${sameSupplier} AND paid_at IS NOT NULL AND account IS NOT NULL AND request <> ?
     ORDER BY paid_at DESC LIMIT 1`,
    supplier,
    supplier,
    except ?? 0,
  );
}

/** Invoices of the suppliers with this ИНН of which exactly so much may be paid now, oldest first. */
export function payableInvoices(store: Store, inn: string, sum: Minor): readonly RequestId[] {
  return rows<{ request: RequestId }>(
    store,
    `SELECT request FROM invoices
     WHERE supplier IN (SELECT id FROM suppliers WHERE inn = ?) AND to_pay = ? ORDER BY request LIMIT ?`,
    inn,
    sum,
    payableMax,
  ).map(({ request }) => request);
}

/** Invoices of the suppliers with this ИНН of which a payment of at least so much may have been booked since an instant. */
export function paidSince(store: Store, inn: string, sum: Minor, since: Instant): readonly RequestId[] {
  return rows<{ request: RequestId }>(
    store,
    `SELECT DISTINCT invoices.request FROM day_entries
     CROSS JOIN invoices ON invoices.request = day_entries.request
     CROSS JOIN requests ON requests.id = invoices.request
     WHERE day_entries.at >= ? AND day_entries.kind = 'paid' AND requests.total >= ?
       AND invoices.supplier IN (SELECT id FROM suppliers WHERE inn = ?)`,
    since,
    sum,
    inn,
  ).map(({ request }) => request);
}

/** Keeps what an invoice is found by; a request that is none has no row. */
export function keepInvoice(
  tx: Tx,
  process: Process,
  before: Request | undefined,
  after: Request,
  company: Company,
): void {
  const entity =
    departmentOf(company, after.place) === undefined ? company.entities[0] : entityOf(company, after.place);
  const invoice = invoiceOf(after.answers, localDate(after.filedAt, entity?.timeZone ?? "UTC"));
  if (invoice === undefined) {
    if (before !== undefined && isInvoice(before.answers))
      change(tx, "DELETE FROM invoices WHERE request = ?", after.id);
    return;
  }
  const rejected = finalStage(process, after.stage)?.outcome === "negative" && after.status === "ended";
  change(
    tx,
    `INSERT INTO invoices (request, supplier, number, year, account, bank, live, to_pay, paid_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (request) DO UPDATE SET supplier = excluded.supplier, number = excluded.number, year = excluded.year,
       account = excluded.account, bank = excluded.bank, live = excluded.live, to_pay = excluded.to_pay,
       paid_at = excluded.paid_at`,
    after.id,
    invoice.supplier,
    invoice.key,
    invoice.year,
    invoice.paidTo?.account,
    invoice.paidTo?.bank,
    rejected || after.status === "withdrawn" ? 0 : 1,
    payable(process, after),
    paidAt(after),
  );
}
