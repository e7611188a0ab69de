/** A bank statement in the chat: first what would happen, then what is certain is booked, then doubts are asked one by one. */
import { moveImport, type ImportRow } from "../../../db/imports.ts";
import { paymentByKey } from "../../../db/payments.ts";
import { countLines, linesIn, moveLine, type LineRow } from "../../../db/statement-lines.ts";
import { matchLine } from "../../../flows/payments/matching.ts";
import type { Statement } from "../../../flows/payments/statement.ts";
import { dropButtons, type Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import { foundFor } from "../../imports/found-deals.ts";
import { previewText, summaryText } from "../../imports/statement-words.ts";
import type { Turn } from "../../work.ts";
import { askNext } from "./doubts.ts";
import { withImport } from "./import-rights.ts";
import { bookLine, paymentKey } from "./line-booking.ts";
import { askAgain, placed } from "./matched-lines.ts";
import { proposeInvoices } from "./paid-invoices.ts";
import { sendLines } from "./lines-file.ts";

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
      ...(has("skipped") ? [[button(words("button-import-unskip"), { kind: "import-unskip", ...at })]] : []),
    ],
  });
  proposeInvoices(turn, row);
}

/** Lines of an import that are asked again at one press. */
const unskippedMax = 500;

export const statementTaps: Taps<"import-show" | "import-unskip"> = {
  "import-unskip": (turn, { import: id }) =>
    withImport(turn, id, (row) => {
      const lines = linesIn(turn.tx, row.id, "skipped", { limit: unskippedMax });
      for (const line of lines) askAgain(turn, line);
      if (lines.length === 0) return turn.toast(turn.words("payment-done-before"));
      if (row.status !== "preview") return askNext(turn, row.id);
      turn.say({
        text: turn.words("statement-unskipped", { count: lines.length }),
        buttons: [[button(turn.words("button-import-ask"), { kind: "import-take", import: row.id })]],
      });
    }),
  "import-show": (turn, { import: id }) => withImport(turn, id, (row) => sendLines(turn, row)),
};

/** Begins to book: the job goes on. False: it was begun or given up before. */
export function beginBooking(turn: Turn, row: ImportRow, message: number | undefined): boolean {
  if (row.status !== "preview" || !moveImport(turn.tx, row, { status: "taking", decidedBy: turn.me.id }))
    return false;
  dropButtons(turn, message);
  turn.toast(turn.words("import-booking"));
  return true;
}

/** Books some certain lines. True: there may be more. Else it says what was done and asks the first doubt. */
export function bookNext(
  turn: Turn,
  row: ImportRow,
  { limit, timeIsUp }: { readonly limit: number; readonly timeIsUp: () => boolean },
): boolean {
  const { tx } = turn;
  const lines = linesIn(tx, row.id, "certain", { limit });
  for (const line of lines) {
    bookCertain(turn, line);
    if (timeIsUp()) return true;
  }
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
