/** Look-ups by id over a company, built once per company value: rules on the hot path ask by id, not by search. */
import type { DepartmentId, EntityId, PersonId, PostId } from "../ids.ts";
import type { Company, Department, Entity, Holder, Person } from "./company.ts";

interface Directory {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly departments: ReadonlyMap<DepartmentId, Department>;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly holdersOfPost: ReadonlyMap<PostId, readonly Holder[]>;
  readonly postsOfPerson: ReadonlyMap<PersonId, readonly Holder[]>;
}

/** A company is a value that never changes, so what was derived from it stays true as long as it lives. */
const directories = new WeakMap<Company, Directory>();

/** The look-up tables of a company; derived at the first question. */
export function directoryOf(company: Company): Directory {
  const known = directories.get(company);
  if (known) return known;
  const directory: Directory = {
    people: new Map(company.people.map((person) => [person.id, person])),
    departments: new Map(company.departments.map((department) => [department.id, department])),
    entities: new Map(company.entities.map((entity) => [entity.id, entity])),
    holdersOfPost: grouped(company.holders, (holder) => holder.post),
    postsOfPerson: grouped(company.holders, (holder) => holder.person),
  };
  directories.set(company, directory);
  return directory;
}

function grouped<Key>(holders: readonly Holder[], keyOf: (holder: Holder) => Key): Map<Key, Holder[]> {
  const groups = new Map<Key, Holder[]>();
  for (const holder of holders) {
    const group = groups.get(keyOf(holder));
    if (group) group.push(holder);
    else groups.set(keyOf(holder), [holder]);
  }
  return groups;
}

/** The person of that id, also one who has left; undefined if the company never had him. */
export function personById(company: Company, person: PersonId): Person | undefined {
  return directoryOf(company).people.get(person);
}

/** The person whose Telegram account that is, if he still works here. */
export function personByTelegram(company: Company, telegram: number): Person | undefined {
  return company.people.find((person) => person.telegram === telegram && person.active);
}

/** Whether that person still works here. */
export function isActive(company: Company, person: PersonId): boolean {
  return personById(company, person)?.active === true;
}

/** The natural person behind an account (W3); an unknown id stands for itself. */
export function humanOf(company: Company, person: PersonId): string {
  return personById(company, person)?.human ?? person;
}

/** Whether that person administers the system: an active one whom the company file names. */
export function isAdministrator(company: Company, person: PersonId): boolean {
  return company.administrators.includes(person) && isActive(company, person);
}

/** The administrators who still work here. */
export function activeAdministrators(company: Company): PersonId[] {
  return company.administrators.filter((person) => isActive(company, person));
}
