/** What differs between two companies, by section and id: which fields, not their values. */
import type { Company } from "../flows/company/company.ts";
import { canonical } from "../flows/engine/content.ts";
import type { CompanyChange } from "./company-changes.ts";
import { settingKeys } from "./company-rows.ts";

/** @param before undefined: the first company of the store, everything is new */
export function companyDifferences(before: Company | undefined, after: Company): readonly CompanyChange[] {
  return [
    ...settingDifferences(before, after),
    ...listDifferences("entities", before?.entities ?? [], after.entities, (entity) => entity.id),
    ...listDifferences(
      "departments",
      before?.departments ?? [],
      after.departments,
      (department) => department.id,
    ),
    ...listDifferences("people", before?.people ?? [], after.people, (person) => person.id),
    ...listDifferences(
      "holders",
      before?.holders ?? [],
      after.holders,
      ({ person, post, department }) =>
        `${person}: ${post}${department === undefined ? "" : `@${department}`}`,
    ),
    ...listDifferences(
      "administrators",
      (before?.administrators ?? []).map((person) => ({ person })),
      after.administrators.map((person) => ({ person })),
      ({ person }) => person,
    ),
  ];
}

function settingDifferences(before: Company | undefined, after: Company): CompanyChange[] {
  return settingKeys.flatMap((key): CompanyChange[] => {
    if (before === undefined) return [{ kind: "added", section: "settings", id: key }];
    return canonical(before[key]) === canonical(after[key])
      ? []
      : [{ kind: "changed", section: "settings", id: key, fields: [key] }];
  });
}

function listDifferences<T extends object>(
  section: CompanyChange["section"],
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
): CompanyChange[] {
  const had = new Map(before.map((item) => [idOf(item), item]));
  const has = new Map(after.map((item) => [idOf(item), item]));
  const removed = [...had.keys()]
    .filter((id) => !has.has(id))
    .map((id): CompanyChange => ({ kind: "removed", section, id }));
  const rest = [...has].flatMap(([id, item]): CompanyChange[] => {
    const old = had.get(id);
    if (old === undefined) return [{ kind: "added", section, id }];
    const fields = changedFields(old, item);
    return fields.length === 0 ? [] : [{ kind: "changed", section, id, fields }];
  });
  return [...removed, ...rest];
}

function changedFields(before: object, after: object): string[] {
  const had = new Map<string, unknown>(Object.entries(before));
  const has = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...had.keys(), ...has.keys()])].filter(
    (field) => canonical(had.get(field) ?? null) !== canonical(has.get(field) ?? null),
  );
}
