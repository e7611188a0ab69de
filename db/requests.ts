/** Requests: loaded whole, listed by pages of lines, shown only to whom they concern. */
import type { Company } from "../flows/company/company.ts";
import { maySee } from "../flows/company/rights.ts";
import type { Request, Status } from "../flows/engine/request.ts";
import type {
  DepartmentId,
  Instant,
  Minor,
  PersonId,
  ProcessId,
  RequestId,
  StageId,
  SupplierId,
} from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { loadProcess } from "./processes.ts";
import { parseRequest } from "./request-state.ts";
import { one, rows } from "./rows.ts";

/** The whole request; undefined: there is none of that number. */
export function loadRequest(store: Store, request: RequestId): Request | undefined {
  const row = one<{ state: string }>(store, "SELECT state FROM requests WHERE id = ?", request);
  return row && parseRequest(row.state);
}

/** The request if this person may know of it (rights), else undefined, as if there were none. */
export function visibleRequest(
  store: Store,
  company: Company,
  request: RequestId,
  person: PersonId,
): Request | undefined {
  const found = loadRequest(store, request);
  if (found === undefined) return undefined;
  const { filedBy } = loadProcess(store, found.process, found.processVersion);
  const asked = isParticipant(store, request, person) ? [person] : [];
  const seen = maySee(company, person, { place: found.place, filer: found.filer, asked, filedBy });
  return seen ? found : undefined;
}

/** Whether the person filed or mended it, or was ever asked. */
export function isParticipant(store: Store, request: RequestId, person: PersonId): boolean {
  const found = one(
    store,
    "SELECT person FROM participants WHERE request = ? AND person = ?",
    request,
    person,
  );
  return found !== undefined;
}

/** Whether the person ever filed or mended a request, or was asked. */
export function wasConcerned(store: Store, person: PersonId): boolean {
  return one(store, "SELECT request FROM participants WHERE person = ? LIMIT 1", person) !== undefined;
}

/** A request in a list. */
export interface RequestLine {
  readonly id: RequestId;
  readonly process: ProcessId;
  readonly processVersion: number;
  readonly place: DepartmentId;
  readonly filer: PersonId;
  readonly filedAt: Instant;
  readonly status: Status;
  readonly stage: StageId;
  readonly total: Minor;
  readonly endedAt?: Instant;
}
const columns =
  "id, process, process_version AS processVersion, place, filer, filed_at AS filedAt, status, stage, total, ended_at AS endedAt";

/** The next page begins before the last line of this one. */
export interface Page {
  readonly before?: RequestId;
  readonly limit: number;
}
const newest = Number.MAX_SAFE_INTEGER;

/** What a person filed, newest first: either what is on its way or what is done. */
export function myRequests(
  store: Store,
  person: PersonId,
  page: Page & { readonly open: boolean },
): readonly RequestLine[] {
  return rows<RequestLine>(
    store,
    `SELECT ${columns} FROM requests WHERE filer = ? AND open = ? AND id < ? ORDER BY id DESC LIMIT ?`,
    person,
    page.open ? 1 : 0,
    page.before ?? newest,
    page.limit,
  );
}

/** What was filed for these places, newest first; `open` absent: both what is on its way and what is done. */
export function storeRequests(
  store: Store,
  places: readonly DepartmentId[],
  page: Page & { readonly open?: boolean },
): readonly RequestLine[] {
  const states = page.open === undefined ? [1, 0] : [page.open ? 1 : 0];
  return places
    .flatMap((place) =>
      states.flatMap((open) =>
        rows<RequestLine>(
          store,
          `SELECT ${columns} FROM requests WHERE place = ? AND open = ? AND id < ? ORDER BY id DESC LIMIT ?`,
          place,
          open,
          page.before ?? newest,
          page.limit,
        ),
      ),
    )
    .toSorted((a, b) => b.id - a.id)
    .slice(0, page.limit);
}

/** The requests whose paper has that number: one per legal entity at most. */
export function requestsByPaper(store: Store, number: string): readonly RequestId[] {
  return rows<{ request: RequestId }>(
    store,
    "SELECT request FROM papers WHERE number = ? LIMIT 20",
    number,
  ).map((row) => row.request);
}

/** Requests that are on their way, by number; next page: `after` = the last one. */
export function openRequests(
  store: Store,
  page: { readonly after?: RequestId; readonly limit: number },
): readonly RequestId[] {
  return rows<{ id: RequestId }>(
    store,
    "SELECT id FROM requests WHERE open = 1 AND id > ? ORDER BY id LIMIT ?",
    page.after ?? 0,
    page.limit,
  ).map((row) => row.id);
}

/** The last requests up to a number, newest first. */
export function requestsUpTo(store: Store, upTo: RequestId, limit: number): readonly RequestId[] {
  return rows<{ id: RequestId }>(
    store,
    "SELECT id FROM requests WHERE id <= ? ORDER BY id DESC LIMIT ?",
    upTo,
    limit,
  ).map((row) => row.id);
}

/** One request as a line of the registry, with its supplier; undefined: there is none. */
export function registryLine(
  store: Store,
  request: RequestId,
): (RequestLine & { readonly supplier?: SupplierId }) | undefined {
  return one(
    store,
    `SELECT ${columns}, (SELECT supplier FROM registry WHERE request = requests.id) AS supplier
     FROM requests WHERE id = ?`,
    request,
  );
}

/** The number that the next request gets: one company-wide serial, shown as № 17. */
export function nextRequestId(store: Store): RequestId {
  const last = one<{ id?: number }>(store, "SELECT max(id) AS id FROM requests");
  return ((last?.id ?? 0) + 1) as RequestId; // the one place where a request's number is made
}
