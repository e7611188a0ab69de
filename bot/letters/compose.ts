/** What a letter about a supplier's invoice says when it is sent: read from the store then, so that it says what is so (domain 10). */
import { loadCompany } from "../../db/company.ts";
import { letterOf, threadBefore, type LetterRow } from "../../db/letters.ts";
import type { Store } from "../../db/open.ts";
import { loadProcess } from "../../db/processes.ts";
import { loadRequest } from "../../db/requests.ts";
import { supplier as supplierOf } from "../../db/suppliers.ts";
import { localDate } from "../../flows/company/calendar.ts";
import { oneLine } from "../../flows/company/clean-text.ts";
import type { Company } from "../../flows/company/company.ts";
import { personById } from "../../flows/company/directory.ts";
import { holdsFor } from "../../flows/company/holders.ts";
import { entityOf } from "../../flows/company/places.ts";
import { titleOf } from "../../flows/company/posts.ts";
import type { PaperLanguage } from "../../flows/documents/amount-in-words.ts";
import type { Process } from "../../flows/engine/process.ts";
import type { Request } from "../../flows/engine/request.ts";
import type { Instant } from "../../flows/ids.ts";
import {
  basisOf,
  invoiceFiles,
  invoiceOf,
  lastPayment,
  plannedDate,
} from "../../flows/mail/invoice-facts.ts";
import {
  closingDocumentsLetter,
  handedOverLetter,
  letterLanguage,
  paidLetter,
  type InvoiceFacts,
} from "../../flows/mail/invoice-letters.ts";
import { managersOf } from "../../flows/mail/keepers.ts";
import type { LetterContent, LetterText } from "../../flows/mail/letter.ts";
import { isWanted } from "../../flows/mail/wanted.ts";

/** Undefined: it would say what is no longer so. Throws where the request is no invoice. */
export function composeLetter(store: Store, letter: LetterRow, now: Instant): LetterContent | undefined {
  const request = loadRequest(store, letter.request);
  if (request === undefined) return undefined;
  const process = loadProcess(store, request.process, request.processVersion);
  if (!isWanted(process, request, letter.kind)) return undefined;
  const company = loadCompany(store);
  const payer = entityOf(company, request.place);
  const language = letterLanguage(payer.country);
  const named = Object.values(request.answers).find((answer) => answer.kind === "supplier")?.supplier;
  const supplier = named && supplierOf(store, named.id);
  const basis = basisOf(request, supplier, language);
  const facts: InvoiceFacts = {
    payer,
    invoice: invoiceOf(request),
    ...(basis !== undefined && { basis }),
    manager: managerOf(company, process, request, language),
  };
  const opens = isFirst(store, letter);
  const text = textOf(letter, facts, {
    process,
    request,
    language,
    opens,
    today: localDate(now, payer.timeZone),
  });
  const { name, email } = facts.manager;
  return {
    ...text,
    fromName: oneLine(payer.name),
    toName: oneLine(supplier?.name ?? named?.name ?? ""),
    ...(email !== undefined && { replyTo: { name: oneLine(name), address: email } }),
    attachments: opens
      ? invoiceFiles(request).map((file) => ({
          name: oneLine(file.name),
          mime: oneLine(file.mime),
          file: file.hash,
        }))
      : [],
  };
}

/** Whether the supplier has had no letter about the invoice yet, and nobody wanted it so: then this one brings the invoice. */
function isFirst(store: Store, letter: LetterRow): boolean {
  return (
    threadBefore(store, letter).length === 0 &&
    letterOf(store, letter.request, "handed-over")?.why !== "not-wanted"
  );
}

function textOf(
  { kind }: LetterRow,
  facts: InvoiceFacts,
  of: {
    readonly process: Process;
    readonly request: Request;
    readonly language: PaperLanguage;
    readonly opens: boolean;
    readonly today: string;
  },
): LetterText {
  const { process, request, language, opens, today } = of;
  if (kind === "handed-over")
    return handedOverLetter(facts, { language, plannedDate: plannedDate(process, request, today) });
  const paid = lastPayment(request);
  if (paid === undefined)
    throw new Error(`request ${request.id} tells its supplier of a payment and has none`);
  const payment = { date: paid.date, ...(paid.order !== undefined && { number: paid.order }) };
  switch (kind) {
    case "paid":
      return paidLetter(facts, { language, payment, first: opens });
    case "closing-documents":
      return closingDocumentsLetter(facts, { language, payment });
  }
}

/** Whom the supplier may ask: who filed the invoice or has his work now, with what the company file knows of him. */
function managerOf(
  company: Company,
  process: Process,
  request: Request,
  language: PaperLanguage,
): InvoiceFacts["manager"] {
  const [manager = request.filer] = managersOf(process, request, company);
  const person = personById(company, manager);
  const post = process.filedBy.find((one) => holdsFor(company, manager, one, request.place));
  const title = post === undefined ? person?.title : titleOf(company, manager, post, language);
  return {
    name: person?.name ?? manager,
    ...(title !== undefined && { post: title }),
    ...(person?.phone !== undefined && { phone: phoneText(person.phone) }),
    ...(person?.email !== undefined && { email: person.email }),
  };
}

/** «+7 900 000-10-07», «+380 50 000 10 09»: as such numbers are written in their country. */
function phoneText(digits: string): string {
  const ru = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits);
  if (ru !== null) return `+7 ${ru[1]} ${ru[2]}-${ru[3]}-${ru[4]}`;
  const uk = /^380(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(digits);
  return uk === null ? `+${digits}` : `+380 ${uk[1]} ${uk[2]} ${uk[3]} ${uk[4]}`;
}
