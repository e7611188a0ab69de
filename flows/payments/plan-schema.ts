/** What an import would do, as it is kept from the preview until it is taken: plain data, read back by its schema. */
import { z } from "zod";
import type { DealId, PersonId } from "../ids.ts";
import { currencyCodes, minorSchema, type RowProblem } from "./deal-problems.ts";

/** Another shape of plans gets another number: a preview from before an update is made anew, not guessed at. */
export const planVersion = 2;

const text = z.string();
const maybe = z.exactOptional(text);
const row = z.int();
const dealId = z.custom<DealId>((value) => Number.isSafeInteger(value));
const person = z.exactOptional(z.custom<PersonId>((value) => typeof value === "string"));
const currency = z.enum(currencyCodes);

/** To be expected of the deal, instead of what was expected before. */
const expected = z.exactOptional(z.strictObject({ dueOn: text, amount: minorSchema }));
/** A payment that «Оплачено» tells of: `paid` in all, `amount` of it new. Its key is `receivedKey`. */
const received = z.exactOptional(z.strictObject({ paid: minorSchema, amount: minorSchema, paidOn: text }));

const newDealSchema = z.strictObject({
  row,
  deal: z.strictObject({
    externalId: maybe,
    name: text,
    orderNumber: maybe,
    invoiceNumber: maybe,
    stage: text,
    customer: text,
    customerInn: maybe,
    manager: person,
    total: minorSchema,
    currency,
  }),
  expected,
  received,
});

/** Text fields of a deal, in the order in which changes are told. */
export const changingTexts = [
  "externalId",
  "name",
  "orderNumber",
  "invoiceNumber",
  "stage",
  "customer",
  "customerInn",
  "manager",
  "currency",
] as const;

/** One field of a deal: what the store has, what the sheet says; "" is nothing. */
const changeSchema = z.union([
  z.strictObject({ field: z.enum(changingTexts), from: text, to: text }),
  z.strictObject({ field: z.literal("dueOn"), from: text, to: text }),
  z.strictObject({ field: z.literal("total"), from: minorSchema, to: minorSchema }),
]);
export type FieldChange = z.infer<typeof changeSchema>;

const dealChangeSchema = z.strictObject({
  row,
  deal: dealId,
  /** As the store calls it. */
  name: text,
  /** Of its sums, after the change. */
  currency,
  changes: z.array(changeSchema).readonly(),
  expected,
  received,
});

const plannedPaymentSchema = z.strictObject({
  row,
  deal: dealId,
  amount: minorSchema,
  /** The deal's. */
  currency,
  paidOn: text,
  number: maybe,
  payer: maybe,
  payerInn: maybe,
  purpose: maybe,
  /** Its own key, or one made of what it says: the same row is booked once. */
  key: text,
});

/** What is doubtful but taken, by row: the first thousand of `doubts`. */
interface Doubtful {
  readonly warnings: readonly RowProblem[];
  readonly doubts: number;
}
export type NewDeal = z.infer<typeof newDealSchema>;
export type DealChange = z.infer<typeof dealChangeSchema>;
export type PlannedPayment = z.infer<typeof plannedPaymentSchema>;
export interface DealsPlan extends Doubtful {
  readonly kind: "deals";
  readonly add: readonly NewDeal[];
  readonly change: readonly DealChange[];
  /** How many rows say what the store has. */
  readonly same: number;
}
export interface PaymentsPlan extends Doubtful {
  readonly kind: "payments";
  readonly book: readonly PlannedPayment[];
  /** How many rows are booked already. */
  readonly known: number;
}
/** All or nothing: something is wrong, so nothing can be taken. */
export interface RefusedPlan {
  readonly kind: "refused";
  readonly of: "deals" | "payments";
  /** By row; the first thousand of `count`. */
  readonly problems: readonly RowProblem[];
  readonly count: number;
}
export type ImportPlan = DealsPlan | PaymentsPlan | RefusedPlan;
/** A plan that may be taken. */
export type TakeablePlan = DealsPlan | PaymentsPlan;

const plannedRowSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add"), plan: newDealSchema }),
  z.strictObject({ kind: z.literal("change"), plan: dealChangeSchema }),
  z.strictObject({ kind: z.literal("book"), plan: plannedPaymentSchema }),
]);
/** One row of a plan, as it is kept and taken. */
export type PlannedRow = z.infer<typeof plannedRowSchema>;

/** The rows of a plan in the order in which they are taken: what is booked on one deal stands together, as in the sheet. */
export function rowsOfPlan(plan: TakeablePlan): readonly PlannedRow[] {
  if (plan.kind === "payments")
    return plan.book.toSorted((a, b) => a.deal - b.deal).map((one) => ({ kind: "book", plan: one }));
  return [
    ...plan.add.map((one) => ({ kind: "add", plan: one }) as const),
    ...plan.change.map((one) => ({ kind: "change", plan: one }) as const),
  ];
}

/** A row as it was kept (parsed JSON). Throws on what no plan of this version has. */
export function readPlannedRow(kept: { readonly kind: string; readonly plan: unknown }): PlannedRow {
  return plannedRowSchema.parse({ kind: kept.kind, plan: kept.plan });
}
