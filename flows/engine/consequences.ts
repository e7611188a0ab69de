/** Who must see or hear what, after events: pure, and the only place that knows (design: the engine on one page). */
import type { Instant, PersonId, RequestId, VisaId } from "../ids.ts";

/** A message of its own, besides the card. Worded in `bot`. */
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
  | { readonly kind: "late-photos"; readonly request: RequestId; readonly count: number }
  /** To administrators (and the filer): nobody is left to sign this visa. */
  | { readonly kind: "nobody-to-sign"; readonly request: RequestId; readonly visa: VisaId }
  /** To administrators, once: the top of the ladder is reached and nobody acted. */
  | { readonly kind: "stuck"; readonly request: RequestId; readonly visa: VisaId };

export type Consequence =
  /** This person's card of the request shows something else now; `ring`: send it anew, with sound (an edit makes none). */
  | { readonly kind: "card"; readonly person: PersonId; readonly ring: boolean }
  | { readonly kind: "notice"; readonly person: PersonId; readonly notice: Notice }
  /** One line of the person's next reminder; a run merges them into one message (design). */
  | { readonly kind: "reminder"; readonly person: PersonId; readonly visa: VisaId; readonly since: Instant }
  /** A paper was issued: print it, then hand it to these people. */
  | {
      readonly kind: "document";
      readonly document: string;
      readonly number: string;
      readonly to: readonly PersonId[];
    };
