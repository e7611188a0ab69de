/** Polls for ever: what goes wrong is waited out, nothing is confirmed that isn't committed (F26–F28, F30). */
import { GrammyError, HttpError } from "grammy";
import type { Clock } from "../clock.ts";
import type { Health } from "../health.ts";
import type { Logger } from "../log.ts";
import { storeFailure } from "./failures.ts";
import type { Intake } from "./intake.ts";

const pollSeconds = 30;
const firstPauseMs = 1000;
const longestPauseMs = 30_000;
/** Another program polls with the same token: it may be the one that is just being replaced. */
const conflictPauseMs = 5000;
const conflictPauseMaxMs = 60_000;
const conflictAlarmMs = 120_000;
const unauthorizedPauseMs = 60_000;
/** Between tries of an update that failed. */
const carefulPauseMs = 300;

export interface PollingOf {
  readonly intake: Intake;
  readonly clock: Clock;
  readonly health: Health;
  readonly log: Logger;
  readonly fatal: (error: unknown) => void;
}

export async function pollUntil(of: PollingOf, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let conflictSince: number | undefined;
  while (!signal.aborted) {
    try {
      await of.intake.poll({ timeoutSeconds: pollSeconds, signal });
      of.health.telegram("ok");
      failures = 0;
      conflictSince = undefined;
      if (of.intake.careful) await of.clock.sleep(carefulPauseMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (storeFailure(error) === "fatal") return of.fatal(error);
      failures += 1;
      const code = error instanceof GrammyError ? error.error_code : undefined;
      if (code !== 409) conflictSince = undefined;
      else conflictSince ??= of.clock.now();
      report(of, error, code, conflictSince);
      await of.clock.sleep(pauseAfter(error, code, failures), signal);
    }
  }
}

function report(
  of: PollingOf,
  error: unknown,
  code: number | undefined,
  conflictSince: number | undefined,
): void {
  if (code === 409) {
    of.health.telegram("conflict");
    const long = of.clock.now() - (conflictSince ?? of.clock.now()) >= conflictAlarmMs;
    of.log[long ? "error" : "warn"]("another program polls with this bot's token: stop one of them");
  } else if (code === 401 || code === 404) {
    of.health.telegram("unauthorized");
    of.log.error("Telegram doesn't know this token (any more): set a valid BOT_TOKEN and start again");
  } else {
    if (code !== undefined || error instanceof HttpError) of.health.telegram("unreachable");
    of.log.warn({ err: error }, "updates could not be taken in: trying again");
  }
}

function pauseAfter(error: unknown, code: number | undefined, failures: number): number {
  if (code === 409) return Math.min(conflictPauseMaxMs, conflictPauseMs * failures);
  if (code === 401 || code === 404) return unauthorizedPauseMs;
  if (error instanceof GrammyError && error.parameters.retry_after !== undefined)
    return error.parameters.retry_after * 1000;
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10));
}
