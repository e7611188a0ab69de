/** The one write path of a request: load, decide, save state, log, and everything that follows, in one transaction. */
import { createHash } from "node:crypto";
import type { Company } from "../flows/company/company.ts";
import { departmentOf } from "../flows/company/places.ts";
import type { Command } from "../flows/engine/command.ts";
import { concerned } from "../flows/engine/consequences.ts";
import type { Context } from "../flows/engine/context.ts";
import { decide } from "../flows/engine/decide.ts";
import { nextDue } from "../flows/engine/deadlines.ts";
import type { Event } from "../flows/engine/events.ts";
import type { Refusal } from "../flows/engine/refusals.ts";
import type { Request } from "../flows/engine/request.ts";
import type { DepartmentId, Instant, PersonId, ProcessId, RequestId } from "../flows/ids.ts";
import { units } from "../flows/ids.ts";
import { loadCompany } from "./company.ts";
import { carryOut, type Reminder } from "./carry-out.ts";
import { keepDayEntries } from "./day-entries.ts";
import { keepInvoice } from "./invoices.ts";
import { appendLog, asWritten, fold, storable, type WrittenEvent } from "./log.ts";
import { keepOpenGoods } from "./open-goods.ts";
import type { Store } from "./open.ts";
import { keepPaidLines } from "./paid-lines.ts";
import { nextSerials } from "./papers.ts";
import { keepRegistry } from "./registry.ts";
import { latestProcess, storedProcess, type StoredProcess } from "./processes.ts";
import { loadRequest, nextRequestId } from "./requests.ts";
import { saveRow } from "./request-row.ts";
import { change } from "./rows.ts";
import { keepStatistics } from "./statistics.ts";
import { setTimer } from "./timers.ts";
import { keepVisas } from "./visas.ts";
import { keepWaiting } from "./waiting.ts";
import type { Tx } from "./write.ts";

/** What a command is given to: a request, or (to file one) a process. */
export type Target = { readonly request: RequestId } | { readonly process: ProcessId };

export interface Executed {
  readonly request: Request;
  /** Empty: there was nothing to do (a tick too early). */
  readonly events: readonly Event[];
  /** For the run to merge into one message per person. */
  readonly reminders: readonly Reminder[];
}

/** A timer that caused nothing is not looked at again before this has passed. */
const idleTickMs = 60_000;

/** Carries a command out, or says why not. Throws only on bugs, and then nothing of it is written. */
export function execute(tx: Tx, target: Target, command: Command): Executed | { readonly refusal: Refusal } {
  const company = loadCompany(tx);
  const given = storable(command);
  const before = "request" in target ? loadRequest(tx, target.request) : undefined;
  if ("request" in target && before === undefined) return { refusal: { kind: "no-such-request" } };
  const pinned = processFor(tx, target, before);
  const place = given.kind === "file" ? given.place : before?.place;
  const context = decisionContext(tx, { process: pinned, place, now: given.at, company });
  const decision = decide(pinned.process, before, given, context);
  if ("refusal" in decision) return decision;
  const written = decision.events.map(asWritten);
  const events = written.map((one) => one.event);
  if (events.length === 0) {
    if (before === undefined) throw new Error(`nothing came of filing ${pinned.process.id}`);
    keepDue(tx, pinned, before, before, company, units<Instant>(given.at + idleTickMs));
    return { request: before, events, reminders: [] };
  }
  const after = fold(before, events);
  save(tx, { pinned, before, after, written, company });
  const reminders = carryOut(tx, { process: pinned.process, before, after, events, company, now: given.at });
  return { request: after, events, reminders };
}

function processFor(tx: Tx, target: Target, request: Request | undefined): StoredProcess {
  if (request !== undefined) return storedProcess(tx, request.process, request.processVersion);
  const found = "process" in target ? latestProcess(tx, target.process) : undefined;
  if (found === undefined) throw new Error("a request is filed to a process that the store doesn't have");
  return found;
}

/** What a decision may know now; also for asking beforehand who would sign. `place` unknown: no papers can be issued. */
function decisionContext(
  store: Store,
  of: {
    readonly process: StoredProcess;
    readonly place: DepartmentId | undefined;
    readonly now: Instant;
    readonly company: Company;
  },
): Context {
  const { process, place, now, company } = of;
  const known = place !== undefined && departmentOf(company, place) !== undefined;
  return {
    now,
    company,
    processVersion: process.version,
    newId: nextRequestId(store),
    serials: known ? nextSerials(store, process.process, place, company, now) : {},
    hash: (text) => createHash("sha256").update(text).digest("hex"),
  };
}

interface Change {
  readonly pinned: StoredProcess;
  readonly before: Request | undefined;
  readonly after: Request;
  readonly written: readonly WrittenEvent[];
  readonly company: Company;
}

function save(tx: Tx, { pinned, before, after, written, company }: Change): void {
  saveRow(tx, before, after);
  appendLog(tx, after.id, before?.version ?? 0, written, pinned.hash);
  const events = written.map((one) => one.event);
  keepVisas(tx, after, events, company);
  keepOpenGoods(tx, before, after);
  keepInvoice(tx, pinned.process, before, after, company);
  keepPaidLines(tx, after.id, events);
  keepDayEntries(tx, pinned.process, after, events);
  keepStatistics(tx, pinned.process, before, after, company);
  keepDue(tx, pinned, before, after, company, undefined);
}

/** Whose turn it is, who may find it and when it next wants a tick. `notBefore`: nothing happened, so it isn't looked at again at once. */
function keepDue(
  tx: Tx,
  { process }: StoredProcess,
  before: Request | undefined,
  request: Request,
  company: Company,
  notBefore: Instant | undefined,
): void {
  const waitedFor = keepWaiting(tx, process, request, company);
  noteParticipants(tx, before, request, waitedFor);
  keepRegistry(tx, process, before, request, company);
  const due = nextDue(process, request, company);
  setTimer(tx, request.id, due === undefined ? undefined : units<Instant>(Math.max(due, notBefore ?? 0)));
}

/** Everybody who filed, mended, acted or was ever asked may see the request from now on. */
function noteParticipants(
  tx: Tx,
  before: Request | undefined,
  after: Request,
  waitedFor: readonly PersonId[],
): void {
  const known = before === undefined ? new Set() : concerned(before);
  for (const person of new Set([...concerned(after), ...waitedFor]))
    if (!known.has(person))
      change(
        tx,
        "INSERT INTO participants (request, person) VALUES (?, ?) ON CONFLICT DO NOTHING",
        after.id,
        person,
      );
}
