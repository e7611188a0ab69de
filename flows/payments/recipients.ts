/** Who hears of a deal's payments, and who may look at it (O8, S1.27, S1.29). */
import type { AlertPost, Company } from "../company/company.ts";
import { activeAdministrators, isActive, isAdministrator } from "../company/directory.ts";
import { holdersOf, postsOf } from "../company/holders.ts";
import { departmentOf, headsUp, pathUp } from "../company/places.ts";
import type { DepartmentId, PersonId } from "../ids.ts";
import type { Deal } from "./deal.ts";

/** The department a manager sells for: the first in which he holds a post. */
function departmentOfManager(company: Company, manager: PersonId): DepartmentId | undefined {
  return postsOf(company, manager).find((holder) => holder.department !== undefined)?.department;
}

/** The nearest head above a manager who is not the manager himself. */
function headOf(company: Company, department: DepartmentId | undefined, manager: PersonId): PersonId[] {
  if (department === undefined) return [];
  return headsUp(company, department)
    .filter((head) => head !== manager)
    .slice(0, 1);
}

/** The people whom posts named by an administrator mean; a post without a department: all its holders. */
function holdersNamed(company: Company, posts: readonly AlertPost[]): PersonId[] {
  return posts.flatMap(({ post, department }) =>
    department === undefined
      ? company.holders
          .filter((holder) => holder.post === post && isActive(company, holder.person))
          .map((one) => one.person)
      : holdersOf(company, post, department),
  );
}

/**
 * Who hears of a change: the manager, the head of his department, and the posts that an administrator added. A manager
 * who has left: his head (of the department he was in) and the administrators; a deal without a manager: administrators.
 * @param formerly where somebody who has left held his last post, as far as the store knows
 */
export function alertRecipients(
  company: Company,
  deal: Pick<Deal, "manager">,
  formerly?: DepartmentId,
): readonly PersonId[] {
  const { manager } = deal;
  const also = holdersNamed(company, company.alertsTo);
  if (manager === undefined) return [...new Set([...activeAdministrators(company), ...also])];
  if (!isActive(company, manager))
    return [...new Set([...headOf(company, formerly, manager), ...activeAdministrators(company), ...also])];
  const head = headOf(company, departmentOfManager(company, manager), manager);
  return [...new Set([manager, ...head, ...also])];
}

/** Whether a person hears of every deal, because an administrator added his post. */
export function hearsOfAll(company: Company, person: PersonId): boolean {
  return holdersNamed(company, company.alertsTo).includes(person);
}

/** The head to whom a manager reports, if he has one; of somebody who has left: the head of where he was (`formerly`). */
export function headOfManager(
  company: Company,
  manager: PersonId,
  formerly?: DepartmentId,
): PersonId | undefined {
  return headOf(company, formerly ?? departmentOfManager(company, manager), manager)[0];
}

/** Whether a person keeps the books: he books payments, imports statements, sees every deal. */
export function isAccountant(company: Company, person: PersonId): boolean {
  return postsOf(company, person).some((holder) => holder.post === "accountant");
}

/** Whether a person heads a department or one above it, however far: then what is sold there is his to see. */
export function headsPlace(company: Company, head: PersonId, department: DepartmentId | undefined): boolean {
  return (
    department !== undefined &&
    pathUp(company, department).some((above) => departmentOf(company, above)?.head === head)
  );
}

/** The managers whose deals a person may see as their head: everybody who holds a post in departments he heads, or below. */
export function managersUnder(company: Company, head: PersonId): readonly PersonId[] {
  if (!company.departments.some((one) => one.head === head)) return [];
  const under = company.holders.filter(({ department }) => headsPlace(company, head, department));
  return [...new Set(under.map((holder) => holder.person))].filter((person) => person !== head);
}

/** Whether a person sees every deal: keeps the books, administers, or hears of all. */
export function seesAllDeals(company: Company, person: PersonId): boolean {
  return isAccountant(company, person) || isAdministrator(company, person) || hearsOfAll(company, person);
}

/**
 * Whether a person may see a deal: its manager, whoever heads him, or would head him had he not left, and who sees all.
 * @param formerly where somebody who has left held his last post
 */
export function maySeeDeal(
  company: Company,
  person: PersonId,
  deal: Pick<Deal, "manager">,
  formerly?: DepartmentId,
): boolean {
  const { manager } = deal;
  if (!isActive(company, person)) return false;
  if (seesAllDeals(company, person)) return true;
  if (manager === undefined) return false;
  const left = !isActive(company, manager) && headsPlace(company, person, formerly);
  return manager === person || left || managersUnder(company, person).includes(manager);
}
