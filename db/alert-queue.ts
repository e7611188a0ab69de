/** Alerts that wait for their moment: at once, or for the person's digest. What is taken out is sent in the same transaction. */
import type { Instant, PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export function queueAlert(tx: Tx, person: PersonId, dealChange: number, dueAt: Instant): void {
  change(
    tx,
    "INSERT INTO alert_queue (person, change, due_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    person,
    dealChange,
    dueAt,
  );
}

/** Somebody for whom alerts are due. */
export function nextDuePerson(store: Store, now: Instant): PersonId | undefined {
  return one<{ person: PersonId }>(
    store,
    "SELECT person FROM alert_queue WHERE due_at <= ? ORDER BY due_at LIMIT 1",
    now,
  )?.person;
}

export function nextAlertAt(store: Store): Instant | undefined {
  return one<{ dueAt: Instant }>(store, "SELECT due_at AS dueAt FROM alert_queue ORDER BY due_at LIMIT 1")
    ?.dueAt;
}

/** The changes that are due for a person, in the order in which they were seen; they leave the queue. */
export function takeDue(tx: Tx, person: PersonId, now: Instant): readonly number[] {
  const due = rows<{ change: number }>(
    tx,
    "SELECT change FROM alert_queue WHERE person = ? AND due_at <= ? ORDER BY change",
    person,
    now,
  ).map((row) => row.change);
  change(tx, "DELETE FROM alert_queue WHERE person = ? AND due_at <= ?", person, now);
  return due;
}
