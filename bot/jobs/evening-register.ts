/** When the working day ends: the day's register and the papers issued, to every accountant whom any of it concerns. */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { loadCompany } from "../../db/company.ts";
import { dayEntries, type DayEntry, type Span } from "../../db/day-entries.ts";
import { getMeta, setMeta } from "../../db/meta.ts";
import type { Store } from "../../db/open.ts";
import { write, type Tx } from "../../db/write.ts";
import { lastWorkingEvening } from "../../flows/company/calendar.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import { units, type Instant } from "../../flows/ids.ts";
import { isAccountant } from "../../flows/payments/recipients.ts";
import { entriesMax } from "../accounting/day-register.ts";
import { paperBytes, zipsOf } from "../accounting/day-papers.ts";
import { caseFor } from "../cards/case.ts";
import { instant } from "../clock.ts";
import type { PaperOf } from "../delivery/wording.ts";
import { enqueueMade } from "../made-messages.ts";
import type { Job, JobOf } from "./job.ts";
import { peopleByZone } from "./people-by-zone.ts";

/** Requests that are looked at before others have their turn. */
const atOnce = 50;

export const eveningRegister: Job = {
  name: "evening register",
  async pass(of) {
    const now = instant(of.clock);
    const company = loadCompany(of.store);
    let did = false;
    for (const [zone, people] of peopleByZone(company)) {
      const accountants = people.filter(({ id }) => isAccountant(company, id));
      const span = untold(of.store, company, zone, now);
      if (span === undefined || accountants.length === 0) continue;
      did = (await tell(of, company, { zone, span, accountants })) || did;
    }
    if (did) of.committed();
    return did;
  },
};

/**
 * What no evening has told of yet, up to the last one; undefined: there is nothing. It goes on where the one before ended,
 * so that neither a night, nor a weekend, nor downtime is left out.
 */
function untold(store: Store, company: Company, zone: string, now: Instant): Span | undefined {
  const { workingHours } = company;
  const to = lastWorkingEvening(workingHours, zone, now);
  const told = getMeta(store, `evening ${zone}`);
  const from =
    told === undefined
      ? lastWorkingEvening(workingHours, zone, units<Instant>(to - 1))
      : units<Instant>(Number(told));
  return from < to ? { from, to } : undefined;
}

interface Evening {
  readonly zone: string;
  readonly span: Span;
  readonly accountants: readonly Person[];
}

/** True: somebody is told. The end of the span is kept in the same transaction: each evening is told once. */
async function tell(of: JobOf, company: Company, { zone, span, accountants }: Evening): Promise<boolean> {
  const entries = dayEntries(of.store, span, entriesMax);
  const readers: Person[] = [];
  for (const person of accountants)
    if (await concerns(of.store, company, person, entries)) readers.push(person);
  const zips = zipsOf(
    entries.flatMap((entry) => {
      if (entry.kind !== "paper" || entry.document === undefined) return [];
      const paper = { request: entry.request, document: entry.document };
      return [{ ...paper, bytes: paperBytes(of.store, paper) }];
    }),
  );
  write(of.store, (tx) => {
    setMeta(tx, `evening ${zone}`, String(span.to));
    for (const reader of readers) enqueueEvening(tx, reader, span, zips);
    of.crashPoint("F3");
  });
  return readers.length > 0;
}

async function concerns(
  store: Store,
  company: Company,
  { id }: Person,
  entries: readonly DayEntry[],
): Promise<boolean> {
  const requests = [...new Set(entries.map(({ request }) => request))];
  for (const [at, request] of requests.entries()) {
    if (caseFor(store, company, id, request) !== undefined) return true;
    if (at % atOnce === atOnce - 1) await turnOfOthers();
  }
  return false;
}

function enqueueEvening(
  tx: Tx,
  { id, telegram: chat }: Person,
  { from, to }: Span,
  zips: readonly (readonly PaperOf[])[],
): void {
  if (chat === undefined) return;
  const row = { chat, lane: "report", at: to } as const;
  const key = `evening:${id}:${to}`;
  enqueueMade(tx, { ...row, made: { what: "day-register", from, to }, key });
  for (const [at, papers] of zips.entries())
    enqueueMade(tx, { ...row, made: { what: "day-papers", from, to, papers }, key: `${key}:${at}` });
}
