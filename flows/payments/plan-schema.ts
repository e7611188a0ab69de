/** What an import would do, as it is kept from the preview until it is taken: plain data, read back by its schema. */
import { z } from "zod";
import { plainProblems, referenced } from "../company/file-problems.ts";
import type { DealId, PersonId } from "../ids.ts";
import { currencyCodes, dealProblemSchema, minorSchema, type RowProblem } from "./deal-problems.ts";

/** Another shape of plans gets another number: a preview from before an update is made anew, not guessed at. */
const planVersion = 1;

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

const path = z.array(z.union([text, z.int()])).readonly();
const place = z.strictObject({ letter: text, heading: text });
const problemSchema = z.strictObject({
  kind: z.literal("bad-cell"),
  row,
  column: z.exactOptional(place),
  found: text,
  problem: z.union([
    dealProblemSchema,
    z.strictObject({ kind: z.enum(plainProblems) }),
    z.strictObject({ kind: z.literal("too-long"), max: z.int() }),
    z.strictObject({ kind: z.literal("not-whole"), min: z.int(), max: z.int() }),
    z.strictObject({ kind: z.literal("not-one-of"), allowed: z.array(text).readonly() }),
    z.strictObject({ kind: z.literal("unknown"), what: z.enum(referenced), value: text }),
    z.strictObject({ kind: z.literal("duplicate"), value: text, first: path }),
  ]),
}) satisfies z.ZodType<RowProblem>;

const version = z.literal(planVersion);
/** What is doubtful but taken, by row: the first thousand of `doubts`. */
const doubtful = { warnings: z.array(problemSchema).readonly(), doubts: z.int() };
const planSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    version,
    kind: z.literal("deals"),
    add: z.array(newDealSchema).readonly(),
    change: z.array(dealChangeSchema).readonly(),
    /** How many rows say what the store has. */
    same: z.int(),
    ...doubtful,
  }),
  z.strictObject({
    version,
    kind: z.literal("payments"),
    book: z.array(plannedPaymentSchema).readonly(),
    /** How many rows are booked already. */
    known: z.int(),
    ...doubtful,
  }),
  /** All or nothing: something is wrong, so nothing can be taken. */
  z.strictObject({
    version,
    kind: z.literal("refused"),
    of: z.enum(["deals", "payments"]),
    /** By row; the first thousand of `count`. */
    problems: z.array(problemSchema).readonly(),
    count: z.int(),
  }),
]);

export type ImportPlan = z.infer<typeof planSchema>;
export type DealsPlan = Extract<ImportPlan, { readonly kind: "deals" }>;
export type PaymentsPlan = Extract<ImportPlan, { readonly kind: "payments" }>;
export type RefusedPlan = Extract<ImportPlan, { readonly kind: "refused" }>;
/** A plan that may be taken. */
export type TakeablePlan = DealsPlan | PaymentsPlan;
export type NewDeal = DealsPlan["add"][number];
export type DealChange = DealsPlan["change"][number];
export type PlannedPayment = PaymentsPlan["book"][number];

/** A plan as it was kept (parsed JSON); undefined: it is of another version, the file has to be looked at anew. */
export function readPlan(kept: unknown): ImportPlan | undefined {
  const read = planSchema.safeParse(kept);
  return read.success ? read.data : undefined;
}
