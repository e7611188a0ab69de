/** Reads the company file: a raw value of texts in, a company or the list of what is wrong out. Files are read elsewhere. */
import type { z } from "zod";
import { id, type PersonId, type PostId, type Sku } from "../ids.ts";
import { knownPosts, type Company, type Product, type Supplier } from "./company.ts";
import {
  alertsToFrom,
  departmentsFrom,
  entitiesFrom,
  holdersFrom,
  peopleFrom,
  reasonsFrom,
} from "./file-company.ts";
import type { CompanyProblem, FieldProblem, Path } from "./file-problems.ts";
import { companyProblems } from "./file-references.ts";
import { companyFileSchema } from "./file-schema.ts";
import { defaultReasons } from "./reasons.ts";
import { findSupplier } from "./supplier-fields.ts";

/** A file beside the company file. */
export interface SheetName {
  readonly path: string;
}

export type CompanyFile =
  | {
      readonly kind: "company";
      readonly company: Company;
      /** Absent: the file doesn't name the section, so what the store holds stays. */
      readonly suppliers?: readonly Supplier[] | SheetName;
      readonly goods?: readonly Product[] | SheetName;
    }
  | { readonly kind: "problems"; readonly problems: readonly CompanyProblem[] };

export interface Reading {
  /** The company in force: sections that the file doesn't name are kept from it. Absent: an empty store. */
  readonly inForce?: Company;
  /** Posts that the processes name, beside those known from the start. */
  readonly posts?: readonly PostId[];
}

const defaultHours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", holidays: [] };

/** Checks a parsed company file whose scalars are texts. Fields first; references only once every field is right. */
export function readCompanyFile(raw: unknown, reading: Reading = {}): CompanyFile {
  const filled = withoutBlanks(raw);
  const parsed = companyFileSchema.safeParse(filled);
  if (!parsed.success) {
    return { kind: "problems", problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, filled)) };
  }
  const file = parsed.data;
  const entities = file.entities
    ? entitiesFrom(file.entities)
    : (reading.inForce?.entities ?? entitiesFrom([{ id: "main", name: file.company.name, country: "RU" }]));
  const posts = new Set<string>([...knownPosts, ...(reading.posts ?? [])]);
  const problems = companyProblems(file, entities, posts);
  if (problems.length > 0) return { kind: "problems", problems };
  const reasons = file.reasons === "default" ? defaultReasons : file.reasons && reasonsFrom(file.reasons);
  const company: Company = {
    ...file.company,
    entities,
    departments: departmentsFrom(file.departments, entities),
    people: peopleFrom(file.people, file.company.language),
    holders: holdersFrom(file.people),
    administrators: file.administrators.map((person) => id<PersonId>(person)),
    workingHours: file.workingHours ?? reading.inForce?.workingHours ?? defaultHours,
    reasons: reasons ?? reading.inForce?.reasons ?? defaultReasons,
    alertsTo: file.payments ? alertsToFrom(file.payments) : (reading.inForce?.alertsTo ?? []),
  };
  return {
    kind: "company",
    company,
    ...(file.suppliers && { suppliers: listOrSheet(file.suppliers) }),
    ...(file.goods && { goods: listOrSheet(file.goods) }),
  };
}

function listOrSheet<T>(section: readonly T[] | string): readonly T[] | SheetName {
  return typeof section === "string" ? { path: section } : section;
}

/** The same value without fields that were left blank: `okpo:` says nothing, so it is not there. */
function withoutBlanks(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(withoutBlanks);
  if (typeof raw !== "object" || raw === null) return raw;
  const entries = Object.entries(raw).filter(([, value]) => value !== "" && value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutBlanks(value)]));
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    // Widened to look a key up in whatever stands there; a missing one is undefined.
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    raw,
  );
}

/** What zod found, in our words. */
function problemsOf(issue: z.core.$ZodIssue, raw: unknown): CompanyProblem[] {
  const path = issue.path.filter((key) => typeof key !== "symbol");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...path, key], problem: { kind: "unknown-field" } }));
    case "custom":
      return [{ path, problem: ownProblem(issue.params) }];
    case "too_small":
      return [{ path, problem: { kind: "empty-list" } }];
    case "invalid_type":
      return [{ path, problem: typeProblem(issue.expected, path, valueAt(raw, path)) }];
    default:
      throw new Error(`The company file's schema said ${issue.code}, which has no words`);
  }
}

function ownProblem(params: Record<string, unknown> | undefined): FieldProblem {
  return params?.["problem"] as FieldProblem; // every custom issue of the schema is made with one
}

function typeProblem(expected: string, path: Path, value: unknown): FieldProblem {
  if (value === undefined) return { kind: "missing" };
  if (path.at(-1) === "head" && Array.isArray(value)) return { kind: "several-heads" };
  if (expected === "array") return { kind: "not-list" };
  return { kind: expected === "object" ? "not-section" : "not-text" };
}

/**
 * Goods and suppliers against each other and the company: unique ids, numbers and barcodes, suppliers and entities
 * that exist. Goods come back with the supplier's id in place of its name or tax number.
 */
export function readCatalogue(
  goods: readonly Product[],
  suppliers: readonly Supplier[],
  company: Pick<Company, "entities">,
): { readonly goods: readonly Product[]; readonly problems: readonly CompanyProblem[] } {
  const problems: CompanyProblem[] = [];
  const skus = new Map<Sku, number>();
  const read = goods.map((product, index) => {
    const first = skus.get(product.sku);
    if (first === undefined) skus.set(product.sku, index);
    else problems.push({ path: [index, "sku"], problem: repeated(product.sku, [first, "sku"]) });
    if (product.entity && !company.entities.some((entity) => entity.id === product.entity)) {
      problems.push({ path: [index, "entity"], problem: unknownOf("entity", product.entity) });
    }
    if (product.supplier === undefined) return product;
    const supplier = findSupplier(suppliers, product.supplier);
    if (supplier) return { ...product, supplier: supplier.id };
    problems.push({ path: [index, "supplier"], problem: unknownOf("supplier", product.supplier) });
    return product;
  });
  return { goods: read, problems };
}

function repeated(value: string, first: Path): FieldProblem {
  return { kind: "duplicate", value, first };
}

function unknownOf(what: "entity" | "supplier", value: string): FieldProblem {
  return { kind: "unknown", what, value };
}

/** Suppliers whose id or name stands twice. */
export function supplierProblems(suppliers: readonly Supplier[]): CompanyProblem[] {
  return (["id", "name"] as const).flatMap((key) => {
    const seen = new Map<string, number>();
    return suppliers.flatMap((supplier, index): CompanyProblem[] => {
      const first = seen.get(supplier[key]);
      if (first === undefined) seen.set(supplier[key], index);
      return first === undefined
        ? []
        : [{ path: [index, key], problem: repeated(supplier[key], [first, key]) }];
    });
  });
}
