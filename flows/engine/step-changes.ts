/** How one step of a request changes: opened, taken, signed, settled. */
import type { Instant, PersonId, VisaId } from "../ids.ts";
import type { Event } from "./events.ts";
import type { Request, Step } from "./request.ts";

/**
 * What a signer filled in for the papers in an earlier round stays: nobody is asked for the same twice. What the doer of a
 * task said (a day of payment) was said for that round.
 */
export function opened(
  request: Request,
  { visa, round, at }: { readonly visa: VisaId; readonly round: number; readonly at: Instant },
  asked: readonly PersonId[],
): Step {
  return {
    visa,
    round,
    openedAt: at,
    asked,
    answers: request.steps.findLast((step) => step.visa === visa && step.task === undefined)?.answers ?? {},
    pauses: [],
    reminded: 0,
    escalated: 0,
    added: [],
    vacantTold: false,
  };
}

export function carried(request: Request, event: Extract<Event, { kind: "step-carried" }>): Step {
  return {
    ...opened(request, event, []),
    outcome: "carried",
    by: event.by,
    ...(event.forPerson === undefined ? {} : { forPerson: event.forPerson }),
    closedAt: event.signedAt,
    hash: event.hash,
  };
}

export function signed(step: Step, event: Extract<Event, { kind: "signed" }>): Step {
  return {
    ...settled(step, event.at),
    outcome: event.outcome,
    by: event.by,
    ...(event.forPerson === undefined ? {} : { forPerson: event.forPerson }),
    closedAt: event.at,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
    hash: event.hash,
  };
}

/** Time and ladder of a step begin anew in new hands. */
export const fresh = (step: Step): Step => ({
  ...step,
  reminded: 0,
  escalated: 0,
  added: [],
  vacantTold: false,
});
/** Taken by whom it was handed to, it is still written for whom. */
export const inHands = (step: Step, by: PersonId, at: Instant): Step => ({
  ...(step.delegated?.to === by ? fresh(step) : without(fresh(step), "delegated")),
  added: step.added.filter((person) => person === by), // a head has it by his being added only
  taken: { by, at },
});
/** To a colleague; or, to himself, back into the hands of whoever it was taken or asked of before. */
export function handedOn(step: Step, { by, to, at }: Extract<Event, { kind: "delegated" }>): Step {
  const anew = step.taken === undefined ? fresh(step) : inHands(step, to, at);
  const whose = to === by ? to : (step.delegated?.by ?? by);
  return to === whose ? without(anew, "delegated") : { ...anew, delegated: { to, by: whose, at } };
}
/** What the doer of a task had said goes with him: the next one promises for himself. */
export const released = (step: Step): Step => {
  const free = without(fresh(step), "taken", "delegated");
  return step.task === true ? { ...free, answers: {} } : free;
};
/** A task that was done is in the same hands again; what came of it is gone. */
export function reopened(
  request: Request,
  event: { readonly visa: VisaId; readonly round: number },
): Request {
  const at = request.steps.findIndex((step) => step.visa === event.visa && step.round === event.round);
  const kept = request.steps.slice(0, at + 1);
  return changeStep({ ...request, steps: kept }, event, (step) =>
    without(step, "outcome", "by", "forPerson", "closedAt"),
  );
}

/** An opinion asked for or given: kept with the talk of the request. */
export function talked(
  request: Request,
  event: Extract<Event, { kind: "consulted" | "advised" }>,
  change: (step: Step) => Step,
): Request {
  const { visa, by, at, text, to } = event;
  const kind = event.kind === "consulted" ? "consulted" : "advice";
  return {
    ...changeStep(request, event, change),
    talk: [...request.talk, { visa, by, at, text, to, kind }],
  };
}

/** The open question, if any, becomes a pause that ended now. */
export function settled(step: Step, at: Instant): Step {
  if (step.question === undefined) return step;
  return { ...without(step, "question"), pauses: [...step.pauses, { from: step.question.at, to: at }] };
}

export function changeStep(
  request: Request,
  of: { visa: VisaId; round: number },
  change: (step: Step) => Step,
): Request {
  const isIt = (step: Step): boolean => step.visa === of.visa && step.round === of.round;
  if (!request.steps.some(isIt))
    throw new Error(`request ${request.id} has no visa ${of.visa} in round ${of.round}`);
  return { ...request, steps: request.steps.map((step) => (isIt(step) ? change(step) : step)) };
}

export function without<T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> & T {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
}
