/** Flood limits as Telegram publishes them, as token buckets; off unless asked for (T52). */
import { choices } from "./choices.ts";
import type { Clock } from "./clock.ts";

interface Bucket {
  tokens: number;
  at: number;
}

/** What a bucket holds when full, and how much flows into it per second. */
interface Size {
  burst: number;
  perSecond: number;
}

const sizes = {
  all: { burst: choices.flood.perSecond, perSecond: choices.flood.perSecond },
  chat: { burst: choices.flood.perChatBurst, perSecond: choices.flood.perChatPerSecond },
  group: { burst: choices.flood.perGroupPerMinute, perSecond: choices.flood.perGroupPerMinute / 60 },
} as const;

export class Flood {
  enabled = false;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds to wait before this many messages may go to a chat; 0: they may go now, and are counted. */
  spend(chatId: string, messages: number): number {
    if (!this.enabled || messages === 0) return 0;
    const own = Number(chatId) < 0 ? sizes.group : sizes.chat;
    const wait = Math.max(this.#wait("all", sizes.all, messages), this.#wait(chatId, own, messages));
    if (wait > 0) return Math.ceil(wait);
    this.#take("all", sizes.all, messages);
    this.#take(chatId, own, messages);
    return 0;
  }

  #level(name: string, { burst, perSecond }: Size): number {
    const bucket = this.#buckets.get(name);
    if (!bucket) return burst;
    return Math.min(burst, bucket.tokens + ((this.#clock.now() - bucket.at) / 1000) * perSecond);
  }

  #wait(name: string, size: Size, messages: number): number {
    const missing = Math.min(messages, size.burst) - this.#level(name, size);
    // A hair of tolerance, so that waiting exactly as long as told is enough.
    return missing <= 1e-9 ? 0 : missing / size.perSecond;
  }

  #take(name: string, size: Size, messages: number): void {
    this.#buckets.set(name, { tokens: this.#level(name, size) - messages, at: this.#clock.now() });
  }
}
