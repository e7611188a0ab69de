/** How each person wants to hear of payments: at once or in digests, of every change or of some percents only. */
import type { PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one } from "./rows.ts";
import type { Tx } from "./write.ts";

export const paces = ["at-once", "hourly", "daily"] as const;
export type Pace = (typeof paces)[number];

export interface AlertSettings {
  readonly pace: Pace;
  /** Whole percents; empty: every change. */
  readonly thresholds: readonly number[];
}

export function alertSettings(store: Store, person: PersonId): AlertSettings {
  const found = one<{ pace: Pace; thresholds: string }>(
    store,
    "SELECT pace, thresholds FROM alert_settings WHERE person = ?",
    person,
  );
  if (found === undefined) return { pace: "at-once", thresholds: [] };
  const thresholds = found.thresholds === "" ? [] : found.thresholds.split(",").map(Number);
  return { pace: found.pace, thresholds };
}

/** What waits for a digest already keeps its time. */
export function setAlertSettings(tx: Tx, person: PersonId, of: AlertSettings): void {
  change(
    tx,
    `INSERT INTO alert_settings (person, pace, thresholds) VALUES (?, ?, ?)
     ON CONFLICT (person) DO UPDATE SET pace = excluded.pace, thresholds = excluded.thresholds`,
    person,
    of.pace,
    of.thresholds.toSorted((a, b) => a - b).join(","),
  );
}
