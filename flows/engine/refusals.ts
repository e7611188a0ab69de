/** Why a command was not carried out. Worded in `bot`, in the person's language. */
import type { Instant, Minor, PersonId, PostId, QuestionId, StageId, VisaId } from "../ids.ts";
import type { Outcome } from "./request.ts";

export type Refusal =
  /** There is none, or the person may not know of it. */
  | { readonly kind: "no-such-request" }
  | { readonly kind: "not-a-filer" }
  /** The person's post doesn't sign this (any more) (W4, F76). */
  | { readonly kind: "not-yours"; readonly visa: VisaId }
  /** He filed or mended it himself (O3). */
  | { readonly kind: "own-request" }
  /** One person gives one visa of a request (W3, F80). */
  | { readonly kind: "signed-other-visa" }
  /** A second tap of the same person: reads as success. */
  | { readonly kind: "already-yours"; readonly outcome: Outcome; readonly at: Instant }
  | {
      readonly kind: "already-decided";
      readonly outcome: Outcome;
      readonly by?: PersonId;
      readonly at: Instant;
    }
  /** A colleague has it (S1.9, D35). */
  | { readonly kind: "taken"; readonly by: PersonId; readonly at: Instant }
  /** It has to be taken first. */
  | { readonly kind: "not-taken" }
  /** There is nothing to give back or to take over. */
  | { readonly kind: "nobody-has-it" }
  /** More than is left to pay; minor units. */
  | { readonly kind: "pays-too-much"; readonly left: Minor }
  /** It is paid in part: first the payments are taken back. */
  | { readonly kind: "paid-already" }
  | { readonly kind: "no-such-payment" }
  | { readonly kind: "date-in-future" }
  /** This colleague can't be asked or handed it: he filed it, has it already, or is gone. */
  | { readonly kind: "not-a-colleague"; readonly person: PersonId }
  | { readonly kind: "ended"; readonly stage: StageId; readonly at: Instant }
  | { readonly kind: "withdrawn"; readonly at: Instant }
  | { readonly kind: "in-rework" }
  | { readonly kind: "not-in-rework" }
  /** The content changed since the card was drawn (F75). */
  | { readonly kind: "outdated" }
  | { readonly kind: "reason-required" }
  /** Lines without a price; `mine`: this signer is the one to price them. */
  | { readonly kind: "unpriced"; readonly lines: number; readonly mine: boolean }
  | { readonly kind: "not-filled"; readonly questions: readonly QuestionId[] }
  /** The form's answers are wrong for its questions. */
  | { readonly kind: "nobody-to-sign"; readonly visa: VisaId; readonly post?: PostId }
  | { readonly kind: "nothing-changed" }
  | { readonly kind: "question-open" }
  | { readonly kind: "no-question" }
  | { readonly kind: "too-late-to-withdraw" }
  | { readonly kind: "too-late-to-undo" }
  | { readonly kind: "too-many-photos"; readonly max: number }
  | { readonly kind: "rework-not-offered" };

export type RefusalKind = Refusal["kind"];
