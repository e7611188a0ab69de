/** What changed in the company and when: append-only, so that nobody can give and take a post unseen (W14). */
import { z } from "zod";
import type { Instant, PersonId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { insert, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export const companySections = [
  "settings",
  "entities",
  "departments",
  "people",
  "holders",
  "administrators",
  "suppliers",
  "goods",
] as const;

const changeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("added"), section: z.enum(companySections), id: z.string() }),
  z.strictObject({ kind: z.literal("removed"), section: z.enum(companySections), id: z.string() }),
  /** Which fields: their values stay out, names and phones don't belong into a log kept for ever (W25). */
  z.strictObject({
    kind: z.literal("changed"),
    section: z.enum(companySections),
    id: z.string(),
    fields: z.array(z.string()),
  }),
  /** An administrator put somebody into the place of who left. */
  z.strictObject({
    kind: z.literal("handed-over"),
    section: z.literal("people"),
    id: z.string(),
    to: z.string(),
    by: z.string(),
  }),
  /** Long lists are counted only. */
  z.strictObject({
    kind: z.literal("replaced"),
    section: z.enum(companySections),
    written: z.number().int(),
    removed: z.number().int(),
  }),
]);
export type CompanyChange = z.infer<typeof changeSchema>;
export type LoggedCompanyChange = CompanyChange & { readonly n: number; readonly at: Instant };

export function noteChange(tx: Tx, at: Instant, what: CompanyChange): void {
  insert(tx, "INSERT INTO company_changes (at, what) VALUES (?, ?)", at, JSON.stringify(what));
}

/** The newest changes; next page: `before` = the last one's `n`. */
export function companyChanges(
  store: Store,
  page: { readonly before?: number; readonly limit: number },
): readonly LoggedCompanyChange[] {
  return rows<{ id: number; at: Instant; what: string }>(
    store,
    "SELECT id, at, what FROM company_changes WHERE id < ? ORDER BY id DESC LIMIT ?",
    page.before ?? Number.MAX_SAFE_INTEGER,
    page.limit,
  ).map((row) => ({ ...changeSchema.parse(JSON.parse(row.what)), n: row.id, at: row.at }));
}

/** Who was put into that person's place last; undefined: nobody ever was. */
export function successorOf(store: Store, person: PersonId): PersonId | undefined {
  return one<{ successor: PersonId }>(
    store,
    `SELECT json_extract(what, '$.to') AS successor FROM company_changes
     WHERE json_extract(what, '$.kind') = 'handed-over' AND json_extract(what, '$.id') = ? ORDER BY id DESC LIMIT 1`,
    person,
  )?.successor;
}
