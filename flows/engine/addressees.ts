/** Who may sign each open step now: found anew whenever it matters, from who holds the posts at that moment. */
import type { Company } from "../company/company.ts";
import { humanOf, isActive } from "../company/directory.ts";
import { findHolders } from "../company/holders.ts";
import { headsUp, pathUp } from "../company/places.ts";
import type { DepartmentId, PersonId, VisaId } from "../ids.ts";
import { stageOfStep, visaOf, type Address, type Process } from "./process.ts";
import { currentSteps, openSteps, type Request, type Step } from "./request.ts";

/** The people an address means, and the department whose heads stand above them. */
export interface Addressed {
  readonly people: readonly PersonId[];
  readonly department: DepartmentId;
}

/**
 * Who is meant by the filer: he, or once he has left whoever holds a filing post at the place of his request, his
 * successor among them (D26), in the order of these posts; he again if nobody does.
 */
export function filersNow(process: Process, request: Request, company: Company): readonly PersonId[] {
  const { place, filer } = request;
  if (isActive(company, filer)) return [filer];
  const holders = process.filedBy.flatMap((filing) =>
    company.holders.filter(
      ({ person, post, department }) => post === filing && department === place && isActive(company, person),
    ),
  );
  return holders.length === 0 ? [filer] : [...new Set(holders.map(({ person }) => person))];
}

/** Resolves an address for a place. No people: the post is held by nobody, or there is no such head. */
function resolve(process: Process, address: Address, request: Request, company: Company): Addressed {
  const { place } = request;
  if ("filer" in address) return { people: filersNow(process, request, company), department: place };
  if ("headOfPlace" in address) {
    const from = pathUp(company, place)[address.headOfPlace] ?? place;
    return { people: headsUp(company, from).slice(0, 1), department: from };
  }
  const named = "chosen" in address ? request.answers[address.chosen] : undefined;
  const post = "chosen" in address ? address.else : address.post;
  const found = findHolders(company, post, place);
  const path = pathUp(company, place);
  // A post without holders falls to the heads above the place, never to the place's own: stores don't decide alone (S0.1).
  if (found === undefined) return { people: [], department: path[1] ?? place };
  const department = found.department ?? path.at(-1) ?? place;
  const one = named?.kind === "person" ? named.person : undefined;
  // who was named and holds the post no more is no reason for the request to stand still
  return { people: one !== undefined && found.people.includes(one) ? [one] : found.people, department };
}

/** The people whom a step's address means at the request's place, whether or not they may act on this one. */
export function addressedBy(process: Process, request: Request, step: VisaId, company: Company): Addressed {
  const stage = stageOfStep(process, request.stage, step);
  if (stage?.kind === "task") return resolve(process, stage.to, request, company);
  return resolve(process, visaOf(process, request.stage, step).to, request, company);
}

/** Natural persons who may give no (further) visa in this round: authors, and who signed one already (O3, W3). */
function barredHumans(request: Request, company: Company): ReadonlySet<string> {
  const signers = currentSteps(request).flatMap((step) => (step.by === undefined ? [] : [step.by]));
  return new Set([...request.authors, ...signers].map((person) => humanOf(company, person)));
}

/** One open step on its way to be given to people. */
interface Seat {
  readonly visa: VisaId;
  readonly department: DepartmentId;
  readonly holders: readonly PersonId[];
  candidates: readonly PersonId[];
}

/**
 * Who may act on each open step, whoever of them has taken it. For a visa holders of the post come first; who is needed
 * for another required visa of the same request signs that one, and this one goes to the head above (design: two required
 * posts). Escalated heads are added. An empty list: nobody is left.
 */
export function candidates(
  process: Process,
  request: Request,
  company: Company,
): ReadonlyMap<VisaId, readonly PersonId[]> {
  const barred = barredHumans(request, company);
  const free = (person: PersonId): boolean =>
    isActive(company, person) && !barred.has(humanOf(company, person));
  const steps = openSteps(request).filter((step) => step.task === undefined);
  const seats = steps.map((step): Seat => {
    const { people, department } = addressedBy(process, request, step.visa, company);
    const holders = people.filter(free);
    return { visa: step.visa, department, holders, candidates: holders };
  });
  fillSeats(seats, company, free);
  return new Map([
    ...seats.map((seat, index): [VisaId, readonly PersonId[]] => [
      seat.visa,
      withAdded(seat.candidates, steps[index]?.added ?? [], free),
    ]),
    ...openSteps(request)
      .filter((step) => step.task === true)
      .map((step): [VisaId, readonly PersonId[]] => [step.visa, doers(process, request, step, company)]),
  ]);
}

/** Whose work a task is: its address, else the nearest head above. Authors and signers are not barred: it decides nothing. */
function doers(process: Process, request: Request, step: Step, company: Company): readonly PersonId[] {
  const active = (person: PersonId): boolean => isActive(company, person);
  const { people, department } = addressedBy(process, request, step.visa, company);
  const holders = people.filter(active);
  const found = holders.length > 0 ? holders : headsUp(company, department).filter(active).slice(0, 1);
  return withAdded(found, step.added, active);
}

/**
 * Who is to act on each open step now: who took it or was handed it, with the heads added since; else everybody who may.
 * Who has left, or may act no more, has it no more.
 */
export function addressees(
  process: Process,
  request: Request,
  company: Company,
): ReadonlyMap<VisaId, readonly PersonId[]> {
  const all = candidates(process, request, company);
  return new Map(
    openSteps(request).map((step) => {
      const people = all.get(step.visa) ?? [];
      const own = ownerOf(step, people, request, company);
      const kept = people.filter((person) => step.added.includes(person));
      return [step.visa, own === undefined ? people : [...new Set([own, ...kept])]];
    }),
  );
}

/** In whose hands a step is; undefined: in nobody's, or in those of somebody who may act no more. */
function ownerOf(
  step: Step,
  people: readonly PersonId[],
  request: Request,
  company: Company,
): PersonId | undefined {
  const { taken, delegated } = step;
  if (delegated !== undefined && mayBeHanded(step, delegated.to, request, company)) return delegated.to;
  return taken !== undefined && people.includes(taken.by) ? taken.by : undefined;
}

/** Whether a colleague may act for its holder: he works here, and a visa may not be his own request's or his second (O3). */
export function mayBeHanded(step: Step, person: PersonId, request: Request, company: Company): boolean {
  if (!isActive(company, person)) return false;
  return step.task === true || !barredHumans(request, company).has(humanOf(company, person));
}

function withAdded(
  people: readonly PersonId[],
  added: readonly PersonId[],
  free: (person: PersonId) => boolean,
): readonly PersonId[] {
  return [...new Set([...people, ...added.filter(free)])];
}

/** Gives every seat somebody of its own if that is possible: holders first, else heads from nearest to farthest. */
function fillSeats(seats: readonly Seat[], company: Company, free: (person: PersonId) => boolean): void {
  const taken = new Map<string, Seat>();
  for (const seat of seats) {
    if (place(seat, taken, new Set(), company)) continue;
    seat.candidates = [];
    for (const head of headsUp(company, seat.department)) {
      if (!free(head) || seat.holders.includes(head)) continue;
      seat.candidates = [head];
      if (place(seat, taken, new Set(), company)) break;
      seat.candidates = [];
    }
  }
}

/** One augmenting path of a bipartite matching of seats to natural persons. */
function place(seat: Seat, taken: Map<string, Seat>, tried: Set<string>, company: Company): boolean {
  for (const person of seat.candidates) {
    const human = humanOf(company, person);
    if (tried.has(human)) continue;
    tried.add(human);
    const sitting = taken.get(human);
    if (sitting === undefined || place(sitting, taken, tried, company)) {
      taken.set(human, seat);
      return true;
    }
  }
  return false;
}

/** The next head to add when a step is escalated: above the post, not asked yet, allowed to sign. None: the top is reached. */
export function nextHead(
  process: Process,
  request: Request,
  step: Step,
  company: Company,
): PersonId | undefined {
  const barred = step.task === true ? new Set<string>() : barredHumans(request, company);
  const asked = new Set(
    (candidates(process, request, company).get(step.visa) ?? []).map((person) => humanOf(company, person)),
  );
  const { people, department } = addressedBy(process, request, step.visa, company);
  for (const person of people) asked.add(humanOf(company, person));
  return headsUp(company, department).find(
    (head) => !barred.has(humanOf(company, head)) && !asked.has(humanOf(company, head)),
  );
}
