/** Prompts whose answer is typed: each names its case, and is kept, so that the answer finds it after a restart (D3, D9). */
import {
  await_,
  awaitedBy,
  awaitedOfKind,
  awaitingById,
  endAwaiting,
  endAwaitingKind,
  renewAwaiting,
} from "../db/awaiting.ts";
import type { Store } from "../db/open.ts";
import { units, type Instant, type PersonId, type RequestId } from "../flows/ids.ts";
import { closeMessage } from "./act.ts";
import {
  awaitedSchema,
  hasButtons,
  ofRequests,
  type Awaited,
  type AwaitedApart,
  type AwaitedOfRequest,
} from "./awaited.ts";
import type { Message, Turn } from "./work.ts";

interface Asked {
  readonly row: number;
  readonly person: PersonId;
  readonly at: Instant;
  /** The prompt's message in the chat, once it is sent. */
  readonly message?: number;
  /** A prompt with buttons can be edited; one that opened the reply field can't (telegram-facts 4.2). */
  readonly editable: boolean;
}

/** A prompt that awaits one kind of answer and still waits for it. Only prompts about a request name one. */
export type PromptOf<K extends Awaited["kind"]> = K extends AwaitedOfRequest["kind"]
  ? Asked & { readonly awaited: Extract<Awaited, { kind: K }>; readonly request: RequestId }
  : Asked & { readonly awaited: Extract<Awaited, { kind: K }>; readonly request?: undefined };
export type Prompt = PromptOf<Awaited["kind"]>;
export type PromptOfRequest = PromptOf<AwaitedOfRequest["kind"]>;

/** A text typed without a reply is taken for the newest prompt only so long: later it is more likely about something else. */
const freshMs = 60 * 60_000;

/** Sends a prompt about a request and notes what it awaits. `message` gets the row for its «Отмена». */
export function prompt(
  turn: Turn,
  awaited: AwaitedOfRequest,
  request: RequestId,
  message: (row: number) => Message,
): void {
  const row = await_(turn.tx, turn.me.id, awaited, request, turn.now);
  turn.say({ ...message(row), awaiting: row });
}

/** The same about anything else. An older prompt of that kind is over: asked twice, one answer is awaited. */
export function promptApart(turn: Turn, awaited: AwaitedApart, message: (row: number) => Message): void {
  endAwaitingKind(turn.tx, turn.me.id, awaited.kind);
  const row = await_(turn.tx, turn.me.id, awaited, undefined, turn.now);
  turn.say({ ...message(row), awaiting: row });
}

/** The prompt that a reply to that message answers; undefined: that message awaits nothing (any more). */
export function promptOfMessage(store: Store, person: PersonId, message: number): Prompt | undefined {
  return read(awaitedBy(store, person, message));
}

/** The newest prompt that a plain text may answer, and whether it is fresh enough to be taken without asking again. */
export function newestPrompt(
  store: Store,
  person: PersonId,
  now: Instant,
): { readonly prompt: Prompt; readonly fresh: boolean } | undefined {
  const found = read(awaitedBy(store, person));
  return found && { prompt: found, fresh: now - found.at <= freshMs };
}

export function promptOfRow(store: Store, person: PersonId, row: number): Prompt | undefined {
  const found = read(awaitingById(store, row));
  return found?.person === person ? found : undefined;
}

/** All my prompts of a kind that still wait. */
export function promptsOfKind<K extends Awaited["kind"]>(
  store: Store,
  person: PersonId,
  kind: K,
): readonly PromptOf<K>[] {
  return awaitedOfKind(store, person, kind).flatMap((row) => {
    const found = read(row);
    return found?.awaited.kind === kind ? [found as PromptOf<K>] : []; // its kind has just been compared
  });
}

/** The prompt goes on, knowing more. */
export function renewPrompt(turn: Turn, { row }: Pick<Prompt, "row">, awaited: Awaited): void {
  renewAwaiting(turn.tx, row, awaited);
}

export function endPrompt(turn: Turn, { row }: Prompt): void {
  endAwaiting(turn.tx, row);
}

/** Gives a prompt up, with its message where it can be edited, or the one given; gives the words that say so. */
export function cancelPrompt(
  turn: Turn,
  asked: Prompt,
  message: number | undefined = asked.editable ? asked.message : undefined,
): string {
  endPrompt(turn, asked);
  const said =
    asked.request === undefined
      ? turn.words("prompt-cancelled-apart")
      : turn.words("prompt-cancelled", { number: String(asked.request) });
  closeMessage(turn, message, said);
  return said;
}

function read(row: ReturnType<typeof awaitedBy>): Prompt | undefined {
  const awaited = awaitedSchema.safeParse(row?.what);
  if (row === undefined || !awaited.success) return undefined; // written by another release: its prompt counts as closed
  const { kind } = awaited.data;
  if (ofRequests.includes(kind) !== (row.request !== undefined)) return undefined;
  const read = {
    row: row.id,
    person: row.person,
    awaited: awaited.data,
    at: row.at,
    editable: "own" in awaited.data ? awaited.data.own !== true : hasButtons[kind],
    ...(row.request === undefined ? {} : { request: units<RequestId>(row.request) }),
    ...(row.message === undefined ? {} : { message: row.message }),
  };
  return read as unknown as Prompt; // the brands exist at compile time only; the request was just looked at
}
