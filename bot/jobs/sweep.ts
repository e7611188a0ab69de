/** Once a day: forgets what is kept for a time only, and files that a crash left behind (R3, F9, F10). */
import { sweepOrphans, sweepTemporary } from "../../db/files.ts";
import { sweepImports } from "../../db/imports.ts";
import { sweepOutbox } from "../../db/outbox.ts";
import { claimRun, sweepRuns } from "../../db/runs.ts";
import { sweepProcessed } from "../../db/updates.ts";
import { write, type Tx } from "../../db/write.ts";
import { units, type Instant } from "../../flows/ids.ts";
import { instant, machineClock } from "../clock.ts";
import type { Job } from "./job.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const keptMs = 30 * dayMs;
/** A slot of a month must outlive the month, or its work would be done again at its end. */
const slotsKeptMs = 62 * dayMs;
/** A quarter, and its statement comes again at most: what was read of it is asked about no more. */
const importsKeptMs = 90 * dayMs;
const batchMax = 500;

export const sweep: Job = {
  name: "sweep",
  async pass(of) {
    const now = instant(of.clock);
    const day = new Date(now).toISOString().slice(0, 10);
    if (!write(of.store, (tx) => claimRun(tx, "sweep", day, now))) return false;
    const sweeps: readonly (readonly [(tx: Tx, before: Instant, limit: number) => number, number])[] = [
      [sweepProcessed, keptMs],
      [sweepOutbox, keptMs],
      [sweepRuns, slotsKeptMs],
      [sweepImports, importsKeptMs],
    ];
    for (const [some, ms] of sweeps)
      while (write(of.store, (tx) => some(tx, units<Instant>(now - ms), batchMax)) === batchMax);
    // files carry the machine's time, which the playground's clock may be ahead of: both are waited for
    const real = Math.min(now, machineClock.now());
    await sweepTemporary(of.filesDir, units<Instant>(real - hourMs));
    await sweepOrphans(of.store, of.filesDir, units<Instant>(real - dayMs));
    return true;
  },
};
