/** What the dialogue asks now, as data: which words it is asked in is the interface's matter. */
import type { Country, Reason, Supplier } from "../company/company.ts";
import type { Answer, Answers, GoodsLine, KeptFile } from "../engine/answers.ts";
import type { Planned } from "../engine/file.ts";
import type { Question } from "../engine/questions.ts";
import type { Refusal } from "../engine/refusals.ts";
import type { InvoiceWarning } from "../invoices/warnings.ts";
import type { DepartmentId, Minor, QuestionId, RequestId } from "../ids.ts";
import type { Buttons } from "./input.ts";
import type { Progress } from "./order.ts";

/** One request that will come of the draft. */
export interface Part {
  readonly answers: Answers;
  readonly total: Minor;
  readonly unpriced: number;
}

export interface Preview {
  readonly kind: "preview";
  readonly place?: DepartmentId;
  /** Several when it is split by suppliers. */
  readonly parts: readonly Part[];
  /** Pictures not checked yet. */
  readonly pending: number;
  readonly missing: readonly QuestionId[];
  /** Whom it will go to; or why it would not start (O3). */
  readonly signers: readonly Planned[] | { readonly refusal: Refusal };
  /** Open requests of the same store with the same article. */
  readonly twins: readonly RequestId[];
  /** What speaks against an invoice. */
  readonly warnings: readonly InvoiceWarning[];
  /** The request that is being mended. */
  readonly request?: RequestId;
}

export type Ask =
  | { readonly kind: "place" }
  | { readonly kind: "goods-search" }
  | {
      readonly kind: "goods-list";
      readonly lines: readonly GoodsLine[];
      readonly total: Minor;
      readonly unpriced: number;
    }
  | { readonly kind: "models"; readonly text: string; readonly more: boolean }
  | { readonly kind: "sizes"; readonly model: string }
  /** `unit` absent: outside the catalogue, counted as the person says. */
  | { readonly kind: "quantity"; readonly name: string; readonly unit?: string; readonly price?: Minor }
  | {
      readonly kind: "confirm";
      readonly lines: readonly GoodsLine[];
      readonly total: Minor;
      readonly unpriced: number;
      readonly from: "text" | "table";
    }
  | { readonly kind: "outside"; readonly name: string }
  | { readonly kind: "pick-line"; readonly count: number }
  | { readonly kind: "line"; readonly line: GoodsLine }
  | { readonly kind: "reading" }
  | { readonly kind: "reason" }
  /** Reasons one by one: the line's place among the lines, from 1. */
  | { readonly kind: "line-reason"; readonly line: GoodsLine; readonly at: number; readonly of: number }
  | {
      readonly kind: "photos";
      readonly photos: number;
      readonly videos: number;
      readonly max: number;
      readonly needed: boolean;
      readonly because: readonly Reason[];
    }
  | { readonly kind: "supplier"; readonly own?: Supplier; readonly found: boolean }
  | { readonly kind: "split"; readonly suppliers: readonly string[] }
  | { readonly kind: "supplier-name" }
  | { readonly kind: "supplier-number"; readonly name: string; readonly country: Country }
  | {
      readonly kind: "plain";
      readonly question: Extract<Question, { kind: "text" | "date" | "choice" }>;
      readonly needed: boolean;
      readonly because: readonly Reason[];
      readonly given?: string;
      /** Calendar date that stands as the answer. */
      readonly day?: string;
    }
  | {
      readonly kind: "files";
      readonly files: readonly KeptFile[];
      readonly max: number;
      readonly needed: boolean;
    }
  | { readonly kind: "sum"; readonly given?: Extract<Answer, { kind: "sum" }> }
  | { readonly kind: "rate"; readonly sum: Minor }
  | { readonly kind: "vat"; readonly sum: Minor; readonly percent: number; readonly vat: Minor }
  /** `inside`: the tax as it is computed; `vat`: as it was typed. */
  | {
      readonly kind: "vat-differs";
      readonly percent: number;
      readonly inside: Minor;
      readonly vat: Minor;
    }
  | { readonly kind: "person" }
  | { readonly kind: "account"; readonly country: Country; readonly needed: boolean; readonly given?: string }
  | { readonly kind: "account-bank"; readonly account: string }
  | Preview
  | { readonly kind: "change" }
  | { readonly kind: "checking" }
  | { readonly kind: "resume"; readonly lines: number; readonly photos: number; readonly files: number }
  | { readonly kind: "cancel" };

export interface Prompt {
  readonly ask: Ask;
  readonly buttons: Buttons;
  /** Absent outside the questions of the form. */
  readonly progress?: Progress;
}
