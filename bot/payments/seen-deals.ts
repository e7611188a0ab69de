/** Whose deals a person sees: one rule for the list, the search and the reports (S1.29, S1.30). */
import { managesDeals, newestDeals } from "../../db/deals.ts";
import { formerDepartment } from "../../db/former-posts.ts";
import type { Store } from "../../db/open.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import type { PersonId } from "../../flows/ids.ts";
import { headsPlace, isAccountant, managersUnder, seesAllDeals } from "../../flows/payments/recipients.ts";

/**
 * A person as a manager and head: himself first, those below the departments he heads, and those who have left there, if
 * deals are still theirs.
 */
export function managersOf(store: Store, company: Company, person: PersonId): readonly PersonId[] {
  const formers = company.people.filter(
    (one) =>
      !one.active &&
      managesDeals(store, one.id) &&
      headsPlace(company, person, formerDepartment(store, company, one.id)),
  );
  return [...new Set([person, ...managersUnder(company, person), ...formers.map((one) => one.id)])];
}

/** The managers whose deals he sees; undefined: everybody's. */
export function managersFor(store: Store, company: Company, me: PersonId): readonly PersonId[] | undefined {
  return seesAllDeals(company, me) ? undefined : managersOf(store, company, me);
}

/** Whether the list is offered: who keeps the books always, others once there is something in it. */
export function hasDeals(store: Store, company: Company, { id: me }: Person): boolean {
  if (isAccountant(company, me)) return true;
  const managers = managersFor(store, company, me);
  if (managers === undefined) return newestDeals(store, { limit: 1 }).length > 0;
  return managers.some((manager) => managesDeals(store, manager));
}
