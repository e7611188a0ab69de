/** getUpdates: long polls, their conflicts and their brakes (1.5). */
import type { MovableClock } from "./clock.ts";
import { parseJson } from "./json.ts";
import type { Json } from "./json.ts";
import type { Params } from "./params.ts";
import { Refusal } from "./refusal.ts";
import type { Updates } from "./updates.ts";

const timeoutMaxS = 50;
/** How long the server waits for more updates once one has come. */
const gatherMs = 2;
/** Conflicts that follow the first within this time are answered this much late. */
const conflictPauseMs = 3000;
const int32 = 2_147_483_647;

interface Waiting {
  /** Ends the wait with what has come. */
  wake: () => void;
  refuse: (refusal: Refusal) => void;
}

export class Polling {
  readonly #updates: Updates;
  readonly #clock: MovableClock;
  readonly #brakes: boolean;
  #waiting: Waiting | undefined;
  #started = 0;
  #last = { offset: Number.NaN, at: 0 };
  #nextConflictAt = 0;

  /**
   * With `brakes`, repeated polls with one offset are slowed down as on the real server: within 3 s they wait,
   * within 0.5 s they bring one update. A clock that stands still would then never let a poll end.
   */
  constructor(updates: Updates, clock: MovableClock, brakes: boolean) {
    this.#updates = updates;
    this.#clock = clock;
    this.#brakes = brakes;
    updates.onNew(() => this.#waiting?.wake());
  }

  /** The updates as a JSON array. */
  async getUpdates(params: Params, gone: AbortSignal): Promise<Json> {
    const offset = params.integer("offset", 0, -int32, int32);
    let limit = params.integer("limit", 100, 1, 100);
    let timeoutMs = params.integer("timeout", 0, 0, timeoutMaxS) * 1000;
    this.#updates.allow(parseJson(params.text("allowed_updates")));
    const now = this.#clock.now();
    const again = this.#brakes && offset === this.#last.offset;
    if (again && timeoutMs < 3000 && now < this.#last.at + 3000) timeoutMs = 3000;
    if (again && now < this.#last.at + 500) limit = 1;
    this.#last = { offset, at: now };
    const ready = this.#updates.read(offset, limit);
    if (ready.length > 0 || timeoutMs === 0) {
      this.#started += 1;
      return asJson(ready);
    }
    const waiting = this.#wait(timeoutMs, gone);
    this.#started += 1;
    await waiting;
    // Nobody reads the answer any more, and the store may be closed.
    if (gone.aborted) return [];
    return asJson(this.#updates.read(offset, limit));
  }

  /** How many polls have come so far; a test waits by it until its poll has arrived. */
  get started(): number {
    return this.#started;
  }

  /** Ends a waiting poll because a webhook was set. */
  stopForWebhook(): void {
    this.#conflict("Conflict: terminated by setWebhook request");
  }

  /** How a poll is refused while a webhook is set. */
  async refuseForWebhook(): Promise<never> {
    const text =
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    await this.#conflictPause();
    throw new Refusal(409, text);
  }

  async #wait(timeoutMs: number, gone: AbortSignal): Promise<void> {
    this.#conflict(
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    const ended = new AbortController();
    const waiting = new Promise<void>((resolve, reject) => {
      const poll: Waiting = {
        wake: () => setTimeout(resolve, gatherMs),
        refuse: (refusal) => void this.#conflictPause().then(() => reject(refusal)),
      };
      this.#waiting = poll;
      gone.addEventListener("abort", () => resolve(), { once: true, signal: ended.signal });
      void this.#clock.sleep(timeoutMs, ended.signal).then(resolve);
      ended.signal.addEventListener("abort", () => {
        if (this.#waiting === poll) this.#waiting = undefined;
      });
    });
    try {
      await waiting;
    } finally {
      ended.abort();
    }
  }

  #conflict(text: string): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.refuse(new Refusal(409, text));
  }

  /** The first conflict is answered at once, further ones within 3 s are answered 3 s late. */
  async #conflictPause(): Promise<void> {
    const now = this.#clock.now();
    if (now < this.#nextConflictAt && this.#brakes) await this.#clock.sleep(conflictPauseMs);
    else this.#nextConflictAt = now + conflictPauseMs;
  }
}

function asJson(updates: readonly { body: string }[]): Json {
  return updates.map(({ body }) => parseJson(body) ?? null);
}
