/** Presses of inline buttons and what the bot answered to them. */
import { randomBytes } from "node:crypto";
import type { Store } from "./store.ts";

export interface PressAnswer {
  text?: string;
  alert: boolean;
  url?: string;
  at: number;
}

export interface Press {
  id: string;
  person: number;
  chat: number;
  message: number;
  at: number;
  answer?: PressAnswer;
}

interface Row {
  id: string;
  person: number;
  chat: number;
  message: number;
  at: number;
  answer: string | null;
}

export class Presses {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** A new press with an identifier that no bot can guess: an int64 in decimal. */
  add(person: number, chat: number, message: number, at: number): Press {
    const id = (randomBytes(8).readBigUInt64BE() >> 1n).toString();
    this.#store.db
      .prepare("INSERT INTO press (id, person, chat, message, at) VALUES (?, ?, ?, ?, ?)")
      .run(id, person, chat, message, at);
    return { id, person, chat, message, at };
  }

  find(id: string): Press | undefined {
    const row = this.#store.db.prepare<[string], Row>("SELECT * FROM press WHERE id = ?").get(id);
    return row && press(row);
  }

  answer(id: string, answer: PressAnswer): void {
    this.#store.db.prepare("UPDATE press SET answer = ? WHERE id = ?").run(JSON.stringify(answer), id);
  }

  /** What the bot answered to a person, oldest first. */
  answeredTo(person: number): (Press & { answer: PressAnswer })[] {
    const rows = this.#store.db
      .prepare<[number], Row>(
        "SELECT * FROM press WHERE person = ? AND answer IS NOT NULL ORDER BY json_extract(answer, '$.at'), n",
      )
      .all(person);
    return rows.map(press).flatMap((each) => (each.answer ? [{ ...each, answer: each.answer }] : []));
  }
}

function press({ answer, ...row }: Row): Press {
  // Written by `answer` above.
  return answer === null ? row : { ...row, answer: JSON.parse(answer) as PressAnswer };
}
