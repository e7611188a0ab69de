/** The log of calls: every call of the Bot API and its answer, in order, for tests and for the page (T54). */
import { choices } from "./choices.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Store } from "./store.ts";

export interface LoggedCall {
  n: number;
  /** As the bot wrote it, in the API's own spelling when known. */
  method: string;
  params: JsonObject;
  /** HTTP status; 0 when the connection was cut or left hanging on demand. */
  status: number;
  answer: Json;
  /** Epoch milliseconds of the answer. */
  at: number;
  /** Something that Telegram takes but that is better avoided. */
  advice?: string;
}

interface Row {
  n: number;
  body: string;
}

export class CallLog {
  readonly #store: Store;
  readonly #told: (call: LoggedCall) => void;

  constructor(store: Store, told: (call: LoggedCall) => void) {
    this.#store = store;
    this.#told = told;
  }

  add(call: Omit<LoggedCall, "n">): void {
    const { lastInsertRowid } = this.#store.db
      .prepare("INSERT INTO call (method, body) VALUES (?, ?)")
      .run(call.method, JSON.stringify(call));
    const n = Number(lastInsertRowid);
    if (n % 1000 === 0) this.#store.db.prepare("DELETE FROM call WHERE n <= ?").run(n - choices.callsKept);
    this.#told({ ...call, n });
  }

  /** Calls above a number, oldest first. */
  after(n: number, limit = choices.callsKept): LoggedCall[] {
    return this.#store.db
      .prepare<[number, number], Row>("SELECT n, body FROM call WHERE n > ? ORDER BY n LIMIT ?")
      .all(n, limit)
      .map(read);
  }

  /** All calls kept, oldest first; those of one method when named. */
  all(method?: string): LoggedCall[] {
    if (method === undefined) return this.after(0);
    return this.#store.db
      .prepare<[string], Row>("SELECT n, body FROM call WHERE method = ? ORDER BY n")
      .all(method)
      .map(read);
  }

  /** The newest call, or the newest one of a method. */
  last(method?: string): LoggedCall | undefined {
    return this.all(method).at(-1);
  }

  /** The newest n, 0 when there is none. */
  get count(): number {
    return this.#store.db.prepare<[], { n: number | null }>("SELECT max(n) AS n FROM call").get()?.n ?? 0;
  }
}

function read({ n, body }: Row): LoggedCall {
  // Written by `add` above.
  return { ...(JSON.parse(body) as Omit<LoggedCall, "n">), n };
}
