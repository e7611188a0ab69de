/** What one person leaves to another: a step handed on, an opinion asked and given without losing one's turn (D19, D21). */
import type { Company } from "../company/company.ts";
import { isActive } from "../company/directory.ts";
import type { PersonId, VisaId } from "../ids.ts";
import { candidates, mayBeHanded } from "./addressees.ts";
import type { Command } from "./command.ts";
import type { Context } from "./context.ts";
import { decided, refused, type Decided } from "./decided.ts";
import { barrier, decidedAlready } from "./entitled.ts";
import type { Process } from "./process.ts";
import { currentSteps, openSteps, stepNamed, type Request } from "./request.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Hands one's step to a colleague: he acts, and it is written for whom. A visa can't go to who may not give it (O3). */
export function delegate(
  process: Process,
  request: Request,
  command: Of<"delegate">,
  context: Context,
): Decided {
  const { by, visa, to } = command;
  if (to === by) return takeBack(process, request, command, context);
  const refusal = barrier(process, request, by, visa, context);
  if (refusal !== undefined) return refused(refusal);
  const step = stepNamed(request, visa);
  if (step === undefined || !mayBeHanded(step, to, request, context.company))
    return refused({ kind: "not-a-colleague", person: to });
  return decided([{ kind: "delegated", at: context.now, by, visa, round: request.round, to }]);
}

/** Whether this step was handed on for this person and is still open, so that he may have it back. */
export function mayTakeBack(
  process: Process,
  request: Request,
  visa: VisaId,
  person: PersonId,
  company: Company,
): boolean {
  const step = openSteps(request).find((one) => one.visa === visa);
  if (step?.delegated?.by !== person) return false;
  return candidates(process, request, company).get(visa)?.includes(person) === true;
}

/** Handed to himself: what he handed on is his again, as long as nobody has decided it. */
function takeBack(
  process: Process,
  request: Request,
  { by, visa }: Of<"delegate">,
  context: Context,
): Decided {
  if (mayTakeBack(process, request, visa, by, context.company))
    return decided([{ kind: "delegated", at: context.now, by, visa, round: request.round, to: by }]);
  const refusal = barrier(process, request, by, visa, context);
  return refused(refusal ?? { kind: "not-a-colleague", person: by });
}

/** Asks a colleague for an opinion. One question to one colleague at a time. */
export function consult(
  process: Process,
  request: Request,
  command: Of<"consult">,
  context: Context,
): Decided {
  const { by, visa, to } = command;
  const refusal = barrier(process, request, by, visa, context);
  if (refusal !== undefined) return refused(refusal);
  const text = command.text.trim();
  if (text === "") return refused({ kind: "reason-required" });
  const step = stepNamed(request, visa);
  if (to === by || !isActive(context.company, to)) return refused({ kind: "not-a-colleague", person: to });
  if (step?.consulted?.some((one) => one.of === to) === true) return refused({ kind: "question-open" });
  return decided([{ kind: "consulted", at: context.now, by, visa, round: request.round, to, text }]);
}

/** The colleague's opinion: to whoever asked, and for everybody to read. */
export function advise(request: Request, command: Of<"advise">, context: Context): Decided {
  const { by, visa } = command;
  const text = command.text.trim();
  const step = openSteps(request).find((one) => one.visa === visa);
  const asked = step?.consulted?.find((one) => one.of === by);
  const closed = stepNamed(request, visa);
  const wasAsked = request.talk.some((one) => one.kind === "consulted" && one.visa === visa && one.to === by);
  if (step === undefined && closed?.outcome !== undefined && wasAsked)
    return refused(decidedAlready(currentSteps(request), closed)); // too late: it was decided without his words
  if (step === undefined || asked === undefined) return refused({ kind: "no-question" });
  if (text === "") return refused({ kind: "reason-required" });
  return decided([{ kind: "advised", at: context.now, by, visa, round: step.round, to: asked.by, text }]);
}
