/** Who must see or hear what, after events: pure, and the only place that knows (design: the engine on one page). */
import type { Company } from "../company/company.ts";
import { activeAdministrators, isActive } from "../company/directory.ts";
import { holdersOf } from "../company/holders.ts";
import type { Instant, PersonId, RequestId, StageId, VisaId } from "../ids.ts";
import type { LetterKind } from "../mail/letter.ts";
import { addressees } from "./addressees.ts";
import type { Event } from "./events.ts";
import { finalStage, type Process } from "./process.ts";
import type { Notice } from "./notices.ts";
import type { Request } from "./request.ts";

export type Consequence =
  /** This person's card of the request shows something else now; `ring`: send it anew, with sound (an edit makes none). */
  | { readonly kind: "card"; readonly person: PersonId; readonly ring: boolean }
  | { readonly kind: "notice"; readonly person: PersonId; readonly notice: Notice }
  /** One line of the person's next reminder; a run merges them into one message (design). */
  | { readonly kind: "reminder"; readonly person: PersonId; readonly visa: VisaId; readonly since: Instant }
  /** A letter to the supplier, held while it can still be undone (O13), or for so many working milliseconds. */
  | { readonly kind: "letter"; readonly letter: LetterKind; readonly after?: number }
  /** A paper was issued: print it, then hand it to these people. */
  | {
      readonly kind: "document";
      readonly document: string;
      readonly number: string;
      readonly to: readonly PersonId[];
    };

const card = (person: PersonId, ring = false): Consequence => ({ kind: "card", person, ring });

/** Everybody whose card may show this request: filer and menders, everybody asked, added, or who signed. */
export function concerned(request: Request): ReadonlySet<PersonId> {
  const ofSteps = request.steps.flatMap((step) => [
    ...step.asked,
    ...step.added,
    ...(step.by === undefined ? [] : [step.by]),
  ]);
  const hands = request.steps.flatMap((step) =>
    [step.taken?.by, step.delegated?.to, step.delegated?.by].filter((person) => person !== undefined),
  );
  const consulted = request.talk.flatMap((one) => (one.to === undefined ? [] : [one.to]));
  return new Set([request.filer, ...request.authors, ...ofSteps, ...hands, ...consulted]);
}

/** Who hears for the store: the filer, or while he is gone whoever holds a filing post there (D11). */
function storePeople(process: Process, request: Request, company: Company): readonly PersonId[] {
  if (isActive(company, request.filer)) return [request.filer];
  return process.filedBy.flatMap((post) => holdersOf(company, post, request.place));
}

/**
 * What follows from the events of one command, for people. Everybody concerned gets a quiet edit; who is newly asked a
 * new message (D12); the outcome goes to the filer alone (D11); nobody gets two cards. Who merely looks at the request
 * (`/open`) is not listed: the store repaints every card of it anyway.
 */
export function consequences(
  process: Process,
  events: readonly Event[],
  before: Request | undefined,
  after: Request,
  company: Company,
): readonly Consequence[] {
  if (events.length === 0) return [];
  const caused = events.flatMap((event) => ofEvent(process, event, before, after, company));
  const rung = new Set(caused.flatMap((one) => (one.kind === "card" && one.ring ? [one.person] : [])));
  const everybody = new Set([...(before === undefined ? [] : concerned(before)), ...concerned(after)]);
  const quiet = [...everybody].filter((person) => !rung.has(person)).map((person) => card(person));
  return [
    ...[...rung].map((person) => card(person, true)),
    ...quiet,
    ...caused.filter((one) => one.kind !== "card"),
  ];
}

function ofEvent(
  process: Process,
  event: Event,
  before: Request | undefined,
  after: Request,
  company: Company,
): readonly Consequence[] {
  const request = after.id;
  const store = (notice: Notice): Consequence[] =>
    storePeople(process, after, company).map((person) => ({ kind: "notice", person, notice }));
  const administrators = (notice: Notice): Consequence[] =>
    activeAdministrators(company).map((person) => ({ kind: "notice", person, notice }));
  switch (event.kind) {
    case "step-opened":
    case "task-opened":
      return event.asked.map((person) => card(person, true));
    case "reassigned": {
      const known = new Set(
        before?.steps.find((step) => step.visa === event.visa && step.round === event.round)?.asked,
      );
      return event.asked.filter((person) => !known.has(person)).map((person) => card(person, true));
    }
    case "escalated":
      if (event.to === undefined) return administrators({ kind: "stuck", request, visa: event.visa });
      return [card(event.to, true)];
    case "undone":
      return reopenedFor(process, event, after, company);
    case "stage-entered":
      return reached(process, event.stage, request, store);
    case "taken":
      return event.over === undefined
        ? []
        : [
            {
              kind: "notice",
              person: event.over,
              notice: { kind: "taken-over", request, visa: event.visa, by: event.by },
            },
          ];
    case "released":
      return askedNow(process, after, company)
        .filter((person) => person !== event.by)
        .map((person) => card(person, true));
    case "delegated":
      return [card(event.to, true)];
    case "consulted":
    case "advised":
      return [
        {
          kind: "notice",
          person: event.to,
          notice: {
            kind: event.kind === "consulted" ? "consulted" : "advice",
            request,
            visa: event.visa,
            by: event.by,
            text: event.text,
          },
        },
      ];
    case "sent-back":
      return store({ kind: "sent-back", request, by: event.by, reason: event.reason });
    case "asked":
      return store({ kind: "question", request, visa: event.visa, by: event.by, text: event.text });
    case "answered": {
      const question = before?.steps.find(
        (step) => step.visa === event.visa && step.round === event.round,
      )?.question;
      if (question === undefined) return [];
      const notice: Notice = { kind: "answer", request, visa: event.visa, by: event.by, text: event.text };
      return [{ kind: "notice", person: question.by, notice }];
    }
    case "attached": {
      const written = event.text === undefined ? {} : { text: event.text };
      const notice: Notice = { kind: "late-photos", request, count: event.pictures.length, ...written };
      return askedNow(process, after, company).map((person) => ({ kind: "notice", person, notice }));
    }
    case "vacant":
      return [
        ...administrators({ kind: "nobody-to-sign", request, visa: event.visa }),
        ...store({ kind: "nobody-to-sign", request, visa: event.visa }),
      ];
    case "reminded": {
      const since =
        after.steps.find((step) => step.visa === event.visa && step.round === event.round)?.openedAt ??
        event.at;
      return event.people.map((person) => ({ kind: "reminder", person, visa: event.visa, since }));
    }
    case "ended":
      return [...store({ kind: "outcome", request }), ...tellDoers(process, event.stage, after)];
    case "paper-issued":
      return [
        {
          kind: "document",
          document: event.document,
          number: event.number,
          to: storePeople(process, after, company),
        },
      ];
    case "withdrawn":
    case "filed":
    case "step-carried":
    case "filled":
    case "signed":
    case "step-closed":
    case "resubmitted":
    case "held":
    case "reopened":
    case "done":
    case "paid":
    case "unpaid":
      return [];
  }
}

/** What a stage says to the filer, and the letters that it sends. */
function reached(
  process: Process,
  stage: StageId,
  request: RequestId,
  store: (notice: Notice) => Consequence[],
): Consequence[] {
  const declared = process.stages[stage];
  if (declared === undefined || declared.kind === "visas") return [];
  const letters = declared.effects.flatMap((effect): Consequence[] =>
    effect.kind === "letter" ? [effect] : [],
  );
  const says = declared.kind === "pass" && declared.says !== undefined;
  return [...letters, ...(says ? store({ kind: "passed", request, stage }) : [])];
}

/** The end of a request told to whoever did a step of it. */
function tellDoers(process: Process, stage: StageId, after: Request): Consequence[] {
  const tells = finalStage(process, stage)?.tells ?? [];
  return tells.flatMap(({ doer }, index): Consequence[] => {
    const person = after.steps.findLast((step) => step.visa === doer && step.outcome === "done")?.by;
    const notice: Notice = { kind: "told", request: after.id, stage, index };
    return person === undefined ? [] : [{ kind: "notice", person, notice }];
  });
}

/** Everybody who may sign something of the request now. */
function askedNow(process: Process, request: Request, company: Company): PersonId[] {
  return [...new Set([...addressees(process, request, company).values()].flat())];
}

/** A decision was taken back: whose steps it had closed are asked anew; who took it back sees his own card change. */
function reopenedFor(
  process: Process,
  event: Extract<Event, { kind: "undone" }>,
  after: Request,
  company: Company,
): Consequence[] {
  return askedNow(process, after, company)
    .filter((person) => person !== event.by)
    .map((person) => card(person, true));
}
