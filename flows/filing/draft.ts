/** An unfinished request: the answers so far and where the dialogue stands. Kept answer by answer, over restarts and releases. */
import type { Answers, GoodsLine } from "../engine/answers.ts";
import type {
  DepartmentId,
  FileHash,
  Minor,
  ProcessId,
  QuestionId,
  RequestId,
  Sku,
  Thousandths,
} from "../ids.ts";

/** A photo or video as it came, perhaps not fetched and checked yet. Telegram's unique id makes the same one count once. */
export interface Media {
  readonly uniqueId: string;
  readonly fileId: string;
  readonly kind: "photo" | "video";
  readonly sentAs: "photo" | "document" | "video";
  /** Known already: it belonged to the request that is being mended. */
  readonly hash?: FileHash;
}

/** A PDF or a photo of a page as it came, perhaps not fetched and opened yet. */
export interface Paper {
  readonly uniqueId: string;
  readonly fileId: string;
  readonly sentAs: "photo" | "document";
  /** As its sender called it, cleaned (F49); a photo has none. */
  readonly name?: string;
  /** Known already: it belonged to the request that this one began from. */
  readonly kept?: { readonly hash: FileHash; readonly mime: string; readonly page?: FileHash };
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

/** Inside the question about a sum: the sum, the rate, the tax of that rate, and whether another tax is really on the paper. */
export type SumStep =
  | { readonly kind: "sum" }
  | { readonly kind: "rate"; readonly sum: Minor }
  | { readonly kind: "vat"; readonly sum: Minor; readonly percent: number }
  | { readonly kind: "confirm"; readonly sum: Minor; readonly percent: number; readonly vat: Minor };

/** At a question of the form. */
export type AtQuestion =
  | { readonly kind: "goods"; readonly question: QuestionId; readonly step: GoodsStep }
  /** `line`: reasons are being given one by one, and this line's is asked. */
  | { readonly kind: "reason"; readonly question: QuestionId; readonly line?: number }
  | { readonly kind: "photos"; readonly question: QuestionId }
  | { readonly kind: "supplier"; readonly question: QuestionId; readonly step: SupplierStep }
  | { readonly kind: "files"; readonly question: QuestionId }
  | { readonly kind: "sum"; readonly question: QuestionId; readonly step: SumStep }
  | { readonly kind: "person"; readonly question: QuestionId }
  /** `account`: given, and its bank is asked. */
  | { readonly kind: "account"; readonly question: QuestionId; readonly account?: string }
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
  /** Likewise the papers of a files question. */
  readonly papers: readonly Paper[];
  /** Pictures or papers that came beyond the allowed number and were not taken. */
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
    papers: [],
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
  const { length } = [...draft.media, ...draft.papers];
  return length > 0 || Object.values(draft.answers).some((answer) => answer.kind !== "skipped");
}
