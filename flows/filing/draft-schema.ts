/** Reads stored drafts: a draft may be older than the release that goes on with it. */
import { z } from "zod";
import { goodsOf, parseAnswers, type GoodsLine } from "../engine/answers.ts";
import type { Draft } from "./draft.ts";

const whole = z.number().int().safe();
const name = z.string().min(1);
const lines = z
  .unknown()
  .transform((raw): readonly GoodsLine[] => goodsOf(parseAnswers({ lines: { kind: "goods", lines: raw } })));
const typedQuantity = z.strictObject({ thousandths: whole.positive(), unit: name.optional() });
const goodsStep = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("list") }),
  z.strictObject({
    kind: z.literal("models"),
    text: name,
    size: name.optional(),
    quantity: typedQuantity.optional(),
  }),
  z.strictObject({ kind: z.literal("sizes"), model: name, quantity: typedQuantity.optional() }),
  z.strictObject({
    kind: z.literal("quantity"),
    wanted: z.union([z.strictObject({ sku: name }), z.strictObject({ name })]),
    line: whole.optional(),
  }),
  z.strictObject({ kind: z.literal("confirm"), lines, from: z.enum(["text", "table"]) }),
  z.strictObject({ kind: z.literal("outside"), name, quantity: typedQuantity.optional() }),
  z.strictObject({ kind: z.literal("pick-line") }),
  z.strictObject({ kind: z.literal("line"), line: whole }),
  z.strictObject({ kind: z.literal("reading"), uniqueId: name }),
]);
const supplierStep = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pick"), text: name.optional() }),
  z.strictObject({ kind: z.literal("split") }),
  z.strictObject({ kind: z.literal("new-name") }),
  z.strictObject({ kind: z.literal("new-number"), name }),
]);
const sumStep = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sum") }),
  z.strictObject({ kind: z.literal("rate"), sum: whole }),
  z.strictObject({ kind: z.literal("vat"), sum: whole, percent: whole }),
  z.strictObject({ kind: z.literal("confirm"), sum: whole, percent: whole, vat: whole }),
]);
const places = [
  z.strictObject({ kind: z.literal("goods"), question: name, step: goodsStep }),
  z.strictObject({ kind: z.literal("reason"), question: name, line: whole.optional() }),
  z.strictObject({ kind: z.literal("photos"), question: name }),
  z.strictObject({ kind: z.literal("supplier"), question: name, step: supplierStep }),
  z.strictObject({ kind: z.literal("files"), question: name }),
  z.strictObject({ kind: z.literal("sum"), question: name, step: sumStep }),
  z.strictObject({ kind: z.literal("person"), question: name }),
  z.strictObject({ kind: z.literal("account"), question: name, account: name.optional() }),
  z.strictObject({ kind: z.literal("plain"), question: name }),
  z.strictObject({ kind: z.literal("place") }),
  z.strictObject({ kind: z.literal("preview") }),
  z.strictObject({ kind: z.literal("change") }),
  z.strictObject({ kind: z.literal("checking") }),
] as const;
const atPlace = z.discriminatedUnion("kind", places);
const atSchema = z.discriminatedUnion("kind", [
  ...places,
  z.strictObject({ kind: z.literal("resume"), back: atPlace }),
  z.strictObject({ kind: z.literal("cancel"), back: atPlace }),
]);
/** Pictures as they are stored, also outside a draft. */
export const mediaSchema = z.strictObject({
  uniqueId: name,
  fileId: name,
  kind: z.enum(["photo", "video"]),
  sentAs: z.enum(["photo", "document", "video"]),
  hash: z.string().optional(),
});
const paperSchema = z.strictObject({
  uniqueId: name,
  fileId: name,
  sentAs: z.enum(["photo", "document"]),
  name: name.optional(),
  kept: z.strictObject({ hash: name, mime: name, page: name.optional() }).optional(),
});
const draftSchema = z.strictObject({
  schema: z.literal(1),
  process: name,
  place: name.optional(),
  answers: z.unknown().transform(parseAnswers),
  media: z.array(mediaSchema).max(100),
  /** Absent in drafts of releases that knew no papers. */
  papers: z.array(paperSchema).max(100).default([]),
  over: whole,
  counted: z.boolean(),
  /** Where the dialogue stood is cheap to lose, the answers are not: an unknown place of an older release is the start. */
  at: atSchema.catch({ kind: "place" }),
  previewed: z.boolean(),
  split: z.boolean(),
  lastLine: whole,
  request: whole.optional(),
  copyOf: whole.optional(),
});

/** Reads a stored draft; throws when its answers can't be read. `at` of an older release becomes the choice of place. */
export function parseDraft(raw: unknown): Draft {
  return draftSchema.parse(raw) as unknown as Draft; // the brands exist at compile time only
}
