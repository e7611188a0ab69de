/** Notes once a minute that the program lives: after a long gap administrators are told how long it was (F20). */
import { getMeta, setMeta } from "../../db/meta.ts";
import { write } from "../../db/write.ts";
import { instant } from "../clock.ts";
import type { Job } from "./job.ts";

const everyMs = 60_000;

export const heartbeat: Job = {
  name: "heartbeat",
  pass({ store, clock }) {
    const now = instant(clock);
    if (now - Number(getMeta(store, "alive") ?? 0) >= everyMs)
      write(store, (tx) => setMeta(tx, "alive", String(now)));
    return Promise.resolve(false); // nobody has to look because of it
  },
};
