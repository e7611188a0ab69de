/** Messages of their own that a decision sends, besides the cards. Worded in `bot`. */
import type { PersonId, RequestId, StageId, VisaId } from "../ids.ts";

export type Notice =
  /** The outcome, to the filer: what was decided, what to do now (D11). */
  | { readonly kind: "outcome"; readonly request: RequestId }
  | {
      readonly kind: "sent-back";
      readonly request: RequestId;
      readonly by: PersonId;
      readonly reason: string;
    }
  | {
      readonly kind: "question";
      readonly request: RequestId;
      readonly visa: VisaId;
      readonly by: PersonId;
      readonly text: string;
    }
  | {
      readonly kind: "answer";
      readonly request: RequestId;
      readonly visa: VisaId;
      readonly by: PersonId;
      readonly text: string;
    }
  /** `text`: what was written under them, if anything. */
  | {
      readonly kind: "late-photos";
      readonly request: RequestId;
      readonly count: number;
      readonly text?: string;
    }
  /** A stage that was reached and left, to the filer: «Счёт оплачен» (S1.15). */
  | { readonly kind: "passed"; readonly request: RequestId; readonly stage: StageId }
  /** The end of a request, to somebody who did a step of it: which of the stage's `tells` (S1.19). */
  | { readonly kind: "told"; readonly request: RequestId; readonly stage: StageId; readonly index: number }
  /** To the one who had it. */
  | { readonly kind: "taken-over"; readonly request: RequestId; readonly visa: VisaId; readonly by: PersonId }
  /** A colleague's opinion is asked; and given. */
  | {
      readonly kind: "consulted";
      readonly request: RequestId;
      readonly visa: VisaId;
      readonly by: PersonId;
      readonly text: string;
    }
  | {
      readonly kind: "advice";
      readonly request: RequestId;
      readonly visa: VisaId;
      readonly by: PersonId;
      readonly text: string;
    }
  /** To administrators (and the filer): nobody is left to sign this visa. */
  | { readonly kind: "nobody-to-sign"; readonly request: RequestId; readonly visa: VisaId }
  /** To administrators, once: the top of the ladder is reached and nobody acted. */
  | { readonly kind: "stuck"; readonly request: RequestId; readonly visa: VisaId };
