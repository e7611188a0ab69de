/** The kinds of question that a form, or a signer's card, can ask. A process declares them as data. */
import { z } from "zod";
import { reasonUses } from "../company/company.ts";
import type { ReasonUse } from "../company/company.ts";
import type { PostId, QuestionId, Text } from "../ids.ts";
import { id } from "../ids.ts";
import { textSchema } from "./words.ts";

/**
 * Whether an answer must be given: always, never, or as the chosen reason says (domain 5.8). by-twin: asked only while
 * the same invoice was filed before, and then it must be (D28); the filing dialogue looks that up, the engine never asks.
 */
export const needs = ["required", "optional", "by-reason", "by-twin"] as const;
export type Need = (typeof needs)[number];

interface Asked {
  readonly id: QuestionId;
  /** How the question is named; kinds known to the interface have words of their own. */
  readonly title?: Text;
}

export type Question =
  /** Lines from the catalogue or outside it. Always required. */
  | (Asked & { readonly kind: "goods" })
  /** One reason for the request or one per line. Always required. */
  | (Asked & { readonly kind: "reason"; readonly use: ReasonUse })
  | (Asked & { readonly kind: "photos"; readonly max: number; readonly need: Need })
  /** By default the goods' own supplier. Always required (S0.19). */
  | (Asked & { readonly kind: "supplier" })
  /** `example`: what an answer may look like. */
  | (Asked & { readonly kind: "text"; readonly max: number; readonly need: Need; readonly example?: Text })
  | (Asked & {
      readonly kind: "date";
      readonly need: Need;
      /** No earlier than the day that this question was answered with. */
      readonly notBefore?: QuestionId;
      /** No later than so many days after today. */
      readonly daysAheadMax?: number;
      /** Days offered as buttons, counted from today or, where it is later, from `notBefore`. Absent: today and yesterday. */
      readonly offers?: readonly number[];
    })
  | (Asked & {
      readonly kind: "choice";
      readonly need: Need;
      readonly options: readonly { readonly id: string; readonly title: Text }[];
    })
  /** The paper itself: a PDF or photos of its pages, kept as they came. */
  | (Asked & { readonly kind: "files"; readonly max: number; readonly need: Need })
  /** A sum of money with its VAT, of the entity's home currency. Always required. */
  | (Asked & { readonly kind: "sum" })
  /** One of the post's holders, or «any of them» (O5). Always answered; asked only where there are two. */
  | (Asked & { readonly kind: "person"; readonly post: PostId })
  /** A bank account to be paid to: with its bank in Russia, an IBAN in Ukraine. */
  | (Asked & { readonly kind: "account"; readonly need: Need })
  /** Asked of a signer: a price for each line that the catalogue doesn't price. Asked only while there are such lines. */
  | (Asked & { readonly kind: "prices" });

export type QuestionKind = Question["kind"];

const need = z.enum(needs);
const asked = { id: z.string().regex(/^[a-z][a-z-]{0,30}$/), title: textSchema.optional() };
export const questionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...asked, kind: z.literal("goods") }),
  z.strictObject({ ...asked, kind: z.literal("reason"), use: z.enum(reasonUses) }),
  z.strictObject({ ...asked, kind: z.literal("photos"), max: z.number().int().min(1).max(10), need }),
  z.strictObject({ ...asked, kind: z.literal("supplier") }),
  z.strictObject({
    ...asked,
    kind: z.literal("text"),
    max: z.number().int().min(1).max(1000),
    need,
    example: textSchema.optional(),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal("date"),
    need,
    notBefore: z.string().min(1).optional(),
    daysAheadMax: z.number().int().min(0).max(3650).optional(),
    offers: z.array(z.number().int().min(0).max(365)).min(1).max(4).optional(),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal("choice"),
    need,
    options: z
      .array(z.strictObject({ id: z.string().min(1).max(30), title: textSchema }))
      .min(2)
      .max(8),
  }),
  z.strictObject({ ...asked, kind: z.literal("files"), max: z.number().int().min(1).max(10), need }),
  z.strictObject({ ...asked, kind: z.literal("sum") }),
  z.strictObject({ ...asked, kind: z.literal("person"), post: z.string().min(1) }),
  z.strictObject({ ...asked, kind: z.literal("account"), need }),
  z.strictObject({ ...asked, kind: z.literal("prices") }),
]);

// What follows is how a declaration is written, so that it reads like the paragraph of the requirement it implements.

export const goods = (name: string): Question => ({ kind: "goods", id: id<QuestionId>(name) });
export const reason = (name: string, of: { use: ReasonUse }): Question => ({
  kind: "reason",
  id: id<QuestionId>(name),
  ...of,
});
export const photos = (name: string, of: { max: number; need: Need }): Question => ({
  kind: "photos",
  id: id<QuestionId>(name),
  ...of,
});
export const supplier = (name: string): Question => ({ kind: "supplier", id: id<QuestionId>(name) });
export const comment = (): Question => ({
  kind: "text",
  id: id<QuestionId>("comment"),
  max: 1000,
  need: "by-reason",
});
export const text = (
  name: string,
  of: { title: Text; max: number; need: Need; example?: Text },
): Question => ({
  kind: "text",
  id: id<QuestionId>(name),
  ...of,
});
export const date = (
  name: string,
  of: { title: Text; need: Need; notBefore?: string; daysAheadMax?: number; offers?: readonly number[] },
): Question => {
  const { notBefore, ...rest } = of;
  return {
    kind: "date",
    id: id<QuestionId>(name),
    ...rest,
    ...(notBefore === undefined ? {} : { notBefore: id<QuestionId>(notBefore) }),
  };
};
export const choice = (
  name: string,
  of: { title: Text; need: Need; options: readonly { id: string; title: Text }[] },
): Question => ({
  kind: "choice",
  id: id<QuestionId>(name),
  ...of,
});
export const prices = (name: string): Question => ({ kind: "prices", id: id<QuestionId>(name) });
export const files = (name: string, of: { title: Text; max: number; need: Need }): Question => ({
  kind: "files",
  id: id<QuestionId>(name),
  ...of,
});
export const sum = (name: string, of: { title: Text }): Question => ({
  kind: "sum",
  id: id<QuestionId>(name),
  ...of,
});
export const person = (name: string, of: { title: Text; post: string }): Question => ({
  kind: "person",
  id: id<QuestionId>(name),
  title: of.title,
  post: id<PostId>(of.post),
});
export const account = (name: string, of: { title: Text; need: Need }): Question => ({
  kind: "account",
  id: id<QuestionId>(name),
  ...of,
});
