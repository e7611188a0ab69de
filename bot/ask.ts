/** Prompts whose answer is typed: each names its case, and is kept, so that the answer finds it after a restart (D3, D9). */
import { z } from "zod";
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
import {
  units,
  type DealId,
  type Instant,
  type PaymentId,
  type PersonId,
  type QuestionId,
  type RequestId,
  type VisaId,
} from "../flows/ids.ts";
import { awaitedOfTask, type AwaitedOfTask } from "./awaited-of-task.ts";
import { letterKinds, type LetterKind } from "../flows/mail/letter.ts";
import { closeMessage } from "./act.ts";
import { refusing, registryViews, type Refusing, type RegistryView } from "./buttons.ts";
import type { Message, Turn } from "./work.ts";

/** What is awaited about a request. */
export type AwaitedOfRequest =
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
    }
  | AwaitedOfTask
  /** Until when an invoice will be paid, for the letter to its supplier. `promise`: the message that says the day of now. */
  | { readonly kind: "letter-date"; readonly promise?: number; readonly own?: boolean }
  /** Where that letter goes. */
  | { readonly kind: "letter-address"; readonly letter: LetterKind; readonly own?: boolean }
  /** The name of the colleague who is to be asked, or handed the step. */
  | { readonly kind: "colleague"; readonly visa: VisaId; readonly aim: Aim; readonly own?: boolean }
  /** The question to a colleague; and his answer. */
  | { readonly kind: "consult"; readonly visa: VisaId; readonly to: PersonId }
  | { readonly kind: "advice"; readonly visa: VisaId };

/** What a colleague is looked for. */
export const aims = ["consult", "delegate"] as const;
export type Aim = (typeof aims)[number];

/** What is awaited about anything else: each kind says itself what it is about. */
export type AwaitedApart =
  /** The period of a report. */
  | { readonly kind: "report-period" }
  /** Words by which a deal is looked for: to open it, or to move a payment, or a line of a statement, to it. */
  | { readonly kind: "deal-words"; readonly payment?: PaymentId; readonly line?: number }
  /** The name of who leaves the company, and of who takes over from him. */
  | { readonly kind: "leaver" }
  | { readonly kind: "successor"; readonly leaver: PersonId }
  /** How much came on a deal, and when. */
  | { readonly kind: "payment-sum"; readonly deal: DealId }
  /** Words, days or a supplier that a message of the registry is to be narrowed to. */
  | { readonly kind: "registry"; readonly screen: number; readonly view: RegistryView };

export type Awaited = AwaitedOfRequest | AwaitedApart;

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
  ...awaitedOfTask,
  z.strictObject({
    kind: z.literal("letter-date"),
    promise: z.number().int().optional(),
    own: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("letter-address"),
    letter: z.enum(letterKinds),
    own: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("colleague"), visa, aim: z.enum(aims), own: z.boolean().optional() }),
  z.strictObject({ kind: z.literal("consult"), visa, to: z.string().min(1) }),
  z.strictObject({ kind: z.literal("advice"), visa }),
  z.strictObject({ kind: z.literal("leaver") }),
  z.strictObject({ kind: z.literal("successor"), leaver: z.string().min(1) }),
  z.strictObject({ kind: z.literal("report-period") }),
  z.strictObject({
    kind: z.literal("deal-words"),
    payment: z.number().int().optional(),
    line: z.number().int().optional(),
  }),
  z.strictObject({ kind: z.literal("payment-sum"), deal: z.number().int() }),
  z.strictObject({ kind: z.literal("registry"), screen: z.number().int(), view: z.enum(registryViews) }),
]);

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

/** Whether prompts of a kind stand with buttons, unless asked for own words. */
const hasButtons: Readonly<Record<Awaited["kind"], boolean>> = {
  reason: true,
  fill: true,
  pay: true,
  documents: true,
  "letter-date": true,
  "letter-address": true,
  question: false,
  reply: false,
  colleague: true,
  consult: false,
  advice: false,
  leaver: false,
  successor: false,
  "report-period": false,
  "deal-words": false,
  "payment-sum": false,
  registry: false,
};
const ofRequests: readonly Awaited["kind"][] = [
  "reason",
  "question",
  "reply",
  "fill",
  "pay",
  "documents",
  "letter-date",
  "letter-address",
  "colleague",
  "consult",
  "advice",
];

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
  const awaited = schema.safeParse(row?.what);
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
