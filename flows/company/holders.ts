/** Who holds a post: whom a process asks, who may file where, and which posts stand empty (S3.12, D10). */
import type { DepartmentId, PersonId, PostId } from "../ids.ts";
import type { Company, Holder } from "./company.ts";
import { directoryOf, isActive } from "./directory.ts";
import { pathUp } from "./places.ts";

/** The level of the company at which a post was found, and everybody who holds it there. */
export interface HoldersAt {
  /** Absent: found among holders without a place. */
  readonly department?: DepartmentId;
  /** Active people, in the order of the company file, nobody twice; at least one. */
  readonly people: readonly PersonId[];
}

/**
 * Where a post is found for a place: at the place, then up the parents, then among holders without a place; the first
 * level with an active holder decides, so that a request never rings the whole chain (D10). Undefined: nobody holds it.
 */
export function findHolders(company: Company, post: PostId, place: DepartmentId): HoldersAt | undefined {
  const active = (directoryOf(company).holdersOfPost.get(post) ?? []).filter((holder) =>
    isActive(company, holder.person),
  );
  if (active.length === 0) return undefined;
  for (const department of pathUp(company, place)) {
    const people = peopleAmong(active, department);
    if (people.length > 0) return { department, people };
  }
  const people = peopleAmong(active, undefined);
  return people.length > 0 ? { people } : undefined;
}

function peopleAmong(holders: readonly Holder[], department: DepartmentId | undefined): PersonId[] {
  const people = holders.filter((holder) => holder.department === department).map((holder) => holder.person);
  return [...new Set(people)];
}

/** The active people who hold a post for a place (see `findHolders`); empty: nobody. */
export function holdersOf(company: Company, post: PostId, place: DepartmentId): readonly PersonId[] {
  return findHolders(company, post, place)?.people ?? [];
}

/** Whether a person is among those whom a post addresses at a place. */
export function holdsFor(company: Company, person: PersonId, post: PostId, place: DepartmentId): boolean {
  return holdersOf(company, post, place).includes(person);
}

/** The posts of a person and where he holds them; none once he has left. */
export function postsOf(company: Company, person: PersonId): readonly Holder[] {
  return isActive(company, person) ? (directoryOf(company).postsOfPerson.get(person) ?? []) : [];
}

/**
 * The departments for which a person may file, given the posts that may: where he holds one of them; a holder without
 * a place files for every store and warehouse. In the order of the company file.
 */
export function placesToFileAt(company: Company, person: PersonId, posts: readonly PostId[]): DepartmentId[] {
  const held = postsOf(company, person).filter((holder) => posts.includes(holder.post));
  const everywhere = held.some((holder) => holder.department === undefined);
  return company.departments
    .filter(
      (department) =>
        department.closed !== true &&
        (held.some((holder) => holder.department === department.id) ||
          (everywhere && (department.kind === "store" || department.kind === "warehouse"))),
    )
    .map((department) => department.id);
}

/** The departments for which anybody may file, given the posts that may. In the order of the company file. */
export function placesFiledAt(company: Company, posts: readonly PostId[]): DepartmentId[] {
  const filers = posts.flatMap((post) => directoryOf(company).holdersOfPost.get(post) ?? []);
  const places = new Set(filers.flatMap(({ person }) => placesToFileAt(company, person, posts)));
  return company.departments.flatMap(({ id }) => (places.has(id) ? [id] : []));
}

/** A post that no active person holds for a place. */
export interface UnheldPost {
  readonly post: PostId;
  readonly place: DepartmentId;
}

/** Every pair of those posts and places that nobody answers for: told at start and before filing. */
export function unheldPosts(
  company: Company,
  posts: readonly PostId[],
  places: readonly DepartmentId[],
): UnheldPost[] {
  return places.flatMap((place) =>
    posts.filter((post) => !findHolders(company, post, place)).map((post) => ({ post, place })),
  );
}
