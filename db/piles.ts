/** A signer's way through his pile ("12 из 60"): kept, so that it goes on after a restart. */
import { z } from "zod";
import type { DepartmentId, Instant, PersonId, ProcessId, RequestId } from "../flows/ids.ts";
import { prepared, type Store } from "./open.ts";
import type { Tx } from "./write.ts";

/** What of the pile a person chose to see; absent: all of it. */
export interface PileFilter {
  readonly place?: DepartmentId;
  readonly process?: ProcessId;
  readonly overdue?: boolean;
}
export interface Pile extends PileFilter {
  /** The card he is at. */
  readonly current: RequestId;
  /** Which one it is, from 1, and how many there were when he began. */
  readonly n: number;
  readonly of: number;
  /** Passed over: not shown again on this way. */
  readonly skipped: readonly RequestId[];
}

const schema = z.strictObject({
  place: z.string().optional(),
  process: z.string().optional(),
  overdue: z.boolean().optional(),
  current: z.number().int().positive(),
  n: z.number().int().positive(),
  of: z.number().int().positive(),
  skipped: z.array(z.number().int().positive()).max(10_000),
});

/** The pile a person is going through; undefined: he is not. */
export function pileOf(store: Store, person: PersonId): Pile | undefined {
  const row = prepared(store, "SELECT state FROM piles WHERE person = ?").get(person) as
    { state: string } | undefined; // the column of this very query
  return row && (schema.parse(JSON.parse(row.state)) as unknown as Pile); // the brands exist at compile time only
}

export function savePile(tx: Tx, person: PersonId, pile: Pile, now: Instant): void {
  prepared(
    tx,
    "INSERT INTO piles (person, state, at) VALUES (?, ?, ?) ON CONFLICT (person) DO UPDATE SET state = excluded.state, at = excluded.at",
  ).run(person, JSON.stringify(pile), now);
}

export function endPile(tx: Tx, person: PersonId): void {
  prepared(tx, "DELETE FROM piles WHERE person = ?").run(person);
}
