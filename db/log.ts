/** The append-only log: what people and automation did, chained by hashes over all requests (R8, R9, S0.26). */
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonical } from "../flows/engine/content.ts";
import { evolve } from "../flows/engine/evolve.ts";
import { parseEvent, type Event } from "../flows/engine/events.ts";
import type { Request } from "../flows/engine/request.ts";
import type { Instant, RequestId } from "../flows/ids.ts";
import { getMeta, setMeta } from "./meta.ts";
import type { Store } from "./open.ts";
import { change, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

/** A row as it stands in the store. */
export interface LogRow {
  readonly seq: number;
  readonly request: RequestId;
  /** Position inside its request, from 1: the request's version after this event. */
  readonly n: number;
  readonly at: Instant;
  /** The canonical text that is hashed: what is read back is what was written. */
  readonly event: string;
  readonly prev: string;
  readonly hash: string;
}
export const logColumns = "seq, request, n, at, event, prev, hash";

/** Where the log ends. */
export interface LogHead {
  readonly seq: number;
  readonly hash: string;
}
const headSchema = z.strictObject({ seq: z.number().int(), hash: z.string() });
/** What the first row follows. */
export const beginning: LogHead = { seq: 0, hash: "0".repeat(64) };

/** Well-formed Unicode without NUL, letters as typed: otherwise what is read back would not be what was hashed (F118). */
export function storable<T>(value: T): T {
  return JSON.parse(storableText(JSON.stringify(value))) as T; // the same value, its texts cleaned
}

/** JSON writes NUL and lone surrogates as escapes; a backslash that somebody typed is doubled there, and stays. */
function storableText(json: string): string {
  if (!json.includes("\\u")) return json;
  return json.replace(/(\\\\)|\\u0000|\\u(d[89a-f][0-9a-f]{2})/g, (found, typed?: string) =>
    typed === undefined ? (found === "\\u0000" ? "" : "\uFFFD") : found,
  );
}

/**
 * The hash of a row: SHA-256 over a domain and each field with its length, so that no two different rows give the same
 * bytes. `rules` is the hash of the process that a request is pinned to, given with its first event.
 */
export function hashOf(row: Omit<LogRow, "hash">, rules: string): string {
  const fields = [row.prev, row.seq, row.request, row.n, row.at, rules, row.event].map(String);
  const text = fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join("");
  return createHash("sha256").update(`countersign log 1\n${text}`).digest("hex");
}

export function logHead(store: Store): LogHead {
  const head = getMeta(store, "log-head");
  return head === undefined ? beginning : headSchema.parse(JSON.parse(head));
}

/** An event with its canonical text: what is hashed, stored and read back are the same bytes. */
export interface WrittenEvent {
  readonly event: Event;
  readonly text: string;
}

/** An event as it will be read back. Throws when it isn't one: nothing gets into the log that can't be read. */
export function asWritten(event: Event): WrittenEvent {
  const text = storableText(canonical(event));
  return { event: parseEvent(JSON.parse(text)), text };
}

/** Appends the events of one command. `before`: how many the request had; `rules`: the hash of its process. */
export function appendLog(
  tx: Tx,
  request: RequestId,
  before: number,
  events: readonly WrittenEvent[],
  rules: string,
): void {
  let head = logHead(tx);
  for (const [index, { event, text }] of events.entries()) {
    const row = {
      seq: head.seq + 1,
      request,
      n: before + index + 1,
      at: event.at,
      event: text,
      prev: head.hash,
    };
    const hash = hashOf(row, event.kind === "filed" ? rules : "");
    change(
      tx,
      `INSERT INTO log (${logColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      row.seq,
      row.request,
      row.n,
      row.at,
      row.event,
      row.prev,
      hash,
    );
    head = { seq: row.seq, hash };
  }
  setMeta(tx, "log-head", JSON.stringify(head));
}

/** The state after more events: `version` counts them (R10: state is the fold of the log). */
export function fold(request: Request | undefined, events: readonly Event[]): Request {
  let state = request;
  for (const event of events) state = { ...evolve(state, event), version: (state?.version ?? 0) + 1 };
  if (state === undefined) throw new Error("a request without a log");
  return state;
}

/** The rows of a request, in order. */
export function logRows(store: Store, request: RequestId): readonly LogRow[] {
  return rows(store, `SELECT ${logColumns} FROM log WHERE request = ? ORDER BY n`, request);
}

/** The history of a request, parsed. */
export function logOf(
  store: Store,
  request: RequestId,
): readonly { readonly event: Event; readonly at: Instant; readonly hash: string }[] {
  return logRows(store, request).map((row) => ({
    event: parseEvent(JSON.parse(row.event)),
    at: row.at,
    hash: row.hash,
  }));
}
