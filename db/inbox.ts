/** What waits for a person: kept in the same commit as the requests, so that every screen of it is an index look-up. */
import type { DepartmentId, Instant, Minor, PersonId, ProcessId, RequestId, VisaId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { one, rows } from "./rows.ts";

/** One request that waits for the person. */
export interface InboxLine {
  readonly request: RequestId;
  /** The visa; of several, the first to be overdue. */
  readonly visa: VisaId;
  readonly process: ProcessId;
  readonly place: DepartmentId;
  readonly since: Instant;
  /** From when it is overdue; absent: never. */
  readonly dueAt?: Instant;
  readonly total: Minor;
}

export interface InboxPage {
  /** Where the last page ended: its last line's `since` and `request`. */
  readonly after?: { readonly since: Instant; readonly request: RequestId };
  readonly place?: DepartmentId;
  readonly process?: ProcessId;
  /** Only what was overdue at that instant. */
  readonly overdueAt?: Instant;
  readonly limit: number;
}

/** A page of what waits, longest waiting first. */
export function inbox(store: Store, person: PersonId, page: InboxPage): readonly InboxLine[] {
  const where: string[] = ["person = ?", "(since, request) > (?, ?)"];
  const values: (string | number)[] = [person, page.after?.since ?? 0, page.after?.request ?? 0];
  const filter = (condition: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    where.push(condition);
    values.push(value);
  };
  filter("place = ?", page.place);
  filter("process = ?", page.process);
  filter("due_at <= ?", page.overdueAt);
  return rows<InboxLine>(
    store,
    `SELECT request, visa, process, place, since, due_at AS dueAt, total FROM waiting INDEXED BY waiting_person
     WHERE ${where.join(" AND ")} ORDER BY since, request LIMIT ?`,
    ...values,
    page.limit,
  );
}

/** Overdue requests are counted up to here; more are shown as "1000+". */
const overdueCountMax = 1000;

/** What waits at a place; sums of several places may be in different currencies, so nobody adds them up unseen. */
export interface PlaceSum {
  readonly place: DepartmentId;
  readonly total: Minor;
}

/** How much waits for the person, its sums, and how much of it is overdue now (counted up to `overdueCountMax`). */
export function inboxCount(
  store: Store,
  person: PersonId,
  now: Instant,
): { readonly count: number; readonly sums: readonly PlaceSum[]; readonly overdue: number } {
  const places = rows<PlaceSum & { readonly count: number }>(
    store,
    "SELECT place, count, total FROM inbox_counts WHERE person = ? AND count > 0",
    person,
  );
  if (places.length === 0) return { count: 0, sums: [], overdue: 0 };
  const overdue = one<{ n: number }>(
    store,
    `SELECT count(*) AS n FROM (SELECT 1 FROM waiting INDEXED BY waiting_due
     WHERE person = ? AND due_at <= ? LIMIT ?)`,
    person,
    now,
    overdueCountMax,
  );
  return {
    count: places.reduce((sum, one) => sum + one.count, 0),
    sums: places.map(({ place, total }) => ({ place, total })),
    overdue: overdue?.n ?? 0,
  };
}

/** Stores and kinds among the longest waiting: what the pile can be narrowed to. */
export function inboxFilters(
  store: Store,
  person: PersonId,
): {
  readonly places: readonly { readonly place: DepartmentId; readonly count: number }[];
  readonly processes: readonly { readonly process: ProcessId; readonly count: number }[];
} {
  const seen = inbox(store, person, { limit: 1000 });
  return {
    places: counted(seen.map((line) => line.place)).map(([place, count]) => ({ place, count })),
    processes: counted(seen.map((line) => line.process)).map(([process, count]) => ({ process, count })),
  };
}

function counted<T extends string>(values: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

/** Whom a request waits for. */
export function waitingFor(
  store: Store,
  request: RequestId,
): readonly (Pick<InboxLine, "visa" | "since" | "dueAt" | "total"> & { readonly person: PersonId })[] {
  return rows(
    store,
    "SELECT person, visa, since, due_at AS dueAt, total FROM waiting WHERE request = ?",
    request,
  );
}
