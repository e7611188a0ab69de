/** What is awaited of the doer of a task: more about a payment, or files; part of what prompts await (`ask`). */
import { z } from "zod";
import type { QuestionId, VisaId } from "../flows/ids.ts";
import { paidAsks, type PaidAsks, type TypedPaid } from "../flows/payments/typed-paid.ts";

export type AwaitedOfTask =
  /** More about a payment that is about to be booked; what is known of it so far. `own`: asked without buttons. */
  | ({
      readonly kind: "pay";
      readonly visa: VisaId;
      readonly asks: PaidAsks;
      readonly own?: boolean;
    } & TypedPaid)
  /** Files that answer a question of the task. */
  | {
      readonly kind: "documents";
      readonly visa: VisaId;
      readonly question: QuestionId;
      /** Those that have come and are not checked yet. */
      readonly files: readonly AwaitedFile[];
    };

/** A file as Telegram has it. */
export interface AwaitedFile {
  readonly uniqueId: string;
  readonly fileId: string;
  readonly sentAs: "photo" | "document";
  readonly name?: string;
}

const name = z.string().min(1);
export const awaitedOfTask = [
  z.strictObject({
    kind: z.literal("pay"),
    visa: name,
    asks: z.enum(paidAsks),
    sum: z.number().int().positive().optional(),
    date: z.iso.date().optional(),
    order: name.optional(),
    own: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("documents"),
    visa: name,
    question: name,
    files: z.array(
      z.strictObject({
        uniqueId: name,
        fileId: name,
        sentAs: z.enum(["photo", "document"]),
        name: z.string().optional(),
      }),
    ),
  }),
] as const;
