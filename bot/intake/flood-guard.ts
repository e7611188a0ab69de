/** Who forges many presses is left unanswered for a while; what he is entitled to always works (F120, W15). */
import type { PersonId } from "../../flows/ids.ts";

const refusedMax = 20;
const windowMs = 60_000;
const muteMs = 3_600_000;

export interface FloodGuard {
  /** Counts one refused or malformed action; true: this very one made him muted (to be logged once). */
  note(person: PersonId, now: number): boolean;
  muted(person: PersonId, now: number): boolean;
}

/** In memory: a restart forgives, and nothing that is decided depends on it. */
export function openFloodGuard(): FloodGuard {
  const recent = new Map<PersonId, number[]>();
  const mutedUntil = new Map<PersonId, number>();
  return {
    note(person, now) {
      const times = (recent.get(person) ?? []).filter((at) => at > now - windowMs);
      times.push(now);
      recent.set(person, times.slice(-refusedMax));
      if (times.length < refusedMax || (mutedUntil.get(person) ?? 0) > now) return false;
      mutedUntil.set(person, now + muteMs);
      recent.delete(person);
      return true;
    },
    muted(person, now) {
      const until = mutedUntil.get(person) ?? 0;
      if (until <= now) mutedUntil.delete(person);
      return until > now;
    },
  };
}
