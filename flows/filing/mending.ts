/** A draft that was away for a while, put in order: the process, the company and the catalogue may have changed since. */
import type { Answer } from "../engine/answers.ts";
import type { Question } from "../engine/questions.ts";
import type { QuestionKind } from "../engine/questions.ts";
import type { Around } from "./catalogue.ts";
import type { At, AtPlace, AtQuestion, Draft } from "./draft.ts";
import { beginning, askedQuestions, enter, gaps } from "./order.ts";
import { peopleOffered } from "./people-offered.ts";
import { placesOffered } from "./places-offered.ts";
import { isReasonGiven } from "./reason-dialogue.ts";

/** The draft without answers that nobody asks for any more, at a question that exists. Everything else stays. */
export function mended(draft: Draft, around: Around): Draft {
  const questions = askedQuestions(draft, around);
  const answers = Object.fromEntries(
    Object.entries(draft.answers).filter(([id, answer]) => {
      const question = questions.find((known) => known.id === id);
      return question !== undefined && fits(question, answer, draft, around);
    }),
  );
  const offered = placesOffered(around);
  const lost = around.request === undefined && draft.place !== undefined && !offered.includes(draft.place);
  const { place: _lost, ...elsewhere } = draft;
  const kept: Draft = { ...(lost ? elsewhere : draft), answers };
  return withPlace(kept, around);
}

/** One store is taken silently; a place of the dialogue that doesn't exist (any more) becomes the next open question. */
function withPlace(draft: Draft, around: Around): Draft {
  const [only, other] = placesOffered(around);
  const single = only !== undefined && other === undefined;
  const known: Draft = draft.place === undefined && single ? { ...draft, place: only } : draft;
  if (known.place === undefined) return { ...known, at: { kind: "place" } };
  const { at } = known;
  const inner = at.kind === "resume" || at.kind === "cancel" ? at.back : at;
  if (standsAt(inner, known, around) && !(inner.kind === "place" && single)) return known;
  const back = nextOpen(known, around);
  return { ...known, at: at.kind === "resume" || at.kind === "cancel" ? { ...at, back } : back };
}

const kindsOf: Readonly<Record<AtQuestion["kind"], readonly QuestionKind[]>> = {
  goods: ["goods"],
  reason: ["reason"],
  photos: ["photos"],
  supplier: ["supplier"],
  files: ["files"],
  sum: ["sum"],
  person: ["person"],
  account: ["account"],
  plain: ["text", "date", "choice"],
};

function standsAt(at: At, draft: Draft, around: Around): boolean {
  if (!("question" in at)) return true;
  const question = askedQuestions(draft, around).find((known) => known.id === at.question);
  return question !== undefined && kindsOf[at.kind].includes(question.kind);
}

function nextOpen(draft: Draft, around: Around): AtPlace {
  if (!draft.previewed && Object.keys(draft.answers).length === 0) {
    const start = beginning(draft, around);
    return start.kind === "resume" || start.kind === "cancel" ? start.back : start;
  }
  const gap = gaps(draft, around)[0];
  const question = askedQuestions(draft, around).find((known) => known.id === gap);
  return question === undefined ? { kind: "preview" } : enter(question, draft, around);
}

function fits(question: Question, answer: Answer, draft: Draft, around: Around): boolean {
  if (answer.kind === "skipped") return true;
  if (question.kind === "choice" && answer.kind === "choice")
    return question.options.some((option) => option.id === answer.option);
  if (question.kind === "reason" && answer.kind === "reason")
    return (
      answer.code === undefined || isReasonGiven(draft, { kind: "reason", question: question.id }, around)
    );
  if (question.kind === "person" && answer.kind === "person")
    return answer.person === undefined || peopleOffered(question, draft, around).includes(answer.person);
  return question.kind === answer.kind;
}
