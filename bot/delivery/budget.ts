/** Telegram's published limits as token buckets on our clock: a chat 1 a second with bursts, all chats 30 a second (F66). */

export interface Rate {
  /** Sends that may go at once after a quiet time. */
  readonly burst: number;
  readonly perSecond: number;
}
export interface Limits {
  readonly chat: Rate;
  readonly all: Rate;
  /** Chats served at the same time; within one chat sends go one by one. */
  readonly inFlight: number;
}
/** A short burst passes at Telegram; the pace stays under what it publishes. */
export const telegramLimits: Limits = {
  chat: { burst: 18, perSecond: 1 },
  all: { burst: 30, perSecond: 29 },
  inFlight: 16,
};
/** Chats remembered at most: a full bucket is the same as none, so full ones are dropped first. */
const chatsMax = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

export type Room =
  | { readonly kind: "taken" }
  /** Milliseconds until this chat, or the bot as a whole, has room for one more. */
  | { readonly kind: "chat-waits" | "all-wait"; readonly ms: number };
export interface Budget {
  /** Takes one send to this chat, or says when there will be room for one. */
  take(chat: number, now: number): Room;
}

export function openBudget(limits: Limits): Budget {
  const all: Bucket = { tokens: limits.all.burst, at: 0 };
  const chats = new Map<number, Bucket>();
  return {
    take(chat, now) {
      const own = chats.get(chat) ?? { tokens: limits.chat.burst, at: now };
      const allWait = missing(all, limits.all, now);
      if (allWait > 0) return { kind: "all-wait", ms: allWait };
      const ownWait = missing(own, limits.chat, now);
      if (ownWait > 0) return { kind: "chat-waits", ms: ownWait };
      own.tokens -= 1;
      all.tokens -= 1;
      chats.set(chat, own);
      if (chats.size > chatsMax)
        for (const [id, bucket] of chats)
          if (missing(bucket, limits.chat, now) === 0 && bucket.tokens >= limits.chat.burst) chats.delete(id);
      return { kind: "taken" };
    },
  };
}

/** Refills the bucket; milliseconds until it holds a token. */
function missing(bucket: Bucket, rate: Rate, now: number): number {
  const passed = Math.max(0, now - bucket.at);
  bucket.tokens = Math.min(rate.burst, bucket.tokens + (passed / 1000) * rate.perSecond);
  bucket.at = now;
  return bucket.tokens >= 1 ? 0 : Math.ceil(((1 - bucket.tokens) / rate.perSecond) * 1000);
}
