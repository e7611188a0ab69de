/** Where people who have left used to work: read from what the company file changed (W14). */
import type { Company } from "../flows/company/company.ts";
import { isActive } from "../flows/company/directory.ts";
import { id, type DepartmentId, type PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { one } from "./rows.ts";

/** The department of the last post that somebody who has left held; undefined: he works here, or it isn't known. */
export function formerDepartment(
  store: Store,
  company: Company,
  person: PersonId | undefined,
): DepartmentId | undefined {
  if (person === undefined || isActive(company, person)) return undefined;
  const last = one<{ held: string }>(
    store,
    `SELECT json_extract(what, '$.id') AS held FROM company_changes
     WHERE json_extract(what, '$.section') = 'holders' AND json_extract(what, '$.kind') = 'removed'
       AND json_extract(what, '$.id') > ? AND json_extract(what, '$.id') < ? ORDER BY id DESC LIMIT 1`,
    `${person}: `,
    `${person}: ~`,
  );
  const department = last?.held.split("@")[1];
  return department === undefined ? undefined : id<DepartmentId>(department);
}
