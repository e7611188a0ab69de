/** Who forges many presses is left unanswered for a while; what he is entitled to always works (F120, W15). */

const refusedMax = 20;
const windowMs = 60_000;
const muteMs = 3_600_000;
/** Strangers are counted as well, and there may be any number of them: above this many, old counts are dropped. */
const accountsMax = 10_000;

export interface FloodGuard {
  /** Counts one refused or malformed action of a Telegram account; true: this very one made it muted (to be logged once). */
  note(account: number, now: number): boolean;
  muted(account: number, now: number): boolean;
}

/** In memory: a restart forgives, and nothing that is decided depends on it. */
export function openFloodGuard(): FloodGuard {
  const recent = new Map<number, number[]>();
  const mutedUntil = new Map<number, number>();
  function forgetOld(now: number): void {
    for (const [account, times] of recent) if ((times.at(-1) ?? 0) <= now - windowMs) recent.delete(account);
    for (const [account, until] of mutedUntil) if (until <= now) mutedUntil.delete(account);
  }
  return {
    note(account, now) {
      if (recent.size > accountsMax) forgetOld(now);
      const times = (recent.get(account) ?? []).filter((at) => at > now - windowMs);
      times.push(now);
      recent.set(account, times.slice(-refusedMax));
      if (times.length < refusedMax || (mutedUntil.get(account) ?? 0) > now) return false;
      mutedUntil.set(account, now + muteMs);
      recent.delete(account);
      return true;
    },
    muted(account, now) {
      const until = mutedUntil.get(account) ?? 0;
      if (until <= now) mutedUntil.delete(account);
      return until > now;
    },
  };
}
