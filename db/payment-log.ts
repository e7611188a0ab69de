/** What people did to bookings, chained by hashes like the log of requests (R8, R9): who booked, took back, moved, and when. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonical } from "../flows/engine/content.ts";
import type { DealId, Instant, Minor, PaymentId, PersonId } from "../flows/ids.ts";
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

export function notePayment(tx: Tx, of: LoggedAct): void {
  const last = one<Row>(tx, `SELECT ${columns} FROM payment_log ORDER BY id DESC LIMIT 1`);
  const row = { ...of, what: canonical(of.what), id: (last?.id ?? 0) + 1, prev: last?.hash ?? beginning };
  change(
    tx,
    `INSERT INTO payment_log (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.payment,
    row.at,
    row.by,
    row.what,
    row.prev,
    hashOf(row),
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
  let prev = beginning;
  let expected = 1;
  for (;;) {
    const page = rows<Row>(
      store,
      `SELECT ${columns} FROM payment_log WHERE id >= ? ORDER BY id LIMIT ?`,
      expected,
      pageSize,
    );
    for (const row of page) {
      if (row.id !== expected || row.prev !== prev || hashOf(row) !== row.hash) return { row: expected };
      prev = row.hash;
      expected += 1;
    }
    if (page.length < pageSize) return undefined;
  }
}
