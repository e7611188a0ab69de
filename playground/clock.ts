/** The clock that bot and embedded Telegram share: it can be moved forward, never back. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface Clock {
  /** The instant it is, in epoch milliseconds. */
  now(): number;
  /** Resolves when `ms` of this clock have passed, or early and quietly when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls the listener after every move; returns the unsubscriber. */
  moved(listener: () => void): () => void;
}

export interface MovableClock extends Clock {
  /** Moves the clock forward by `ms`; a negative number is a bug. */
  advance(ms: number): void;
  /** True when time passes only by `advance`; absent on a running clock. */
  readonly standsStill?: boolean;
}

/** setTimeout fires at once above 2^31−1 ms, so longer waits are cut and checked again. */
const longestTimerMs = 2_147_483_647;

interface Sleeper {
  dueAt: number;
  wake: () => void;
}

/** A clock for tests: it stands still until `advance`, which wakes sleepers in the order of their due times. */
export function manualClock(startMs: number): MovableClock {
  let now = startMs;
  const sleepers = new Set<Sleeper>();
  const listeners = new Set<() => void>();
  return {
    standsStill: true,
    now: () => now,
    sleep(ms, signal) {
      if (ms <= 0 || signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => {
        const sleeper: Sleeper = { dueAt: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", () => sleepers.delete(sleeper) && resolve(), { once: true });
      });
    },
    moved: (listener) => subscribe(listeners, listener),
    advance(ms) {
      refuseBackwards(ms);
      now += ms;
      const due = [...sleepers].filter((sleeper) => sleeper.dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
      for (const sleeper of due) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      for (const listener of listeners) listener();
    },
  };
}

/**
 * The machine's time plus an offset that only grows. With `offsetFile` the offset outlives the process,
 * so that stored chats never lie in the future of a restarted playground.
 */
export function sharedClock(options: { offsetFile?: string } = {}): MovableClock {
  let offset = readOffset(options.offsetFile);
  const listeners = new Set<() => void>();
  const now = () => Date.now() + offset;
  return {
    now,
    sleep(ms, signal) {
      if (ms <= 0 || signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => {
        const dueAt = now() + ms;
        let timer: NodeJS.Timeout | undefined;
        const finish = () => {
          clearTimeout(timer);
          listeners.delete(check);
          signal?.removeEventListener("abort", finish);
          resolve();
        };
        const check = () => {
          clearTimeout(timer);
          const left = dueAt - now();
          if (left <= 0) finish();
          else timer = setTimeout(check, Math.min(left, longestTimerMs));
        };
        listeners.add(check);
        signal?.addEventListener("abort", finish, { once: true });
        check();
      });
    },
    moved: (listener) => subscribe(listeners, listener),
    advance(ms) {
      refuseBackwards(ms);
      offset += ms;
      if (options.offsetFile !== undefined) writeOffset(options.offsetFile, offset);
      for (const listener of Array.from(listeners)) listener();
    },
  };
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function refuseBackwards(ms: number): void {
  if (!Number.isFinite(ms) || ms < 0) throw new Error(`The clock only moves forward, got ${ms} ms`);
}

function readOffset(file: string | undefined): number {
  if (file === undefined) return 0;
  try {
    const offset = Number(readFileSync(file, "utf8").trim());
    return Number.isFinite(offset) && offset > 0 ? offset : 0;
  } catch {
    return 0; // no file yet: the clock was never moved
  }
}

function writeOffset(file: string, offset: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${offset}\n`);
  renameSync(`${file}.new`, file);
}
