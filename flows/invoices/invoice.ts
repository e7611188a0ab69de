/** What an invoice is known by among the others of its supplier: its number in one spelling, its year, where it is paid to. */
import { oneLine } from "../company/clean-text.ts";
import { totalOf, type Answers } from "../engine/answers.ts";
import type { Process } from "../engine/process.ts";
import { openSteps, paidSum, type Request } from "../engine/request.ts";
import { leftToPay } from "../engine/tasks.ts";
import type { Instant, Minor, SupplierId, VisaId } from "../ids.ts";

/** Account of 20 digits with the bank's БИК, or an IBAN alone. */
export interface PaidTo {
  readonly account: string;
  readonly bank?: string;
}

export interface Invoice {
  readonly supplier: SupplierId;
  /** As it is written on the paper. */
  readonly number: string;
  /** In the one spelling by which a twin is found. */
  readonly key: string;
  readonly year: number;
  readonly sum: Minor;
  readonly paidTo?: PaidTo;
  /** The customer's order that it was bought for. */
  readonly order?: string;
}

/** Latin capitals that look like Cyrillic ones: which keyboard somebody typed on makes no other invoice. */
const [latin, cyrillic] = ["ABCEHIKMOPTXY", "АВСЕНІКМОРТХУ"] as const;

/**
 * A number of an invoice in one spelling (domain 5.6): upper case, without spaces and №, without leading zeros, also
 * behind letters: «№ ут-0001045» is «УТ-1045».
 */
export function invoiceKey(number: string): string {
  return oneLine(number.replace(/[№#]/g, " "))
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\s/g, "")
    .replace(/[ABCEHIKMOPTXY]/g, (letter) => cyrillic[latin.indexOf(letter)] ?? letter)
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

/**
 * What a request's answers say of the invoice; undefined: they are none, or not far enough (no supplier, no number).
 * @param today calendar date `YYYY-MM-DD`: gives the year while the invoice has no date
 */
export function invoiceOf(answers: Answers, today: string): Invoice | undefined {
  const supplier = Object.values(answers).find((answer) => answer.kind === "supplier");
  const number = textOf(answers["number"]);
  if (supplier === undefined || number === undefined) return undefined;
  const key = invoiceKey(number);
  if (key === "") return undefined;
  const date = answers["date"];
  const paidTo = Object.values(answers).find((answer) => answer.kind === "account");
  const order = textOf(answers["order"]);
  return {
    supplier: supplier.supplier.id,
    number,
    key,
    year: Number((date?.kind === "date" ? date.date : today).slice(0, 4)),
    sum: totalOf(answers).total,
    ...(paidTo && { paidTo: { account: paidTo.account, ...(paidTo.bank && { bank: paidTo.bank }) } }),
    ...(order && { order }),
  };
}

const textOf = (answer: Answers[string] | undefined): string | undefined =>
  answer?.kind === "text" && answer.text.trim() !== "" ? answer.text.trim() : undefined;

/** Whether a request's answers are those of an invoice. */
export const isInvoice = (answers: Answers): boolean => invoiceOf(answers, "2000-01-01") !== undefined;

/** Whether a step is the one by which requests of this process are paid. */
export function isPaymentStep(process: Process, step: VisaId): boolean {
  return Object.values(process.stages).some(
    (stage) => stage.kind === "task" && stage.step === step && stage.work?.kind === "payment",
  );
}

/** The open step by which a request is paid, in anybody's hands or in nobody's; undefined: it is not to be paid now. */
export function paymentStep(process: Process, request: Request): VisaId | undefined {
  return openSteps(request).find(({ visa, task }) => task === true && isPaymentStep(process, visa))?.visa;
}

/** Minor units that may be paid now; undefined: nothing. */
export function payable(process: Process, request: Request): Minor | undefined {
  return paymentStep(process, request) === undefined ? undefined : leftToPay(request);
}

/** When the last of the sum was paid; undefined: it isn't paid, or not whole. */
export function paidAt(request: Request): Instant | undefined {
  const { total } = totalOf(request.answers);
  if (total === 0 || paidSum(request) < total) return undefined;
  return (request.paid ?? []).findLast((one) => one.back === undefined)?.at;
}
