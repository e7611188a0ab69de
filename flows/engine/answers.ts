/** Answers to a form's questions, as a request stores them. Parsed once where they enter (chat, file, store). */
import { z } from "zod";
import { sumOf, total } from "../goods/money.ts";
import type { FileHash, Minor, PersonId, Sku, SupplierId, Thousandths } from "../ids.ts";

/** One line of goods. The price is the catalogue's; a line outside the catalogue has none until a signer prices it. */
export interface GoodsLine {
  /** Number of the line inside the request, from 1, never reused. */
  readonly line: number;
  /** Absent: outside the catalogue. */
  readonly sku?: Sku;
  readonly name: string;
  readonly barcode?: string;
  readonly unit: string;
  readonly quantity: Thousandths;
  readonly price?: Minor;
  readonly vat?: number;
  readonly supplier?: SupplierId;
  /** Code of domain 5.8 where the request has different reasons per line. */
  readonly reason?: string;
}

/** A photo (or a video, kept as an extra), already fetched and checked. */
export interface Picture {
  readonly hash: FileHash;
  readonly kind: "photo" | "video";
  /** Telegram's ids: good for sending again without an upload, for this bot. */
  readonly fileId: string;
  readonly uniqueId: string;
  /** As Telegram stored it: decides by which method it is sent again. */
  readonly sentAs: "photo" | "document" | "video";
}

/** A paper as it came, kept under its hash. */
export interface KeptFile {
  readonly hash: FileHash;
  /** As its sender called it, cleaned for showing (F49). */
  readonly name: string;
  readonly mime: string;
  /** Telegram's ids: good for sending again without an upload, for this bot. */
  readonly fileId: string;
  readonly uniqueId: string;
  readonly sentAs: "photo" | "document";
  /** A picture of its first page, in `DATA_DIR/files`: shown on cards. A photo is its own. */
  readonly page?: FileHash;
}

export interface SupplierAnswer {
  readonly id: SupplierId;
  /** As it was called when the answer was given. */
  readonly name: string;
}

export type Answer =
  | { readonly kind: "goods"; readonly lines: readonly GoodsLine[] }
  /** `code` absent: each line has its own. */
  | { readonly kind: "reason"; readonly code?: string }
  | { readonly kind: "photos"; readonly pictures: readonly Picture[] }
  | { readonly kind: "supplier"; readonly supplier: SupplierAnswer }
  | { readonly kind: "text"; readonly text: string }
  /** Calendar date `YYYY-MM-DD`. */
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "choice"; readonly option: string }
  /** Prices that a signer gave to unpriced lines: minor units by line number. */
  | { readonly kind: "prices"; readonly prices: Readonly<Record<string, Minor>> }
  | { readonly kind: "files"; readonly files: readonly KeptFile[] }
  /** Minor units, VAT included; `vat` absent: without VAT. `vatSum` as written on the paper, never "corrected" (domain 3). */
  | {
      readonly kind: "sum";
      readonly sum: Minor;
      readonly vat?: { readonly percent: number; readonly sum: Minor };
    }
  /** `person` absent: any of them. */
  | { readonly kind: "person"; readonly person?: PersonId }
  /** Account of 20 digits with the bank's БИК, or an IBAN alone. */
  | { readonly kind: "account"; readonly account: string; readonly bank?: string }
  | { readonly kind: "skipped" };

export type Answers = Readonly<Record<string, Answer>>;

const whole = z.number().int().safe();
const goodsLine = z.strictObject({
  line: whole.positive(),
  sku: z.string().optional(),
  name: z.string().min(1).max(300),
  barcode: z.string().optional(),
  unit: z.string().min(1).max(20),
  quantity: whole.positive().max(1_000_000_000),
  price: whole.nonnegative().optional(),
  vat: whole.min(0).max(100).optional(),
  supplier: z.string().optional(),
  reason: z.string().optional(),
});
const picture = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(["photo", "video"]),
  fileId: z.string().min(1),
  uniqueId: z.string().min(1),
  sentAs: z.enum(["photo", "document", "video"]),
});
const keptFile = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(300),
  mime: z.string().min(1),
  fileId: z.string().min(1),
  uniqueId: z.string().min(1),
  sentAs: z.enum(["photo", "document"]),
  page: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
const answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("goods"), lines: z.array(goodsLine).max(500) }),
  z.strictObject({ kind: z.literal("reason"), code: z.string().optional() }),
  z.strictObject({ kind: z.literal("photos"), pictures: z.array(picture).max(30) }),
  z.strictObject({
    kind: z.literal("supplier"),
    supplier: z.strictObject({ id: z.string(), name: z.string() }),
  }),
  z.strictObject({ kind: z.literal("text"), text: z.string().max(1000) }),
  z.strictObject({ kind: z.literal("date"), date: z.iso.date() }),
  z.strictObject({ kind: z.literal("choice"), option: z.string() }),
  z.strictObject({ kind: z.literal("prices"), prices: z.record(z.string(), whole.nonnegative()) }),
  z.strictObject({ kind: z.literal("files"), files: z.array(keptFile).max(30) }),
  z.strictObject({
    kind: z.literal("sum"),
    sum: whole.positive(),
    vat: z.strictObject({ percent: whole.min(0).max(100), sum: whole.nonnegative() }).optional(),
  }),
  z.strictObject({ kind: z.literal("person"), person: z.string().min(1).optional() }),
  z.strictObject({
    kind: z.literal("account"),
    account: z.string().regex(/^(\d{20}|[A-Z]{2}\d{2}[A-Z0-9]{11,30})$/),
    bank: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
  }),
  z.strictObject({ kind: z.literal("skipped") }),
]);

/** Reads answers from a JSON column or a border; throws on anything else (F110). */
export function parseAnswers(raw: unknown): Answers {
  return z.record(z.string(), answer).parse(raw) as unknown as Answers; // the brands exist at compile time only
}

/** Sum of a line in minor units, rounded half up; undefined while it has no price. */
export function lineSum(line: Pick<GoodsLine, "quantity" | "price">): Minor | undefined {
  return line.price === undefined ? undefined : sumOf(line.price, line.quantity);
}

/** The goods of a request (the answer to its goods question), signers' prices applied; [] where it has none. */
export function goodsOf(answers: Answers): readonly GoodsLine[] {
  for (const given of Object.values(answers)) if (given.kind === "goods") return given.lines;
  return [];
}

/** What the request is about in minor units: the sum of a paper, else that of the priced lines; and how many lines have no price yet. */
export function totalOf(answers: Answers): { readonly total: Minor; readonly unpriced: number } {
  for (const given of Object.values(answers))
    if (given.kind === "sum") return { total: given.sum, unpriced: 0 };
  const sums = goodsOf(answers).map(lineSum);
  const priced = sums.filter((sum) => sum !== undefined);
  return { total: total(priced), unpriced: sums.length - priced.length };
}

export function picturesOf(answers: Answers): readonly Picture[] {
  for (const given of Object.values(answers)) if (given.kind === "photos") return given.pictures;
  return [];
}

/** The papers of a request, in the order of its answers. */
export function filesOf(answers: Answers): readonly KeptFile[] {
  return Object.values(answers).flatMap((given) => (given.kind === "files" ? given.files : []));
}

/** Videos are an extra, not in place of a photo; the papers show none of them. */
const videosMax = 3;

/** Whether a picture is added, or stood there already (the same one counts once), or comes beyond the number of its kind. */
export function addPicture<P extends Pick<Picture, "uniqueId" | "kind">>(
  pictures: readonly P[],
  added: P,
  photosMax: number,
):
  | { readonly kind: "added"; readonly pictures: readonly P[] }
  | { readonly kind: "known" }
  | { readonly kind: "over" } {
  if (pictures.some((known) => known.uniqueId === added.uniqueId)) return { kind: "known" };
  const alike = pictures.filter((known) => known.kind === added.kind).length;
  if (alike >= (added.kind === "photo" ? photosMax : videosMax)) return { kind: "over" };
  return { kind: "added", pictures: [...pictures, added] };
}
