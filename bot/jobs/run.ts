/** Runs the jobs: each in a loop of its own, so that a slow download never holds up a reminder. */
import { setTimeout as real } from "node:timers/promises";
import { instant } from "../clock.ts";
import { storeFailure } from "../intake/failures.ts";
import { jobs } from "./index.ts";
import type { Job, JobOf } from "./job.ts";

export interface Jobs {
  /** One pass over all jobs; true: something was done. */
  pass(): Promise<boolean>;
  /** For ever, until the signal; a pass that has begun is finished. */
  run(signal: AbortSignal): Promise<void>;
  /** Look at once: something was committed, the clock was moved, a minute has passed. */
  wake(): void;
  /** A job's schedule has struck (`PAYMENTS_CRON`): what is due is read from the store, so that a lost knock loses nothing. */
  knock(job: string): void;
  /** True while timers are being worked off. */
  readonly ticking: boolean;
}

/** Looked at least this often; node-cron knocks in between. */
const idleMs = 60_000;
const afterFailureMs = 1000;

export function createJobs(of: JobOf & { readonly fatal: (error: unknown) => void }): Jobs {
  const sleeping = new Set<() => void>();
  const passing = new Set<string>();
  /** A start counts as a knock: what changed while the program was down is looked at once. */
  const knocked = new Set(jobs.map((job) => job.name));

  async function passOf(job: Job): Promise<boolean> {
    passing.add(job.name);
    const struck = knocked.delete(job.name);
    try {
      return await job.pass(of, struck);
    } catch (error) {
      if (struck) knocked.add(job.name); // it was not done
      throw error;
    } finally {
      passing.delete(job.name);
    }
  }

  async function runOne(job: Job, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await passOf(job);
        if (knocked.has(job.name)) continue; // it struck again meanwhile
      } catch (error) {
        of.log.error({ err: error, job: job.name }, "a job failed");
        if (storeFailure(error) === "fatal") return of.fatal(error);
        await real(afterFailureMs, undefined, { signal }).catch(() => undefined); // ended early by the stop
        if (storeFailure(error) === "trouble") continue; // another program's lock: it may be gone by now
      }
      const next = job.nextAt?.(of.store);
      await rest(
        next === undefined ? idleMs : Math.min(idleMs, Math.max(0, next - instant(of.clock))),
        signal,
      );
    }
  }

  async function rest(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return; // it came during the pass: the listener would wait in vain
    const rested = new AbortController();
    const wake = () => rested.abort();
    sleeping.add(wake);
    signal.addEventListener("abort", wake, { once: true });
    await of.clock.sleep(ms, rested.signal);
    signal.removeEventListener("abort", wake);
    sleeping.delete(wake);
  }

  return {
    async pass() {
      let did = false;
      for (const job of jobs) did = (await passOf(job)) || did;
      return did;
    },
    async run(signal) {
      await Promise.all(jobs.map((job) => runOne(job, signal)));
    },
    wake() {
      for (const wake of sleeping) wake();
    },
    knock(job) {
      knocked.add(job);
      for (const wake of sleeping) wake();
    },
    get ticking() {
      return passing.has("due timers");
    },
  };
}
