/** Who of a post's holders: one of them, or any; where there is no choice it answers itself (O5). */
import { oneLine } from "../company/clean-text.ts";
import { personById } from "../company/directory.ts";
import type { PersonId } from "../ids.ts";
import type { Around } from "./catalogue.ts";
import type { AtQuestion, Draft } from "./draft.ts";
import type { Button } from "./input.ts";
import { onward } from "./order.ts";
import { peopleOffered } from "./people-offered.ts";
import { on, type Turned } from "./turned.ts";

export type AtPerson = Extract<AtQuestion, { kind: "person" }>;

/** A name or its beginning means that person. */
export function typedPerson(draft: Draft, at: AtPerson, text: string, around: Around): Turned {
  const meant = oneLine(text).toLowerCase();
  const [only, other] = peopleAt(draft, at, around).filter(
    (person) =>
      meant !== "" && personById(around.company, person)?.name.toLowerCase().startsWith(meant) === true,
  );
  return only === undefined || other !== undefined
    ? on(draft, { kind: "choose-one" })
    : give(draft, at, only, around);
}

export function pressedPerson(draft: Draft, at: AtPerson, button: Button, around: Around): Turned {
  if (button.kind === "next" && draft.answers[at.question]?.kind === "person")
    return on(onward(draft, at.question, around));
  if (button.kind !== "person") return on(draft, { kind: "choose-one" });
  const { person } = button;
  return person === undefined || peopleAt(draft, at, around).includes(person)
    ? give(draft, at, person, around)
    : on(draft, { kind: "choose-one" });
}

function peopleAt(draft: Draft, at: AtPerson, around: Around): readonly PersonId[] {
  const question = around.process.form.find((known) => known.id === at.question);
  return question?.kind === "person" ? peopleOffered(question, draft, around) : [];
}

function give(draft: Draft, at: AtPerson, person: PersonId | undefined, around: Around): Turned {
  const answer = { kind: "person", ...(person === undefined ? {} : { person }) } as const;
  return on(onward({ ...draft, answers: { ...draft.answers, [at.question]: answer } }, at.question, around));
}
