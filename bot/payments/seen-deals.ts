/** Whose deals a person sees as a list. */
import { managesDeals, newestDeals } from "../../db/deals.ts";
import type { Store } from "../../db/open.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import { isAdministrator } from "../../flows/company/directory.ts";
import type { PersonId } from "../../flows/ids.ts";
import { hearsOfAll, isAccountant, managersUnder } from "../../flows/payments/recipients.ts";

/** The managers whose deals he sees: himself and those he heads; undefined: everybody's. */
export function managersFor(company: Company, me: PersonId): readonly PersonId[] | undefined {
  if (isAccountant(company, me) || isAdministrator(company, me) || hearsOfAll(company, me)) return undefined;
  return [me, ...managersUnder(company, me)];
}

/** Whether the list is offered: who keeps the books always, others once there is something in it. */
export function hasDeals(store: Store, company: Company, { id: me }: Person): boolean {
  if (isAccountant(company, me)) return true;
  const managers = managersFor(company, me);
  if (managers === undefined) return newestDeals(store, { limit: 1 }).length > 0;
  return managers.some((manager) => managesDeals(store, manager));
}
