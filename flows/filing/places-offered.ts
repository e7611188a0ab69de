/** For which stores a person may file a process: one is taken silently, several are asked. */
import { placesToFileAt } from "../company/holders.ts";
import type { Company } from "../company/company.ts";
import type { Process } from "../engine/process.ts";
import type { DepartmentId, PersonId } from "../ids.ts";

export function placesOffered(of: {
  readonly company: Company;
  readonly me: PersonId;
  readonly process: Process;
}): readonly DepartmentId[] {
  return placesToFileAt(of.company, of.me, of.process.filedBy);
}

/** The processes that a person may file somewhere, in their declared order. */
export function processesOffered(
  company: Company,
  me: PersonId,
  processes: readonly Process[],
): readonly Process[] {
  return processes.filter((process) => placesOffered({ company, me, process }).length > 0);
}
