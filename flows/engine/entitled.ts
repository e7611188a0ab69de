/** Whether a person may act on a step of a request now. */
import type { Company } from "../company/company.ts";
import { humanOf } from "../company/directory.ts";
import type { PersonId, VisaId } from "../ids.ts";
import { addressees, candidates } from "./addressees.ts";
import type { Context } from "./context.ts";
import type { Process } from "./process.ts";
import type { Refusal } from "./refusals.ts";
import { currentSteps, stepNamed, type Request, type Step } from "./request.ts";

/** Why this person may not act on this step now; undefined: he may. Asked at every tap (W1, W4, F71–F80). */
export function barrier(
  process: Process,
  request: Request,
  person: PersonId,
  visa: VisaId,
  context: Context,
): Refusal | undefined {
  const { company } = context;
  if (stepNamed(request, visa)?.task === true) return taskBarrier(process, request, person, visa, company);
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
  return handsOff(process, request, step, person, company);
}

/** A task: done once, by whom it is addressed to, and where it has to be taken by whom has it (S1.9, D35). */
function taskBarrier(
  process: Process,
  request: Request,
  person: PersonId,
  visa: VisaId,
  company: Company,
): Refusal | undefined {
  if (request.status === "withdrawn") return { kind: "withdrawn", at: request.endedAt ?? request.filedAt };
  const step = stepNamed(request, visa);
  if (step === undefined) return { kind: "not-yours", visa };
  if (step.outcome !== undefined) return decidedAlready([], step);
  if (request.status !== "open") return { kind: "in-rework" };
  return handsOff(process, request, step, person, company);
}

/** Whether an open step is somebody else's, or in somebody else's hands. */
function handsOff(
  process: Process,
  request: Request,
  step: Step,
  person: PersonId,
  company: Company,
): Refusal | undefined {
  const people = addressees(process, request, company).get(step.visa) ?? [];
  const holder = step.taken !== undefined && people.includes(step.taken.by) ? step.taken : undefined;
  const may = candidates(process, request, company).get(step.visa) ?? [];
  if (!people.includes(person) && !may.includes(person)) return { kind: "not-yours", visa: step.visa };
  if (holder !== undefined && holder.by !== person) return { kind: "taken", by: holder.by, at: holder.at };
  return people.includes(person) ? undefined : { kind: "not-yours", visa: step.visa };
}

/** Who decided a step that is closed; a step closed as not needed was decided by the sibling that closed it. */
export function decidedAlready(steps: readonly Step[], step: Step): Refusal {
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
