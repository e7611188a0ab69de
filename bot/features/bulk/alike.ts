/** Requests that wait for the same visa of mine, are of one kind, in one currency, and none dearer than the limit (D25). */
import { inbox, type InboxLine } from "../../../db/inbox.ts";
import type { Store } from "../../../db/open.ts";
import { latestProcess } from "../../../db/processes.ts";
import type { Company, Country } from "../../../flows/company/company.ts";
import { countryOf } from "../../../flows/company/places.ts";
import { stageOfStep } from "../../../flows/engine/process.ts";
import type { PersonId, ProcessId, VisaId } from "../../../flows/ids.ts";

/** So many of the longest waiting are looked through. */
const lookedAtMax = 200;
/** Fewer are no pile. */
export const alikeMin = 2;
/** So many fit one message with a line each. */
export const alikeMax = 15;

/** What requests that are alike have in common. */
export interface Likeness {
  readonly process: ProcessId;
  readonly visa: VisaId;
  readonly country: Country;
}

/** Mine that are alike in this way, longest waiting first. */
export function alikeAs(
  store: Store,
  company: Company,
  me: PersonId,
  { process, visa, country }: Likeness,
): readonly InboxLine[] {
  return under(store, company, me, process).filter(
    (line) => line.visa === visa && countryOf(company, line.place) === country,
  );
}

function under(store: Store, company: Company, me: PersonId, process?: ProcessId): readonly InboxLine[] {
  const of = process === undefined ? {} : { process };
  return inbox(store, me, { ...of, limit: lookedAtMax }).filter(
    (line) => line.total > 0 && line.total <= company.bulkLimit,
  );
}

/** Every likeness that at least two of mine share, and how many do. Tasks are work, not visas: each is done by itself. */
export function likenesses(
  store: Store,
  company: Company,
  me: PersonId,
): readonly (Likeness & { readonly count: number })[] {
  const counts = new Map<string, Likeness & { readonly count: number }>();
  for (const { process, visa, place } of under(store, company, me)) {
    const declared = latestProcess(store, process)?.process;
    if (declared === undefined || stageOfStep(declared, declared.first, visa)?.kind !== "visas") continue;
    const country = countryOf(company, place);
    const key = `${process} ${visa} ${country}`;
    counts.set(key, { process, visa, country, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].filter(({ count }) => count >= alikeMin);
}
