/** Whom a sheet means by a manager: an id of the company file, a full name, or a surname with initials. */
import type { Company, Person } from "../company/company.ts";
import { shortName } from "../documents/short-name.ts";

/** A company is a value that never changes, so what was derived from it stays true as long as it lives. */
const known = new WeakMap<Company, ReadonlyMap<string, readonly Person[]>>();

/** Everybody who is called so, also who has left: «petrenko», «Петренко Максим Романович», «Петренко М. Р.», «Петренко М.Р.». */
export function peopleCalled(company: Company, written: string): readonly Person[] {
  const byId = company.people.find((person) => person.id === written.trim());
  return byId ? [byId] : (peopleByName(company).get(plainName(written)) ?? []);
}

function peopleByName(company: Company): ReadonlyMap<string, readonly Person[]> {
  const derived = known.get(company);
  if (derived) return derived;
  const byName = new Map<string, Person[]>();
  for (const person of company.people) {
    for (const name of new Set([plainName(person.name), plainName(shortName(person.name))])) {
      byName.set(name, [...(byName.get(name) ?? []), person]);
    }
  }
  known.set(company, byName);
  return byName;
}

/** Letters only: dots and spaces of any kind separate words, case and ё don't count. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/['’ʼ`]/g, "’")
    .replace(/[\s.]+/g, " ")
    .trim();
}
