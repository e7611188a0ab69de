/** Who sees a request (S3.14 and the rule of the house): plain facts in, people out. Others get "no such request". */
import type { DepartmentId, PersonId, PostId } from "../ids.ts";
import type { Company } from "./company.ts";
import { isActive, isAdministrator } from "./directory.ts";
import { departmentOf, headsUp } from "./places.ts";
import { postsOf } from "./holders.ts";

/** What of a request decides who sees it. */
export interface Visibility {
  /** The store or division for which it was filed. */
  readonly place: DepartmentId;
  readonly filer: PersonId;
  /** Everybody who was ever asked for a visa, an answer or a task, also those who are no longer. */
  readonly asked: readonly PersonId[];
  /** The posts that may file its kind: whoever holds one of them at the place belongs to "the store". */
  readonly filedBy: readonly PostId[];
}

/** Where a request was filed and who may file such ones: decides who sees it by right, whoever filed it or was asked. */
export type Whereabouts = Pick<Visibility, "place" | "filedBy">;

/** Whether a person belongs to the store of a request: holds a filing post there, or heads it. */
export function isOfStore(company: Company, person: PersonId, request: Whereabouts): boolean {
  if (!isActive(company, person)) return false;
  if (departmentOf(company, request.place)?.head === person) return true;
  return postsOf(company, person).some(
    (holder) => holder.department === request.place && request.filedBy.includes(holder.post),
  );
}

/** Whether a person sees all such requests of a place: those of its store, the heads above it, administrators. */
export function seesAllOf(company: Company, person: PersonId, request: Whereabouts): boolean {
  return (
    isActive(company, person) &&
    (isOfStore(company, person, request) ||
      headsUp(company, request.place).includes(person) ||
      isAdministrator(company, person))
  );
}

/**
 * Whether a person may see a request: its filer and his store, the heads above it, everybody who was ever asked, and
 * administrators. Who has left the company sees nothing.
 */
export function maySee(company: Company, person: PersonId, request: Visibility): boolean {
  return (
    isActive(company, person) &&
    (person === request.filer || request.asked.includes(person) || seesAllOf(company, person, request))
  );
}
