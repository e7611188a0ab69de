/** Once per person and local working day, when it begins: what waits for him, in one message (design 5). */
import { loadCompany } from "../../db/company.ts";
import { inboxCount } from "../../db/inbox.ts";
import { enqueue } from "../../db/outbox.ts";
import { claimRun } from "../../db/runs.ts";
import { write } from "../../db/write.ts";
import { isWorkingTime, localDate } from "../../flows/company/calendar.ts";
import { instant } from "../clock.ts";
import type { Job } from "./job.ts";
import { peopleByZone } from "./people-by-zone.ts";

export const morningDigest: Job = {
  name: "morning digest",
  pass(of) {
    const now = instant(of.clock);
    const company = loadCompany(of.store);
    let did = false;
    for (const [zone, people] of peopleByZone(company)) {
      if (!isWorkingTime(company.workingHours, zone, now)) continue;
      const date = localDate(now, zone);
      const first = write(of.store, (tx) => {
        if (!claimRun(tx, "digest", `${zone} ${date}`, now)) return false;
        for (const { id, telegram: chat } of people)
          if (chat !== undefined && inboxCount(tx, id, now).count > 0)
            enqueue(tx, {
              chat,
              lane: "reminder",
              method: "digest",
              payload: {},
              key: `digest:${id}:${date}`,
              at: now,
            });
        return true;
      });
      did ||= first;
    }
    if (did) of.committed();
    return Promise.resolve(did);
  },
};
