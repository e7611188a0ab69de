/** Walks the log and names the first row that was edited, deleted, inserted or reordered; then compares it with the state (F108, F109). */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Event } from "../flows/engine/events.ts";
import type { RequestId } from "../flows/ids.ts";
import { beginning, fold, hashOf, logColumns, logHead, logRows, type LogHead, type LogRow } from "./log.ts";
import type { Store } from "./open.ts";
import { rowOf, storedRow } from "./request-row.ts";
import { one, rows } from "./rows.ts";

export type LogFault =
  /** Its content is not what was hashed, or what was hashed is not what the next row follows. */
  | { readonly fault: "edited"; readonly seq: number; readonly request: RequestId }
  | { readonly fault: "deleted"; readonly seq: number }
  | { readonly fault: "inserted"; readonly seq: number; readonly request: RequestId }
  /** It stood elsewhere when it was hashed. */
  | { readonly fault: "moved"; readonly seq: number; readonly request: RequestId }
  /** The rules that requests were decided by are not those that were stored. */
  | { readonly fault: "process-edited"; readonly process: string; readonly version: number }
  /** The stored request is not what its log says. */
  | { readonly fault: "state-edited"; readonly request: RequestId };

export type LogVerdict =
  | { readonly ok: true; readonly rows: number; readonly requests: number }
  | ({ readonly ok: false } & LogFault);

const pageSize = 1000;

/**
 * The whole log, or its `last` rows only; then the state of each request that occurs in them. Read in pages, so that a
 * running bot isn't held up. A whole chain that was computed anew is not found here, only by anchors kept elsewhere.
 */
export function verifyLog(store: Store, of: { readonly last?: number } = {}): LogVerdict {
  const rules = rulesOf(store);
  if (!(rules instanceof Map)) return { ok: false, ...rules };
  const end = endOf(store);
  const from = of.last === undefined ? 0 : Math.max(end.head.seq - of.last, 0);
  const walked = walk(store, startAt(store, from), end, rules);
  if ("fault" in walked) return { ok: false, ...walked };
  for (const request of walked.requests)
    if (!stateHolds(store, request)) return { ok: false, fault: "state-edited", request };
  return { ok: true, rows: walked.rows, requests: walked.requests.size };
}

/** Hashes of all stored processes, by id and version; or the one whose declaration is not what its hash says. */
function rulesOf(store: Store): Map<string, string> | LogFault {
  const found = rows<{ id: string; version: number; hash: string; declaration: string }>(
    store,
    "SELECT id, version, hash, declaration FROM processes ORDER BY id, version",
  );
  const edited = found.find((row) => createHash("sha256").update(row.declaration).digest("hex") !== row.hash);
  if (edited !== undefined) return { fault: "process-edited", process: edited.id, version: edited.version };
  return new Map(found.map((row) => [`${row.id} ${row.version}`, row.hash]));
}

interface End {
  /** Where the store remembers that the log ends. */
  readonly head: LogHead;
  /** The last row that stands. */
  readonly last: number;
}

/** Both read at once, so that a row that is being written can't come between. */
function endOf(store: Store): End {
  return store.sqlite.transaction(() => ({
    head: logHead(store),
    last: one<{ seq?: number }>(store, "SELECT max(seq) AS seq FROM log")?.seq ?? 0,
  }))();
}

function startAt(store: Store, seq: number): LogHead {
  return one<LogHead>(store, "SELECT seq, hash FROM log WHERE seq = ?", seq) ?? beginning;
}

interface Walked {
  readonly rows: number;
  readonly requests: Set<RequestId>;
}

function walk(store: Store, start: LogHead, end: End, rules: ReadonlyMap<string, string>): Walked | LogFault {
  const requests = new Set<RequestId>();
  let before: LogHead & { readonly request?: RequestId; readonly prev?: string } = start;
  while (before.seq < end.last) {
    const page = rows<LogRow>(
      store,
      `SELECT ${logColumns} FROM log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
      before.seq,
      end.last,
      pageSize,
    );
    for (const row of page) {
      const fault = faultOf(row, before, rules);
      if (fault !== undefined) return fault;
      requests.add(row.request);
      before = row;
    }
  }
  if (end.head.seq > end.last) return { fault: "deleted", seq: end.last + 1 };
  const { request } = before;
  if (request !== undefined && end.head.seq < end.last)
    return { fault: "inserted", seq: end.head.seq + 1, request };
  if (request !== undefined && end.head.hash !== before.hash)
    return { fault: "edited", seq: before.seq, request };
  return { rows: before.seq - start.seq, requests };
}

/** What is wrong with a row, or with the one before it, which only this one can tell on. */
function faultOf(
  row: LogRow,
  before: LogHead & { readonly request?: RequestId; readonly prev?: string },
  rules: ReadonlyMap<string, string>,
): LogFault | undefined {
  const { seq, request } = row;
  if (seq !== before.seq + 1) return { fault: "deleted", seq: before.seq + 1 };
  const follows = row.prev === before.hash;
  const pinned = row.n === 1 ? rulesFor(row, rules) : "";
  const whole = pinned !== undefined && hashOf(row, pinned) === row.hash;
  if (whole && follows) return undefined;
  if (whole) return { fault: "edited", seq: before.seq, request: before.request ?? request };
  if (follows) return { fault: "edited", seq, request };
  if (row.prev === before.prev && before.request !== undefined)
    return { fault: "inserted", seq: before.seq, request: before.request };
  return { fault: "moved", seq, request };
}

const filedSchema = z.object({ process: z.string(), processVersion: z.number() });

/** The rules that a request's first row is bound to; undefined: it names none that are stored. */
function rulesFor(row: LogRow, rules: ReadonlyMap<string, string>): string | undefined {
  try {
    const filed = filedSchema.parse(JSON.parse(row.event));
    return rules.get(`${filed.process} ${filed.processVersion}`);
  } catch {
    return undefined; // unreadable is as good as edited: the caller names the row
  }
}

/** Whether the stored request, and the columns it is found by, are the fold of its log (R10). */
function stateHolds(store: Store, request: RequestId): boolean {
  return store.sqlite.transaction(() => {
    const events = logRows(store, request).map((row) => JSON.parse(row.event) as Event); // its bytes were checked by the chain: they are what was written
    const stored = storedRow(store, request);
    const expected = Object.entries(rowOf(fold(undefined, events)));
    return stored !== undefined && expected.every(([column, value]) => stored[column] === value);
  })();
}
