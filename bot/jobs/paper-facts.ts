/** Gathers the facts of a paper from the request as it was decided and the company as it is: pure but for look-ups. */
import type { Company, Country, Supplier } from "../../flows/company/company.ts";
import { departmentOf, entityOf, headsUp } from "../../flows/company/places.ts";
import { holdersOf, postsOf } from "../../flows/company/holders.ts";
import { personById } from "../../flows/company/directory.ts";
import { postTitle, titleOf } from "../../flows/company/posts.ts";
import {
  paperKinds,
  type Paper,
  type PaperCommission,
  type PaperLine,
  type PaperPhoto,
  type PaperSupplier,
  type PaperVisa,
  type Signer,
} from "../../flows/documents/paper.ts";
import { goodsOf, picturesOf, type Picture } from "../../flows/engine/answers.ts";
import type { Process, Visa } from "../../flows/engine/process.ts";
import type { Request, Step } from "../../flows/engine/request.ts";
import { id, type Instant, type Language, type PersonId, type PostId } from "../../flows/ids.ts";

export interface FactsOf {
  readonly process: Process;
  readonly request: Request;
  readonly company: Company;
  readonly paper: { readonly document: string; readonly number: string };
  /** When the paper was issued. */
  readonly issuedAt: Instant;
  readonly supplier?: Supplier;
  /** When and by whom a picture was sent, where that is known. */
  readonly sentBy: (picture: Picture) => { readonly at: Instant; readonly person: PersonId } | undefined;
}

/** Papers are in the language of the entity's country, whoever reads (domain 6). */
const languageOf: Record<Country, Language> = { RU: "ru", UA: "uk" };

export function paperFacts(of: FactsOf): Paper {
  const { process, request, company } = of;
  const kind = paperKinds.find((known) => known === of.paper.document);
  if (kind === undefined)
    throw new Error(`process ${process.id} issues "${of.paper.document}", which no form prints`);
  const { id: _, ...entity } = entityOf(company, request.place);
  const language = languageOf[entity.country];
  const department = departmentOf(company, request.place);
  const named = signers(company, language);
  const filer = named(request.filer);
  const comment = answerText(request, "comment");
  const commission = commissionOf(of, language);
  const supplier = supplierOf(of, language);
  const head = headsUp(company, request.place)[0];
  const accountant = holdersOf(company, id<PostId>("accountant"), request.place)[0];
  return {
    kind,
    number: of.paper.number,
    issuedAt: of.issuedAt,
    entity,
    department: {
      name: department?.name ?? request.place,
      ...(department?.address !== undefined && { address: department.address }),
    },
    request: {
      id: request.id,
      filedBy: filer.name ?? request.filer,
      ...(filer.post !== undefined && { filedByPost: filer.post }),
      filedAt: request.filedAt,
    },
    lines: linesOf(of, language),
    ...(comment !== undefined && { comment }),
    ...(supplier !== undefined && { supplier }),
    ...(commission !== undefined && { commission }),
    responsible: filer,
    head: head === undefined ? {} : named(head),
    ...(accountant !== undefined && { accountant: named(accountant) }),
    photos: photosOf(of),
    visas: request.steps.flatMap((step) => visaOf(of, step, language) ?? []),
  };
}

/** A person as he signs: his post and full name, in the paper's language. */
function signers(company: Company, language: Language): (person: PersonId) => Signer {
  return (person) => {
    const found = personById(company, person);
    const post = postsOf(company, person)[0]?.post;
    const title = post === undefined ? found?.title : titleOf(company, person, post, language);
    return { ...(title !== undefined && { post: title }), ...(found !== undefined && { name: found.name }) };
  };
}

function linesOf({ request, company }: FactsOf, language: Language): readonly PaperLine[] {
  const whole = Object.values(request.answers).find((answer) => answer.kind === "reason");
  return goodsOf(request.answers).map((line) => {
    const code = line.reason ?? whole?.code ?? "";
    const title = company.reasons.find((reason) => reason.code === code)?.title[language] ?? code;
    const { name, sku, barcode, unit, quantity, price, vat } = line;
    return {
      name,
      unit,
      quantity,
      reason: { code, title },
      ...(sku !== undefined && { sku }),
      ...(barcode !== undefined && { barcode }),
      ...(price !== undefined && { price }),
      ...(vat !== undefined && { vat }),
    };
  });
}

function answerText(request: Request, question: string): string | undefined {
  const answer = request.answers[question];
  return answer?.kind === "text" && answer.text !== "" ? answer.text : undefined;
}

/** The supplier with what his manager filled in on the card; what he skipped stays a blank line (domain 5.4). */
function supplierOf({ request, process, supplier }: FactsOf, language: Language): PaperSupplier | undefined {
  const answered = Object.values(request.answers).find((answer) => answer.kind === "supplier");
  if (answered === undefined) return undefined;
  const filled = Object.assign({}, ...request.steps.map((step) => step.answers)) as Request["answers"]; // answers of all steps, later rounds win
  const text = (question: string): string | undefined => {
    const given = filled[question];
    return given?.kind === "text" && given.text !== "" ? given.text : undefined;
  };
  const date = filled["waybill-date"];
  const number = text("waybill");
  const way = filled["way"];
  const wayOfReturn =
    way?.kind === "choice" ? optionTitle(process, request, way.option, language) : undefined;
  const contract = text("contract") ?? supplier?.contract;
  const waybill = {
    ...(number !== undefined && { number }),
    ...(date?.kind === "date" && { date: date.date }),
  };
  const { inn, kpp, address, email } = supplier ?? {};
  return {
    name: supplier?.name ?? answered.supplier.name,
    ...(inn !== undefined && { inn }),
    ...(kpp !== undefined && { kpp }),
    ...(address !== undefined && { address }),
    ...(email !== undefined && { email }),
    ...(contract !== undefined && { contract }),
    ...(Object.keys(waybill).length > 0 && { waybill }),
    ...(wayOfReturn !== undefined && { wayOfReturn }),
  };
}

function optionTitle(
  process: Process,
  request: Request,
  option: string,
  language: Language,
): string | undefined {
  for (const step of request.steps)
    for (const question of declared(process, step)?.asks ?? [])
      if (question.kind === "choice")
        for (const one of question.options) if (one.id === option) return one.title[language];
  return undefined;
}

/** The visa that a step was opened for, in whichever stage declares it. */
function declared(process: Process, step: Step): Visa | undefined {
  for (const stage of Object.values(process.stages))
    if (stage.kind === "visas" && step.visa in stage.visas) return stage.visas[step.visa];
  return undefined;
}

function commissionOf({ request, company }: FactsOf, language: Language): PaperCommission | undefined {
  const found = departmentOf(company, request.place)?.commission;
  if (found === undefined) return undefined;
  const named = signers(company, language);
  return {
    order: found.order,
    date: found.date,
    chair: named(found.chair),
    members: found.members.map(named),
  };
}

function photosOf({ request, company, sentBy }: FactsOf): readonly PaperPhoto[] {
  const place = departmentOf(company, request.place)?.name ?? request.place;
  const pictures = [...picturesOf(request.answers), ...request.late];
  return pictures
    .filter((picture) => picture.kind === "photo")
    .map((picture) => {
      const sent = sentBy(picture) ?? { at: request.filedAt, person: request.filer };
      const sender = personById(company, sent.person)?.name ?? sent.person;
      return { hash: picture.hash, at: sent.at, sender, place };
    });
}

function visaOf({ process, company }: FactsOf, step: Step, language: Language): PaperVisa | undefined {
  if (step.outcome === undefined || step.outcome === "done" || step.task === true) return undefined;
  const visa = declared(process, step);
  const nameOf = (person: PersonId): string => personById(company, person)?.name ?? person;
  const title = visa?.title[language] ?? step.visa;
  const to = visa !== undefined && "post" in visa.to ? visa.to.post : undefined;
  return {
    title,
    post:
      to === undefined
        ? title
        : step.by === undefined
          ? postTitle(to, language)
          : titleOf(company, step.by, to, language),
    decision: step.outcome === "carried" ? "approved" : step.outcome,
    at: step.closedAt ?? step.openedAt,
    round: step.round,
    ...(step.by !== undefined && { name: nameOf(step.by) }),
    ...(step.forPerson !== undefined && { forName: nameOf(step.forPerson) }),
    ...(step.reason !== undefined && { remark: step.reason }),
    ...(step.hash !== undefined && { hash: step.hash }),
  };
}
