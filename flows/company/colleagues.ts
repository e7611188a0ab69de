/** Whom a person may turn to: who holds the same post, who heads the place, and anybody found by his name. */
import { queryTokens, wordKeys } from "../goods/search.ts";
import type { DepartmentId, Language, PersonId } from "../ids.ts";
import type { Company, Person } from "./company.ts";
import { directoryOf, humanOf, personById } from "./directory.ts";
import { postsOf } from "./holders.ts";
import { headsUp } from "./places.ts";
import { postTitle } from "./posts.ts";

/** Everybody who works here but the person himself, whatever account he has. */
function others(company: Company, person: PersonId): readonly Person[] {
  const human = humanOf(company, person);
  return company.people.filter((one) => one.active && humanOf(company, one.id) !== human);
}

/** Holders of the person's own posts, those of his departments first, then the heads above the place. */
export function likelyColleagues(company: Company, person: PersonId, place: DepartmentId): PersonId[] {
  const posts = postsOf(company, person);
  const alike = posts.flatMap(({ post, department }) => {
    const holders = directoryOf(company).holdersOfPost.get(post) ?? [];
    const near = holders.filter((one) => one.department === department);
    return [...near, ...holders].map((one) => one.person);
  });
  const known = new Set(others(company, person).map((one) => one.id));
  return [...new Set([...alike, ...headsUp(company, place)])].filter((one) => known.has(one));
}

/** Everybody each of whose typed words begins a word of his name; in the order of the company file. */
export function colleaguesNamed(company: Company, person: PersonId, typed: string): PersonId[] {
  const wanted = queryTokens(typed);
  if (wanted.length === 0) return [];
  return others(company, person).flatMap(({ id, name }) => {
    const keys = wordKeys([name]).split(" ");
    return wanted.every((token) => keys.some((key) => key.startsWith(token))) ? [id] : [];
  });
}

/** What he does here, by which he is told from his namesakes: his own title, else his first post's; undefined: neither. */
export function jobOf(company: Company, person: PersonId, language: Language): string | undefined {
  const [first] = postsOf(company, person);
  return personById(company, person)?.title ?? (first && postTitle(first.post, language));
}
