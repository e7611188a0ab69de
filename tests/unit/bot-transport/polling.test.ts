/** The poll waits out whatever happens to it, and never confirms what isn't committed. */
import { GrammyError, HttpError } from "grammy";
import { describe, expect, test } from "vitest";
import type { Health, TelegramState } from "../../../bot/health.ts";
import { pollUntil } from "../../../bot/intake/polling.ts";
import { createLog } from "../../../bot/log.ts";
import { manualClock } from "../../../playground/clock.ts";

const refused = (error_code: number, description: string, parameters = {}): GrammyError =>
  new GrammyError(
    "Call to 'getUpdates' failed!",
    { ok: false, error_code, description, parameters },
    "getUpdates",
    {},
  );
const lost = new HttpError("Network request for 'getUpdates' failed!", new Error("socket hang up"));

/** Polls that end like this, one after another; gives the seconds waited between them and what the watchers saw. */
async function polls(outcomes: readonly (Error | "ok")[]) {
  const clock = manualClock(0);
  const stop = new AbortController();
  const waits: number[] = [];
  const states: TelegramState[] = [];
  const lines: string[] = [];
  let fatal: unknown;
  let at = 0;
  const health: Health = {
    telegram: (state) => void states.push(state),
    metrics: () => "",
    report: () => ({ healthy: true, body: {} }),
  };
  await pollUntil(
    {
      clock: {
        ...clock,
        sleep(ms) {
          waits.push(ms / 1000);
          clock.advance(ms);
          return Promise.resolve();
        },
      },
      health,
      log: createLog("warn", { write: (line) => lines.push(line) }),
      fatal: (error) => (fatal = error),
      intake: {
        careful: false,
        poll() {
          const outcome = outcomes[at];
          at += 1;
          if (at === outcomes.length) stop.abort();
          return outcome === "ok" || outcome === undefined ? Promise.resolve(true) : Promise.reject(outcome);
        },
        pass: () => Promise.resolve(false),
        take: () => Promise.resolve(new Set<number>()),
        quiet: () => Promise.resolve(),
      },
    },
    stop.signal,
  );
  return { waits, states, lines: lines.join(""), fatal };
}

describe("what goes wrong is waited out", () => {
  test("F28 lost answers and 5xx are tried again with pauses that grow to half a minute", async () => {
    const bad = refused(502, "Bad Gateway");
    const { waits, states } = await polls([lost, bad, lost, bad, lost, bad, lost, "ok"]);
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
    expect(states.at(-1)).toBe("ok");
  });

  test("a success ends the growing of pauses", async () => {
    expect((await polls([lost, lost, "ok", lost, "ok"])).waits).toEqual([1, 2, 1]);
  });

  test("F56 a flood wait is obeyed exactly", async () => {
    const { waits } = await polls([refused(429, "Too Many Requests", { retry_after: 34 }), "ok"]);
    expect(waits).toEqual([34]);
  });

  test("F26 another program on the same token: backed off 5 to 60 s, an error after two minutes, never an exit", async () => {
    const conflict = refused(409, "Conflict: terminated by other getUpdates request");
    const { waits, states, lines } = await polls([...Array<Error>(12).fill(conflict), "ok"]);
    expect(waits).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
    expect(states).toContain("conflict");
    expect(lines).toContain('"level":"error"');
    expect(lines.split('"level":"warn"')).toHaveLength(1 + 7); // what is short may be a change of guard
  });

  test("F27 a revoked token: once a minute, told to the watchers", async () => {
    const { waits, states } = await polls([refused(401, "Unauthorized"), "ok"]);
    expect(waits).toEqual([60]);
    expect(states[0]).toBe("unauthorized");
  });

  test("F101 a store that can't be trusted ends the process", async () => {
    const broken = Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_FSYNC" });
    expect((await polls([broken, "ok"])).fatal).toBe(broken);
  });

  test("F98 a busy store is waited out", async () => {
    const busy = Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
    const { waits, fatal } = await polls([busy, "ok"]);
    expect({ waits, fatal }).toEqual({ waits: [1], fatal: undefined });
  });
});
