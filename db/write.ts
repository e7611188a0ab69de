/** The one way to write: an immediate, synchronous transaction. */
import type { Store } from "./open.ts";

declare const writing: unique symbol;
/** A store inside a writing transaction: what changes rows asks for this, so that it can't be called outside one. */
export type Tx = Store & { readonly [writing]: true };

/** A body that returns a promise would go on outside the transaction after its first await: its type is refused. */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** Runs the body in one BEGIN IMMEDIATE … COMMIT; anything thrown rolls back and is thrown on. Not to be nested. */
export function write<T>(store: Store, body: (tx: Tx) => Synchronous<T>): T {
  store.sqlite.exec("BEGIN IMMEDIATE");
  try {
    const result = body(store as Tx); // inside the transaction it is one: this is where the mark is given
    store.sqlite.exec("COMMIT");
    return result;
  } catch (error) {
    if (store.sqlite.inTransaction) store.sqlite.exec("ROLLBACK");
    throw error;
  }
}

/** Runs the body in a savepoint: what it throws undoes its own rows only, and is thrown on. */
export function savepoint<T>(tx: Tx, body: () => Synchronous<T>): T {
  tx.sqlite.exec("SAVEPOINT piece");
  try {
    const result = body();
    tx.sqlite.exec("RELEASE piece");
    return result;
  } catch (error) {
    if (tx.sqlite.inTransaction) tx.sqlite.exec("ROLLBACK TO piece; RELEASE piece");
    throw error;
  }
}
