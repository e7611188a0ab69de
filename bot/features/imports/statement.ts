/** A bank statement in the chat: first what would happen, then what is certain is booked, then doubts are asked one by one. */
import { moveImport, type ImportRow } from "../../../db/imports.ts";
import { findWaiting } from "../../../db/deal-changes.ts";
import { paymentByKey } from "../../../db/payments.ts";
import {
  addLine,
  countLines,
  dropLines,
  linesIn,
  moveLine,
  wasSkipped,
  type LineRow,
} from "../../../db/statement-lines.ts";
import type { Tx } from "../../../db/write.ts";
import type { DealId } from "../../../flows/ids.ts";
import { matchLine, type Match } from "../../../flows/payments/matching.ts";
import type { Statement } from "../../../flows/payments/statement.ts";
import type { StatementLine } from "../../../flows/payments/statement-line.ts";
import { closeMessage, type Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import { foundFor } from "../../imports/found-deals.ts";
import { previewText, summaryText } from "../../imports/statement-words.ts";
import type { Turn } from "../../work.ts";
import { askNext } from "./doubts.ts";
import { bookLine, paymentKey, withImport } from "./line-booking.ts";
import { sendLines } from "./lines-file.ts";

/** Deals that wait for a poll and are looked at before lines are matched. */
const waitingMax = 1000;

/** Matches lines of a statement that is being read. @param first what an earlier try left is forgotten */
export function matchLines(tx: Tx, row: ImportRow, lines: readonly StatementLine[], first: boolean): void {
  if (first) dropLines(tx, row.id);
  findWaiting(tx, waitingMax);
  for (const line of lines) addLine(tx, { ...matched(tx, line), import: row.id });
}

function matched(tx: Tx, line: StatementLine): Omit<LineRow, "id" | "import"> {
  const { kind: _, ...kept } = line;
  if (line.direction !== "in") return { ...kept, status: "unmatched", found: {} };
  if (paymentByKey(tx, paymentKey(line)) !== undefined || wasSkipped(tx, line.key))
    return { ...kept, status: "known", found: {} };
  return { ...kept, ...placed(matchLine(line, foundFor(tx, line))) };
}

/** A match as it is kept. */
function placed(match: Match): Pick<LineRow, "status" | "found"> & { readonly deal?: DealId } {
  switch (match.kind) {
    case "certain":
      return { status: "certain", found: {}, deal: match.deal };
    case "ask":
      return { status: "ask", found: { why: match.why, candidates: match.candidates } };
    case "unmatched":
      return { status: "unmatched", found: { why: match.why } };
  }
}

/** The preview: nothing is booked yet. */
export function showStatement(turn: Turn, row: ImportRow, statement: Statement): void {
  const { accounts, period, leftOut, warnings } = statement;
  const data = { accounts, ...(period && { period }), leftOut, warnings };
  if (!moveImport(turn.tx, row, { status: "preview", kind: "statement", data })) return;
  const counts = countLines(turn.tx, row.id);
  const has = (status: LineRow["status"]): boolean =>
    counts.some((one) => one.status === status && one.direction === "in");
  const at = { import: row.id };
  const { words } = turn;
  turn.say({
    text: previewText(counts, statement, turn),
    buttons: [
      ...(has("certain")
        ? [[button(words("button-import-book"), { kind: "import-take", ...at }, "success")]]
        : []),
      ...(!has("certain") && has("ask")
        ? [[button(words("button-import-ask"), { kind: "import-take", ...at })]]
        : []),
      [
        button(words("button-import-show"), { kind: "import-show", ...at }),
        button(words("button-import-cancel"), { kind: "import-cancel", ...at }),
      ],
    ],
  });
}

export const statementTaps: Taps<"import-show"> = {
  "import-show": (turn, { import: id }) => withImport(turn, id, (row) => sendLines(turn, row)),
};

/** Begins to book: the job goes on. False: it was begun or given up before. */
export function beginBooking(turn: Turn, row: ImportRow, message: number | undefined): boolean {
  if (row.status !== "preview" || !moveImport(turn.tx, row, { status: "taking" })) return false;
  closeMessage(turn, message, turn.words("import-booking"));
  return true;
}

/** Books some certain lines. True: there are more. Else it says what was done and asks the first doubt. */
export function bookNext(turn: Turn, row: ImportRow, limit: number): boolean {
  const { tx } = turn;
  const lines = linesIn(tx, row.id, "certain", { limit });
  for (const line of lines) bookCertain(turn, line);
  if (lines.length === limit) return true;
  if (!moveImport(tx, row, { status: "asking" })) return false;
  turn.say({ text: summaryText(countLines(tx, row.id), turn) });
  askNext(turn, row.id);
  return false;
}

/** The store went on since the preview: what is certain no longer is asked, what came meanwhile is known. */
function bookCertain(turn: Turn, line: LineRow): void {
  const match = matchLine(line, foundFor(turn.tx, line));
  if (match.kind === "certain" && match.deal === line.deal) bookLine(turn, line, match.deal);
  else
    moveLine(
      turn.tx,
      line,
      paymentByKey(turn.tx, paymentKey(line)) === undefined ? placed(match) : { status: "known" },
    );
}
