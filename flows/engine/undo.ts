/** Taking one's own decision back while nothing has come of it yet (O13, D31). */
import type { Company } from "../company/company.ts";
import type { Instant, PersonId, StageId } from "../ids.ts";
import { id, units } from "../ids.ts";
import type { Command } from "./command.ts";
import type { Context } from "./context.ts";
import { decided, refused, type Decided } from "./decided.ts";
import type { Process } from "./process.ts";
import { currentSteps, type Request, type Step } from "./request.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

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
  // somebody has taken up what the decision led to: that is his now
  if (tasksOf(request).some((task) => task.taken !== undefined || task.outcome !== undefined))
    return undefined;
  const until = units<Instant>(step.closedAt + company.undoMinutes * 60_000);
  return now < until ? { step, until } : undefined;
}

const tasksOf = (request: Request): readonly Step[] =>
  request.steps.filter((step) => step.round === request.round && step.task === true);

/** Takes the person's own decision back while its effects are held, and the request out of the stage that it led to. */
export function undo(process: Process, request: Request, command: Of<"undo">, context: Context): Decided {
  const found = mayUndo(request, command.by, context.company, context.now);
  if (found === undefined) return refused({ kind: "too-late-to-undo" });
  const { visa, round } = found.step;
  const stage = Object.entries(process.stages).find(
    ([, one]) => one.kind === "visas" && Object.hasOwn(one.visas, visa),
  )?.[0];
  const back = stage === undefined || stage === request.stage ? {} : { stage: id<StageId>(stage) };
  return decided([{ kind: "undone", at: context.now, by: command.by, visa, round, ...back }]);
}
