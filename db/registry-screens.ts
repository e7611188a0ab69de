/** What a registry message in a person's chat shows: kept in a row, for a filter is longer than a button, and a restart forgets nothing. */
import { z } from "zod";
import type { Instant, PersonId, RequestId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import type { RegistryFilter } from "./registry-pages.ts";
import { change, insert, one, rows } from "./rows.ts";
import { shelfStatuses } from "./schema.ts";
import type { Tx } from "./write.ts";

/** One such message. */
export interface RegistryScreen {
  readonly id: number;
  readonly filter: RegistryFilter;
  /** The page begins before this request; absent: the first page. */
  readonly before?: RequestId;
}

/** A filter as it is stored, here and in what is to be sent. */
export const registryFilterSchema = z.strictObject({
  process: z.string().optional(),
  stage: z.string().optional(),
  status: z.enum(shelfStatuses).optional(),
  supplier: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  words: z.string().optional(),
  whole: z.boolean().optional(),
});
const schema = z.strictObject({
  filter: registryFilterSchema,
  before: z.number().int().positive().optional(),
});

/** Messages of one person that go on working: older ones ask to open the registry anew. */
const keptPerPerson = 20;

/** A new message of that person; gives its number. */
export function openRegistryScreen(
  tx: Tx,
  person: PersonId,
  { filter, before }: Omit<RegistryScreen, "id">,
  now: Instant,
): RegistryScreen {
  const id = insert(
    tx,
    "INSERT INTO registry_screens (person, state, at) VALUES (?, ?, ?)",
    person,
    JSON.stringify({ filter, before }),
    now,
  );
  const kept = rows<{ id: number }>(
    tx,
    "SELECT id FROM registry_screens WHERE person = ? ORDER BY id DESC LIMIT ?",
    person,
    keptPerPerson,
  );
  change(tx, "DELETE FROM registry_screens WHERE person = ? AND id < ?", person, kept.at(-1)?.id ?? id);
  return { id, filter, ...(before !== undefined && { before }) };
}

/** The message of that number, if it is his. */
export function registryScreen(store: Store, person: PersonId, id: number): RegistryScreen | undefined {
  const row = one<{ state: string }>(
    store,
    "SELECT state FROM registry_screens WHERE id = ? AND person = ?",
    id,
    person,
  );
  if (row === undefined) return undefined;
  return { id, ...schema.parse(JSON.parse(row.state)) } as unknown as RegistryScreen; // the brands exist at compile time only
}

export function saveRegistryScreen(tx: Tx, { id, filter, before }: RegistryScreen, now: Instant): void {
  change(
    tx,
    "UPDATE registry_screens SET state = ?, at = ? WHERE id = ?",
    JSON.stringify({ filter, before }),
    now,
    id,
  );
}
