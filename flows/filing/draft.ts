/** An unfinished request: the answers so far and where the dialogue stands. Kept answer by answer, over restarts and releases. */
import { z } from "zod";
import { goodsOf, parseAnswers, type Answers, type GoodsLine } from "../engine/answers.ts";
import type { DepartmentId, FileHash, ProcessId, QuestionId, RequestId, Sku, Thousandths } from "../ids.ts";

/** A photo or video as it came, perhaps not fetched and checked yet. Telegram's unique id makes the same one count once. */
export interface Media {
  readonly uniqueId: string;
  readonly fileId: string;
  readonly kind: "photo" | "video";
  readonly sentAs: "photo" | "document" | "video";
  /** Known already: it belonged to the request that is being mended. */
  readonly hash?: FileHash;
}

/** What a quantity is asked for. */
export type Wanted = { readonly sku: Sku } | { readonly name: string };

/** A quantity typed with the goods, before it is known in what they are counted. */
export interface TypedQuantity {
  readonly thousandths: Thousandths;
  readonly unit?: string;
}

/** Inside the goods question. */
export type GoodsStep =
  /** The lines so far; any text searches for more. */
  | { readonly kind: "list" }
  | {
      readonly kind: "models";
      readonly text: string;
      readonly size?: string;
      readonly quantity?: TypedQuantity;
    }
  | { readonly kind: "sizes"; readonly model: string; readonly quantity?: TypedQuantity }
  | { readonly kind: "quantity"; readonly wanted: Wanted; readonly line?: number }
  /** Lines read from a typed text or a table, echoed back before they are taken. */
  | { readonly kind: "confirm"; readonly lines: readonly GoodsLine[]; readonly from: "text" | "table" }
  | { readonly kind: "outside"; readonly name: string; readonly quantity?: TypedQuantity }
  | { readonly kind: "pick-line" }
  | { readonly kind: "line"; readonly line: number }
  /** A table was sent; it is fetched and read by a job. */
  | { readonly kind: "reading"; readonly uniqueId: string };

export type SupplierStep =
  | { readonly kind: "pick"; readonly text?: string }
  | { readonly kind: "split" }
  | { readonly kind: "new-name" }
  | { readonly kind: "new-number"; readonly name: string };

/** At a question of the form. */
export type AtQuestion =
  | { readonly kind: "goods"; readonly question: QuestionId; readonly step: GoodsStep }
  /** `line`: reasons are being given one by one, and this line's is asked. */
  | { readonly kind: "reason"; readonly question: QuestionId; readonly line?: number }
  | { readonly kind: "photos"; readonly question: QuestionId }
  | { readonly kind: "supplier"; readonly question: QuestionId; readonly step: SupplierStep }
  /** Text, date and choice: one answer, nothing inside. */
  | { readonly kind: "plain"; readonly question: QuestionId };

export type AtPlace =
  | AtQuestion
  | { readonly kind: "place" }
  | { readonly kind: "preview" }
  /** Which answer to change. */
  | { readonly kind: "change" }
  /** Sent by the person; goes off when all pictures are checked. */
  | { readonly kind: "checking" };

export type At =
  | AtPlace
  /** «Продолжить черновик?» */
  | { readonly kind: "resume"; readonly back: AtPlace }
  /** «Сохранить черновик?» */
  | { readonly kind: "cancel"; readonly back: AtPlace };

export interface Draft {
  readonly schema: 1;
  readonly process: ProcessId;
  /** Absent: not chosen yet. */
  readonly place?: DepartmentId;
  /** Photos stand in `media` until they are checked; a photos answer here is only ever "skipped". */
  readonly answers: Answers;
  readonly media: readonly Media[];
  /** Pictures that came beyond the allowed number and were not taken. */
  readonly over: number;
  /** The counter of photos stands below the last question: the next picture only edits it. */
  readonly counted: boolean;
  readonly at: At;
  /** The preview was seen: a changed answer leads back to it. */
  readonly previewed: boolean;
  /** To be filed as one request per supplier. */
  readonly split: boolean;
  /** The highest number given to a line: numbers are never reused. */
  readonly lastLine: number;
  /** The request that is being mended. */
  readonly request?: RequestId;
  /** The rejected request that this one started from. */
  readonly copyOf?: RequestId;
}

/** The beginning of a form; `at` is set by whoever starts it. */
export function emptyDraft(process: ProcessId, at: At): Draft {
  return {
    schema: 1,
    process,
    answers: {},
    media: [],
    over: 0,
    counted: false,
    at,
    previewed: false,
    split: false,
    lastLine: 0,
  };
}

/** Whether anything would be lost with it. */
export function hasContent(draft: Draft): boolean {
  return draft.media.length > 0 || Object.values(draft.answers).some((answer) => answer.kind !== "skipped");
}

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
const places = [
  z.strictObject({ kind: z.literal("goods"), question: name, step: goodsStep }),
  z.strictObject({ kind: z.literal("reason"), question: name, line: whole.optional() }),
  z.strictObject({ kind: z.literal("photos"), question: name }),
  z.strictObject({ kind: z.literal("supplier"), question: name, step: supplierStep }),
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
const draftSchema = z.strictObject({
  schema: z.literal(1),
  process: name,
  place: name.optional(),
  answers: z.unknown().transform(parseAnswers),
  media: z.array(mediaSchema).max(100),
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
