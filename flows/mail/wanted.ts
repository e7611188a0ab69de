/** Whether a letter to the supplier still says what is so: what no longer does stays in the house (O13, F70). */
import type { Effect, Process } from "../engine/process.ts";
import type { Request } from "../engine/request.ts";
import { leftToPay } from "../engine/tasks.ts";
import type { LetterKind } from "./letter.ts";

type LetterEffect = Extract<Effect, { kind: "letter" }>;

/** The letters that reaching a stage sends; [] for a stage that only collects visas, or is none. */
function lettersOf(process: Process, stage: string): readonly LetterEffect[] {
  const declared = process.stages[stage];
  if (declared === undefined || declared.kind === "visas") return [];
  return declared.effects.filter((effect) => effect.kind === "letter");
}

/** Whether a process writes to suppliers at all. */
export function writesLetters(process: Process): boolean {
  return Object.keys(process.stages).some((stage) => lettersOf(process, stage).length > 0);
}

/**
 * A letter of a stage where requests stand («передан в оплату») is wanted as long as the request stands there: given
 * back, sent back, undone, withdrawn or paid meanwhile, it would promise what is not so. A letter of a stage that is
 * passed at once («оплачен») tells what has happened: true while all of it is paid.
 */
export function isWanted(process: Process, request: Request, kind: LetterKind): boolean {
  const stages = Object.keys(process.stages).filter((stage) =>
    lettersOf(process, stage).some((effect) => effect.letter === kind),
  );
  return stages.some((stage) =>
    process.stages[stage]?.kind === "task"
      ? request.status === "open" && request.stage === stage
      : request.status !== "withdrawn" && leftToPay(request) <= 0,
  );
}

/** Whether a letter waits for its day (a reminder), and not merely for second thoughts: what is done meanwhile brings it no nearer. */
export function isDelayed(process: Process, kind: LetterKind): boolean {
  return Object.keys(process.stages).some((stage) =>
    lettersOf(process, stage).some((effect) => effect.letter === kind && effect.after !== undefined),
  );
}
