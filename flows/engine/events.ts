/** What the log keeps: each event has a schema, and an unknown one is refused at read, not guessed (R9, R10). */
import { z } from "zod";
import type { DepartmentId, Instant, PersonId, ProcessId, RequestId, StageId, VisaId } from "../ids.ts";
import { parseAnswers, picturesOf, type Answers, type Picture } from "./answers.ts";
import type { Decision, NewPayment } from "./request.ts";

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
  /** A task waits for somebody. */
  | (Happened & OfStep & { readonly kind: "task-opened"; readonly asked: readonly PersonId[] })
  /** `over`: it was taken over from this person. */
  | (Did & OfStep & { readonly kind: "taken"; readonly over?: PersonId })
  /** `by` absent: its holder has left. */
  | (Happened & OfStep & { readonly kind: "released"; readonly by?: PersonId })
  | (Did & OfStep & { readonly kind: "done"; readonly answers: Answers; readonly forPerson?: PersonId })
  | (Did & OfStep & { readonly kind: "paid"; readonly payment: NewPayment & { readonly n: number } })
  | (Did & OfStep & { readonly kind: "unpaid"; readonly n: number })
  /** A payment that made up the sum was taken back: what was done is to be done again. */
  | (Happened & OfStep & { readonly kind: "reopened" })
  | (Did & OfStep & { readonly kind: "delegated"; readonly to: PersonId })
  | (Did & OfStep & { readonly kind: "consulted"; readonly to: PersonId; readonly text: string })
  | (Did & OfStep & { readonly kind: "advised"; readonly to: PersonId; readonly text: string })
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
  /** `text` absent: nothing was written under them. */
  | (Did & { readonly kind: "attached"; readonly pictures: readonly Picture[]; readonly text?: string })
  | (Happened & OfStep & { readonly kind: "held"; readonly stage: StageId; readonly until: Instant })
  /** The decision of this step is taken back; siblings that it closed open again. */
  | (Did &
      OfStep & {
        readonly kind: "undone";
        /** Stands there again; absent: where it stood. */ readonly stage?: StageId;
      })
  | (Did & { readonly kind: "withdrawn" })
  | (Happened & {
      readonly kind: "paper-issued";
      readonly document: string;
      readonly number: string;
      readonly date: string;
    })
  | (Happened & { readonly kind: "ended"; readonly stage: StageId });

export type EventKind = Event["kind"];

const who = z.string().min(1);
const instant = z.number().int().safe();
const did = { at: instant, by: who };
const happened = { at: instant };
const ofStep = { visa: who, round: z.number().int().positive() };
const answers = z.unknown().transform(parseAnswers);
const pictures = z.unknown().transform((raw) => picturesIn(raw));
const numbered = z.string().min(1);
const counted = z.number().int().positive().safe();

const eventSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...did,
    kind: z.literal("filed"),
    id: z.number().int().positive(),
    process: who,
    processVersion: z.number().int().positive(),
    place: who,
    answers,
    copyOf: z.number().int().positive().optional(),
  }),
  z.strictObject({ ...happened, kind: z.literal("stage-entered"), stage: who }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("step-opened"), asked: z.array(who) }),
  z.strictObject({
    ...happened,
    ...ofStep,
    kind: z.literal("step-carried"),
    by: who,
    forPerson: who.optional(),
    hash: who,
    signedAt: instant,
  }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("filled"), answers }),
  z.strictObject({
    ...did,
    ...ofStep,
    kind: z.literal("signed"),
    outcome: z.enum(["approved", "rejected", "sent-back"]),
    forPerson: who.optional(),
    reason: z.string().optional(),
    hash: who,
  }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("step-closed") }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("task-opened"), asked: z.array(who) }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("taken"), over: who.optional() }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("released"), by: who.optional() }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("done"), answers, forPerson: who.optional() }),
  z.strictObject({
    ...did,
    ...ofStep,
    kind: z.literal("paid"),
    payment: z.strictObject({
      n: counted,
      date: z.iso.date(),
      sum: counted,
      order: z.string().min(1).optional(),
      line: counted.optional(),
    }),
  }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("unpaid"), n: counted }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("reopened") }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("delegated"), to: who }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("consulted"), to: who, text: z.string() }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("advised"), to: who, text: z.string() }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("asked"), text: z.string() }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("answered"), text: z.string() }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("reminded"), people: z.array(who) }),
  z.strictObject({
    ...happened,
    ...ofStep,
    kind: z.literal("escalated"),
    level: z.number().int().positive(),
    to: who.optional(),
  }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("reassigned"), asked: z.array(who) }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("vacant") }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("sent-back"), reason: z.string() }),
  z.strictObject({ ...did, kind: z.literal("resubmitted"), answers, changed: z.array(who) }),
  z.strictObject({ ...did, kind: z.literal("attached"), pictures, text: z.string().min(1).optional() }),
  z.strictObject({ ...happened, ...ofStep, kind: z.literal("held"), stage: who, until: instant }),
  z.strictObject({ ...did, ...ofStep, kind: z.literal("undone"), stage: who.optional() }),
  z.strictObject({ ...did, kind: z.literal("withdrawn") }),
  z.strictObject({
    ...happened,
    kind: z.literal("paper-issued"),
    document: who,
    number: numbered,
    date: z.iso.date(),
  }),
  z.strictObject({ ...happened, kind: z.literal("ended"), stage: who }),
]);

/** Reads one event of the log. Throws on an unknown kind or a wrong shape: the log is never guessed at. */
export function parseEvent(raw: unknown): Event {
  return eventSchema.parse(raw) as unknown as Event; // the brands exist at compile time only
}

function picturesIn(raw: unknown): readonly Picture[] {
  return picturesOf(parseAnswers({ pictures: { kind: "photos", pictures: raw } }));
}
