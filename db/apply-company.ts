/** Puts a company file in force: sections it names are replaced, people keep their history, changes are logged. */
import type { Company, Department, Product, Supplier } from "../flows/company/company.ts";
import { canonical } from "../flows/engine/content.ts";
import type { Instant } from "../flows/ids.ts";
import { companyChanged, hasCompany, loadCompany } from "./company.ts";
import { noteChange, type CompanyChange } from "./company-changes.ts";
import { settingKeys } from "./company-rows.ts";
import { companyDifferences } from "./company-differences.ts";
import { execute } from "./execute.ts";
import { replaceGoods } from "./goods.ts";
import { writePeople } from "./people-of-file.ts";
import { openRequests } from "./requests.ts";
import { change } from "./rows.ts";
import { replaceSuppliers } from "./suppliers.ts";
import type { Tx } from "./write.ts";

export interface AppliedCompany {
  readonly company: Company;
  /** Absent: the file doesn't name the section, so what the store holds stays. */
  readonly suppliers?: readonly Supplier[];
  readonly goods?: readonly Product[];
}

/** Sections whose change may change who is asked for a visa, or when it is overdue. */
const askedAnew: readonly CompanyChange["section"][] = [
  "settings",
  "departments",
  "people",
  "holders",
  "administrators",
];

/**
 * Replaces the company. People who are missing from it lose their posts and become inactive, departments are closed,
 * entities stay for their papers; who joined by contact keeps his account, who chose a language keeps it. Open requests
 * are asked anew of whoever holds the posts now (F76, F77, F87). Gives what changed, which is logged as well.
 */
export function applyCompany(tx: Tx, file: AppliedCompany, now: Instant): readonly CompanyChange[] {
  const before = hasCompany(tx) ? loadCompany(tx) : undefined;
  writeSettings(tx, file.company);
  writeEntities(tx, file.company);
  writeDepartments(tx, file.company.departments);
  writePeople(tx, file.company);
  writeHolders(tx, file.company);
  const after = companyChanged(tx);
  const changes: CompanyChange[] = [...companyDifferences(before, after)];
  const replaced = (
    section: "suppliers" | "goods",
    counts: { readonly written: number; readonly removed: number },
  ): void => {
    if (counts.written + counts.removed > 0) changes.push({ kind: "replaced", section, ...counts });
  };
  if (file.suppliers !== undefined) replaced("suppliers", replaceSuppliers(tx, file.suppliers));
  if (file.goods !== undefined) replaced("goods", replaceGoods(tx, file.goods));
  for (const one of changes) noteChange(tx, now, one);
  if (changes.some((one) => askedAnew.includes(one.section))) reassessOpen(tx, now);
  return changes;
}

/** Gives every open request to whoever is addressed now. */
export function reassessOpen(tx: Tx, now: Instant): void {
  let after = openRequests(tx, { limit: 500 });
  while (after.length > 0) {
    for (const request of after) execute(tx, { request }, { kind: "reassess", at: now });
    const last = after.at(-1);
    after = last === undefined ? [] : openRequests(tx, { after: last, limit: 500 });
  }
}

function writeSettings(tx: Tx, company: Company): void {
  for (const key of settingKeys)
    change(
      tx,
      "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      key,
      canonical(company[key]),
    );
}

function writeEntities(tx: Tx, company: Company): void {
  change(tx, "UPDATE entities SET position = position + ?", company.entities.length);
  for (const [position, entity] of company.entities.entries())
    change(
      tx,
      `INSERT INTO entities (id, position, country, data) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, country = excluded.country, data = excluded.data`,
      entity.id,
      position,
      entity.country,
      canonical(entity),
    );
}

function writeDepartments(tx: Tx, departments: readonly Department[]): void {
  change(tx, "UPDATE departments SET active = 0, position = position + ?", departments.length);
  for (const [position, { address, commission, ...department }] of departments.entries())
    change(
      tx,
      `INSERT INTO departments (id, position, name, kind, parent, head, entity, data, active)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, kind = excluded.kind,
         parent = excluded.parent, head = excluded.head, entity = excluded.entity, data = excluded.data,
         active = excluded.active`,
      department.id,
      position,
      department.name,
      department.kind,
      department.parent,
      department.head,
      department.entity,
      canonical({ ...(address !== undefined && { address }), ...(commission && { commission }) }),
      department.closed === true ? 0 : 1,
    );
}

function writeHolders(tx: Tx, company: Company): void {
  change(tx, "DELETE FROM holders");
  for (const [position, { person, post, department }] of company.holders.entries())
    change(
      tx,
      "INSERT INTO holders (position, person, post, department) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
      position,
      person,
      post,
      department ?? "",
    );
}
