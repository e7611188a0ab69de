/** The order of the questions: which are asked, how far the person is («2 из 5»), and what comes after an answer. */
import { placesOffered } from "./places-offered.ts";
import { missing, needed } from "../engine/form.ts";
import type { Answers, Picture } from "../engine/answers.ts";
import type { Question } from "../engine/questions.ts";
import { id, type FileHash, type QuestionId } from "../ids.ts";
import type { Around, Catalogue } from "./catalogue.ts";
import type { At, AtPlace, AtQuestion, Draft } from "./draft.ts";
import { suppliersOfGoods } from "./goods-lines.ts";
import { filesQuestion, filesTaken } from "./papers.ts";
import { isChoice } from "./people-offered.ts";
import { faultOf } from "./wrong-answers.ts";
import { hasTwin, isOfTwin } from "./invoice-warnings.ts";

/** Questions that the store is asked: prices are the signer's matter, and a person is asked where there is a choice. */
export function askedQuestions(draft: Pick<Draft, "place">, around: Around): readonly Question[] {
  return around.process.form.filter(
    (question) =>
      question.kind !== "prices" &&
      (question.kind !== "person" || draft.place === undefined || isChoice(question, draft, around)),
  );
}

/** The questions as things stand: why it is filed again is asked only while a twin is there (D28). */
export function questionsNow(draft: Draft, around: Around): readonly Question[] {
  const questions = askedQuestions(draft, around);
  const twin = questions.some(isOfTwin) && hasTwin(draft, around);
  return twin ? questions : questions.filter((question) => !isOfTwin(question));
}

/** The answers without a reason for a twin that is there no more. */
export function withoutTwinReason(answers: Answers, draft: Draft, around: Around): Answers {
  const asked = questionsNow(draft, around);
  const idle = askedQuestions(draft, around).filter((question) => !asked.includes(question));
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => idle.every((question) => question.id !== name)),
  );
}

/** Stands for the hash of a picture that isn't checked yet, so that a draft can be looked at as a whole. */
const unchecked = id<FileHash>("0".repeat(64));

/**
 * The answers with the pictures and papers that came, except those refused, and with what answers itself. What is not
 * checked yet counts as there.
 */
export function wholeAnswers(draft: Draft, around: Around): Answers {
  const files = filesQuestion(around);
  const taken = filesTaken(draft, around.catalogue);
  return {
    ...withPictures(draft, around),
    ...Object.fromEntries(
      around.process.form
        .filter((question) => question.kind === "person" && !isChoice(question, draft, around))
        .map((question) => [question.id, { kind: "person" } as const]),
    ),
    ...(files === undefined || taken.length === 0 ? {} : { [files.id]: { kind: "files", files: taken } }),
  };
}

function withPictures(draft: Draft, around: Pick<Around, "process" | "catalogue">): Answers {
  const photos = around.process.form.find((question) => question.kind === "photos");
  if (photos === undefined) return draft.answers;
  const pictures = draft.media.flatMap((media): Picture[] => {
    const upload = media.hash === undefined ? around.catalogue.upload(media.uniqueId) : undefined;
    if (upload?.kind === "refused") return [];
    const hash = media.hash ?? (upload?.kind === "ready" ? upload.hash : unchecked);
    const { uniqueId, fileId, kind, sentAs } = media;
    return [{ hash, kind, fileId, uniqueId, sentAs }];
  });
  return pictures.length === 0
    ? draft.answers
    : { ...draft.answers, [photos.id]: { kind: "photos", pictures } };
}

/** How many of a draft's pictures are still being checked, and why others were refused. */
export function checkOf(
  draft: Pick<Draft, "media">,
  catalogue: Catalogue,
): { readonly pending: number; readonly refused: readonly string[] } {
  let pending = 0;
  const refused: string[] = [];
  for (const media of draft.media) {
    const upload = media.hash === undefined ? catalogue.upload(media.uniqueId) : undefined;
    if (upload?.kind === "pending") pending += 1;
    if (upload?.kind === "refused") refused.push(upload.why);
  }
  return { pending, refused };
}

/** Whether an answer must be given, with the reasons chosen so far (domain 5.8). */
export function isNeeded(question: Question, draft: Draft, around: Around): boolean {
  if (isOfTwin(question)) return questionsNow(draft, around).includes(question);
  return needed(question, draft.answers, around.company.reasons);
}

/** Required answers that are not there, a split request's supplier aside: each part has its own. */
export function gaps(draft: Draft, around: Around): readonly QuestionId[] {
  const split = isSplit(draft);
  const questions = questionsNow(draft, around);
  const unanswered = missing(questions, wholeAnswers(draft, around), around.company.reasons);
  const unexplained = questions.filter(
    (question) => isOfTwin(question) && draft.answers[question.id]?.kind !== "text",
  );
  return [...unanswered, ...unexplained.map((question) => question.id)].filter(
    (gap) => !split || around.process.form.find((question) => question.id === gap)?.kind !== "supplier",
  );
}

/** Answers that don't go together with others: asked again before it is sent. */
export function wrongAnswers(draft: Draft, around: Around): readonly QuestionId[] {
  return askedQuestions(draft, around)
    .filter((question) => faultOf(question, draft, around) !== undefined)
    .map((question) => question.id);
}

/** Whether it goes out as several requests: asked for, and still of several suppliers. */
export function isSplit(draft: Draft): boolean {
  return draft.split && suppliersOfGoods(draft.answers).length > 1;
}

/** Where the dialogue stands when a question is opened. */
export function enter(question: Question, draft: Draft, around: Around): AtQuestion {
  switch (question.kind) {
    case "goods":
      return { kind: "goods", question: question.id, step: { kind: "list" } };
    case "reason":
      return { kind: "reason", question: question.id };
    case "photos":
      return { kind: "photos", question: question.id };
    case "supplier": {
      const several = suppliersOfGoods(draft.answers).length > 1;
      const asks = several && around.request === undefined && draft.answers[question.id]?.kind !== "supplier";
      return { kind: "supplier", question: question.id, step: { kind: asks ? "split" : "pick" } };
    }
    case "files":
      return { kind: "files", question: question.id };
    case "sum": {
      const given = draft.answers[question.id];
      const wrong = given?.kind === "sum" && faultOf(question, draft, around) !== undefined;
      return {
        kind: "sum",
        question: question.id,
        step: wrong ? { kind: "rate", sum: given.sum } : { kind: "sum" },
      };
    }
    case "person":
      return { kind: "person", question: question.id };
    case "account":
      return { kind: "account", question: question.id };
    case "text":
    case "date":
    case "choice":
      return { kind: "plain", question: question.id };
    case "prices":
      throw new Error(`question ${question.id} of kind prices is asked of signers, not of the store`);
  }
}

/** The beginning of a form: the place where there is a choice, else its first question. */
export function beginning(draft: Draft, around: Around): At {
  if (draft.place === undefined && placesOffered(around).length !== 1) return { kind: "place" };
  const [first] = askedQuestions(draft, around);
  return first === undefined ? { kind: "preview" } : enter(first, draft, around);
}

/** After an answer: the next question of the form; once the preview was seen, first what is missing now, else back to it. */
export function onward(draft: Draft, from: QuestionId, around: Around): Draft {
  const questions = questionsNow(draft, around);
  if (draft.previewed) {
    // «Заполню позже» was said of the supplier: he is asked again only when it is sent (S0.19).
    const later = questions.find(
      (question) => question.kind === "supplier" && draft.answers[question.id]?.kind === "skipped",
    );
    const gap = [...gaps(draft, around), ...wrongAnswers(draft, around)].find(
      (question) => question !== from && question !== later?.id,
    );
    const question = questions.find((known) => known.id === gap);
    return { ...draft, at: question === undefined ? { kind: "preview" } : enter(question, draft, around) };
  }
  const next = questions[questions.findIndex((question) => question.id === from) + 1];
  return next === undefined
    ? { ...draft, at: { kind: "preview" }, previewed: true }
    : { ...draft, at: enter(next, draft, around) };
}

/** One step back: to the preview if it was seen, else to the question before, else to the place; undefined: this is the beginning. */
export function backward(draft: Draft, from: QuestionId, around: Around): AtPlace | undefined {
  if (draft.previewed) return { kind: "preview" };
  const questions = questionsNow(draft, around);
  const before = questions[questions.findIndex((question) => question.id === from) - 1];
  if (before !== undefined) return enter(before, draft, around);
  return around.request === undefined && placesOffered(around).length > 1 ? { kind: "place" } : undefined;
}

/** «2 из 5»: the number of a question among those asked. */
export interface Progress {
  readonly at: number;
  readonly of: number;
}
export function progressOf(question: QuestionId, draft: Draft, around: Around): Progress {
  const questions = questionsNow(draft, around);
  return { at: questions.findIndex((known) => known.id === question) + 1, of: questions.length };
}
