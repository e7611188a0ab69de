/** Who has a part of his own in a request: by what he did or has in hand, or because a visa was asked of him. */
import type { PersonId } from "../ids.ts";
import type { Request, Step } from "./request.ts";

/** A task was offered to several: only who took it, was handed it or did it has a part (S1.9, S1.14). */
export function partakers(request: Request): ReadonlySet<PersonId> {
  const consulted = request.talk.flatMap((one) => [one.by, ...(one.to === undefined ? [] : [one.to])]);
  const booked = (request.paid ?? []).map((one) => one.by);
  return new Set([
    request.filer,
    ...request.authors,
    ...request.steps.flatMap(ofStep),
    ...consulted,
    ...booked,
  ]);
}

function ofStep(step: Step): readonly PersonId[] {
  const own = [step.by, step.taken?.by, step.delegated?.to].filter((person) => person !== undefined);
  return step.task === true ? own : [...own, ...step.asked, ...step.added];
}
