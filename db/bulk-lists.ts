/** The list that a person was shown to approve at once: kept with what he saw, and used once. */
import { z } from "zod";
import type { Instant, PersonId, RequestId, VisaId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, insert, one } from "./rows.ts";
import type { Tx } from "./write.ts";

export interface BulkList {
  readonly visa: VisaId;
  /** The requests, and which content of each was shown. */
  readonly items: readonly { readonly request: RequestId; readonly revision: number }[];
}

const schema = z.strictObject({
  visa: z.string().min(1),
  items: z.array(z.strictObject({ request: z.number().int().positive(), revision: z.number().int() })),
});

/** Keeps the list instead of an older one of that person; gives its number. */
export function keepBulkList(tx: Tx, person: PersonId, list: BulkList, at: Instant): number {
  change(tx, "DELETE FROM bulk_lists WHERE person = ?", person);
  return insert(
    tx,
    "INSERT INTO bulk_lists (person, what, at) VALUES (?, ?, ?)",
    person,
    JSON.stringify(list),
    at,
  );
}

/** That person's list of that number; undefined: it was used, or a newer one was shown. */
export function bulkList(store: Store, person: PersonId, list: number): BulkList | undefined {
  const row = one<{ what: string }>(
    store,
    "SELECT what FROM bulk_lists WHERE id = ? AND person = ?",
    list,
    person,
  );
  return row && (schema.parse(JSON.parse(row.what)) as unknown as BulkList); // the brands exist at compile time only
}

export function endBulkList(tx: Tx, person: PersonId): void {
  change(tx, "DELETE FROM bulk_lists WHERE person = ?", person);
}
