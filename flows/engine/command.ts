/** What can be asked of a request. Each carries who and when; `seen` is the revision on the card that was tapped. */
import type { DepartmentId, Instant, PersonId, RequestId, VisaId } from "../ids.ts";
import type { Answers, Picture } from "./answers.ts";
import type { Decision, NewPayment } from "./request.ts";

interface Given {
  readonly by: PersonId;
  readonly at: Instant;
}
export type Command =
  | (Given & {
      readonly kind: "file";
      readonly place: DepartmentId;
      readonly answers: Answers;
      readonly copyOf?: RequestId;
    })
  /** `reason` is wanted for rejected and sent-back (O2). */
  | (Given & {
      readonly kind: "sign";
      readonly visa: VisaId;
      readonly decision: Decision;
      readonly reason?: string;
      readonly seen: number;
    })
  /** A signer answers questions of his own card; merged into what he gave before. */
  | (Given & { readonly kind: "fill"; readonly visa: VisaId; readonly answers: Answers })
  /** Takes a shared visa or a task; `over`: takes it over from this person, who has it (logged as that). */
  | (Given & { readonly kind: "take"; readonly visa: VisaId; readonly over?: PersonId })
  /** Gives back what he took. */
  | (Given & { readonly kind: "release"; readonly visa: VisaId })
  /** Says that his task is done; `answers` are merged into what he gave before. */
  | (Given & { readonly kind: "finish"; readonly visa: VisaId; readonly answers: Answers })
  /** Books a payment of the request's total; the last one ends the task. */
  | (Given & { readonly kind: "pay"; readonly visa: VisaId; readonly payment: NewPayment })
  /** Takes a booked payment back while the task is open. */
  | (Given & { readonly kind: "unpay"; readonly visa: VisaId; readonly n: number })
  /** Hands his step to a colleague, who acts for him. */
  | (Given & { readonly kind: "delegate"; readonly visa: VisaId; readonly to: PersonId })
  /** Asks a colleague for his opinion; the turn stays (D21). */
  | (Given & {
      readonly kind: "consult";
      readonly visa: VisaId;
      readonly to: PersonId;
      readonly text: string;
    })
  | (Given & { readonly kind: "advise"; readonly visa: VisaId; readonly text: string })
  | (Given & { readonly kind: "ask"; readonly visa: VisaId; readonly text: string })
  | (Given & { readonly kind: "reply"; readonly visa: VisaId; readonly text: string })
  /** The store's mended answers, whole. */
  | (Given & { readonly kind: "resubmit"; readonly answers: Answers })
  /** `text`: what was written under the photos; may be empty. */
  | (Given & { readonly kind: "attach"; readonly pictures: readonly Picture[]; readonly text: string })
  | (Given & { readonly kind: "withdraw" })
  | (Given & { readonly kind: "undo" })
  /** Time has passed: reminders, escalations, the end of a hold. */
  | { readonly kind: "tick"; readonly at: Instant }
  /** The company changed: people asked anew. */
  | { readonly kind: "reassess"; readonly at: Instant };
