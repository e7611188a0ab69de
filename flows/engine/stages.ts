/** Entering a stage: opening its visas, or ending the request with its papers. */
import { localDate } from "../company/calendar.ts";
import { entityOf } from "../company/places.ts";
import type { Company } from "../company/company.ts";
import type { Instant, StageId, VisaId } from "../ids.ts";
import { addressees } from "./addressees.ts";
import { totalOf } from "./answers.ts";
import { coveredQuestions } from "./content.ts";
import { serialKey, type Context, type Series } from "./context.ts";
import type { Event } from "./events.ts";
import { evolve } from "./evolve.ts";
import {
  documentsOf,
  visasStage,
  type Effect,
  type Process,
  type TaskStage,
  type Visa,
  type VisasStage,
} from "./process.ts";
import { openSteps, type Request, type Step } from "./request.ts";
import { holds, type Facts } from "./rules.ts";

/** The series in which reaching any stage of the process could issue a paper now; execute loads their next numbers. */
export function seriesNeeded(
  process: Process,
  place: Request["place"],
  company: Company,
  now: Instant,
): Series[] {
  const entity = entityOf(company, place);
  const year = Number(localDate(now, entity.timeZone).slice(0, 4));
  return Object.values(process.stages)
    .flatMap((stage) => (stage.kind === "visas" ? [] : documentsOf(stage.effects)))
    .map((effect) => ({ entity: entity.id, series: effect.series, year }));
}

/** The events of moving into a stage. `request` is the state just before. */
export function enter(process: Process, request: Request, stage: StageId, context: Context): Event[] {
  const declared = process.stages[stage];
  if (declared === undefined) throw new Error(`process ${process.id} has no stage ${stage}`);
  const entered: Event = { kind: "stage-entered", at: context.now, stage };
  switch (declared.kind) {
    case "visas":
      return [entered, ...openVisas(process, evolve(request, entered), declared, context)];
    case "task":
      return [
        entered,
        ...issue(request, declared.effects, context),
        ...openTask(process, evolve(request, entered), declared, context),
      ];
    case "pass": {
      const passed = [entered, ...issue(request, declared.effects, context)];
      return [...passed, ...enter(process, passed.reduce(evolve, request), declared.next, context)];
    }
    case "final":
      return [
        entered,
        ...issue(request, declared.effects, context),
        { kind: "ended", at: context.now, stage },
      ];
  }
}

/** A stage that goes on with the step of the one before opens nothing. */
function openTask(process: Process, request: Request, stage: TaskStage, context: Context): Event[] {
  if (openSteps(request).some((step) => step.visa === stage.step)) return [];
  const opened: Event = {
    kind: "task-opened",
    at: context.now,
    visa: stage.step,
    round: request.round,
    asked: [],
  };
  const people = addressees(process, evolve(request, opened), context.company).get(stage.step) ?? [];
  return [{ ...opened, asked: people }];
}

function issue(request: Request, effects: readonly Effect[], context: Context): Event[] {
  const entity = entityOf(context.company, request.place);
  const date = localDate(context.now, entity.timeZone);
  const used = new Map<string, number>();
  return documentsOf(effects).map((effect): Event => {
    const key = serialKey({ entity: entity.id, series: effect.series, year: Number(date.slice(0, 4)) });
    const first = context.serials[key];
    if (first === undefined) throw new Error(`no serial was loaded for ${key}`);
    const serial = first + (used.get(key) ?? 0);
    used.set(key, (used.get(key) ?? 0) + 1);
    const number = `${effect.series}-${date.slice(0, 4)}-${String(serial).padStart(6, "0")}`;
    return { kind: "paper-issued", at: context.now, document: effect.document, number, date };
  });
}

/** The facts that a condition may ask of a request. */
function factsOf(request: Request): Facts {
  return {
    total: totalOf(request.answers).total,
    word: (field) => {
      if (field === "place") return request.place;
      const answer = request.answers[field];
      if (answer?.kind === "choice") return answer.option;
      if (answer?.kind === "reason") return answer.code;
      if (answer?.kind === "supplier") return answer.supplier.id;
      if (answer?.kind === "person") return answer.person;
      return answer?.kind === "text" ? answer.text : undefined;
    },
  };
}

/**
 * Opens the visas of a stage in the request's round. An approval of the round before is carried over when nothing that
 * it covers was changed by the resubmission; all others are asked anew (design: rework).
 */
export function openVisas(process: Process, request: Request, stage: VisasStage, context: Context): Event[] {
  const events: Event[] = [];
  let state = request;
  for (const [name, visa] of Object.entries(stage.visas)) {
    if (visa.when !== undefined && !holds(visa.when, factsOf(request))) continue;
    const event = visaEvent(process, request, name as VisaId, visa, context); // a key of the declared visas
    events.push(event);
    state = evolve(state, event);
  }
  const people = addressees(process, state, context.company);
  return events.map((event) =>
    event.kind === "step-opened" ? { ...event, asked: people.get(event.visa) ?? [] } : event,
  );
}

function visaEvent(
  process: Process,
  request: Request,
  visa: VisaId,
  declared: Visa,
  context: Context,
): Event {
  const round = request.round;
  const before = request.steps.find((step) => step.visa === visa && step.round === round - 1);
  const covered = coveredQuestions(process, declared);
  if (isApproval(before) && !request.changed.some((question) => covered.includes(question)))
    return {
      kind: "step-carried",
      at: context.now,
      visa,
      round,
      by: before.by,
      ...(before.forPerson === undefined ? {} : { forPerson: before.forPerson }),
      hash: before.hash,
      signedAt: before.closedAt,
    };
  return { kind: "step-opened", at: context.now, visa, round, asked: [] };
}

type Approval = Step & Required<Pick<Step, "by" | "hash" | "closedAt">>;
function isApproval(step: Step | undefined): step is Approval {
  return (
    (step?.outcome === "approved" || step?.outcome === "carried") &&
    step.by !== undefined &&
    step.hash !== undefined &&
    step.closedAt !== undefined
  );
}

/** How many approvals the stage still needs to end well, and whether that can still happen. `all`: steps of the round. */
export function standing(stage: VisasStage, all: readonly Step[]): "approved" | "rejected" | "open" {
  const steps = all.filter((step) => Object.hasOwn(stage.visas, step.visa));
  const given = steps.filter((step) => step.outcome === "approved" || step.outcome === "carried").length;
  const open = steps.filter((step) => step.outcome === undefined).length;
  const need =
    stage.need === "all" ? steps.length : stage.need === "any" ? 1 : Math.min(stage.need, steps.length);
  if (given >= need) return "approved";
  return given + open < need ? "rejected" : "open";
}

/** The visas stage in which a request stands. Throws at a final one: only open requests are asked. */
export function stageOf(process: Process, request: Request): VisasStage {
  const stage = visasStage(process, request.stage);
  if (stage === undefined)
    throw new Error(`request ${request.id} stands in ${request.stage}, which asks for no visas`);
  return stage;
}
