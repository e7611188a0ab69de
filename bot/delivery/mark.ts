/** Writes down how a send went. What Telegram has done must be marked, or it would be done again: a locked store is waited for. */
import { setTimeout as real } from "node:timers/promises";
import { write, type Tx } from "../../db/write.ts";
import { storeFailure } from "../intake/failures.ts";
import type { Sending } from "./sending.ts";

/** Between two tries; each waits for the lock itself (`busy_timeout`). */
const againMs = 250;

/** Tries until the store takes it: another program's long lock costs waiting, never a message sent twice. */
export async function mark(of: Sending, body: (tx: Tx) => void): Promise<void> {
  for (;;) {
    try {
      return write(of.store, body);
    } catch (error) {
      if (storeFailure(error) !== "trouble") throw error;
      of.log.warn({ err: error }, "the store is locked: what was sent is marked once it is free");
      await real(againMs);
    }
  }
}
