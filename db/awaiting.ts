/** Prompts whose typed answer is awaited: a reply goes to its own prompt, other text to the newest (D3, D9). */
import type { Instant, PersonId, RequestId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, insert, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface Awaiting {
  readonly id: number;
  readonly person: PersonId;
  /** Telegram's id of the prompt once it is sent. */
  readonly message?: number;
  /** What is awaited; its owner parses it. */
  readonly what: unknown;
  readonly request?: RequestId;
  readonly at: Instant;
}

type Stored = Omit<Awaiting, "what"> & { readonly what: string };
const columns = "id, person, message, what, request, at";
const parsed = (row: Stored | undefined): Awaiting | undefined =>
  row && { ...row, what: JSON.parse(row.what) as unknown };

/** Notes what is awaited of a person; gives the row to which `promptSent` adds the message. */
export function await_(
  tx: Tx,
  person: PersonId,
  what: unknown,
  request: RequestId | undefined,
  at: Instant,
): number {
  return insert(
    tx,
    "INSERT INTO awaiting (person, what, request, at) VALUES (?, ?, ?, ?)",
    person,
    JSON.stringify(what),
    request,
    at,
  );
}

/** The prompt that a text answers: the one replied to, or the newest. A reply to anything else: undefined. */
export function awaitedBy(store: Store, person: PersonId, replyTo?: number): Awaiting | undefined {
  return parsed(
    replyTo === undefined
      ? one<Stored>(
          store,
          `SELECT ${columns} FROM awaiting WHERE person = ? ORDER BY id DESC LIMIT 1`,
          person,
        )
      : one<Stored>(
          store,
          `SELECT ${columns} FROM awaiting WHERE person = ? AND message = ? ORDER BY id DESC LIMIT 1`,
          person,
          replyTo,
        ),
  );
}

export function awaitingById(store: Store, awaiting: number): Awaiting | undefined {
  return parsed(one<Stored>(store, `SELECT ${columns} FROM awaiting WHERE id = ?`, awaiting));
}

/** The prompt was sent as that message. Its answer may have come already: then there is nothing to note. */
export function promptSent(tx: Tx, awaiting: number, message: number): void {
  change(tx, "UPDATE awaiting SET message = ? WHERE id = ?", message, awaiting);
}

/** All prompts of a kind (`what.kind`) that await this person's answer, oldest first. There are few: one per request. */
export function awaitedOfKind(store: Store, person: PersonId, kind: string): readonly Awaiting[] {
  return rows<Stored>(
    store,
    `SELECT ${columns} FROM awaiting WHERE person = ? AND json_extract(what, '$.kind') = ? ORDER BY id LIMIT 100`,
    person,
    kind,
  ).flatMap((row) => parsed(row) ?? []);
}

/** The same prompt awaits something else now, or knows more. */
export function renewAwaiting(tx: Tx, awaiting: number, what: unknown): void {
  change(tx, "UPDATE awaiting SET what = ? WHERE id = ?", JSON.stringify(what), awaiting);
}

export function endAwaiting(tx: Tx, awaiting: number): void {
  change(tx, "DELETE FROM awaiting WHERE id = ?", awaiting);
}

/** Nothing is awaited of this person about this request any more. */
export function endAwaitingOf(tx: Tx, person: PersonId, request: RequestId): void {
  change(tx, "DELETE FROM awaiting WHERE request = ? AND person = ?", request, person);
}

/** Nothing is awaited any more by older prompts of a kind (`what.kind`) that are about no request. */
export function endAwaitingKind(tx: Tx, person: PersonId, kind: string): void {
  change(
    tx,
    "DELETE FROM awaiting WHERE person = ? AND request IS NULL AND json_extract(what, '$.kind') = ?",
    person,
    kind,
  );
}
