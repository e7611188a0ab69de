/** Whose a request's letters are: whoever pays it, and who filed it (O7). */
import type { Process } from "../engine/process.ts";
import type { Request, Step } from "../engine/request.ts";
import type { PersonId } from "../ids.ts";

/** The step that is taken by somebody who thereby promises something to the supplier; undefined: it is not open yet. */
export function takenStep(process: Process, request: Request): Step | undefined {
  const names = Object.values(process.stages).flatMap((stage) =>
    stage.kind === "task" && stage.take !== undefined ? [stage.step] : [],
  );
  return request.steps.findLast((step) => step.task === true && names.includes(step.visa));
}

/** Who has the work, or did it. */
export function doerOf(process: Process, request: Request): PersonId | undefined {
  const step = takenStep(process, request);
  return step?.by ?? step?.taken?.by;
}

/** Who hears that a letter did not leave, and may send it again or elsewhere. */
export function keepersOf(process: Process, request: Request): readonly PersonId[] {
  const doer = doerOf(process, request);
  return [...new Set([...(doer === undefined ? [] : [doer]), request.filer])];
}
