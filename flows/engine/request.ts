/** A request on its way: the fold of its log. Everything that a card shows stands here. */
import { total } from "../goods/money.ts";
import type {
  DepartmentId,
  Instant,
  Minor,
  PersonId,
  ProcessId,
  RequestId,
  StageId,
  VisaId,
} from "../ids.ts";
import type { Answers, Picture } from "./answers.ts";

/** open: visas are being collected · rework: the store mends it · held: decided, may be undone · ended · withdrawn. */
export const statuses = ["open", "rework", "held", "ended", "withdrawn"] as const;
export type Status = (typeof statuses)[number];

/** How a step ended: by its signer (first three), or without him. */
export const outcomes = ["approved", "rejected", "sent-back", "done", "not-needed", "carried"] as const;
export type Outcome = (typeof outcomes)[number];
export type Decision = "approved" | "rejected" | "sent-back";

/** A payment of the request's total, as somebody books it. */
export interface NewPayment {
  /** Calendar date `YYYY-MM-DD`. */
  readonly date: string;
  readonly sum: Minor;
  /** Number of the payment order. */
  readonly order?: string;
  /** Line of a bank statement that it was booked from (db/statement-lines). */
  readonly line?: number;
}
export interface BookedPayment extends NewPayment {
  /** Position among the request's payments, from 1; never used again. */
  readonly n: number;
  readonly by: PersonId;
  readonly at: Instant;
  /** Taken back: it counts no more. */
  readonly back?: { readonly by: PersonId; readonly at: Instant };
}

/** One visa in one round, or one task. */
export interface Step {
  /** Its name: a declared visa's, or the step of a task stage. */
  readonly visa: VisaId;
  readonly task?: true;
  readonly round: number;
  readonly openedAt: Instant;
  /** Asked when it was opened or added by escalation; who is entitled now is found anew at each tap. */
  readonly asked: readonly PersonId[];
  /** Signer's own answers on his card (prices, waybill …). */
  readonly answers: Answers;
  /** Who has it, where it was taken; his time counts from then. */
  readonly taken?: { readonly by: PersonId; readonly at: Instant };
  /** The colleague who was handed it, and whose step it is: handed on and on, it stays his; time counts from then. */
  readonly delegated?: { readonly to: PersonId; readonly by: PersonId; readonly at: Instant };
  /** Colleagues who were asked for an opinion and have not answered yet. */
  readonly consulted?: readonly { readonly of: PersonId; readonly by: PersonId; readonly at: Instant }[];
  readonly outcome?: Outcome;
  /** The signer; also for whom he signed, where he stood in for somebody. */
  readonly by?: PersonId;
  readonly forPerson?: PersonId;
  readonly closedAt?: Instant;
  readonly reason?: string;
  /** Hash of the content that was signed (D23). */
  readonly hash?: string;
  /** The open question to the store: while it stands, deadlines are paused. */
  readonly question?: { readonly by: PersonId; readonly text: string; readonly at: Instant };
  /** Working time is not counted inside these spans (questions answered). */
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly reminded: number;
  /** When last: what is reminded of again and again counts from then. */
  readonly remindedAt?: Instant;
  /** Levels escalated so far, and who was added by it. */
  readonly escalated: number;
  readonly added: readonly PersonId[];
  /** Administrators were told that nobody is left to sign. */
  readonly vacantTold: boolean;
}

export interface Talk {
  readonly visa: VisaId;
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: string;
  /** The store's answer to a signer, or a colleague's to another. */
  readonly kind: "question" | "answer" | "consulted" | "advice";
  /** The colleague who is asked. */
  readonly to?: PersonId;
}

export interface IssuedPaper {
  readonly document: string;
  /** «СП-2026-000017». */
  readonly number: string;
  /** Calendar date `YYYY-MM-DD` in the entity's time zone. */
  readonly date: string;
}

export interface Request {
  readonly id: RequestId;
  readonly process: ProcessId;
  readonly processVersion: number;
  readonly place: DepartmentId;
  readonly filer: PersonId;
  readonly filedAt: Instant;
  /** The rejected request that this one was copied from. */
  readonly copyOf?: RequestId;
  /** With signers' prices applied. */
  readonly answers: Answers;
  /** What changed at the last resubmission, by question. */
  readonly changed: readonly string[];
  /** The answers before the last resubmission, to show «2 → 3». */
  readonly before?: Answers;
  /** Photos that came after filing (F42). */
  readonly late: readonly Picture[];
  readonly stage: StageId;
  readonly status: Status;
  readonly round: number;
  /** Of all rounds, in order of opening. */
  readonly steps: readonly Step[];
  readonly talk: readonly Talk[];
  /** Everybody who filed or mended it: they sign nothing (O3). */
  readonly authors: readonly PersonId[];
  /** Why and by whom it was sent back, while in rework. */
  readonly rework?: {
    readonly visa: VisaId;
    readonly by: PersonId;
    readonly at: Instant;
    readonly text: string;
  };
  /** The decision that is held: which stage it leads to and when it takes effect. */
  readonly held?: { readonly stage: StageId; readonly until: Instant; readonly visa: VisaId };
  readonly endedAt?: Instant;
  /** Payments of its total, those taken back too. */
  readonly paid?: readonly BookedPayment[];
  readonly papers: readonly IssuedPaper[];
  /** Grows when the content that is signed changes; buttons carry it (F75). */
  readonly revision: number;
  /** Grows with every command; the store's lock (R6). */
  readonly version: number;
}

/** Minor units paid so far. */
export function paidSum(request: Pick<Request, "paid">): Minor {
  return total((request.paid ?? []).flatMap((one) => (one.back === undefined ? [one.sum] : [])));
}

/** Steps that still wait for somebody. */
export function openSteps(request: Request): readonly Step[] {
  return request.status === "open" ? request.steps.filter((step) => step.outcome === undefined) : [];
}
/** Visas of the round that is on. */
export function currentSteps(request: Request): readonly Step[] {
  return request.steps.filter((step) => step.round === request.round && step.task === undefined);
}
/** The step of that name in the round that is on. */
export function stepNamed(request: Request, name: VisaId): Step | undefined {
  return request.steps.find((step) => step.visa === name && step.round === request.round);
}
