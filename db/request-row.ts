/** A request as its row: the whole state, and the columns by which it is found and listed. */
import { totalOf } from "../flows/engine/answers.ts";
import { canonical } from "../flows/engine/content.ts";
import type { Request } from "../flows/engine/request.ts";
import type { RequestId } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, one, type Value } from "./rows.ts";
import type { Tx } from "./write.ts";

/** What changes over a request's life, by column. */
function changing(request: Request): Readonly<Record<string, Value>> {
  return {
    status: request.status,
    stage: request.stage,
    open: request.status === "ended" || request.status === "withdrawn" ? 0 : 1,
    total: totalOf(request.answers).total,
    ended_at: request.endedAt,
    version: request.version,
    state: canonical(request),
  };
}

/** The row of a request, by column. */
export function rowOf(request: Request): Readonly<Record<string, Value>> {
  return {
    id: request.id,
    process: request.process,
    process_version: request.processVersion,
    place: request.place,
    filer: request.filer,
    filed_at: request.filedAt,
    ...changing(request),
  };
}

export function storedRow(store: Store, request: RequestId): Readonly<Record<string, Value>> | undefined {
  return one(store, "SELECT * FROM requests WHERE id = ?", request);
}

/** The stored row changes only while it is at the version that was read (R6): anything else is a bug and throws. */
export function saveRow(tx: Tx, before: Request | undefined, after: Request): void {
  const row = before === undefined ? rowOf(after) : changing(after);
  const columns = Object.keys(row);
  const changed =
    before === undefined
      ? change(
          tx,
          `INSERT INTO requests (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
          ...Object.values(row),
        )
      : change(
          tx,
          `UPDATE requests SET ${columns.map((column) => `${column} = ?`).join(", ")} WHERE id = ? AND version = ?`,
          ...Object.values(row),
          after.id,
          before.version,
        );
  if (changed !== 1) throw new Error(`request ${after.id} was changed by somebody else meanwhile`);
}
