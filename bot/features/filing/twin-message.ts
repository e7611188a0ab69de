/** The invoice that was filed before, in a message of its own: its buttons can't stand under a question with a keyboard. */
import type { Around } from "../../../flows/filing/catalogue.ts";
import type { Draft } from "../../../flows/filing/draft.ts";
import { isOfTwin, warningsFor } from "../../../flows/filing/invoice-warnings.ts";
import { button } from "../../buttons.ts";
import { caseFor } from "../../cards/case.ts";
import { warningText } from "../../invoices/warning-words.ts";
import type { Turn } from "../../work.ts";

/** Says it before the question why it is filed again, and before the preview; opened it can be by who may see it. */
export function sayTwins(
  turn: Turn,
  { draft, around }: { readonly draft: Draft; readonly around: Around },
): void {
  const { at } = draft;
  const question = "question" in at ? around.process.form.find((one) => one.id === at.question) : undefined;
  if (at.kind !== "preview" && (question === undefined || !isOfTwin(question))) return;
  const { tx, company, me, words, now } = turn;
  const reader = { company, words, language: me.language, person: me.id, now };
  const twins = warningsFor(draft, around).filter((warning) => warning.kind === "twin");
  if (twins.length === 0) return;
  const seen = twins.filter(({ twin }) => caseFor(tx, company, me.id, twin.request) !== undefined);
  turn.say({
    text: twins.map((twin) => warningText(twin, reader)).join("\n"),
    buttons: seen.map(({ twin: { request } }) => [
      button(words("books-button-open", { number: String(request) }), { kind: "open", request }),
    ]),
  });
}
