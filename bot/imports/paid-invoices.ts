/** Outgoing lines of a statement beside the invoices that they have paid: whose each is, and what can be done about it. */
import { paidSince, payableInvoices } from "../../db/invoices.ts";
import type { Store } from "../../db/open.ts";
import { paidByLine } from "../../db/paid-lines.ts";
import { outgoingLines, type LineRow } from "../../db/statement-lines.ts";
import { loadRequest } from "../../db/requests.ts";
import type { Company } from "../../flows/company/company.ts";
import { countryOf, departmentOf, entityOf } from "../../flows/company/places.ts";
import { addressees, candidates } from "../../flows/engine/addressees.ts";
import { taskStage, type Process } from "../../flows/engine/process.ts";
import { stepNamed, type Request } from "../../flows/engine/request.ts";
import { leftToPay } from "../../flows/engine/tasks.ts";
import { currencyOf } from "../../flows/goods/money.ts";
import { invoiceOf, paymentStep } from "../../flows/invoices/invoice.ts";
import { isSpent, paidInvoice, type PayableInvoice } from "../../flows/invoices/matching.ts";
import { accountsOf, ownAccount } from "../../flows/payments/bank-account.ts";
import {
  units,
  type DepartmentId,
  type Instant,
  type PersonId,
  type RequestId,
  type VisaId,
} from "../../flows/ids.ts";
import { caseFor } from "../cards/case.ts";

/** What stands in the way of marking an invoice as paid, for one accountant. */
export type Whose =
  | { readonly kind: "mine" }
  /** Nobody has taken it; `says`: the button of the process that takes it. */
  | { readonly kind: "free"; readonly says: string }
  | { readonly kind: "colleague"; readonly person?: PersonId }
  /** An earlier line of the list has paid it already. */
  | { readonly kind: "twice" };

export interface PaidInvoice {
  readonly line: LineRow;
  readonly request: Request;
  readonly process: Process;
  readonly step: VisaId;
  readonly whose: Whose;
}

/** Lines that one list looks at; the rest comes once these are done with. */
const linesMax = 300;
/** No clock is further ahead of UTC. */
const zoneAheadMs = 14 * 3_600_000;

/** The invoice that a line has paid; undefined: none, or it is booked already. */
export function invoiceOfLine(
  store: Store,
  company: Company,
  line: Pick<
    LineRow,
    "partyInn" | "amount" | "currency" | "paidOn" | "number" | "purpose" | "key" | "account"
  >,
): RequestId | undefined {
  if (line.partyInn === undefined || paidByLine(store, line) !== undefined) return undefined;
  const open = payableInvoices(store, line.partyInn, line.amount).flatMap((id): PayableInvoice[] => {
    const request = loadRequest(store, id);
    const invoice = request && invoiceOf(request.answers, "2000-01-01"); // its year is of no interest here
    if (request === undefined || invoice === undefined) return [];
    if (!paysFrom(company, request.place, line.account)) return [];
    const currency = currencyOf(countryOf(company, request.place)).code;
    const paid = request.paid ?? [];
    return [{ request: id, number: invoice.number, left: leftToPay(request), currency, paid }];
  });
  const found = paidInvoice(line, open);
  return found === undefined || isSpent(line, paidOthers(store, found, line)) ? undefined : found;
}

/** Whether an account is one of the entity that a place belongs to: an invoice is paid by its own. */
function paysFrom(company: Company, place: DepartmentId, account: string): boolean {
  const entity = departmentOf(company, place) === undefined ? company.entities[0] : entityOf(company, place);
  return entity !== undefined && ownAccount(accountsOf({ entities: [entity] }), account) !== undefined;
}

/** Other invoices of the receiver that were paid since the line's day: nobody books a payment before its day has come. */
function paidOthers(
  store: Store,
  found: RequestId,
  { partyInn, amount, paidOn }: Pick<LineRow, "partyInn" | "amount" | "paidOn">,
): readonly Pick<PayableInvoice, "number" | "paid">[] {
  const since = units<Instant>(Date.parse(`${paidOn}T00:00:00Z`) - zoneAheadMs);
  return paidSince(store, partyInn ?? "", amount, since).flatMap((id) => {
    const request = id === found ? undefined : loadRequest(store, id);
    const invoice = request && invoiceOf(request.answers, paidOn); // its year is of no interest here
    return invoice === undefined ? [] : [{ number: invoice.number, paid: request?.paid ?? [] }];
  });
}

/** The invoices that lines of an import seem to have paid and that he may see, as things stand now; `left out`: those that a person took out. */
export function paidInvoices(
  store: Store,
  company: Company,
  of: { readonly import: number; readonly me: PersonId; readonly status: "certain" | "skipped" },
): readonly PaidInvoice[] {
  const seen = new Set<RequestId>();
  return outgoingLines(store, of.import, of.status, linesMax).flatMap((line): PaidInvoice[] => {
    const id = invoiceOfLine(store, company, line);
    const found = id === undefined ? undefined : caseFor(store, company, of.me, id);
    if (found === undefined) return [];
    const { request, process } = found;
    const step = paymentStep(process, request);
    if (step === undefined) return [];
    const twice = seen.has(request.id);
    seen.add(request.id);
    const whose = twice ? ({ kind: "twice" } as const) : whoseIs({ process, request, step }, company, of.me);
    return [{ line, request, process, step, whose }];
  });
}

function whoseIs(
  { process, request, step }: Pick<PaidInvoice, "process" | "request" | "step">,
  company: Company,
  me: PersonId,
): Whose {
  const take = taskStage(process, request.stage)?.take;
  if (take !== undefined) {
    const may = candidates(process, request, company).get(step)?.includes(me) === true;
    const language = company.people.find((one) => one.id === me)?.language ?? company.language;
    return may ? { kind: "free", says: take.says[language] } : { kind: "colleague" };
  }
  const people = addressees(process, request, company).get(step) ?? [];
  const task = stepNamed(request, step);
  const holder = [task?.delegated?.to, task?.taken?.by].find(
    (one) => one !== undefined && people.includes(one),
  );
  // a head who was only added to a colleague's step may pay it on its card, not in a list that says nothing of it
  if (people.includes(me) && (holder === undefined || holder === me)) return { kind: "mine" };
  return { kind: "colleague", ...(holder !== undefined && { person: holder }) };
}
