/** What the dialogue has to say besides its next question: what went wrong with an answer, or what was done with it. */
import type { Country, Supplier } from "../company/company.ts";
import type { GoodsLine } from "../engine/answers.ts";
import type { MoneyRefusal } from "../goods/money.ts";
import type { QuantityRefusal } from "../goods/quantity.ts";
import type { SheetProblem } from "../sheets/problems.ts";
import type { QuestionId } from "../ids.ts";
import type { FileRefusal, OtherKind } from "./input.ts";

export type Remark =
  /** One of the answers offered is wanted here, or words that mean one of them. */
  | { readonly kind: "choose-one" }
  | { readonly kind: "wrong-kind"; readonly what: OtherKind }
  | FileRefusal
  | { readonly kind: "empty" }
  /** Lengths in characters. */
  | { readonly kind: "too-long"; readonly length: number; readonly max: number }
  // goods
  | { readonly kind: "added"; readonly lines: readonly GoodsLine[] }
  /** The same article stood there already: the quantities were added up. */
  | { readonly kind: "added-to"; readonly line: GoodsLine }
  /** An echoed line that was never confirmed: other goods were named instead. */
  | { readonly kind: "not-added"; readonly line: GoodsLine }
  | { readonly kind: "changed"; readonly line: GoodsLine }
  | { readonly kind: "removed"; readonly line: GoodsLine }
  | { readonly kind: "bad-quantity"; readonly why: QuantityRefusal["kind"]; readonly unit: string }
  | { readonly kind: "no-goods" }
  | { readonly kind: "no-such-line" }
  | { readonly kind: "too-many-lines"; readonly max: number }
  /** Pieces of a text that mean no goods for certain; the rest of it was understood. */
  | { readonly kind: "not-understood"; readonly pieces: readonly string[] }
  | { readonly kind: "product-gone" }
  /** Another store was chosen, whose entity doesn't sell these: they were taken out. */
  | { readonly kind: "not-sold-here"; readonly lines: readonly GoodsLine[] }
  // tables
  | { readonly kind: "table-problems"; readonly problems: readonly SheetProblem[] }
  | { readonly kind: "table-unreadable"; readonly said: string }
  | { readonly kind: "no-table-here" }
  | { readonly kind: "still-reading" }
  // photos
  | { readonly kind: "photo-needed"; readonly reasons: readonly string[] }
  | { readonly kind: "photos-refused"; readonly whys: readonly string[] }
  | { readonly kind: "photos-dropped"; readonly count: number }
  // papers
  /** A file that is neither a PDF nor a picture, sent where a paper is wanted. */
  | { readonly kind: "not-a-paper" }
  /** Sizes in bytes. */
  | { readonly kind: "paper-too-big"; readonly bytes: number; readonly maxBytes: number }
  | {
      readonly kind: "papers-refused";
      readonly refused: readonly { readonly name?: string; readonly why: string }[];
    }
  | { readonly kind: "paper-needed" }
  // sums, accounts
  | {
      readonly kind: "bad-sum";
      readonly why: MoneyRefusal["kind"] | "zero" | "other-currency";
    }
  /** A rate that was not in force on that day. */
  | { readonly kind: "bad-rate"; readonly date: string }
  | { readonly kind: "vat-above-sum" }
  | {
      readonly kind: "bad-account";
      readonly why: "form" | "check" | "iban" | "bank";
      readonly country: Country;
    }
  // other answers
  | { readonly kind: "answer-needed"; readonly reasons: readonly string[] }
  | { readonly kind: "bad-date" }
  /** Calendar dates: the last possible one, or the one of another question that is later. */
  | { readonly kind: "date-ahead"; readonly latest: string }
  | { readonly kind: "date-early"; readonly question: QuestionId; readonly earliest: string }
  | { readonly kind: "bad-number"; readonly country: Country }
  | { readonly kind: "supplier-known"; readonly supplier: Supplier }
  | { readonly kind: "supplier-added"; readonly supplier: Supplier }
  | { readonly kind: "no-such-supplier"; readonly text: string }
  // before sending
  /** Required answers that are not there: the request does not start (S0.19). */
  | { readonly kind: "missing"; readonly questions: readonly QuestionId[] }
  /** The catalogue changed since the preview was shown. */
  | { readonly kind: "prices-changed" };

export type RemarkKind = Remark["kind"];
