/** What people did to bookings, chained by hashes like the log of requests (R8, R9): who booked, took back, moved, and when. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonical } from "../flows/engine/content.ts";
import type { DealId, Instant, Minor, PaymentId, PersonId } from "../flows/ids.ts";
import { getMeta, setMeta } from "./meta.ts";
import type { Store } from "./open.ts";
import { change, one, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

export type PaymentAct =
  | { readonly kind: "booked"; readonly deal: DealId; readonly amount: Minor }
  | { readonly kind: "taken-back" }
  | { readonly kind: "restored" }
  | { readonly kind: "moved"; readonly from: DealId; readonly to: DealId };

const whole = z.number().int().safe();
const actSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("booked"), deal: whole, amount: whole }),
  z.strictObject({ kind: z.literal("taken-back") }),
  z.strictObject({ kind: z.literal("restored") }),
  z.strictObject({ kind: z.literal("moved"), from: whole, to: whole }),
]);

export interface LoggedAct {
  readonly payment: PaymentId;
  readonly at: Instant;
  readonly by: PersonId;
  readonly what: PaymentAct;
}
interface Row {
  readonly id: number;
  readonly payment: PaymentId;
  readonly at: Instant;
  readonly by: PersonId;
  readonly what: string;
  readonly prev: string;
  readonly hash: string;
}
const columns = 'id, payment, at, "by", what, prev, hash';
const beginning = "0".repeat(64);

function hashOf(row: Omit<Row, "hash">): string {
  const fields = [row.prev, row.id, row.payment, row.at, row.by, row.what].map(String);
  const text = fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join("");
  return createHash("sha256").update(`countersign payments 1\n${text}`).digest("hex");
}

/** Where the store remembers that the log ends, so that rows cut off at its end are missed. */
const headKey = "payment-log-head";
const headSchema = z.object({ id: whole, hash: z.string() });
type Head = z.infer<typeof headSchema>;

function headOf(store: Store): Head {
  const head = getMeta(store, headKey);
  return head === undefined ? { id: 0, hash: beginning } : headSchema.parse(JSON.parse(head));
}

export function notePayment(tx: Tx, of: LoggedAct): void {
  const head = headOf(tx);
  const row = { ...of, what: canonical(of.what), id: head.id + 1, prev: head.hash };
  const hash = hashOf(row);
  setMeta(tx, headKey, JSON.stringify({ id: row.id, hash }));
  change(
    tx,
    `INSERT INTO payment_log (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.payment,
    row.at,
    row.by,
    row.what,
    row.prev,
    hash,
  );
}

/** What was done to a payment, oldest first. */
export function actsOf(store: Store, payment: PaymentId): readonly LoggedAct[] {
  return rows<Row>(store, `SELECT ${columns} FROM payment_log WHERE payment = ? ORDER BY id`, payment).map(
    (row) => ({
      payment: row.payment,
      at: row.at,
      by: row.by,
      what: actSchema.parse(JSON.parse(row.what)) as unknown as PaymentAct, // the brands exist at compile time only
    }),
  );
}

const pageSize = 1000;

/** Walks the whole log: the first row that was edited, deleted or put in; undefined: it is whole. */
export function faultOfPaymentLog(store: Store): { readonly row: number } | undefined {
  const { head, last } = endOf(store);
  let prev = beginning;
  let expected = 1;
  while (expected <= last) {
    const page = rows<Row>(
      store,
      `SELECT ${columns} FROM payment_log WHERE id >= ? AND id <= ? ORDER BY id LIMIT ?`,
      expected,
      last,
      pageSize,
    );
    for (const row of page) {
      if (row.id !== expected || row.prev !== prev || hashOf(row) !== row.hash) return { row: expected };
      prev = row.hash;
      expected += 1;
    }
  }
  if (head.id !== last) return { row: Math.min(head.id, last) + 1 };
  return head.hash === prev ? undefined : { row: last };
}

/** Both read at once, so that a row that is being written can't come between. */
function endOf(store: Store): { readonly head: Head; readonly last: number } {
  return store.sqlite.transaction(() => ({
    head: headOf(store),
    last: one<{ id?: number }>(store, "SELECT max(id) AS id FROM payment_log")?.id ?? 0,
  }))();
}
