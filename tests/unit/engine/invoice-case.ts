/** An invoice on its way: one seller, two directors, two accountants. */
import { invoice } from "../../../flows/processes/invoice.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import type { NewPayment } from "../../../flows/engine/request.ts";
import {
  id,
  units,
  type DepartmentId,
  type FileHash,
  type Minor,
  type SupplierId,
} from "../../../flows/ids.ts";
import { Case, company, person, visa } from "./fixture.ts";

export const office = id<DepartmentId>("office");
export const salesCompany = (change: Parameters<typeof company>[0] = {}): ReturnType<typeof company> =>
  company({
    posts: {
      seller: "sales-manager@office",
      seller2: "sales-manager@office",
      director: "director@office",
      director2: "director@office",
      accountant: "accountant@office",
      accountant2: "accountant@office",
    },
    ...change,
  });

/** A paper whose bytes are told by one letter. */
export const paper = (letter: string): Answers[string] => ({
  kind: "files",
  files: [
    {
      hash: id<FileHash>(letter.repeat(64)),
      name: `Счёт ${letter}.pdf`,
      mime: "application/pdf",
      fileId: `f-${letter}`,
      uniqueId: `u-${letter}`,
      sentAs: "document",
    },
  ],
});

/** 244 000,00 ₽ with VAT of 22 %, «either of them» signs. */
export const bill: Answers = {
  file: paper("a"),
  supplier: { kind: "supplier", supplier: { id: id<SupplierId>("vihr"), name: "Вихрь-Опт" } },
  number: { kind: "text", text: "УТ-1045" },
  date: { kind: "date", date: "2026-03-09" },
  sum: {
    kind: "sum",
    sum: units<Minor>(24_400_000),
    vat: { percent: 22, sum: units<Minor>(4_400_000) },
  },
  due: { kind: "date", date: "2026-03-18" },
  purpose: { kind: "text", text: "За кроссовки" },
  signer: { kind: "person" },
};

const director = visa("director");
export const payment = visa("payment");
export const documents = visa("closing-documents");

export class InvoiceCase extends Case {
  constructor(of: ReturnType<typeof company> = salesCompany()) {
    super(invoice, of);
  }
  filed(answers: Answers = bill): this {
    return this.do({ kind: "file", by: person("seller"), place: office, answers });
  }
  signed(by = "director", decision: "approved" | "rejected" | "sent-back" = "approved"): this {
    const reason = decision === "approved" ? {} : { reason: "Неверная сумма" };
    return this.do({
      kind: "sign",
      by: person(by),
      visa: director,
      decision,
      seen: this.is.revision,
      ...reason,
    });
  }
  taken(by = "accountant", name = payment): this {
    return this.do({ kind: "take", by: person(by), visa: name });
  }
  pays(minor: number, by = "accountant", of: Partial<NewPayment> = {}): this {
    const paid = { date: "2026-03-10", sum: units<Minor>(minor), ...of };
    return this.do({ kind: "pay", by: person(by), visa: payment, payment: paid });
  }
  closed(by = "seller"): this {
    return this.do({ kind: "finish", by: person(by), visa: documents, answers: { documents: paper("d") } });
  }
}
