/** An invoice that is being filled in: what speaks against it, looked up anew at every step (D28). */
import type { Question } from "../engine/questions.ts";
import type { InvoiceWarning } from "../invoices/warnings.ts";
import type { Around } from "./catalogue.ts";
import type { Draft } from "./draft.ts";

/** Whether a question is why an invoice is filed that was filed before. */
export const isOfTwin = (question: Question): boolean =>
  question.kind === "text" && question.need === "by-twin";

export function warningsFor(
  { answers, place }: Draft,
  { catalogue, now, request }: Around,
): readonly InvoiceWarning[] {
  return catalogue.invoiceWarnings({
    answers,
    now,
    ...(place !== undefined && { place }),
    ...(request !== undefined && { except: request.id }),
  });
}

const twinsFor = (draft: Draft, around: Around) =>
  warningsFor(draft, around).flatMap((one) => (one.kind === "twin" ? [one.twin.request] : []));

export const hasTwin = (draft: Draft, around: Around): boolean => twinsFor(draft, around).length > 0;

/** What was said of one twin is no reason for another: when the invoice has become another one, it is asked anew. */
export function withFreshReason(before: Draft, after: Draft, around: Around): Draft {
  const question = around.process.form.find(isOfTwin)?.id;
  if (question === undefined || before.answers === after.answers) return after;
  const { [question]: said, ...others } = after.answers;
  if (said === undefined || said !== before.answers[question]) return after;
  const same = twinsFor(before, around).join() === twinsFor(after, around).join();
  return same ? after : { ...after, answers: others };
}
