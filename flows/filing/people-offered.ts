/** Who can be chosen where a form asks for one of a post's holders. */
import { humanOf } from "../company/directory.ts";
import { holdersOf } from "../company/holders.ts";
import type { Question } from "../engine/questions.ts";
import type { PersonId } from "../ids.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";

type PersonQuestion = Extract<Question, { kind: "person" }>;

/** The post's holders at the place, without those whose own request it is: they could not sign it. */
export function peopleOffered(
  question: PersonQuestion,
  draft: Pick<Draft, "place">,
  { company, me, request }: Pick<Around, "company" | "me" | "request">,
): readonly PersonId[] {
  if (draft.place === undefined) return [];
  const authors = new Set([me, ...(request?.authors ?? [])].map((person) => humanOf(company, person)));
  return holdersOf(company, question.post, draft.place).filter(
    (person) => !authors.has(humanOf(company, person)),
  );
}

/** Whether there is anything to choose. */
export function isChoice(question: PersonQuestion, draft: Pick<Draft, "place">, around: Around): boolean {
  return peopleOffered(question, draft, around).length > 1;
}
