/** Whose a request's letters are: whoever pays it, and who filed it (O7). */
import type { Company } from "../company/company.ts";
import { isActive } from "../company/directory.ts";
import { headsUp } from "../company/places.ts";
import { filersNow } from "../engine/addressees.ts";
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

/** Whom the supplier may ask: who filed it, else whoever has his work now, else the nearest head above. */
export function managersOf(process: Process, request: Request, company: Company): readonly PersonId[] {
  const found = filersNow(process, request, company).filter((person) => isActive(company, person));
  return found.length > 0 ? found : headsUp(company, request.place).slice(0, 1);
}

/** Who hears that a letter did not leave, and may send it again or elsewhere; nobody who has left. */
export function keepersOf(process: Process, request: Request, company: Company): readonly PersonId[] {
  const doer = doerOf(process, request);
  const doers = doer !== undefined && isActive(company, doer) ? [doer] : [];
  return [...new Set([...doers, ...managersOf(process, request, company)])];
}
