/** What can be wrong or doubtful in a row of deals or payments beside a cell that can't be read. Words: `bot/sheets`. */
import { z } from "zod";
import type { FieldProblem } from "../company/file-problems.ts";
import type { Minor } from "../ids.ts";
import type { BadCell } from "../sheets/problems.ts";

export const currencyCodes = ["RUB", "UAH"] as const;

/** Whole minor units, as they are kept in JSON. */
export const minorSchema = z.custom<Minor>((value) => Number.isSafeInteger(value));

const paidSchema = { paid: minorSchema, currency: z.enum(currencyCodes) };

export const dealProblemSchema = z.discriminatedUnion("kind", [
  /** Neither order number nor invoice number nor key: the deal could not be found again. */
  z.strictObject({ kind: z.literal("no-number") }),
  /** Column and sums of the row name different currencies. */
  z.strictObject({ kind: z.literal("two-currencies") }),
  z.strictObject({ kind: z.literal("unknown-deal") }),
  z.strictObject({ kind: z.literal("several-deals"), count: z.int() }),
  /** The row's numbers are those of different deals, named here. */
  z.strictObject({ kind: z.literal("deals-differ"), deals: z.array(z.string()).readonly() }),
  /** Another deal, named here, has that number. Doubtful only, where the row has a key of its own. */
  z.strictObject({ kind: z.literal("number-taken"), deal: z.string() }),
  /** The deal's currency, which is another than the row's. */
  z.strictObject({ kind: z.literal("deal-currency"), currency: z.enum(currencyCodes) }),
  /** The manager is known but works here no more. */
  z.strictObject({ kind: z.literal("person-left") }),
  z.strictObject({ kind: z.literal("several-people") }),
  /** The total would be below what is paid. */
  z.strictObject({ kind: z.literal("total-below-paid"), ...paidSchema }),
  /** «Оплачено» is below what is booked: money is taken back in the chat, not by a sheet. */
  z.strictObject({ kind: z.literal("paid-below-booked"), ...paidSchema }),
  /** A row above is the same payment: deal, date, sum, number and payer. */
  z.strictObject({ kind: z.literal("same-payment"), row: z.int() }),
  /** Doubtful: the tax number fails its check (domain 4). */
  z.strictObject({ kind: z.literal("tax-number-check") }),
  /** Doubtful: a payment of that deal, date and sum is booked already under another key. */
  z.strictObject({ kind: z.literal("like-booked") }),
  /** Doubtful: its key is booked with another sum or day, which stay. */
  z.strictObject({ kind: z.literal("booked-otherwise"), ...paidSchema, paidOn: z.string() }),
  /** Dated later than today: planned, not received. */
  z.strictObject({ kind: z.literal("future-date") }),
  /** Doubtful: several payments are expected of the deal by a schedule, which a single due date does not replace. */
  z.strictObject({ kind: z.literal("keeps-schedule") }),
]);
export type DealProblem = z.infer<typeof dealProblemSchema>;

/** A problem or doubt of a row, and in which cell; `sheetProblemWords` words it. */
export type RowProblem = BadCell<FieldProblem | DealProblem>;

/** The kinds of these problems, to tell them from those of a single cell. */
export const dealProblemKinds: ReadonlySet<string> = new Set(
  dealProblemSchema.options.map((option) => option.shape.kind.value),
);
