/** What one field can't know: ids that stand twice, names of nobody, departments that are their own parents. */
import type { Entity } from "./company.ts";
import type { CompanyProblem, FieldProblem, Path, referenced } from "./file-problems.ts";
import type { CompanyFields } from "./file-schema.ts";

/** A value of the file and where it stands. */
interface Named {
  readonly path: Path;
  readonly value: string | undefined;
}

/** Every problem of the file as a whole, in the order of its sections. */
export function companyProblems(
  file: CompanyFields,
  entities: readonly Entity[],
  posts: ReadonlySet<string>,
): CompanyProblem[] {
  const { departments, people, administrators } = file;
  const known = {
    entity: new Set(entities.map((entity) => entity.id as string)), // compared with texts of the file
    department: new Set(departments.map((department) => department.id)),
    person: new Set(people.map((person) => person.id)),
    post: posts,
  };
  const unknown = (what: (typeof referenced)[number] & keyof typeof known, named: readonly Named[]) =>
    unknownAmong(what, known[what], named);
  return [
    ...repeatedAmong(column("entities", file.entities ?? [], "id")),
    ...repeatedAmong(column("departments", departments, "id")),
    ...unknown("department", column("departments", departments, "parent")),
    ...unknown("person", column("departments", departments, "head")),
    ...unknown("entity", column("departments", departments, "entity")),
    ...unknown("person", commissionMembers(departments)),
    ...repeatedIn(commissionsOf(departments)),
    ...loopsAmong(departments),
    ...repeatedAmong(column("people", people, "id")),
    ...repeatedAmong(column("people", people, "telegram")),
    ...repeatedAmong(column("people", people, "phone")),
    ...unknown("post", postsOf(people, "post")),
    ...unknown("department", postsOf(people, "department")),
    ...repeatedIn(people.map((_, index) => heldBy(people, index))),
    ...unknown("post", alertsTo(file, "post")),
    ...unknown("department", alertsTo(file, "department")),
    ...unknown("person", listed(["administrators"], administrators)),
    ...repeatedAmong(listed(["administrators"], administrators)),
    ...(Array.isArray(file.reasons) ? repeatedAmong(column("reasons", file.reasons, "code")) : []),
  ];
}

function column<Key extends string>(
  section: string,
  rows: readonly { readonly [K in Key]?: string | number | undefined }[],
  key: Key,
): Named[] {
  return rows.map((row, index) => ({ path: [section, index, key], value: row[key]?.toString() }));
}

function listed(path: Path, values: readonly string[]): Named[] {
  return values.map((value, index) => ({ path: [...path, index], value }));
}

function repeatedAmong(named: readonly Named[]): CompanyProblem[] {
  const seen = new Map<string, Path>();
  return named.flatMap(({ path, value }): CompanyProblem[] => {
    if (value === undefined) return [];
    const first = seen.get(value);
    if (first) return [{ path, problem: { kind: "duplicate", value, first } }];
    seen.set(value, path);
    return [];
  });
}

/** Repetitions within each of several groups; what two groups share is no problem. */
function repeatedIn(groups: readonly (readonly Named[])[]): CompanyProblem[] {
  return groups.flatMap(repeatedAmong);
}

function unknownAmong(
  what: (typeof referenced)[number],
  known: ReadonlySet<string>,
  named: readonly Named[],
): CompanyProblem[] {
  return named.flatMap(({ path, value }): CompanyProblem[] => {
    if (value === undefined || known.has(value)) return [];
    const problem: FieldProblem = { kind: "unknown", what, value };
    return [{ path, problem }];
  });
}

function commissionsOf(departments: CompanyFields["departments"]): Named[][] {
  return departments.map(({ commission }, index) => {
    const path = ["departments", index, "commission"] as const;
    if (!commission) return [];
    return [
      { path: [...path, "chair"], value: commission.chair },
      ...listed([...path, "members"], commission.members),
    ];
  });
}

function commissionMembers(departments: CompanyFields["departments"]): Named[] {
  return commissionsOf(departments).flat();
}

function postsOf(people: CompanyFields["people"], part: "post" | "department"): Named[] {
  return people.flatMap(({ posts }, person) =>
    posts.map((held, index) => ({ path: ["people", person, "posts", index], value: held[part] })),
  );
}

function alertsTo({ payments }: CompanyFields, part: "post" | "department"): Named[] {
  return (payments?.alertsTo ?? []).map((named, index) => ({
    path: ["payments", "alertsTo", index],
    value: named[part],
  }));
}

function heldBy(people: CompanyFields["people"], person: number): Named[] {
  return (people[person]?.posts ?? []).map(({ post, department }, index) => ({
    path: ["people", person, "posts", index],
    value: department === undefined ? post : `${post}@${department}`,
  }));
}

/** Departments whose way up comes back to themselves. */
function loopsAmong(departments: CompanyFields["departments"]): CompanyProblem[] {
  const parents = new Map(departments.map((department) => [department.id, department.parent]));
  return departments.flatMap((department, index): CompanyProblem[] => {
    const met = new Set<string>();
    let next = department.parent;
    while (next !== undefined && next !== department.id && !met.has(next)) {
      met.add(next);
      next = parents.get(next);
    }
    return next === department.id
      ? [{ path: ["departments", index, "parent"], problem: { kind: "department-loop" } }]
      : [];
  });
}
