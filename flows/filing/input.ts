/** What a person can give the dialogue, and every button it offers. A button is a label: pressing it is typing it. */
import type { Supplier } from "../company/company.ts";
import type {
  DepartmentId,
  PersonId,
  ProcessId,
  QuestionId,
  RequestId,
  Sku,
  SupplierId,
  Thousandths,
} from "../ids.ts";
import type { Media, Paper } from "./draft.ts";
import type { TableRead } from "./goods-table.ts";

export type Button =
  | { readonly kind: "back" }
  | { readonly kind: "next" }
  | { readonly kind: "skip" }
  | { readonly kind: "later" }
  | { readonly kind: "cancel" }
  | { readonly kind: "done" }
  | { readonly kind: "place"; readonly place: DepartmentId }
  | { readonly kind: "model"; readonly model: string }
  /** `name`: what tells it from its neighbours, usually the size. */
  | { readonly kind: "product"; readonly sku: Sku; readonly name: string }
  /** `unit` is shown where it isn't settled yet. */
  | { readonly kind: "quantity"; readonly quantity: Thousandths; readonly unit?: string }
  | { readonly kind: "right" }
  | { readonly kind: "right-and-done" }
  | { readonly kind: "mend-line" }
  | { readonly kind: "add-outside" }
  | { readonly kind: "change-lines" }
  | {
      readonly kind: "line";
      readonly line: number;
      /** Its place among the lines, from 1: what the person sees and may type. */
      readonly at: number;
      readonly name: string;
      readonly quantity: Thousandths;
      readonly unit: string;
    }
  | { readonly kind: "change-quantity" }
  | { readonly kind: "change-reason" }
  | { readonly kind: "remove" }
  | { readonly kind: "reason"; readonly code: string }
  | { readonly kind: "different-reasons" }
  | { readonly kind: "one-reason" }
  | { readonly kind: "drop-last-photo" }
  | { readonly kind: "drop-photos" }
  /** `own`: it is asked whether this one is right. */
  | { readonly kind: "supplier"; readonly supplier: SupplierId; readonly name: string; readonly own?: true }
  | { readonly kind: "new-supplier" }
  | { readonly kind: "split"; readonly count: number }
  | { readonly kind: "together" }
  | { readonly kind: "option"; readonly option: string }
  | { readonly kind: "day"; readonly day: "today" | "yesterday"; readonly date: string }
  /** So many days from now: when something falls due. */
  | { readonly kind: "ahead"; readonly days: number; readonly date: string }
  /** `percent` absent: without VAT. */
  | { readonly kind: "rate"; readonly percent?: number }
  /** The tax is on the paper as it was typed. */
  | { readonly kind: "as-on-paper" }
  /** `person` absent: any of them. */
  | { readonly kind: "person"; readonly person?: PersonId }
  | { readonly kind: "submit" }
  | { readonly kind: "change" }
  | { readonly kind: "question"; readonly question: QuestionId }
  | { readonly kind: "change-place" }
  | { readonly kind: "resume" }
  | { readonly kind: "start-over" }
  | { readonly kind: "keep-draft" }
  | { readonly kind: "delete-draft" }
  /** Of photos that belong to no form yet. */
  | { readonly kind: "attach"; readonly request: RequestId }
  | { readonly kind: "process"; readonly process: ProcessId }
  | { readonly kind: "not-needed" };

export type ButtonKind = Button["kind"];
export type Buttons = readonly (readonly Button[])[];

/** Messages that no question takes. */
export const otherKinds = ["sticker", "voice", "location", "contact", "animation", "poll", "other"] as const;
export type OtherKind = (typeof otherKinds)[number];

/** Why a file was not even noted. */
export type FileRefusal =
  | { readonly kind: "file-too-big"; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: "unknown-file" }
  /** A picture format that nothing here reads (domain 8). */
  | { readonly kind: "heic" };

export type Input =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "press"; readonly button: Button }
  /** `name`: of a picture that was sent as a file, cleaned. */
  | {
      readonly kind: "picture";
      readonly media: Media;
      readonly caption?: string;
      readonly name?: string;
    }
  | { readonly kind: "paper"; readonly paper: Paper; readonly caption?: string }
  /** A table of goods, to be fetched by a job. */
  | { readonly kind: "table"; readonly uniqueId: string }
  | { readonly kind: "table-read"; readonly uniqueId: string; readonly read: TableRead }
  | { readonly kind: "file-refused"; readonly refusal: FileRefusal }
  | { readonly kind: "other"; readonly what: OtherKind }
  /** A picture or paper was checked. */
  | { readonly kind: "settled" }
  /** The new supplier was entered in the books. */
  | { readonly kind: "supplier-added"; readonly supplier: Supplier };
