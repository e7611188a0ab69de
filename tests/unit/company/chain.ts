/** A small chain for the tests of company rules: an office above a region above two stores, and a warehouse. */
import { bulkLimitDefault } from "../../../flows/company/company.ts";
import type { Company, Department, Holder, Person } from "../../../flows/company/company.ts";
import { defaultReasons } from "../../../flows/company/reasons.ts";
import { id, type DepartmentId, type EntityId, type PersonId, type PostId } from "../../../flows/ids.ts";

export const person = (name: string) => id<PersonId>(name);
export const place = (name: string) => id<DepartmentId>(name);
export const post = (name: string) => id<PostId>(name);

function someone(name: string, more: Partial<Person> = {}): Person {
  return { id: person(name), name, human: name, language: "ru", active: true, ...more };
}

function department(name: string, more: Partial<Department> = {}): Department {
  return { id: place(name), name, kind: "department", entity: id<EntityId>("main"), ...more };
}

/** `merchandiser@office`, or a post without a place. */
export function holds(name: string, held: string): Holder {
  const [title = "", where] = held.split("@");
  return {
    person: person(name),
    post: post(title),
    ...(where !== undefined && { department: place(where) }),
  };
}

const people = [
  "boss",
  "regional",
  "head-1",
  "head-2",
  "clerk-1",
  "clerk-2",
  "merch",
  "merch-2",
  "keeper",
  "admin",
];

/** The chain, with what a test wants different. */
export function chain(more: Partial<Company> = {}, left: readonly string[] = []): Company {
  return {
    name: "Цепь",
    language: "ru",
    undoMinutes: 2,
    bulkLimit: bulkLimitDefault,
    entities: [
      { id: id<EntityId>("main"), name: "ООО «Цепь»", country: "RU", timeZone: "Europe/Moscow" },
      { id: id<EntityId>("ua"), name: "ТОВ «Ланцюг»", country: "UA", timeZone: "Europe/Kyiv" },
    ],
    departments: [
      department("office", { kind: "office", head: person("boss") }),
      department("region", { parent: place("office"), head: person("regional") }),
      department("store-1", { kind: "store", parent: place("region"), head: person("head-1") }),
      department("store-2", {
        kind: "store",
        parent: place("region"),
        head: person("head-2"),
        entity: id<EntityId>("ua"),
      }),
      department("warehouse", { kind: "warehouse", parent: place("office"), head: person("keeper") }),
    ],
    people: people.map((name) => someone(name, { active: !left.includes(name) })),
    holders: [
      holds("clerk-1", "store-clerk@store-1"),
      holds("clerk-2", "store-clerk@store-2"),
      holds("head-1", "store-head@store-1"),
      holds("merch", "merchandiser@office"),
      holds("boss", "director@office"),
    ],
    administrators: [person("admin")],
    workingHours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", holidays: [] },
    reasons: defaultReasons,
    alertsTo: [],
    ...more,
  };
}
