/** A deal as a sheet tells it, put over what the store has of it, and what then differs. */
import { currencyOf } from "../goods/money.ts";
import type { PersonId } from "../ids.ts";
import type { DealField } from "./deal-columns.ts";
import type { CurrencyCode, Deal } from "./deal.ts";
import type { DealRow } from "./deal-row.ts";
import type { ImportAround } from "./import-facts.ts";
import { peopleCalled } from "./managers.ts";
import type { PlanNotes } from "./plan-notes.ts";
import { changingTexts, type FieldChange } from "./plan-schema.ts";

type Notes = PlanNotes<DealField>;

/** The deal after the import. What the row leaves out stays as the store has it. */
export function toldDeal(
  row: DealRow,
  own: Deal | undefined,
  around: ImportAround,
  notes: Notes,
): Omit<Deal, "id"> {
  const { name, orderNumber, invoiceNumber, stage, customer, customerInn, total } = row;
  const { id: _, ...before } = own ?? { id: undefined, stage: "", customer: "" };
  const manager = managerOf(row, own, around, notes);
  return {
    ...before,
    ...(row.key !== undefined && { externalId: row.key }),
    name,
    ...(orderNumber !== undefined && { orderNumber }),
    ...(invoiceNumber !== undefined && { invoiceNumber }),
    ...(stage !== undefined && { stage }),
    ...(customer !== undefined && { customer }),
    ...(customerInn !== undefined && { customerInn }),
    ...(manager !== undefined && { manager }),
    total,
    currency: currencyFor(row, own, around, notes),
  };
}

/** The row's own; else the deal's; else that of the company's first legal entity. A deal with payments keeps its own. */
function currencyFor(row: DealRow, own: Deal | undefined, around: ImportAround, notes: Notes): CurrencyCode {
  const home = currencyOf(around.company.entities[0]?.country ?? "RU").code;
  const currency = row.currency ?? own?.currency ?? home;
  if (own && currency !== own.currency && around.store.hasPayments(own.id))
    notes.refuse(row.row, "currency", currency, { kind: "deal-currency", currency: own.currency });
  return currency;
}

/** Who manages it from now on: somebody who works here. One who has left stays with the deals that he has. */
function managerOf(
  { row, manager }: DealRow,
  own: Deal | undefined,
  { company }: ImportAround,
  notes: Notes,
): PersonId | undefined {
  if (manager === undefined) return undefined;
  const called = peopleCalled(company, manager);
  if (own && called.some((person) => person.id === own.manager)) return own.manager;
  const [here, other] = called.filter((person) => person.active);
  if (here && !other) return here.id;
  if (here) notes.refuse(row, "manager", manager, { kind: "several-people" });
  else if (called.length > 0) notes.refuse(row, "manager", manager, { kind: "person-left" });
  else notes.refuse(row, "manager", "", { kind: "unknown", what: "person", value: manager });
  return undefined;
}

/** The fields in which the deal after the import differs from the deal before, in the order in which they are told. */
export function changesOf(
  before: Deal,
  after: Omit<Deal, "id">,
  dueOn: { readonly from: string; readonly to: string } | undefined,
): readonly FieldChange[] {
  const texts = changingTexts
    .map((field) => ({ field, from: before[field] ?? "", to: after[field] ?? "" }))
    .filter(({ from, to }) => from !== to);
  const sums =
    before.total === after.total ? [] : [{ field: "total", from: before.total, to: after.total } as const];
  return [...texts, ...sums, ...(dueOn ? [{ field: "dueOn", ...dueOn } as const] : [])];
}

/**
 * The deal with these changes made. Undefined: since the plan was made, somebody changed one of these fields in the store,
 * so the plan is outdated and has to be made anew.
 */
export function withChanges(deal: Deal, changes: readonly FieldChange[]): Deal | undefined {
  let changed: Deal = deal;
  for (const { field, from, to } of changes) {
    if (field === "dueOn") continue; // stands beside the deal
    if ((deal[field] ?? "") !== from) return undefined;
    changed = { ...changed, [field]: to };
  }
  return changed;
}
