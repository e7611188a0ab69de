/** The tree of departments: what stands above a place, whose entity it is, and who heads it. */
import type { DepartmentId, PersonId } from "../ids.ts";
import type { Company, Country, Department, Entity } from "./company.ts";
import { directoryOf, isActive } from "./directory.ts";

/** The department of that id; undefined if the company has none (a place of an old request may be gone). */
export function departmentOf(company: Company, place: DepartmentId): Department | undefined {
  return directoryOf(company).departments.get(place);
}

/** The way up: the department itself, its parent, and so on. A loop in the data ends the way, it doesn't hang it. */
export function pathUp(company: Company, department: DepartmentId): DepartmentId[] {
  const path: DepartmentId[] = [];
  let next: DepartmentId | undefined = department;
  while (next !== undefined && !path.includes(next)) {
    path.push(next);
    next = departmentOf(company, next)?.parent;
  }
  return path;
}

/** The legal entity of a place: decides forms, currency, VAT and "today". Throws when the place is unknown. */
export function entityOf(company: Company, place: DepartmentId): Entity {
  const department = departmentOf(company, place);
  const entity = department && directoryOf(company).entities.get(department.entity);
  if (!entity)
    throw new Error(`Department ${place} is not in the company: look it up before asking its entity`);
  return entity;
}

/** The country of a place, which decides its currency; of a place that is gone: that of the company's first entity. */
export function countryOf(company: Company, place: DepartmentId): Country {
  return departmentOf(company, place) === undefined
    ? (company.entities[0]?.country ?? "RU")
    : entityOf(company, place).country;
}

/** IANA time zone of a place: that of its entity. */
export function timeZoneOf(company: Company, place: DepartmentId): string {
  return entityOf(company, place).timeZone;
}

/** The active heads from a department upward, nearest first, nobody twice (escalation goes along it, D20). */
export function headsUp(company: Company, department: DepartmentId): PersonId[] {
  const heads: PersonId[] = [];
  for (const place of pathUp(company, department)) {
    const head = departmentOf(company, place)?.head;
    if (head !== undefined && !heads.includes(head) && isActive(company, head)) heads.push(head);
  }
  return heads;
}
