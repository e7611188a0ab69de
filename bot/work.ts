/** What a feature is given and what it gives back: one synchronous piece of work per update, done inside the transaction. */
import type { Composer, Context } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Tx } from "../db/write.ts";
import type { Company, Person } from "../flows/company/company.ts";
import type { Instant } from "../flows/ids.ts";
import type { Words } from "./texts.ts";

/** A message to one person's chat. `text` is Telegram HTML, already escaped where it holds other people's words. */
export interface Message {
  readonly text: string;
  readonly buttons?: readonly (readonly InlineKeyboardButton[])[];
  /** Reply keyboard, rows of labels; `[]` takes it away; absent leaves what is there. */
  readonly keyboard?: readonly (readonly string[])[];
  readonly placeholder?: string;
  /** Opens the reply field for a typed answer. */
  readonly forceReply?: boolean;
  /** Asks for the person's own phone number instead of plain labels. */
  readonly requestContact?: string;
  readonly replyTo?: number;
  readonly silent?: boolean;
  /** The awaiting row whose prompt this is: gets the message's id once it is sent. */
  readonly awaiting?: number;
}

/** One update being handled: who, when, in which company, inside which transaction. */
export interface Turn {
  readonly tx: Tx;
  readonly now: Instant;
  readonly company: Company;
  readonly me: Person;
  /** In my language. */
  readonly words: Words;
  /** Puts a message to me into the outbox of this transaction (lane "answer"). */
  say(message: Message): void;
  /** The same to somebody else (lane "decision"). */
  tell(person: Person, message: Message): void;
  /** Answers the press once the transaction is committed; lost without harm. `alert`: to be closed by hand. */
  toast(text: string, alert?: boolean): void;
  /** Counts a malformed action, or one that I am not entitled to: who forges many is left unanswered for a while (F120). */
  refused(): void;
}

export type Work = (turn: Turn) => void;

/** What a stranger (no person of the company) can cause: joining by contact, a polite refusal. */
export interface StrangerTurn {
  readonly tx: Tx;
  readonly now: Instant;
  readonly company: Company;
  readonly telegram: number;
  readonly words: Words;
  say(message: Message): void;
  /** Counts what he is not let in for; to be called before it is said: who asks too often is left unanswered (F130). */
  refused(): void;
}

/** grammY's context with the one thing a handler does: name its work. Nothing is written or sent in a handler. */
export interface Ctx extends Context {
  /** The identified person; absent for strangers. (`me` is the bot itself in grammY.) */
  readonly person?: Person;
  /** Gives this update's work; a second call is a bug and throws. `name` is logged. */
  work(name: string, body: Work): void;
  strangerWork(name: string, body: (turn: StrangerTurn) => void): void;
}

/** One user-facing feature: registered in the visible order of `bot/chat.ts`, "unhandled" last. */
export interface Feature {
  readonly name: string;
  register(chat: Composer<Ctx>): void;
}
