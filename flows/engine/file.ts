/** The store's commands: file, resubmit, reply, attach photos, withdraw. */
import { humanOf, isActive } from "../company/directory.ts";
import { placesToFileAt } from "../company/holders.ts";
import type { Company } from "../company/company.ts";
import type { DepartmentId, PersonId, PostId, Text, VisaId } from "../ids.ts";
import { addressees, addressedBy } from "./addressees.ts";
import { addPicture, picturesOf, type Answers, type Picture } from "./answers.ts";
import type { Command } from "./command.ts";
import { changedQuestions } from "./content.ts";
import type { Context } from "./context.ts";
import { decided, refused, type Decided } from "./decided.ts";
import type { Event } from "./events.ts";
import { evolve } from "./evolve.ts";
import { missing } from "./form.ts";
import { stepTitle, stageOfStep, visasStage, type Process } from "./process.ts";
import type { Refusal } from "./refusals.ts";
import { currentSteps, openSteps, type Request } from "./request.ts";
import { enter, openVisas, standing } from "./stages.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Whether the person acts for the store: the filer, or who holds a filing post there (design: the store's request). */
export function actsForStore(
  process: Process,
  request: Pick<Request, "filer" | "place">,
  person: PersonId,
  company: Company,
): boolean {
  if (!isActive(company, person)) return false;
  return request.filer === person || placesToFileAt(company, person, process.filedBy).includes(request.place);
}

/** Starts a request: complete (S0.19), by somebody who may, with somebody to sign every visa (O3). */
export function file(process: Process, command: Of<"file">, context: Context): Decided {
  if (!placesToFileAt(context.company, command.by, process.filedBy).includes(command.place))
    return refused({ kind: "not-a-filer" });
  const unfilled = missing(process.form, command.answers, context.company.reasons);
  if (unfilled.length > 0) return refused({ kind: "not-filled", questions: unfilled });
  const filed: Event = {
    kind: "filed",
    at: context.now,
    by: command.by,
    id: context.newId,
    process: process.id,
    processVersion: context.processVersion,
    place: command.place,
    answers: command.answers,
    ...(command.copyOf === undefined ? {} : { copyOf: command.copyOf }),
  };
  const events = [filed, ...enter(process, evolve(undefined, filed), process.first, context)];
  const nobody = unsigned(process, events.reduce<Request | undefined>(evolve, undefined), context.company);
  return nobody === undefined ? decided(events) : refused(nobody);
}

/** The first visa that nobody could give; undefined: all can be given. */
function unsigned(process: Process, request: Request | undefined, company: Company): Refusal | undefined {
  if (request === undefined) return undefined;
  const people = addressees(process, request, company);
  for (const { visa } of openSteps(request)) {
    const post = postOf(process, request, visa);
    const unheld = post !== undefined && addressedBy(process, request, visa, company).people.length === 0;
    if (unheld || (people.get(visa) ?? []).length === 0)
      return { kind: "nobody-to-sign", visa, ...(post === undefined ? {} : { post }) };
  }
  return undefined;
}

/** The post that a step is addressed to. */
function postOf(process: Process, request: Request, step: VisaId): PostId | undefined {
  const stage = stageOfStep(process, request.stage, step);
  const to = stage?.kind === "visas" ? stage.visas[step]?.to : stage?.to;
  if (to === undefined) return undefined;
  return "post" in to ? to.post : "chosen" in to ? to.else : undefined;
}

/** Who would be asked for each visa if this were filed now: what the preview shows. */
export interface Planned {
  readonly visa: VisaId;
  readonly title: Text;
  readonly people: readonly PersonId[];
}
/** Completeness is not checked: a preview may be looked at early. A refusal names the visa that nobody could give. */
export function plannedSigners(
  process: Process,
  of: { readonly place: DepartmentId; readonly filer: PersonId; readonly answers: Answers },
  context: Context,
): readonly Planned[] | { readonly refusal: Refusal } {
  const filed: Event = {
    kind: "filed",
    at: context.now,
    by: of.filer,
    id: context.newId,
    process: process.id,
    processVersion: context.processVersion,
    place: of.place,
    answers: of.answers,
  };
  const request = enter(process, evolve(undefined, filed), process.first, context).reduce(
    evolve,
    evolve(undefined, filed),
  );
  const nobody = unsigned(process, request, context.company);
  if (nobody !== undefined) return { refusal: nobody };
  const people = addressees(process, request, context.company);
  return openSteps(request).map(({ visa }) => ({
    visa,
    title: stepTitle(process, request.stage, visa) ?? process.title,
    people: people.get(visa) ?? [],
  }));
}

/** The store sends its mended request again: a new round, in which only touched visas are asked anew. */
export function resubmit(
  process: Process,
  request: Request,
  command: Of<"resubmit">,
  context: Context,
): Decided {
  const refusal = closedFor(request);
  if (refusal !== undefined) return refused(refusal);
  if (request.status !== "rework") return refused({ kind: "not-in-rework" });
  if (!actsForStore(process, request, command.by, context.company)) return refused({ kind: "not-a-filer" });
  const unfilled = missing(process.form, command.answers, context.company.reasons);
  if (unfilled.length > 0) return refused({ kind: "not-filled", questions: unfilled });
  const changed = changedQuestions(process.form, request.answers, command.answers);
  if (changed.length === 0) return refused({ kind: "nothing-changed" });
  const resubmitted: Event = {
    kind: "resubmitted",
    at: context.now,
    by: command.by,
    answers: command.answers,
    changed,
  };
  const after = evolve(request, resubmitted);
  const opened = onward(process, after, again(process, after, context), context);
  const nobody = unsigned(process, opened.reduce(evolve, after), context.company);
  return nobody === undefined ? decided([resubmitted, ...opened]) : refused(nobody);
}

/** From its first stage anew. Where nothing that was signed has changed, it goes on to where it had got. */
function again(process: Process, request: Request, context: Context): Event[] {
  const first = visasStage(process, process.first);
  if (first === undefined || request.stage !== process.first)
    return enter(process, request, process.first, context);
  return openVisas(process, request, first, context);
}

/** With nobody left to ask, what was signed already carries it on. */
function onward(process: Process, request: Request, events: readonly Event[], context: Context): Event[] {
  const state = events.reduce(evolve, request);
  const stage = visasStage(process, state.stage);
  if (stage === undefined || standing(stage, currentSteps(state)) !== "approved") return [...events];
  return [...events, ...enter(process, state, stage.approved, context)];
}

/** Why the store can do nothing more with it; undefined: it lives. */
function closedFor(request: Request): Refusal | undefined {
  const at = request.endedAt ?? request.filedAt;
  if (request.status === "withdrawn") return { kind: "withdrawn", at };
  return request.status === "ended" ? { kind: "ended", stage: request.stage, at } : undefined;
}

/** The store answers a signer's question: his deadline runs on. */
export function reply(process: Process, request: Request, command: Of<"reply">, context: Context): Decided {
  const refusal = closedFor(request);
  if (refusal !== undefined) return refused(refusal);
  if (!actsForStore(process, request, command.by, context.company)) return refused({ kind: "not-a-filer" });
  const asked = openSteps(request).find((step) => step.visa === command.visa && step.question !== undefined);
  const text = command.text.trim();
  if (asked === undefined) return refused({ kind: "no-question" });
  if (text === "") return refused({ kind: "reason-required" });
  return decided([
    { kind: "answered", at: context.now, by: command.by, visa: command.visa, round: asked.round, text },
  ]);
}

/** Photos that come after filing, as many as there is room for: signers see them, nothing that was signed changes (F42). */
export function attach(process: Process, request: Request, command: Of<"attach">, context: Context): Decided {
  const refusal = closedFor(request);
  if (refusal !== undefined) return refused(refusal);
  if (!actsForStore(process, request, command.by, context.company)) return refused({ kind: "not-a-filer" });
  const max = process.form.find((question) => question.kind === "photos")?.max ?? 0;
  let known: readonly Picture[] = [...picturesOf(request.answers), ...request.late];
  const added: Picture[] = [];
  let over = false;
  for (const picture of command.pictures) {
    const taken = addPicture(known, picture, max);
    over ||= taken.kind === "over";
    if (taken.kind !== "added") continue;
    known = taken.pictures;
    added.push(picture);
  }
  if (added.length === 0)
    return refused(over ? { kind: "too-many-photos", max } : { kind: "nothing-changed" });
  const text = command.text.trim();
  const written = text === "" ? {} : { text };
  return decided([{ kind: "attached", at: context.now, by: command.by, pictures: added, ...written }]);
}

/** Whether the person could take the request back now: until the last visa is given, and while he is to mend it (O4). */
export function mayWithdraw(request: Request, person: PersonId, company: Company): boolean {
  const inWork = request.steps.some((step) => step.task === true && step.round === request.round);
  if (inWork && request.status !== "rework") return false; // sent back, it can still be given up: nothing is paid
  const author = request.authors.some((one) => humanOf(company, one) === humanOf(company, person));
  return author && (request.status === "open" || request.status === "rework");
}

export function withdraw(request: Request, command: Of<"withdraw">, context: Context): Decided {
  const refusal = closedFor(request);
  if (refusal !== undefined) return refused(refusal);
  if (request.status === "held") return refused({ kind: "too-late-to-withdraw" });
  const author = request.authors.some(
    (one) => humanOf(context.company, one) === humanOf(context.company, command.by),
  );
  if (!author) return refused({ kind: "not-a-filer" });
  if (!mayWithdraw(request, command.by, context.company)) return refused({ kind: "too-late-to-withdraw" });
  const closed = openSteps(request).map((step): Event => ({
    kind: "step-closed",
    at: context.now,
    visa: step.visa,
    round: step.round,
  }));
  return decided([...closed, { kind: "withdrawn", at: context.now, by: command.by }]);
}
