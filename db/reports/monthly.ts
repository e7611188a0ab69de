/** The deals of managers over a period, with what was paid and expected: read by manager, never over the deals of others (S1.30). */
import type { CalendarDate } from "../../flows/documents/dates.ts";
import type { PersonId } from "../../flows/ids.ts";
import type { DealFacts } from "../../flows/payments/monthly-report.ts";
import type { Period } from "../../flows/payments/report-period.ts";
import type { Store } from "../open.ts";
import { rows } from "../rows.ts";

/**
 * Every deal of those managers, in no order: `salesReport` chooses among them. Payments of a day belong to it whole:
 * both ends of the period are included.
 * @param today what is to be paid today or later is not expected yet, in whatever period
 */
export function dealFacts(
  store: Store,
  managers: readonly PersonId[],
  { from, to }: Period,
  today: CalendarDate,
): DealFacts[] {
  return managers.flatMap((manager) =>
    rows<DealFacts>(
      store,
      `SELECT d.id, d.name, nullif(trim(d.order_number), '') AS orderNumber,
         nullif(trim(d.invoice_number), '') AS invoiceNumber, d.stage, d.customer, d.manager, d.total, d.currency,
         coalesce(sum(p.amount), 0) AS paid,
         coalesce(sum(p.amount) FILTER (WHERE p.paid_on >= ?), 0) AS received,
         count(p.id) FILTER (WHERE p.paid_on >= ?) AS payments,
         (SELECT coalesce(sum(e.amount), 0) FROM expected_payments AS e
          WHERE e.deal = d.id AND e.due_on <= ? AND e.due_on < ?) AS expected
       FROM deals AS d
         LEFT JOIN payments AS p ON p.deal = d.id AND p.taken_back_at IS NULL AND p.paid_on <= ?
       WHERE d.manager = ? GROUP BY d.id`,
      from,
      from,
      to,
      today,
      to,
      manager,
    ),
  );
}
