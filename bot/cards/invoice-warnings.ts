/** What speaks against an invoice, on its card: for whoever decides on it, until it is paid (D28). */
import { isInvoice, paidAt } from "../../flows/invoices/invoice.ts";
import { isOfTwin } from "../../flows/filing/invoice-warnings.ts";
import { warningText } from "../invoices/warning-words.ts";
import { quoted } from "./shown-text.ts";
import type { CardView } from "./view.ts";

/** Whether the card of a request still warns: nobody can do anything about an invoice that is paid or done with. */
export function isWarned({ request }: Pick<CardView, "request">): boolean {
  const over = request.status === "ended" || request.status === "withdrawn";
  return !over && isInvoice(request.answers) && paidAt(request) === undefined;
}

/** The warnings as HTML; "": nothing speaks against it. */
export function invoiceWarningLines({ warnings, company, words, viewer, now }: CardView): string {
  const reader = { company, words, language: viewer.language, person: viewer.id, now };
  return warnings.map((warning) => warningText(warning, reader)).join("\n");
}

/** Why it was filed again, where a twin was known when it was; "": none was. */
export function twinReason({ process, request, words }: CardView): string {
  const question = process.form.find(isOfTwin);
  const reason = question === undefined ? undefined : request.answers[question.id];
  return reason?.kind === "text" ? `${words("books-twin-reason")}\n${quoted(reason.text, 300)}` : "";
}
