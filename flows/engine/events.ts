/** What the log keeps: each event has a schema, and an unknown one is refused at read, not guessed (R9, R10). */
import { z } from "zod";
import type { DepartmentId, Instant, PersonId, ProcessId, RequestId, StageId, VisaId } from "../ids.ts";
import { parseAnswers, type Answers, type Picture } from "./answers.ts";
import type { Decision } from "./request.ts";

interface Did {
  readonly at: Instant;
  readonly by: PersonId;
}
interface Happened {
  readonly at: Instant;
}
interface OfStep {
  readonly visa: VisaId;
  readonly round: number;
}
export type Event =
  | (Did & {
      readonly kind: "filed";
      readonly id: RequestId;
      readonly process: ProcessId;
      readonly processVersion: number;
      readonly place: DepartmentId;
      readonly answers: Answers;
      readonly copyOf?: RequestId;
    })
  | (Happened & { readonly kind: "stage-entered"; readonly stage: StageId })
  | (Happened & OfStep & { readonly kind: "step-opened"; readonly asked: readonly PersonId[] })
  /** An approval of an earlier round that still covers what is there. */
  | (Happened &
      OfStep & {
        readonly kind: "step-carried";
        readonly by: PersonId;
        readonly forPerson?: PersonId;
        readonly hash: string;
        readonly signedAt: Instant;
      })
  | (Did & OfStep & { readonly kind: "filled"; readonly answers: Answers })
  | (Did &
      OfStep & {
        readonly kind: "signed";
        readonly outcome: Decision;
        readonly forPerson?: PersonId;
        readonly reason?: string;
        readonly hash: string;
      })
  | (Happened & OfStep & { readonly kind: "step-closed" })
  | (Did & OfStep & { readonly kind: "asked"; readonly text: string })
  | (Did & OfStep & { readonly kind: "answered"; readonly text: string })
  | (Happened & OfStep & { readonly kind: "reminded"; readonly people: readonly PersonId[] })
  /** `to` absent: the top is reached, administrators hear. */
  | (Happened & OfStep & { readonly kind: "escalated"; readonly level: number; readonly to?: PersonId })
  | (Happened & OfStep & { readonly kind: "reassigned"; readonly asked: readonly PersonId[] })
  /** Nobody is left to sign; administrators hear. */
  | (Happened & OfStep & { readonly kind: "vacant" })
  | (Did & OfStep & { readonly kind: "sent-back"; readonly reason: string })
  | (Did & { readonly kind: "resubmitted"; readonly answers: Answers; readonly changed: readonly string[] })
  | (Did & { readonly kind: "attached"; readonly pictures: readonly Picture[] })
  | (Happened & OfStep & { readonly kind: "held"; readonly stage: StageId; readonly until: Instant })
  /** The decision of this step is taken back; siblings that it closed open again. */
  | (Did & OfStep & { readonly kind: "undone" })
  | (Did & { readonly kind: "withdrawn" })
  | (Happened & {
      readonly kind: "paper-issued";
      readonly document: string;
      readonly number: string;
      readonly date: string;
    })
  | (Happened & { readonly kind: "ended"; readonly stage: StageId });

export type EventKind = Event["kind"];
