/** The content that a visa covers, as canonical text: what is hashed, compared on resubmission, and signed (D23). */
import type { Question } from "./questions.ts";
import type { Answer, Answers } from "./answers.ts";
import type { Process, Visa } from "./process.ts";
import type { Request } from "./request.ts";

/** JSON with sorted keys: equal values give equal text, whatever the order they were built in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** A skipped question and one never asked are the same. */
function meaning(answer: Answer | undefined): string {
  return answer === undefined || answer.kind === "skipped" ? "" : canonical(answer);
}

/** Ids of the questions whose answers differ, in the order of the form. */
export function changedQuestions(form: readonly Question[], before: Answers, after: Answers): string[] {
  return form
    .map((question) => question.id)
    .filter((question) => meaning(before[question]) !== meaning(after[question]));
}

/** What a visa covers: what it declares, else everything but the free comment, as a task does. */
export function coveredQuestions(process: Process, visa?: Visa): readonly string[] {
  return (
    visa?.covers ?? process.form.map((question) => question.id).filter((question) => question !== "comment")
  );
}

/** What is signed: the covered answers of this request, its place, process and number. `visa` absent: by who does a task. */
export function contentText(process: Process, request: Request, visa?: Visa): string {
  const covered = coveredQuestions(process, visa).map((question) => [
    question,
    meaning(request.answers[question]),
  ]);
  return canonical([request.id, process.id, request.processVersion, request.place, request.filer, covered]);
}
