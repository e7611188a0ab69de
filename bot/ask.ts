/** Prompts whose answer is typed: each names its case, and is kept, so that the answer finds it after a restart (D3, D9). */
import { z } from "zod";
import { await_, awaitedBy, awaitingById, endAwaiting } from "../db/awaiting.ts";
import type { Store } from "../db/open.ts";
import {
  units,
  type Instant,
  type PersonId,
  type QuestionId,
  type RequestId,
  type VisaId,
} from "../flows/ids.ts";
import { refusing, type Refusing } from "./buttons.ts";
import type { Message, Turn } from "./work.ts";

/** What is awaited. */
export type Awaited =
  /** Why a request is rejected or sent back. `own`: asked without buttons, by a prompt that can't be edited. */
  | {
      readonly kind: "reason";
      readonly visa: VisaId;
      readonly decision: Refusing;
      readonly revision: number;
      readonly own?: boolean;
    }
  /** A signer's question to the store. */
  | { readonly kind: "question"; readonly visa: VisaId }
  /** The store's answer to it. */
  | { readonly kind: "reply"; readonly visa: VisaId }
  /** A signer's own question on his card; `line`: the line of goods that is being priced. */
  | {
      readonly kind: "fill";
      readonly visa: VisaId;
      readonly question: QuestionId;
      readonly line?: number;
      readonly own?: boolean;
    };

const visa = z.string().min(1);
const schema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("reason"),
    visa,
    decision: z.enum(refusing),
    revision: z.number().int(),
    own: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("question"), visa }),
  z.strictObject({ kind: z.literal("reply"), visa }),
  z.strictObject({
    kind: z.literal("fill"),
    visa,
    question: z.string().min(1),
    line: z.number().int().optional(),
    own: z.boolean().optional(),
  }),
]);

/** A prompt that still waits for its answer. */
export interface Prompt {
  readonly row: number;
  readonly person: PersonId;
  readonly awaited: Awaited;
  readonly request: RequestId;
  readonly at: Instant;
  /** The prompt's message in the chat, once it is sent. */
  readonly message?: number;
  /** A prompt with buttons can be edited; one that opened the reply field can't (telegram-facts 4.2). */
  readonly editable: boolean;
}

/** A prompt that awaits one kind of answer. */
export type PromptOf<K extends Awaited["kind"]> = Prompt & {
  readonly awaited: Extract<Awaited, { kind: K }>;
};

/** Whether prompts of a kind stand with buttons, unless asked for own words. */
const hasButtons: Readonly<Record<Awaited["kind"], boolean>> = {
  reason: true,
  fill: true,
  question: false,
  reply: false,
};

/** A text typed without a reply is taken for the newest prompt only so long: later it is more likely about something else. */
const freshMs = 60 * 60_000;

/** Sends a prompt and notes what it awaits. `message` gets the row for its «Отмена». */
export function prompt(
  turn: Turn,
  awaited: Awaited,
  request: RequestId,
  message: (row: number) => Message,
): void {
  const row = await_(turn.tx, turn.me.id, awaited, request, turn.now);
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

export function endPrompt(turn: Turn, { row }: Prompt): void {
  endAwaiting(turn.tx, row);
}

function read(row: ReturnType<typeof awaitedBy>): Prompt | undefined {
  if (row?.request === undefined) return undefined;
  const awaited = schema.safeParse(row.what);
  if (!awaited.success) return undefined; // written by another release: its prompt counts as closed
  return {
    row: row.id,
    person: row.person,
    awaited: awaited.data as unknown as Awaited, // the brands exist at compile time only
    request: units<RequestId>(row.request),
    at: row.at,
    editable: "own" in awaited.data ? awaited.data.own !== true : hasButtons[awaited.data.kind],
    ...(row.message === undefined ? {} : { message: row.message }),
  };
}
