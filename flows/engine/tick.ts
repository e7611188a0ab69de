/** What time and changes of the company do by themselves: the end of a hold, reminders, escalations, new addressees. */
import type { Company } from "../company/company.ts";
import type { Instant, PersonId } from "../ids.ts";
import { addressees, nextHead } from "./addressees.ts";
import type { Context } from "./context.ts";
import { decided, type Decided } from "./decided.ts";
import { escalationDue, reminderDue } from "./deadlines.ts";
import type { Event } from "./events.ts";
import { evolve } from "./evolve.ts";
import type { Process } from "./process.ts";
import { openSteps, type Request, type Step } from "./request.ts";
import { enter } from "./stages.ts";
import { released } from "./tasks.ts";

/** Everything that has become due; no events when nothing has (a tick too early or twice does no harm, F95). */
export function tick(process: Process, request: Request, context: Context): Decided {
  const { now, company } = context;
  if (request.status === "held" && request.held !== undefined && request.held.until <= now)
    return decided(enter(process, request, request.held.stage, context));
  const events: Event[] = [];
  for (const step of openSteps(request)) events.push(...stepEvents(process, request, step, now, company));
  return decided(events);
}

function stepEvents(process: Process, request: Request, step: Step, now: Instant, company: Company): Event[] {
  const events: Event[] = [];
  const of = { at: now, visa: step.visa, round: step.round };
  const remindAt = reminderDue(process, request, step, company);
  if (remindAt !== undefined && remindAt <= now)
    events.push({
      kind: "reminded",
      ...of,
      people: addressees(process, request, company).get(step.visa) ?? [],
    });
  let state = events.reduce(evolve, request);
  for (;;) {
    const current = openSteps(state).find((one) => one.visa === step.visa);
    const dueAt = current && escalationDue(process, state, current, company);
    if (current === undefined || dueAt === undefined || dueAt > now) return events;
    const to = nextHead(process, state, current, company);
    const event: Event = {
      kind: "escalated",
      ...of,
      level: current.escalated + 1,
      ...(to === undefined ? {} : { to }),
    };
    events.push(event);
    state = evolve(state, event);
  }
}

/** The company changed: steps whose addressees are others now are asked of them (F76, F77, F87, S3.12). */
export function reassess(process: Process, request: Request, context: Context): Decided {
  const people = addressees(process, request, context.company);
  return decided(
    openSteps(request).flatMap((step): Event[] => {
      const now = people.get(step.visa) ?? [];
      const hands = [step.taken?.by, step.delegated?.to].filter((person) => person !== undefined);
      if (hands.some((person) => !now.includes(person)))
        return released(process, request, { visa: step.visa }, context);
      const of = { at: context.now, visa: step.visa, round: step.round };
      if (now.length === 0) return step.vacantTold ? [] : [{ kind: "vacant", ...of }];
      return sameSet(now, [...step.asked, ...step.added]) ? [] : [{ kind: "reassigned", ...of, asked: now }];
    }),
  );
}

function sameSet(a: readonly PersonId[], b: readonly PersonId[]): boolean {
  const known = new Set(b);
  return new Set(a).size === known.size && a.every((person) => known.has(person));
}
