/** Builds the parts of a company from the checked fields of its file: defaults are filled in here. */
import {
  id,
  type DepartmentId,
  type EntityId,
  type Language,
  type PersonId,
  type PostId,
  type Text,
} from "../ids.ts";
import type { AlertPost, Department, Entity, Holder, Person, Reason } from "./company.ts";
import type { CompanyFields } from "./file-schema.ts";
import { definedOnly } from "./supplier-fields.ts";

type EntityFields = Omit<NonNullable<CompanyFields["entities"]>[number], "inn"> & {
  inn?: string | undefined;
};
type DepartmentFields = CompanyFields["departments"][number];
type PersonFields = CompanyFields["people"][number];
type ReasonFields = Exclude<NonNullable<CompanyFields["reasons"]>, string>[number];

const timeZones = { RU: "Europe/Moscow", UA: "Europe/Kyiv" } as const;

/** Legal entities; the time zone is that of the country's capital unless set (O11). */
export function entitiesFrom(fields: readonly EntityFields[]): Entity[] {
  return fields.map(({ bank, ...entity }) => ({
    ...definedOnly(entity),
    id: id<EntityId>(entity.id),
    name: entity.name,
    country: entity.country,
    timeZone: entity.timeZone ?? timeZones[entity.country],
    ...(bank && { bank: { ...definedOnly(bank), name: bank.name } }),
  }));
}

/** The entity of a department: its own, or the nearest parent's, or the company's first. */
function entityAbove(fields: readonly DepartmentFields[], own: DepartmentFields, first: EntityId): EntityId {
  let department: DepartmentFields | undefined = own;
  while (department && department.entity === undefined) {
    const parent: string | undefined = department.parent;
    department = parent === undefined ? undefined : fields.find((other) => other.id === parent);
  }
  return department?.entity === undefined ? first : id<EntityId>(department.entity);
}

/** Departments, in the file's order. One without a parent is an office unless it says otherwise. */
export function departmentsFrom(
  fields: readonly DepartmentFields[],
  entities: readonly Entity[],
): Department[] {
  const first = entities[0];
  if (!first) throw new Error("A company has at least one entity; the schema lets no empty list through");
  return fields.map((department) => ({
    id: id<DepartmentId>(department.id),
    name: department.name,
    kind: department.kind ?? (department.parent === undefined ? "office" : "department"),
    ...(department.parent !== undefined && { parent: id<DepartmentId>(department.parent) }),
    ...(department.head !== undefined && { head: id<PersonId>(department.head) }),
    entity: entityAbove(fields, department, first.id),
    ...(department.address !== undefined && { address: department.address }),
    ...(department.commission && {
      commission: {
        ...department.commission,
        chair: id<PersonId>(department.commission.chair),
        members: department.commission.members.map((person) => id<PersonId>(person)),
      },
    }),
  }));
}

/** People; the language is the company's unless set. */
export function peopleFrom(fields: readonly PersonFields[], language: Language): Person[] {
  return fields.map(({ title, telegram, phone, email, ...person }) => ({
    ...definedOnly({ title, telegram, phone, email }),
    id: id<PersonId>(person.id),
    name: person.name,
    human: person.human ?? person.id,
    language: person.language ?? language,
    active: true,
  }));
}

/** Who holds what where. */
export function holdersFrom(fields: readonly PersonFields[]): Holder[] {
  return fields.flatMap((person) =>
    person.posts.map(({ post, department }) => ({
      person: id<PersonId>(person.id),
      post: id<PostId>(post),
      ...(department !== undefined && { department: id<DepartmentId>(department) }),
    })),
  );
}

/** Posts that hear of payments beside the manager and his head (O8). */
export function alertsToFrom(fields: NonNullable<CompanyFields["payments"]>): AlertPost[] {
  return fields.alertsTo.map(({ post, department }) => ({
    post: id<PostId>(post),
    ...(department !== undefined && { department: id<DepartmentId>(department) }),
  }));
}

function inAllLanguages(
  words: string | { ru: string; uk?: string | undefined; en?: string | undefined },
): Text {
  if (typeof words === "string") return { ru: words, uk: words, en: words };
  return { ru: words.ru, uk: words.uk ?? words.ru, en: words.en ?? words.ru };
}

/** The company's own reasons; without a short word the title stands on the card's first line. */
export function reasonsFrom(fields: readonly ReasonFields[]): Reason[] {
  return fields.map(({ for: uses, title, short, ...reason }) => ({
    ...reason,
    uses,
    title: inAllLanguages(title),
    short: inAllLanguages(short ?? title),
  }));
}
