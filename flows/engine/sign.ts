/** A signer's commands: approve, reject, send back; fill his own questions; ask the store; undo. */
import { humanOf } from "../company/directory.ts";
import type { Instant, PersonId, VisaId } from "../ids.ts";
import { units } from "../ids.ts";
import type { Company } from "../company/company.ts";
import { addressedBy, addressees } from "./addressees.ts";
import { goodsOf, totalOf, type Answers } from "./answers.ts";
import type { Command } from "./command.ts";
import { contentText } from "./content.ts";
import type { Context } from "./context.ts";
import { decided, refused, type Decided } from "./decided.ts";
import type { Event } from "./events.ts";
import { evolve } from "./evolve.ts";
import { missing } from "./form.ts";
import { finalStage, visaOf, type Process } from "./process.ts";
import type { Refusal } from "./refusals.ts";
import { currentSteps, type Request, type Step } from "./request.ts";
import { enter, stageOf, standing } from "./stages.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Why this person may not act on this visa now; undefined: he may. Asked at every tap (W1, W4, F71–F80). */
function barrier(
  process: Process,
  request: Request,
  person: PersonId,
  visa: VisaId,
  context: Context,
): Refusal | undefined {
  const { company } = context;
  const human = humanOf(company, person);
  const steps = currentSteps(request);
  const step = steps.find((one) => one.visa === visa);
  const own = steps.find((one) => one.by !== undefined && humanOf(company, one.by) === human);
  if (
    own?.outcome !== undefined &&
    own.closedAt !== undefined &&
    (own.visa === visa || step?.outcome !== undefined)
  )
    return { kind: "already-yours", outcome: own.outcome, at: own.closedAt };
  if (request.status === "withdrawn") return { kind: "withdrawn", at: request.endedAt ?? request.filedAt };
  if (request.status === "ended" && step === undefined)
    return { kind: "ended", stage: request.stage, at: request.endedAt ?? request.filedAt };
  if (step === undefined) return { kind: "not-yours", visa };
  if (step.outcome !== undefined) return decidedAlready(steps, step);
  if (request.authors.some((author) => humanOf(company, author) === human)) return { kind: "own-request" };
  if (own !== undefined) return { kind: "signed-other-visa" };
  const people = addressees(process, request, company).get(visa) ?? [];
  return people.includes(person) ? undefined : { kind: "not-yours", visa };
}

/** Who decided a step that is closed; a step closed as not needed was decided by the sibling that closed it. */
function decidedAlready(steps: readonly Step[], step: Step): Refusal {
  const decisive =
    step.outcome === "not-needed"
      ? steps.find((one) => one.by !== undefined && one.closedAt === step.closedAt)
      : step;
  const shown = decisive ?? step;
  return {
    kind: "already-decided",
    outcome: shown.outcome ?? "not-needed",
    ...(shown.by === undefined ? {} : { by: shown.by }),
    at: shown.closedAt ?? step.openedAt,
  };
}

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
  const forPerson = holders.includes(command.by) ? undefined : holders[0];
  const signed: Event = {
    kind: "signed",
    at: context.now,
    by: command.by,
    visa,
    round,
    outcome: command.decision,
    ...(forPerson === undefined ? {} : { forPerson }),
    ...(reason ? { reason } : {}),
    hash: context.hash(contentText(process, request, visaOf(process, request.stage, visa))),
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

/** What is wrong with the signature itself, though the person may sign. */
function unsignable(
  process: Process,
  request: Request,
  command: Of<"sign">,
  context: Context,
): Refusal | undefined {
  if (command.seen !== request.revision) return { kind: "outdated" };
  if (command.decision === "sent-back" && !stageOf(process, request).rework)
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
  return currentSteps(request)
    .filter((step) => step.outcome === undefined)
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
  const asks = visaOf(process, request.stage, command.visa).asks;
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
  const step = currentSteps(request).find((one) => one.visa === command.visa);
  if (step?.question !== undefined) return refused({ kind: "question-open" });
  const text = command.text.trim();
  if (text === "") return refused({ kind: "reason-required" });
  return decided([
    { kind: "asked", at: context.now, by: command.by, visa: command.visa, round: request.round, text },
  ]);
}

/**
 * Until when this person may take his last decision back; undefined: there is nothing to undo (any more) (O13, D31).
 * What another has rejected or sent back is his to reopen alone: an approval given before it changes nothing there.
 */
export function mayUndo(
  request: Request,
  person: PersonId,
  company: Company,
  now: Instant,
): { readonly step: Step; readonly until: Instant } | undefined {
  if (request.status === "ended" || request.status === "withdrawn") return undefined;
  const step = currentSteps(request).find((one) => one.by === person && one.outcome !== "carried");
  if (step?.closedAt === undefined) return undefined;
  const decisive = request.rework?.visa ?? request.held?.visa;
  const ended = currentSteps(request).find((one) => one.visa === decisive && one.outcome !== "approved");
  if (ended !== undefined && ended !== step) return undefined;
  const until = units<Instant>(step.closedAt + company.undoMinutes * 60_000);
  return now < until ? { step, until } : undefined;
}

/** Takes the person's own decision back while its effects are held. */
export function undo(request: Request, command: Of<"undo">, context: Context): Decided {
  const found = mayUndo(request, command.by, context.company, context.now);
  if (found === undefined) return refused({ kind: "too-late-to-undo" });
  return decided([
    { kind: "undone", at: context.now, by: command.by, visa: found.step.visa, round: found.step.round },
  ]);
}
