/** What a prompt awaits, by kind: what it is about stands in its row, so that the answer finds it after a restart (D3, D9). */
import { z } from "zod";
import type { DealId, PaymentId, PersonId, QuestionId, VisaId } from "../flows/ids.ts";
import { letterKinds, type LetterKind } from "../flows/mail/letter.ts";
import { paidAsks, type PaidAsks, type TypedPaid } from "../flows/payments/typed-paid.ts";
import { refusing, registryViews, type Refusing, type RegistryView } from "./button-fields.ts";

type AwaitedOfTask =
  /**
   * More about a payment that is about to be booked; what is known of it so far. `shown`: what its button says, defaults
   * included. `own`: asked without buttons.
   */
  | ({
      readonly kind: "pay";
      readonly visa: VisaId;
      readonly asks: PaidAsks;
      readonly shown?: Required<Pick<TypedPaid, "sum" | "date">>;
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
const visa = name;
const awaitedOfTask = [
  z.strictObject({
    kind: z.literal("pay"),
    visa: name,
    asks: z.enum(paidAsks),
    sum: z.number().int().positive().optional(),
    date: z.iso.date().optional(),
    order: name.optional(),
    shown: z.strictObject({ sum: z.number().int(), date: z.iso.date() }).optional(),
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

/** What is awaited about a request. */
export type AwaitedOfRequest =
  /** Why a request is rejected or sent back. `own`: asked without buttons, by a prompt that can't be edited. */
  | {
      readonly kind: "reason";
      readonly visa: VisaId;
      readonly decision: Refusing;
      readonly revision: number;
      readonly own?: boolean;
    }
  /** A signer's question to the store. */
  | { readonly kind: "question"; readonly visa: VisaId }
  /** The store's answer to it. */
  | { readonly kind: "reply"; readonly visa: VisaId }
  /** A signer's own question on his card; `line`: the line of goods that is being priced. */
  | {
      readonly kind: "fill";
      readonly visa: VisaId;
      readonly question: QuestionId;
      readonly line?: number;
      readonly own?: boolean;
    }
  | AwaitedOfTask
  /** Until when an invoice will be paid, for the letter to its supplier. `promise`: the message that says the day of now. */
  | { readonly kind: "letter-date"; readonly promise?: number; readonly own?: boolean }
  /** Where that letter goes. */
  | { readonly kind: "letter-address"; readonly letter: LetterKind; readonly own?: boolean }
  /** The name of the colleague who is to be asked, or handed the step. */
  | { readonly kind: "colleague"; readonly visa: VisaId; readonly aim: Aim; readonly own?: boolean }
  /** The question to a colleague; and his answer. */
  | { readonly kind: "consult"; readonly visa: VisaId; readonly to: PersonId }
  | { readonly kind: "advice"; readonly visa: VisaId };

/** What a colleague is looked for. */
export const aims = ["consult", "delegate"] as const;
export type Aim = (typeof aims)[number];

/** What is awaited about anything else: each kind says itself what it is about. */
export type AwaitedApart =
  /** The period of a report. */
  | { readonly kind: "report-period" }
  /** Words by which a deal is looked for: to open it, or to move a payment, or a line of a statement, to it. */
  | { readonly kind: "deal-words"; readonly payment?: PaymentId; readonly line?: number }
  /** The name of who leaves the company, and of who takes over from him. */
  | { readonly kind: "leaver" }
  | { readonly kind: "successor"; readonly leaver: PersonId }
  /** How much came on a deal, and when. */
  | { readonly kind: "payment-sum"; readonly deal: DealId }
  /** Words, days or a supplier that a message of the registry is to be narrowed to. */
  | { readonly kind: "registry"; readonly screen: number; readonly view: RegistryView };

export type Awaited = AwaitedOfRequest | AwaitedApart;

/** What the store keeps of it, as JSON. */
export const awaitedSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("reason"),
    visa,
    decision: z.enum(refusing),
    revision: z.number().int(),
    own: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("question"), visa }),
  z.strictObject({ kind: z.literal("reply"), visa }),
  z.strictObject({
    kind: z.literal("fill"),
    visa,
    question: z.string().min(1),
    line: z.number().int().optional(),
    own: z.boolean().optional(),
  }),
  ...awaitedOfTask,
  z.strictObject({
    kind: z.literal("letter-date"),
    promise: z.number().int().optional(),
    own: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("letter-address"),
    letter: z.enum(letterKinds),
    own: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("colleague"), visa, aim: z.enum(aims), own: z.boolean().optional() }),
  z.strictObject({ kind: z.literal("consult"), visa, to: z.string().min(1) }),
  z.strictObject({ kind: z.literal("advice"), visa }),
  z.strictObject({ kind: z.literal("leaver") }),
  z.strictObject({ kind: z.literal("successor"), leaver: z.string().min(1) }),
  z.strictObject({ kind: z.literal("report-period") }),
  z.strictObject({
    kind: z.literal("deal-words"),
    payment: z.number().int().optional(),
    line: z.number().int().optional(),
  }),
  z.strictObject({ kind: z.literal("payment-sum"), deal: z.number().int() }),
  z.strictObject({ kind: z.literal("registry"), screen: z.number().int(), view: z.enum(registryViews) }),
]);

/** Whether prompts of a kind stand with buttons, unless asked for own words. */
export const hasButtons: Readonly<Record<Awaited["kind"], boolean>> = {
  reason: true,
  fill: true,
  pay: true,
  documents: true,
  "letter-date": true,
  "letter-address": true,
  question: false,
  reply: false,
  colleague: true,
  consult: false,
  advice: false,
  leaver: false,
  successor: false,
  "report-period": false,
  "deal-words": false,
  "payment-sum": false,
  registry: false,
};
/** Kinds that are about a request. */
export const ofRequests: readonly Awaited["kind"][] = [
  "reason",
  "question",
  "reply",
  "fill",
  "pay",
  "documents",
  "letter-date",
  "letter-address",
  "colleague",
  "consult",
  "advice",
];
