/** What a sheet of deals would change in the store: deals to add, to change field by field, to leave as they are. */
import { formatSum } from "../goods/money.ts";
import { units, type DealId, type Minor } from "../ids.ts";
import type { DealField } from "./deal-columns.ts";
import type { Deal } from "./deal.ts";
import type { DealRow } from "./deal-row.ts";
import type { DealsSheet } from "./deal-rows.ts";
import { findOwnDeal, type OwnDeal } from "./find-deal.ts";
import { endsPiece, type Expected, type ImportAround } from "./import-facts.ts";
import { startNotes, type PlanNotes } from "./plan-notes.ts";
import type { DealChange, DealsPlan, NewDeal, RefusedPlan } from "./plan-schema.ts";
import { startTwins } from "./twins.ts";
import { changesOf, toldDeal } from "./told-deal.ts";

type Notes = PlanNotes<DealField>;

/** The plan of a sheet of deals, in pieces; refused as a whole when anything in it is wrong or can't be told. */
export function* planDeals(
  sheet: DealsSheet,
  around: ImportAround,
): Generator<void, DealsPlan | RefusedPlan, void> {
  const notes: Notes = startNotes(sheet);
  const alone = startTwins(notes);
  const rowOf = new Map<DealId, number>();
  const add: NewDeal[] = [];
  const change: DealChange[] = [];
  for (const [n, row] of sheet.rows.entries()) {
    if (endsPiece(n)) yield;
    if (!alone(row)) continue;
    const { found, taken } = findOwnDeal(row, around.store);
    if (found.kind === "doubt") {
      notes.refuse(row.row, found.field, row[found.field] ?? "", found.problem);
      continue;
    }
    const own = found.kind === "deal" ? found.deal : undefined;
    const twin = own && rowOf.get(own.id);
    if (own && twin !== undefined) {
      const problem = { kind: "duplicate", value: own.name, first: [twin] } as const;
      notes.refuse(row.row, undefined, "", problem);
      continue;
    }
    if (own) rowOf.set(own.id, row.row);
    if (taken) noteTaken(row, taken, notes);
    const deal = toldDeal(row, own, around, notes);
    const money = moneyOf(row, own, deal, around, notes);
    if (!own) add.push({ row: row.row, deal, ...money.plan });
    else {
      const changes = changesOf(own, deal, money.dueOn);
      if (changes.length > 0 || money.plan.expected || money.plan.received)
        change.push({
          row: row.row,
          deal: own.id,
          name: own.name,
          currency: deal.currency,
          changes,
          ...money.plan,
        });
    }
  }
  const same = sheet.rows.length - add.length - change.length;
  return notes.refused() ?? { kind: "deals", add, change, same, ...notes.doubts() };
}

/** Refused where only numbers tell deals apart; doubted where the row has a key. */
function noteTaken(row: DealRow, { field, deal }: NonNullable<OwnDeal["taken"]>, notes: Notes): void {
  const note = row.key === undefined ? notes.refuse : notes.doubt;
  note(row.row, field, row[field] ?? "", { kind: "number-taken", deal: deal.name });
}

interface PlannedMoney {
  readonly plan: Pick<NewDeal, "expected" | "received">;
  /** The due date before and after, where it changes. */
  readonly dueOn?: { readonly from: string; readonly to: string };
}

/** What the row says of money: how much of «Оплачено» is new, and what is to be expected by its due date. */
function moneyOf(
  row: DealRow,
  own: Deal | undefined,
  deal: Omit<Deal, "id">,
  around: ImportAround,
  notes: Notes,
): PlannedMoney {
  const received = receivedOf(row, own, deal, around, notes);
  const before = own ? around.store.expectedOf(own.id) : [];
  if (row.dueOn !== undefined && before.length > 1)
    notes.doubt(row.row, "dueOn", row.dueOn, { kind: "keeps-schedule" });
  const expected = before.length > 1 ? undefined : expectedOf(row, own, deal.total, before[0]);
  const dueOn =
    expected && expected.dueOn !== before[0]?.dueOn
      ? { from: before[0]?.dueOn ?? "", to: expected.dueOn }
      : undefined;
  return { plan: { ...(expected && { expected }), ...(received && { received }) }, ...(dueOn && { dueOn }) };
}

/** The whole total by the due date; what stood for the whole total goes on standing for it. Undefined: it stays as it is. */
function expectedOf(
  row: DealRow,
  own: Deal | undefined,
  total: Minor,
  before: Expected | undefined,
): Expected | undefined {
  const dueOn = row.dueOn ?? (before && before.amount === own?.total ? before.dueOn : undefined);
  if (dueOn === undefined || total === 0) return undefined;
  return before?.dueOn === dueOn && before.amount === total ? undefined : { dueOn, amount: total };
}

/** How much more «Оплачено» says than is booked. A total that this import sets may not be below what is paid then. */
function receivedOf(
  row: DealRow,
  own: Deal | undefined,
  deal: Omit<Deal, "id">,
  { store, today }: ImportAround,
  notes: Notes,
): NewDeal["received"] {
  const booked = own ? store.paidOf(own.id) : units<Minor>(0);
  const paid = row.paid ?? booked;
  const figures = { paid: units<Minor>(Math.max(paid, booked)), currency: deal.currency };
  if (paid < booked)
    notes.refuse(row.row, "paid", formatSum(paid), { kind: "paid-below-booked", ...figures });
  const sets = own?.total !== deal.total || paid !== booked;
  if (sets && deal.total < figures.paid)
    notes.refuse(row.row, "total", formatSum(deal.total), { kind: "total-below-paid", ...figures });
  if (paid <= booked || (own && store.paymentByKey(receivedKey(own.id, paid)))) return undefined;
  return { paid, amount: units<Minor>(paid - booked), paidOn: today };
}

/** The key of the payment that «Оплачено» told of: taken back in the chat, it is not booked again by the same sheet. */
export function receivedKey(deal: DealId, paid: Minor): string {
  return `sheet:paid:${deal}:${paid}`;
}
