/** Outside the reader's working hours messages come without sound; his day begins with one that says what waits (design 5). */
import { isWorkingTime } from "../../flows/company/calendar.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import { postsOf } from "../../flows/company/holders.ts";
import { departmentOf, entityOf } from "../../flows/company/places.ts";
import type { Instant } from "../../flows/ids.ts";

/** The time zone a person lives in: that of the entity of the first department he works in or heads, else of the first entity. */
export function zoneOf(company: Company, person: Person): string {
  const posts = postsOf(company, person.id);
  const heads = company.departments.find((department) => department.head === person.id)?.id;
  const place = posts.find((holder) => holder.department !== undefined)?.department ?? heads;
  const first = company.entities[0];
  if (place !== undefined && departmentOf(company, place) !== undefined)
    return entityOf(company, place).timeZone;
  if (first === undefined) throw new Error("a company has at least one entity");
  return first.timeZone;
}

export function isQuietTime(company: Company, person: Person, now: Instant): boolean {
  return !isWorkingTime(company.workingHours, zoneOf(company, person), now);
}
