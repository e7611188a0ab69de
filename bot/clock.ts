/** Where time comes from: given at the composition root, so that tests and the playground can move it. */
import { units, type Instant } from "../flows/ids.ts";

export interface Clock {
  /** Epoch milliseconds, UTC. */
  now(): number;
  /** Resolves once `ms` of this clock have passed; early, without an error, when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Called after the clock was moved by hand; returns the unsubscriber. */
  moved(listener: () => void): () => void;
}

/** Longest wait that a timer of the runtime takes; longer sleeps end early and their loop looks again. */
const timerMsMax = 2_147_483_647;

/** The machine's own clock: nobody moves it. */
export const machineClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const timer = setTimeout(done, Math.min(Math.max(0, ms), timerMsMax));
      function done(): void {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        resolve();
      }
      signal?.addEventListener("abort", done, { once: true });
    }),
  moved: () => () => undefined,
};

/** Now, as the rules and the store take it. */
export const instant = (clock: Clock): Instant => units<Instant>(Math.floor(clock.now()));
