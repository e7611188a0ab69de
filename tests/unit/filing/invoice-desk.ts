/** A sales manager at the dialogue of an invoice: two directors above him, and papers that are checked at once. */
import type { Company, Person } from "../../../flows/company/company.ts";
import type { Answers, KeptFile } from "../../../flows/engine/answers.ts";
import { process } from "../../../flows/engine/process-schema.ts";
import type { Upload } from "../../../flows/filing/catalogue.ts";
import { id, type DepartmentId, type PersonId, type PostId } from "../../../flows/ids.ts";
import { invoice } from "../../../flows/processes/invoice.ts";
import { Desk, hashOf } from "./desk.ts";
import { clerk, company as northStep } from "./north-step.ts";

const person = (name: string): Person => ({
  id: id<PersonId>(name),
  name: `${name} ${name} ${name}`,
  human: name,
  language: "ru",
  active: true,
});
const holds = (name: string, post: string, department: string) => ({
  person: id<PersonId>(name),
  post: id<PostId>(post),
  department: id<DepartmentId>(department),
});

/** Kotov sells, Sokolova and Gromov direct. */
export const company: Company = {
  ...northStep,
  people: [...northStep.people, person("sokolova"), person("gromov")],
  holders: [
    holds("kotov", "sales-manager", "office"),
    holds("sokolova", "director", "office"),
    holds("gromov", "director", "office"),
  ],
};
/** The same, where Kotov sells in Ukraine. */
export const inUkraine: Company = {
  ...company,
  holders: [holds("kotov", "sales-manager", "store-3"), ...company.holders.slice(1)],
};
/** Gromov alone directs. */
export const oneDirector: Company = {
  ...company,
  holders: company.holders.filter((holder) => holder.person !== "sokolova"),
};

export class InvoiceDesk extends Desk {
  constructor(of: ConstructorParameters<typeof Desk>[0] = {}) {
    super({ process: invoice, company, ...of });
  }
  /** Sends PDFs, checked at once unless told otherwise. */
  pdf(names: readonly string[], upload?: Upload): this {
    for (const name of names) {
      const page = hashOf(`page ${name}`);
      this.shelf.uploads.set(
        name,
        upload ?? { kind: "ready", hash: hashOf(name), mime: "application/pdf", page },
      );
      const paper = {
        uniqueId: name,
        fileId: `file-${name}`,
        sentAs: "document",
        name: `${name}.pdf`,
      } as const;
      this.give({ kind: "paper", paper });
    }
    return this;
  }
  /** Up to the question about the sum. */
  static atSum(of: ConstructorParameters<typeof Desk>[0] = {}, date = "11.03.2026"): InvoiceDesk {
    const desk = new InvoiceDesk(of).pdf(["inv"]).press("done");
    return desk.press("supplier").type("УТ-1045").type(date);
  }
  static override atPreview(of: ConstructorParameters<typeof Desk>[0] = {}): InvoiceDesk {
    const desk = InvoiceDesk.atSum(of).type("244 000").rate(22).press("right").type("18.03.2026");
    desk.type("кроссовки").press("skip").press("skip");
    if (desk.asked === "person") desk.press("person");
    return desk.press("skip");
  }
  rate(percent?: number): this {
    return this.press("rate", (button) => button.kind === "rate" && button.percent === percent);
  }
  /** What would be filed now. */
  get sent(): Answers {
    const { after } = this.last;
    if (after?.kind !== "submit" || after.parts[0] === undefined)
      throw new Error(`not sent: ${this.said.join()}`);
    return after.parts[0];
  }
  get files(): readonly KeptFile[] {
    const { ask } = this.prompt;
    return ask.kind === "files" ? ask.files : [];
  }
}

/** The invoice without a place from which it would be mended: all of it stays. */
export const mendedAnywhere = process((({ reworkFrom: _gone, ...rest }) => rest)(invoice));
export const filer = clerk;
