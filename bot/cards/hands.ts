/** In whose hands a step is: who took it, as long as he may still act on it. */
import type { Step } from "../../flows/engine/request.ts";
import type { PersonId, VisaId } from "../../flows/ids.ts";

export type Taken = NonNullable<Step["taken"]>;
/** Who is to act on each open step now (`addressees`). */
interface Addressed {
  readonly people: ReadonlyMap<VisaId, readonly PersonId[]>;
}

/** Undefined: nobody took it, or he has it no more. */
export function holderOf({ people }: Addressed, step: Step): Taken | undefined {
  const { taken } = step;
  return taken !== undefined && people.get(step.visa)?.includes(taken.by) === true ? taken : undefined;
}

/** Whether a person may act on the step now: it is addressed to him and in nobody else's hands. */
export function isMine(of: Addressed, step: Step, person: PersonId): boolean {
  const holder = holderOf(of, step);
  return (
    of.people.get(step.visa)?.includes(person) === true && (holder === undefined || holder.by === person)
  );
}
