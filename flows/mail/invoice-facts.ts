/** What a supplier's invoice says of itself, read from the request: what its letters are made of (domain 10). */
import type { Supplier } from "../company/company.ts";
import type { Answer, KeptFile } from "../engine/answers.ts";
import type { Request, BookedPayment } from "../engine/request.ts";
import { takenStep } from "./keepers.ts";
import type { Process } from "../engine/process.ts";
import { oneLine } from "../company/clean-text.ts";
import type { CalendarDate } from "../documents/dates.ts";
import type { PaperLanguage } from "../documents/amount-in-words.ts";
import { id, type QuestionId } from "../ids.ts";
import type { InvoiceFacts } from "./invoice-letters.ts";
import { invoiceWords } from "./invoice-words.ts";

/** The accountant's own date, asked on the card of who pays. */
export const plannedQuestion = id<QuestionId>("planned");

/** An answer of a kind, by its question; undefined: it was not given, or is of another kind. */
function given<K extends Answer["kind"]>(
  request: Request,
  question: string,
  kind: K,
): Extract<Answer, { kind: K }> | undefined {
  const answer = request.answers[question];
  return answer?.kind === kind ? (answer as Extract<Answer, { kind: K }>) : undefined; // its kind has just been compared
}

/** Throws where an answer is missing that the form requires: such a request can't have been filed. */
export function invoiceOf(request: Request): InvoiceFacts["invoice"] {
  const number = given(request, "number", "text");
  const date = given(request, "date", "date");
  const sum = given(request, "sum", "sum");
  if (number === undefined || date === undefined || sum === undefined)
    throw new Error(
      `request ${request.id} writes to a supplier and is no invoice: it has no number, date or sum`,
    );
  return {
    number: number.text,
    date: date.date,
    sum: sum.sum,
    ...(sum.vat !== undefined && { vat: sum.vat }),
  };
}

/**
 * Until when it will be paid: what the accountant said, else what the invoice says; never a day that is over.
 * @param today on the payer's calendar
 */
export function plannedDate(process: Process, request: Request, today: CalendarDate): CalendarDate {
  const said = takenStep(process, request)?.answers[plannedQuestion];
  const due = given(request, "due", "date")?.date;
  const date = said?.kind === "date" ? said.date : due;
  return date === undefined || date < today ? today : date;
}

/** «договор № 12 от 01.02.2025», else «заказ № 9»; undefined: neither is known. */
export function basisOf(
  request: Request,
  supplier: Supplier | undefined,
  language: PaperLanguage,
): string | undefined {
  const words = invoiceWords[language];
  const contract = oneLine(supplier?.contract ?? "");
  // «счёт-оферта» is a basis by its own name, a mere number is not
  if (contract !== "") return /^[№\d]/u.test(contract) ? `${words.contract} ${contract}` : contract;
  const order = oneLine(given(request, "order", "text")?.text ?? "");
  if (order === "") return undefined;
  return /^[№\d]/u.test(order) ? `${words.order}${order.replace(/^№\s*/u, "")}` : order;
}

/** The invoice as it was received. */
export function invoiceFiles(request: Request): readonly KeptFile[] {
  return given(request, "file", "files")?.files ?? [];
}

/** The last payment that counts; undefined: none does. */
export function lastPayment(request: Request): BookedPayment | undefined {
  return request.paid?.findLast((payment) => payment.back === undefined);
}
