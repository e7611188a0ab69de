/** The job that sends letters in a process of its own, which kills itself at a named point: run by `crashes.test.ts`. */
import { openMailChannel } from "../../bot/channels/mail.ts";
import type { JobOf } from "../../bot/jobs/job.ts";
import { sendLetters } from "../../bot/jobs/send-letters.ts";
import { createLog } from "../../bot/log.ts";
import { openStore } from "../../db/open.ts";
import { manualClock } from "../../playground/clock.ts";
import { content, from, patienceMs } from "./content.ts";

const [path = "", filesDir = "", url = "", now = "", dieAt = ""] = process.argv.slice(2);
const nothing = <T>(): T => ({}) as T; // the rest of the program has no part in this

const job: JobOf = {
  store: openStore(path),
  clock: manualClock(Number(now)),
  channel: nothing(),
  mail: openMailChannel({ url, from, patienceMs }),
  printer: nothing(),
  arrivals: nothing(),
  letters: {
    compose: (_store, letter) => content(letter),
    events: { sent: () => undefined, refused: () => undefined, gaveUp: () => undefined },
  },
  filesDir,
  log: createLog("error"),
  crashPoint: (name) => {
    if (name === dieAt) process.kill(process.pid, "SIGKILL");
  },
  committed: () => undefined,
};
await sendLetters.pass(job, false);
