/** Folds events into the request: replaying a log always gives the stored state (R10). */
import type { Minor } from "../ids.ts";
import type { Answer, Answers } from "./answers.ts";
import type { Event } from "./events.ts";
import type { Request, Step } from "./request.ts";
import {
  carried,
  changeStep,
  handedOn,
  inHands,
  opened,
  released,
  reopened,
  settled,
  signed,
  talked,
  without,
} from "./step-changes.ts";

type Filed = Extract<Event, { kind: "filed" }>;

/** The request after one more event. Throws when the event can't follow: that is a bug or a damaged log. */
export function evolve(request: Request | undefined, event: Event): Request {
  if (event.kind === "filed") {
    if (request !== undefined) throw new Error(`request ${request.id} is filed twice`);
    return filed(event);
  }
  if (request === undefined)
    throw new Error(`the log of a request begins with "${event.kind}" instead of "filed"`);
  return apply(request, event);
}

/** The state that a whole log gives. Throws on an empty one. */
export function replay(events: readonly Event[]): Request {
  const request = events.reduce<Request | undefined>(evolve, undefined);
  if (request === undefined) throw new Error("a request without a log");
  return request;
}

function filed(event: Filed): Request {
  return {
    id: event.id,
    process: event.process,
    processVersion: event.processVersion,
    place: event.place,
    filer: event.by,
    filedAt: event.at,
    ...(event.copyOf === undefined ? {} : { copyOf: event.copyOf }),
    answers: event.answers,
    changed: [],
    late: [],
    stage: "" as Request["stage"], // the stage-entered event of the same command names it
    status: "open",
    round: 1,
    steps: [],
    talk: [],
    authors: [event.by],
    papers: [],
    revision: 1,
    version: 0,
  };
}

function apply(request: Request, event: Exclude<Event, Filed>): Request {
  switch (event.kind) {
    case "stage-entered":
      return { ...without(request, "held", "rework"), stage: event.stage, status: "open" };
    case "step-opened":
      return {
        ...request,
        steps: [...request.steps, opened(request, event, event.asked)],
      };
    case "step-carried":
      return { ...request, steps: [...request.steps, carried(request, event)] };
    case "filled":
      return filled(request, event);
    case "signed":
      return changeStep(request, event, (step) => signed(step, event));
    case "step-closed":
      return changeStep(request, event, (step) => ({
        ...settled(step, event.at),
        outcome: "not-needed",
        closedAt: event.at,
      }));
    case "task-opened":
      return {
        ...request,
        steps: [...request.steps, { ...opened(request, event, event.asked), task: true }],
      };
    case "taken":
      return changeStep(request, event, (step) => inHands(step, event.by, event.at));
    case "released":
      return changeStep(request, event, released);
    case "done":
      return changeStep(request, event, (step) => ({
        ...settled(step, event.at),
        answers: { ...step.answers, ...event.answers },
        outcome: "done",
        by: event.by,
        ...(event.forPerson === undefined ? {} : { forPerson: event.forPerson }),
        closedAt: event.at,
      }));
    case "paid":
      return {
        ...request,
        paid: [...(request.paid ?? []), { ...event.payment, by: event.by, at: event.at }],
      };
    case "unpaid":
      return {
        ...request,
        paid: (request.paid ?? []).map((one) =>
          one.n === event.n ? { ...one, back: { by: event.by, at: event.at } } : one,
        ),
      };
    case "reopened":
      return reopened(request, event);
    case "delegated":
      return changeStep(request, event, (step) => handedOn(step, event));
    case "consulted":
      return talked(request, event, (step) => ({
        ...step,
        consulted: [...(step.consulted ?? []), { of: event.to, by: event.by, at: event.at }],
      }));
    case "advised":
      return talked(request, event, (step) => ({
        ...step,
        consulted: (step.consulted ?? []).filter((one) => one.of !== event.by),
      }));
    case "asked":
      return {
        ...changeStep(request, event, (step) => ({
          ...step,
          question: { by: event.by, text: event.text, at: event.at },
        })),
        talk: [
          ...request.talk,
          { visa: event.visa, by: event.by, at: event.at, text: event.text, kind: "question" },
        ],
      };
    case "answered":
      return {
        ...changeStep(request, event, (step) => settled(step, event.at)),
        talk: [
          ...request.talk,
          { visa: event.visa, by: event.by, at: event.at, text: event.text, kind: "answer" },
        ],
      };
    case "reminded":
      return changeStep(request, event, (step) => ({
        ...step,
        reminded: step.reminded + 1,
        remindedAt: event.at,
      }));
    case "escalated":
      return changeStep(request, event, (step) => ({
        ...step,
        escalated: event.level,
        added: event.to === undefined ? step.added : [...step.added, event.to],
      }));
    case "reassigned":
      return changeStep(request, event, (step) => ({ ...step, asked: event.asked, vacantTold: false }));
    case "vacant":
      return changeStep(request, event, (step) => ({ ...step, asked: [], vacantTold: true }));
    case "sent-back":
      return {
        ...request,
        status: "rework",
        rework: { visa: event.visa, by: event.by, at: event.at, text: event.reason },
      };
    case "resubmitted":
      return {
        ...without(request, "rework"),
        before: request.answers,
        answers: event.answers,
        changed: event.changed,
        status: "open",
        round: request.round + 1,
        authors: [...new Set([...request.authors, event.by])],
        revision: request.revision + 1,
      };
    case "attached":
      return { ...request, late: [...request.late, ...event.pictures] };
    case "held":
      return {
        ...request,
        status: "held",
        held: { stage: event.stage, until: event.until, visa: event.visa },
      };
    case "undone":
      return undone(request, event);
    case "withdrawn":
      return { ...without(request, "rework", "held"), status: "withdrawn", endedAt: event.at };
    case "paper-issued":
      return {
        ...request,
        papers: [...request.papers, { document: event.document, number: event.number, date: event.date }],
      };
    case "ended":
      return { ...request, status: "ended", stage: event.stage, endedAt: event.at };
  }
}

function filled(request: Request, event: Extract<Event, { kind: "filled" }>): Request {
  const next = changeStep(request, event, (step) => ({
    ...step,
    answers: { ...step.answers, ...event.answers },
  }));
  const given = Object.values(event.answers).find((answer) => answer.kind === "prices");
  if (given === undefined) return next;
  return { ...next, answers: priced(request.answers, given.prices), revision: request.revision + 1 };
}

/** Signers' prices put into the lines they were given for. */
function priced(answers: Answers, prices: Readonly<Record<string, Minor>>): Answers {
  const entries = Object.entries(answers).map(([question, answer]): [string, Answer] => {
    if (answer.kind !== "goods") return [question, answer];
    const lines = answer.lines.map((line) => {
      const price = prices[String(line.line)];
      return price === undefined ? line : { ...line, price };
    });
    return [question, { ...answer, lines }];
  });
  return Object.fromEntries(entries);
}

/** Reopens the step, and the siblings that its decision closed in the same instant; the task that it led to is gone. */
function undone(request: Request, event: Extract<Event, { kind: "undone" }>): Request {
  const own = request.steps.find((step) => step.visa === event.visa && step.round === event.round);
  const ledTo = (step: Step): boolean =>
    step.task === true && step.round === event.round && step.openedAt >= (own?.closedAt ?? event.at);
  const kept = request.steps.filter((step) => !ledTo(step));
  const reopened = kept.map((step): Step => {
    const closedWithIt =
      step.round === event.round && step.outcome === "not-needed" && step.closedAt === own?.closedAt;
    if (step !== own && !closedWithIt) return step;
    return without(step, "outcome", "by", "forPerson", "closedAt", "reason", "hash");
  });
  const stage = event.stage ?? request.stage;
  return { ...without(request, "held", "rework"), stage, status: "open", steps: reopened };
}
