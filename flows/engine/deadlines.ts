/** Reminders, escalations and holds: when a request next wants a tick. Counted in working hours of its place (O6, F95). */
import { addWorkingMs, workingMsBetween } from "../company/calendar.ts";
import type { Company } from "../company/company.ts";
import { timeZoneOf } from "../company/places.ts";
import { instantAt } from "../company/zone-time.ts";
import { units, type Instant } from "../ids.ts";
import type { Process, TaskStage, VisasStage } from "./process.ts";
import { openSteps, type Request, type Step } from "./request.ts";

/** The terms of the stage where a request stands. */
function termsOf(
  process: Process,
  request: Request,
): Pick<VisasStage | TaskStage, "remindAfter" | "remindEvery" | "escalateAfter"> {
  const stage = process.stages[request.stage];
  return stage?.kind === "visas" || stage?.kind === "task" ? stage : {};
}

const dayMs = 86_400_000;

/** The start of the day for which the work is meant, by the first of the stage's questions that names one. */
function dayDue(process: Process, request: Request, step: Step, zone: string): Instant | undefined {
  const stage = process.stages[request.stage];
  const questions = stage?.kind === "task" ? (stage.dueOn ?? []) : [];
  for (const question of questions) {
    const said = step.answers[question] ?? request.answers[question];
    if (said?.kind === "date") return instantAt(zone, Math.floor(Date.parse(said.date) / dayMs), 0);
  }
  return undefined;
}

/** The instant at which a step has been open for so much working time, questions to the store not counted. */
function openFor(
  process: Process,
  request: Request,
  step: Step,
  workingMs: number,
  company: Company,
): Instant {
  const zone = timeZoneOf(company, request.place);
  const hours = company.workingHours;
  const handed = step.delegated?.at ?? step.taken?.at ?? step.openedAt; // a step in new hands has its time anew
  const since = units<Instant>(Math.max(handed, dayDue(process, request, step, zone) ?? 0));
  const paused = step.pauses.reduce(
    (sum, span) => (span.from < since ? sum : sum + workingMsBetween(hours, zone, span.from, span.to)),
    0,
  );
  return addWorkingMs(hours, zone, since, workingMs + paused);
}

/** When the signer is to be reminded; undefined: never (any more), or a question is open. */
export function reminderDue(
  process: Process,
  request: Request,
  step: Step,
  company: Company,
): Instant | undefined {
  const { remindAfter, remindEvery } = termsOf(process, request);
  if (remindAfter === undefined || step.question !== undefined) return undefined;
  if (step.reminded === 0) return openFor(process, request, step, remindAfter, company);
  if (remindEvery === undefined || step.remindedAt === undefined) return undefined;
  const zone = timeZoneOf(company, request.place);
  return addWorkingMs(company.workingHours, zone, step.remindedAt, remindEvery);
}

/** Whether the ladder of heads has ended and administrators were told. */
function topReached(step: Step): boolean {
  return step.escalated > step.added.length;
}

/** When the next level is to be added; undefined: never (any more), or a question is open. */
export function escalationDue(
  process: Process,
  request: Request,
  step: Step,
  company: Company,
): Instant | undefined {
  const after = termsOf(process, request).escalateAfter;
  if (after === undefined || topReached(step) || step.question !== undefined) return undefined;
  return openFor(process, request, step, after * (step.escalated + 1), company);
}

/** From when the step counts as overdue: its first escalation. Undefined: the stage sets no term. */
export function overdueAt(
  process: Process,
  request: Request,
  step: Step,
  company: Company,
): Instant | undefined {
  const after = termsOf(process, request).escalateAfter;
  return after === undefined ? undefined : openFor(process, request, step, after, company);
}

/** When the request next wants a tick; undefined: not until something happens to it. */
export function nextDue(process: Process, request: Request, company: Company): Instant | undefined {
  const due = openSteps(request).flatMap((step) => [
    reminderDue(process, request, step, company),
    escalationDue(process, request, step, company),
  ]);
  const all = [request.status === "held" ? request.held?.until : undefined, ...due].filter(
    (at) => at !== undefined,
  );
  return all.length === 0 ? undefined : all.reduce((a, b) => (a < b ? a : b));
}
