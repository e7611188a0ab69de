/** A piece of an import: one transaction in the name of who decided on it, or sent it. */
import { loadCompany } from "../../db/company.ts";
import { moveImport, type ImportRow } from "../../db/imports.ts";
import { write, type Tx } from "../../db/write.ts";
import { personById } from "../../flows/company/directory.ts";
import { isAccountant } from "../../flows/payments/recipients.ts";
import { instant } from "../clock.ts";
import { openTurn } from "../intake/turn.ts";
import type { Turn } from "../work.ts";
import type { JobOf } from "./job.ts";

/** Somebody who keeps the books no more: the file is given up. Undefined: it was. */
export function inTurn<T>(of: JobOf, row: ImportRow, body: (turn: Turn) => T): T | undefined {
  const now = instant(of.clock);
  const done = write(of.store, (tx: Tx): { readonly result?: T } => {
    const company = loadCompany(tx);
    const me = personById(company, row.decidedBy ?? row.person);
    if (me?.active !== true || !isAccountant(company, me.id)) {
      moveImport(tx, row, { status: "cancelled" });
      return {};
    }
    return { result: body(openTurn({ tx, now, company, me }).turn) };
  });
  return done.result;
}
