/** Once a month, when its first working day begins: last month's report for managers and the heads to whom they report (S1.30). */
import { loadCompany } from "../../db/company.ts";
import { managesDeals } from "../../db/deals.ts";
import { formerDepartment } from "../../db/former-posts.ts";
import { claimRun } from "../../db/runs.ts";
import { write, type Tx } from "../../db/write.ts";
import { isWorkingTime, localDate } from "../../flows/company/calendar.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import type { Instant, PersonId } from "../../flows/ids.ts";
import { headOfManager } from "../../flows/payments/recipients.ts";
import { monthBefore, type Period } from "../../flows/payments/report-period.ts";
import { instant } from "../clock.ts";
import { enqueueMade } from "../made-messages.ts";
import type { Job } from "./job.ts";
import { peopleByZone } from "./people-by-zone.ts";

/** After downtime it comes with the next working time of the month: the slot is the month, not the day. */
export const monthlyReport: Job = {
  name: "monthly report",
  pass(of) {
    const now = instant(of.clock);
    const company = loadCompany(of.store);
    let did = false;
    for (const [zone, people] of peopleByZone(company)) {
      if (!isWorkingTime(company.workingHours, zone, now)) continue;
      const today = localDate(now, zone);
      const first = write(of.store, (tx) => {
        if (!claimRun(tx, "monthly-report", `${zone} ${today.slice(0, 7)}`, now)) return false;
        const readers = readersOf(tx, company);
        for (const person of people)
          if (readers.has(person.id)) enqueueReport(tx, person, monthBefore(today, 1), now);
        of.crashPoint("F3");
        return true;
      });
      did ||= first;
    }
    if (did) of.committed();
    return Promise.resolve(did);
  },
};

/** Everybody who manages deals, and the nearest head above each. */
function readersOf(tx: Tx, company: Company): ReadonlySet<PersonId> {
  const managers = company.people.filter(({ id }) => managesDeals(tx, id)).map(({ id }) => id);
  const heads = managers.map((manager) =>
    headOfManager(company, manager, formerDepartment(tx, company, manager)),
  );
  return new Set([...managers, ...heads.filter((head) => head !== undefined)]);
}

/** What stands in it is looked up when it is sent; a currency without deals sends nothing. */
function enqueueReport(tx: Tx, { id, telegram: chat }: Person, { from, to }: Period, at: Instant): void {
  if (chat === undefined) return;
  const row = { chat, lane: "report", at } as const;
  const key = `report:${id}:${from}`;
  for (const currency of ["RUB", "UAH"] as const)
    enqueueMade(tx, {
      ...row,
      made: { what: "report-picture", from, to, currency },
      key: `${key}:${currency}`,
    });
  enqueueMade(tx, { ...row, made: { what: "report-sheet", from, to }, key: `${key}:sheet` });
}
