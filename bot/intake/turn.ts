/** Makes the turn that a work is given: what it says becomes outbox rows of the same transaction. */
import { enqueue } from "../../db/outbox.ts";
import type { Lane } from "../../db/outbox.ts";
import type { Tx } from "../../db/write.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import { languages, type Instant, type Language } from "../../flows/ids.ts";
import { messageCall } from "../delivery/message.ts";
import { wordsIn } from "../texts.ts";
import type { Message, StrangerTurn, Turn } from "../work.ts";

/** What is shown to the presser once the transaction is committed. */
export interface Toast {
  readonly text: string;
  readonly alert: boolean;
}
/** Filled while the work runs. */
export interface Aside {
  toast?: Toast;
  refused: boolean;
}

/** Puts a message to a chat into the outbox. */
export function post(tx: Tx, chat: number, lane: Lane, message: Message, at: Instant): void {
  const { method, payload } = messageCall(message);
  const onSent = message.awaiting !== undefined && { onSent: { kind: "awaiting", id: message.awaiting } };
  enqueue(tx, { chat, lane, method, payload, ...onSent, at });
}

export interface TurnOf {
  readonly tx: Tx;
  readonly now: Instant;
  readonly company: Company;
  readonly me: Person;
  /** Forges so much that what he isn't entitled to is left unanswered (F120). */
  readonly muted?: boolean;
}

export function openTurn({ tx, now, company, me, muted = false }: TurnOf): { turn: Turn; aside: Aside } {
  const aside: Aside = { refused: false };
  const silenced = (): boolean => muted && aside.refused;
  const turn: Turn = {
    tx,
    now,
    company,
    me,
    words: wordsIn(me.language),
    say(message) {
      if (me.telegram !== undefined && !silenced()) post(tx, me.telegram, "answer", message, now);
    },
    tell(person, message) {
      if (person.telegram !== undefined) post(tx, person.telegram, "decision", message, now);
    },
    toast(text, alert = false) {
      aside.toast = { text, alert };
    },
    refused() {
      aside.refused = true;
    },
  };
  return { turn, aside };
}

/** A stranger's turn: in his client's language where we speak it, else in the company's. */
export function strangerTurn(of: Omit<TurnOf, "me"> & { telegram: number; languageCode?: string }): {
  turn: StrangerTurn;
  aside: Aside;
} {
  const { tx, now, company, telegram, muted = false } = of;
  const aside: Aside = { refused: false };
  const turn: StrangerTurn = {
    tx,
    now,
    company,
    telegram,
    words: wordsIn(languageOf(of.languageCode, company.language)),
    say(message) {
      if (!(muted && aside.refused)) post(tx, telegram, "answer", message, now);
    },
    refused() {
      aside.refused = true;
    },
  };
  return { turn, aside };
}

/** First guess from Telegram: `uk-UA` → uk. */
export function languageOf(code: string | undefined, otherwise: Language): Language {
  const short = code?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === short) ?? otherwise;
}
