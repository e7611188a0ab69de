/** What happens in the chats, told to the page as it happens. */
import { choices } from "./choices.ts";

export type EventKind =
  | "message"
  | "edit"
  | "delete"
  | "keyboard"
  | "answer"
  | "clock"
  | "call"
  | "letter"
  | "chat-action"
  | "blocked"
  | "reset";

export interface PageEvent {
  [field: string]: unknown;
  n: number;
  kind: EventKind;
}

export class Events {
  #last = 0;
  #kept: PageEvent[] = [];
  readonly #listeners = new Set<(event: PageEvent) => void>();

  add(kind: EventKind, fields: object): void {
    const event: PageEvent = { ...fields, n: ++this.#last, kind };
    this.#kept.push(event);
    // Trimmed in halves, so that keeping the newest costs nothing per event.
    if (this.#kept.length > 2 * choices.eventsKept) this.#kept = this.#kept.slice(-choices.eventsKept);
    for (const listener of this.#listeners) listener(event);
  }

  /** The number of the newest event. */
  get last(): number {
    return this.#last;
  }

  /** Events above a number; undefined when some of them are kept no more and the page must load anew. */
  after(n: number): PageEvent[] | undefined {
    const oldest = this.#kept[0]?.n ?? this.#last + 1;
    if (n + 1 < oldest || n > this.#last) return undefined;
    return this.#kept.filter((event) => event.n > n);
  }

  subscribe(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
