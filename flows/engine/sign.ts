/** A signer's commands: approve, reject, send back; fill his own questions; ask the store. */
import type { Instant, PersonId, VisaId } from "../ids.ts";
import { units } from "../ids.ts";
import { addressedBy } from "./addressees.ts";
import { goodsOf, totalOf, type Answers } from "./answers.ts";
import type { Command } from "./command.ts";
import { contentText } from "./content.ts";
import type { Context } from "./context.ts";
import { decided, refused, type Decided } from "./decided.ts";
import type { Event } from "./events.ts";
import { evolve } from "./evolve.ts";
import { missing } from "./form.ts";
import { barrier } from "./entitled.ts";
import { asksOf, finalStage, visaOf, visasStage, type Process } from "./process.ts";
import type { Refusal } from "./refusals.ts";
import { currentSteps, paidSum, stepNamed, type Request } from "./request.ts";
import { enter, stageOf, standing } from "./stages.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** The first signature closes a step; the stage ends as soon as its outcome is certain (O1, D13, D14). */
export function sign(process: Process, request: Request, command: Of<"sign">, context: Context): Decided {
  const refusal =
    barrier(process, request, command.by, command.visa, context) ??
    unsignable(process, request, command, context);
  if (refusal !== undefined) return refused(refusal);
  const { visa } = command;
  const { round } = request;
  const reason = command.reason?.trim();
  const holders = addressedBy(process, request, visa, context.company).people;
  const forPerson = holders.includes(command.by) ? undefined : (delegatorOf(request, visa) ?? holders[0]);
  const signed: Event = {
    kind: "signed",
    at: context.now,
    by: command.by,
    visa,
    round,
    outcome: command.decision,
    ...(forPerson === undefined ? {} : { forPerson }),
    ...(reason ? { reason } : {}),
    hash: context.hash(contentText(process, request, visasStage(process, request.stage)?.visas[visa])),
  };
  const after = evolve(request, signed);
  if (command.decision === "sent-back")
    return decided([
      signed,
      ...closeOpen(after, context.now),
      { kind: "sent-back", at: context.now, by: command.by, visa, round, reason: reason ?? "" },
    ]);
  return decided([signed, ...conclude(process, after, visa, context)]);
}

/** Who handed the step to a colleague: that one signs for him. */
function delegatorOf(request: Request, visa: VisaId): PersonId | undefined {
  return stepNamed(request, visa)?.delegated?.by;
}

/** What is wrong with the signature itself, though the person may sign. A task is only ever sent back. */
function unsignable(
  process: Process,
  request: Request,
  command: Of<"sign">,
  context: Context,
): Refusal | undefined {
  if (command.seen !== request.revision) return { kind: "outdated" };
  const stage = process.stages[request.stage];
  if (stage?.kind === "task") {
    if (command.decision !== "sent-back") return { kind: "not-yours", visa: command.visa };
    if (stage.take !== undefined) return { kind: "not-taken" };
    if (paidSum(request) > 0) return { kind: "paid-already" };
  }
  if (command.decision === "sent-back" && !(stage !== undefined && "rework" in stage && stage.rework))
    return { kind: "rework-not-offered" };
  if (command.decision !== "approved")
    return command.reason?.trim() ? undefined : { kind: "reason-required" };
  const declared = visaOf(process, request.stage, command.visa);
  const { unpriced } = totalOf(request.answers);
  if (unpriced > 0)
    return {
      kind: "unpriced",
      lines: unpriced,
      mine: declared.asks.some((question) => question.kind === "prices"),
    };
  const step = currentSteps(request).find((one) => one.visa === command.visa);
  const asked = declared.asks.filter((question) => question.kind !== "prices");
  const unfilled = missing(asked, step?.answers ?? {}, context.company.reasons);
  return unfilled.length > 0 ? { kind: "not-filled", questions: unfilled } : undefined;
}

function closeOpen(request: Request, at: Instant): Event[] {
  return request.steps
    .filter((step) => step.round === request.round && step.outcome === undefined)
    .map((step) => ({ kind: "step-closed", at, visa: step.visa, round: step.round }));
}

/** What a signature leads to: nothing yet, or the end of the stage, held while it can be undone. */
function conclude(process: Process, request: Request, visa: VisaId, context: Context): Event[] {
  const stage = stageOf(process, request);
  const result = standing(stage, currentSteps(request));
  if (result === "open") return [];
  const target = stage[result];
  const closed = closeOpen(request, context.now);
  const minutes = context.company.undoMinutes;
  if (minutes > 0 && finalStage(process, target)?.undoable === true) {
    const until = units<Instant>(context.now + minutes * 60_000);
    return [...closed, { kind: "held", at: context.now, visa, round: request.round, stage: target, until }];
  }
  return [...closed, ...enter(process, closed.reduce(evolve, request), target, context)];
}

/** A signer answers questions of his own card. Prices are taken for lines without a catalogue price only (S0.13). */
export function fill(process: Process, request: Request, command: Of<"fill">, context: Context): Decided {
  const refusal = barrier(process, request, command.by, command.visa, context);
  if (refusal !== undefined) return refused(refusal);
  const asks = asksOf(process, request.stage, command.visa);
  for (const [question, answer] of Object.entries(command.answers)) {
    const asked = asks.find((one) => one.id === question);
    if (asked === undefined || (answer.kind !== "skipped" && answer.kind !== asked.kind))
      throw new Error(`visa ${command.visa} asks no "${question}" of kind ${answer.kind}`);
  }
  const repriced = pricing(request, command.answers);
  if (repriced !== undefined) return refused(repriced);
  return decided([
    {
      kind: "filled",
      at: context.now,
      by: command.by,
      visa: command.visa,
      round: request.round,
      answers: command.answers,
    },
  ]);
}

/** Why prices can't be taken; undefined: there are none, or they can. A sum that somebody has signed stands (F90). */
function pricing(request: Request, answers: Answers): Refusal | undefined {
  const given = Object.values(answers).find((answer) => answer.kind === "prices");
  if (given === undefined) return undefined;
  const approved = currentSteps(request).find(
    (step) => step.outcome === "approved" || step.outcome === "carried",
  );
  if (approved?.outcome !== undefined && approved.closedAt !== undefined)
    return {
      kind: "already-decided",
      outcome: approved.outcome,
      ...(approved.by === undefined ? {} : { by: approved.by }),
      at: approved.closedAt,
    };
  const free = new Set(
    goodsOf(request.answers).flatMap((line) =>
      line.sku === undefined || line.price === undefined ? [String(line.line)] : [],
    ),
  );
  return Object.keys(given.prices).every((line) => free.has(line)) ? undefined : { kind: "outdated" };
}

/** A question to the store: while it stands the signer's deadline is paused. One at a time per visa. */
export function ask(process: Process, request: Request, command: Of<"ask">, context: Context): Decided {
  const refusal = barrier(process, request, command.by, command.visa, context);
  if (refusal !== undefined) return refused(refusal);
  const step = stepNamed(request, command.visa);
  if (step?.question !== undefined) return refused({ kind: "question-open" });
  const text = command.text.trim();
  if (text === "") return refused({ kind: "reason-required" });
  // his own work: there is nobody to answer, and a question would stop his own clock
  if (step?.task === true && request.authors.includes(command.by)) return refused({ kind: "own-request" });
  return decided([
    { kind: "asked", at: context.now, by: command.by, visa: command.visa, round: request.round, text },
  ]);
}
