/** Work that somebody does: taken by the first to come, given back, taken over, paid, done (S1.9, S1.14, D35). */
import { localDate } from "../company/calendar.ts";
import { entityOf } from "../company/places.ts";
import { isActive } from "../company/directory.ts";
import type { Company } from "../company/company.ts";
import { id, units, type Minor, type PersonId, type StageId } from "../ids.ts";
import { addressedBy, candidates } from "./addressees.ts";
import { totalOf } from "./answers.ts";
import type { Command } from "./command.ts";
import type { Context } from "./context.ts";
import { decided, refused, type Decided } from "./decided.ts";
import { barrier } from "./entitled.ts";
import type { Event } from "./events.ts";
import { evolve } from "./evolve.ts";
import { missing } from "./form.ts";
import { taskStage, visasStage, type Process, type TaskStage } from "./process.ts";
import type { Refusal } from "./refusals.ts";
import { paidSum, stepNamed, type Request, type Step } from "./request.ts";
import { enter } from "./stages.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;
const taskOf = (process: Process, request: Request): TaskStage | undefined =>
  taskStage(process, request.stage);

/** The first to come has it; a second is told who. Taking over from a colleague is said outright, never by a slow tap. */
export function take(process: Process, request: Request, command: Of<"take">, context: Context): Decided {
  const { by, visa, over } = command;
  const step = stepNamed(request, visa);
  const of = { kind: "taken", at: context.now, by, visa, round: request.round } as const;
  if (over !== undefined) {
    const refusal = notToTakeOver(process, request, step, command, context);
    return refusal === undefined ? decided([{ ...of, over }]) : refused(refusal);
  }
  const refusal = barrier(process, request, by, visa, context);
  if (refusal !== undefined) return refused(refusal);
  if (step?.taken?.by === by) return refused({ kind: "taken", by, at: step.taken.at });
  const shared = visasStage(process, request.stage)?.visas[visa]?.shared === true;
  const to = taskOf(process, request)?.take?.to;
  if (!shared && to === undefined) return refused({ kind: "nobody-has-it" });
  return decided([of, ...(to === undefined ? [] : enter(process, evolve(request, of), to, context))]);
}

/** Whoever might have taken it himself may take it over, as long as the one named has it. */
function notToTakeOver(
  process: Process,
  request: Request,
  step: Step | undefined,
  { by, visa, over }: Of<"take">,
  context: Context,
): Refusal | undefined {
  const hindered = barrier(process, request, by, visa, context);
  if (hindered !== undefined && hindered.kind !== "taken") return hindered;
  if (step?.taken === undefined || step.taken.by !== over) return { kind: "nobody-has-it" };
  if (step.taken.by === by) return { kind: "taken", by, at: step.taken.at };
  const may = candidates(process, request, context.company).get(visa) ?? [];
  return may.includes(by) ? undefined : { kind: "not-yours", visa };
}

/** Given back to those of whom any may take it. */
export function release(
  process: Process,
  request: Request,
  command: Of<"release">,
  context: Context,
): Decided {
  const { by, visa } = command;
  const refusal = barrier(process, request, by, visa, context);
  if (refusal !== undefined) return refused(refusal);
  if (stepNamed(request, visa)?.taken?.by !== by) return refused({ kind: "nobody-has-it" });
  const stage = taskOf(process, request);
  if (stage !== undefined && stage.release === undefined) return refused({ kind: "nobody-has-it" });
  return decided(released(process, request, { visa, by }, context));
}

/** The events of a step that is nobody's again. */
export function released(
  process: Process,
  request: Request,
  { visa, by }: { readonly visa: Step["visa"]; readonly by?: PersonId },
  context: Context,
): Event[] {
  const event: Event = {
    kind: "released",
    at: context.now,
    visa,
    round: request.round,
    ...(by === undefined ? {} : { by }),
  };
  const back = taskOf(process, request)?.release;
  return [event, ...(back === undefined ? [] : enter(process, evolve(request, event), back, context))];
}

/** Whether the person may do this work now; the stage and what it is, or why not. */
function atWork<K extends NonNullable<TaskStage["work"]>["kind"]>(
  process: Process,
  request: Request,
  command: { readonly by: PersonId; readonly visa: Step["visa"] },
  kind: K,
  context: Context,
):
  | { readonly stage: TaskStage; readonly work: Extract<TaskStage["work"], { kind: K }> }
  | { readonly refusal: Refusal } {
  const refusal = barrier(process, request, command.by, command.visa, context);
  if (refusal !== undefined) return { refusal };
  const stage = taskOf(process, request);
  if (stage === undefined || stage.step !== command.visa)
    return { refusal: { kind: "not-yours", visa: command.visa } };
  if (stage.take !== undefined) return { refusal: { kind: "not-taken" } };
  if (stage.work?.kind !== kind) return { refusal: { kind: "not-yours", visa: command.visa } };
  return { stage, work: stage.work as Extract<TaskStage["work"], { kind: K }> }; // its kind has just been compared
}

/** The task is done; what is still unanswered of what it must have is named. */
export function finish(process: Process, request: Request, command: Of<"finish">, context: Context): Decided {
  const found = atWork(process, request, command, "answers", context);
  if ("refusal" in found) return refused(found.refusal);
  const step = stepNamed(request, command.visa);
  const answers = { ...step?.answers, ...command.answers };
  const unfilled = missing(found.stage.asks, answers, context.company.reasons);
  if (unfilled.length > 0) return refused({ kind: "not-filled", questions: unfilled });
  return decided(ends(process, request, command, command.answers, found.work.to, context));
}

function ends(
  process: Process,
  request: Request,
  { by, visa }: { readonly by: PersonId; readonly visa: Step["visa"] },
  answers: Step["answers"],
  to: TaskStage["step"] | string,
  context: Context,
): Event[] {
  const holders = addressedBy(process, request, visa, context.company).people;
  const forPerson = holders.includes(by) ? undefined : holders[0];
  const done: Event = {
    kind: "done",
    at: context.now,
    by,
    visa,
    round: request.round,
    answers,
    ...(forPerson === undefined ? {} : { forPerson }),
  };
  return [done, ...enter(process, evolve(request, done), to as Request["stage"], context)];
}

/** What is left to pay, in minor units. */
export function leftToPay(request: Request): Minor {
  return units<Minor>(totalOf(request.answers).total - paidSum(request));
}

/** Books a payment, whole or in part; never more than is left, never of a day to come. */
export function pay(process: Process, request: Request, command: Of<"pay">, context: Context): Decided {
  const found = atWork(process, request, command, "payment", context);
  if ("refusal" in found) return refused(found.refusal);
  const { payment, by, visa } = command;
  const left = leftToPay(request);
  if (payment.sum > left) return refused({ kind: "pays-too-much", left });
  const zone = entityOf(context.company, request.place).timeZone;
  if (payment.date > localDate(context.now, zone)) return refused({ kind: "date-in-future" });
  const paid: Event = {
    kind: "paid",
    at: context.now,
    by,
    visa,
    round: request.round,
    payment: { n: (request.paid?.length ?? 0) + 1, ...payment },
  };
  const after = evolve(request, paid);
  const rest = leftToPay(after) > 0 ? [] : ends(process, after, command, {}, found.work.to, context);
  return decided([paid, ...rest]);
}

/**
 * Takes a payment back while the rest is still to be paid, or, once it was all paid, until papers for it have come: booked
 * by mistake, returned by the bank. Then it is in work again, in the same hands.
 */
export function unpay(process: Process, request: Request, command: Of<"unpay">, context: Context): Decided {
  const back = mayReopen(process, request, command.visa, command.by, context.company);
  if (
    back !== undefined &&
    request.paid?.some((one) => one.n === command.n && one.back === undefined) === true
  )
    return decided(reopened(process, request, command, back, context));
  const found = atWork(process, request, command, "payment", context);
  if ("refusal" in found) return refused(found.refusal);
  const { by, visa, n } = command;
  const payment = request.paid?.find((one) => one.n === n);
  if (payment === undefined || payment.back !== undefined) return refused({ kind: "no-such-payment" });
  return decided([{ kind: "unpaid", at: context.now, by, visa, round: request.round, n }]);
}

/** The stage where a payment that was done could be done again by this person now; undefined: it can't (any more). */
export function mayReopen(
  process: Process,
  request: Request,
  step: Step["visa"],
  person: PersonId,
  company: Company,
): StageId | undefined {
  const done = stepNamed(request, step);
  if (request.status !== "open" || done?.outcome !== "done" || done.by !== person) return undefined;
  if (!isActive(company, person)) return undefined;
  const later = request.steps.slice(request.steps.indexOf(done) + 1);
  if (later.some((one) => one.outcome !== undefined || Object.keys(one.answers).length > 0)) return undefined;
  const stage = Object.entries(process.stages).find(
    ([, one]) => one.kind === "task" && one.step === step && one.work?.kind === "payment",
  )?.[0];
  return stage === undefined ? undefined : id<StageId>(stage);
}

function reopened(
  process: Process,
  request: Request,
  { by, visa, n }: Of<"unpay">,
  stage: StageId,
  context: Context,
): Event[] {
  const of = { at: context.now, visa, round: request.round };
  const events: Event[] = [
    { kind: "unpaid", ...of, by, n },
    { kind: "reopened", ...of },
  ];
  return [...events, ...enter(process, events.reduce(evolve, request), stage, context)];
}
