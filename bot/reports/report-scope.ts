/** Whose sales a person may see in a report: his own, and those of everybody below the departments he heads (S1.30). */
import { createHash } from "node:crypto";
import { managesDeals } from "../../db/deals.ts";
import type { Store } from "../../db/open.ts";
import { dealFacts } from "../../db/reports/monthly.ts";
import type { Company } from "../../flows/company/company.ts";
import type { CalendarDate } from "../../flows/documents/dates.ts";
import type { PersonId } from "../../flows/ids.ts";
import { salesReport, type SalesReport } from "../../flows/payments/monthly-report.ts";
import { managersOf } from "../payments/seen-deals.ts";
import type { Period } from "../../flows/payments/report-period.ts";

/** The managers of deals that a person's report is about, himself first; empty: there is no report for him. */
export function reportManagers(store: Store, company: Company, person: PersonId): readonly PersonId[] {
  return managersOf(store, company, person).filter((one) => managesDeals(store, one));
}

/** A report that was asked for: over a period, of one manager or of all whom the person may see. */
export interface ReportAsked extends Period {
  readonly manager?: PersonId;
}

/**
 * The report as it stands now; a manager whom the person may not see is nobody.
 * @param today on the person's calendar
 */
export function reportFor(
  store: Store,
  company: Company,
  person: PersonId,
  { from, to, manager }: ReportAsked,
  today: CalendarDate,
): SalesReport {
  const all = reportManagers(store, company, person);
  const managers = manager === undefined ? all : all.filter((one) => one === manager);
  return salesReport(managers, dealFacts(store, managers, { from, to }, today));
}

/** A person in few letters, for a button: told apart only from the others of the same report. */
export function whoCode(person: PersonId): string {
  return createHash("sha256").update(person).digest("hex").slice(0, 8);
}
