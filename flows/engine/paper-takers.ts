/** Accounting and other posts that take the papers of a request without ever having been asked. */
import type { Company } from "../company/company.ts";
import { holdsFor } from "../company/holders.ts";
import type { DepartmentId, PersonId, StageId } from "../ids.ts";
import { documentsOf, finalStage, type Process } from "./process.ts";

/** Whether a person sees requests of a place that ended at this stage with papers, for the post that takes them. */
export function takesPapers(
  company: Company,
  person: PersonId,
  of: { readonly process: Process; readonly stage: StageId; readonly place: DepartmentId },
): boolean {
  const papers = documentsOf(finalStage(of.process, of.stage)?.effects ?? []);
  return papers.some((effect) => effect.alsoFor.some((post) => holdsFor(company, person, post, of.place)));
}
