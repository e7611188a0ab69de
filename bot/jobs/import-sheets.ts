/** A sheet of deals or payments, in pieces: planned, its rows kept, checked once more, taken. Others have their turn in between. */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { importById, moveImport, type ImportRow } from "../../db/imports.ts";
import { dropRows, keepRow, rowsIn, type KeptRow } from "../../db/planned-rows.ts";
import { write } from "../../db/write.ts";
import { localDate } from "../../flows/company/calendar.ts";
import type { DealsSheet, PaymentsSheet } from "../../flows/payments/deal-rows.ts";
import { changesNothing, planInPieces } from "../../flows/payments/import-plan.ts";
import { rowHolds } from "../../flows/payments/plan-holds.ts";
import {
  readPlannedRow,
  rowsOfPlan,
  type ImportPlan,
  type PlannedRow,
} from "../../flows/payments/plan-schema.ts";
import { zoneOf } from "../delivery/silence.ts";
import {
  endTaking,
  lookAnew,
  nothingNew,
  notifyOf,
  refuseSheet,
  showPlan,
} from "../features/imports/sheet.ts";
import { readFileApart } from "../files/apart.ts";
import { storeFacts } from "../imports/store-facts.ts";
import { takeRows } from "../imports/take-rows.ts";
import { inTurn } from "./import-turn.ts";
import type { JobOf } from "./job.ts";

/** Rows that one transaction keeps or drops, and that one look checks: some milliseconds. */
const keptMax = 200;
/** Rows that one transaction takes: a deal with its index and history is a third of a millisecond. */
const takenMax = 50;

/** Reads a sheet and shows what taking it would do. Begun anew after a crash: nothing of it is taken yet. */
export async function readSheet(of: JobOf, row: ImportRow, bytes: Uint8Array): Promise<void> {
  const sheet = await readFileApart({ kind: "deal-sheet", bytes });
  if (!("rows" in sheet) || !("places" in sheet))
    return inTurn(of, row, (turn) => refuseSheet(turn, row, sheet));
  const plan = await planned(of, row, sheet);
  if (plan === undefined) return;
  if (plan.kind === "refused") return inTurn(of, row, (turn) => refuseSheet(turn, row, plan));
  if (changesNothing(plan)) return inTurn(of, row, (turn) => nothingNew(turn, row, plan.kind));
  if (await keep(of, row, rowsOfPlan(plan))) inTurn(of, row, (turn) => showPlan(turn, row, plan));
}

/** Undefined: of somebody who keeps the books no more nothing goes on. */
async function planned(
  of: JobOf,
  row: ImportRow,
  sheet: DealsSheet | PaymentsSheet,
): Promise<ImportPlan | undefined> {
  const around = inTurn(of, row, ({ company, now, me }) => ({
    store: storeFacts(of.store),
    company,
    today: localDate(now, zoneOf(company, me)),
  }));
  if (around === undefined) return undefined;
  const pieces = planInPieces(sheet, around);
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
    await turnOfOthers();
  }
}

/** Keeps the rows of a plan instead of what an earlier try has left. False: the file is no longer being read (R18). */
async function keep(of: JobOf, row: ImportRow, plan: readonly PlannedRow[]): Promise<boolean> {
  for (let dropped = keptMax; dropped === keptMax; await turnOfOthers())
    dropped = write(of.store, (tx) => dropRows(tx, row.id, keptMax));
  for (let from = 0; from < plan.length; from += keptMax) {
    const mine = write(of.store, (tx) => {
      if (importById(tx, row.id)?.status !== "reading") return false;
      for (const one of plan.slice(from, from + keptMax)) keepRow(tx, { ...keptOf(one), import: row.id });
      of.crashPoint("F3");
      return true;
    });
    if (!mine) return false;
    of.crashPoint("F11");
    await turnOfOthers();
  }
  return true;
}

function keptOf(row: PlannedRow): Omit<KeptRow, "id" | "import" | "status" | "payment"> {
  const { kind, plan } = row;
  const kept = { row: plan.row, kind, plan };
  if (kind === "book") return { ...kept, deal: plan.deal, amount: plan.amount, currency: plan.currency };
  const currency = kind === "add" ? plan.deal.currency : plan.currency;
  const money = plan.received && { amount: plan.received.amount, currency };
  return { ...kept, ...(kind === "change" && { deal: plan.deal }), ...money };
}

/** Before anything is taken: does all of it still hold? If not, the file is looked at anew. */
export async function checkSheet(of: JobOf, row: ImportRow): Promise<void> {
  const facts = storeFacts(of.store);
  let holds = notifyOf(row) !== undefined;
  for (let after: number | undefined = 0; holds && after !== undefined;) {
    const kept: readonly KeptRow[] = rowsIn(of.store, row.id, "waits", { after, limit: keptMax });
    holds = kept.every((one) => rowHolds(readPlannedRow(one), facts));
    after = kept.length === keptMax ? kept.at(-1)?.id : undefined;
    await turnOfOthers();
  }
  inTurn(of, row, (turn) => {
    if (holds) moveImport(turn.tx, row, { status: "taking" });
    else lookAnew(turn, row);
  });
  of.crashPoint("F11");
}

/** Takes what waits, a piece a transaction: after a crash it goes on where it was, and no row is taken twice. */
export async function takeSheet(of: JobOf, row: ImportRow): Promise<void> {
  for (let more = true; more;) {
    more =
      inTurn(of, row, (turn) => {
        const kept = nextPiece(rowsIn(turn.tx, row.id, "waits", { limit: takenMax + 1 }));
        if (kept.length > 0) takeRows(turn, row.id, kept, notifyOf(row) ?? false);
        else endTaking(turn, row);
        of.crashPoint("F3");
        return kept.length > 0;
      }) ?? false;
    of.crashPoint("F11");
    await turnOfOthers();
  }
}

/** The payments of a deal are taken at once where they fit, so that a poll in between tells of them as one. */
function nextPiece(kept: readonly KeptRow[]): readonly KeptRow[] {
  const next = kept[takenMax];
  if (next?.kind !== "book") return kept.slice(0, takenMax);
  const whole = kept.slice(0, kept.findLastIndex(({ deal }) => deal !== next.deal) + 1);
  return whole.length > 0 ? whole : kept.slice(0, takenMax);
}
