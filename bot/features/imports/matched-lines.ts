/** Lines of a statement with the deals that fit them: as they are read, and as they are asked again. */
import { loadCompany } from "../../../db/company.ts";
import { importById, type ImportRow } from "../../../db/imports.ts";
import { paidByLine } from "../../../db/paid-lines.ts";
import { paymentByKey } from "../../../db/payments.ts";
import { addLine, dropLines, moveLine, wasSkipped, type LineRow } from "../../../db/statement-lines.ts";
import type { Tx } from "../../../db/write.ts";
import type { Company } from "../../../flows/company/company.ts";
import type { DealId } from "../../../flows/ids.ts";
import { matchLine, type Match } from "../../../flows/payments/matching.ts";
import type { StatementLine } from "../../../flows/payments/statement-line.ts";
import { invoiceOfLine } from "../../imports/paid-invoices.ts";
import { foundFor } from "../../imports/found-deals.ts";
import type { Turn } from "../../work.ts";
import { paymentKey } from "./line-booking.ts";

/**
 * Matches lines of a statement that is being read, the first of those given and as many more as there is time for. Gives how
 * many; undefined: it is no longer being read, another program was quicker (R18).
 * @param first what an earlier try left is forgotten
 */
export function matchLines(
  tx: Tx,
  row: ImportRow,
  lines: readonly StatementLine[],
  { first, timeIsUp }: { readonly first: boolean; readonly timeIsUp: () => boolean },
): number | undefined {
  if (importById(tx, row.id)?.status !== "reading") return undefined;
  if (first) dropLines(tx, row.id);
  const company = loadCompany(tx);
  for (const [n, line] of lines.entries()) {
    addLine(tx, { ...matched(tx, company, line), import: row.id });
    if (timeIsUp()) return n + 1;
  }
  return lines.length;
}

/** Which invoice it has paid is looked up again whenever it matters: here it is only counted. */
function outgoing(tx: Tx, company: Company, line: StatementLine): LineRow["status"] {
  if (paidByLine(tx, line) !== undefined) return "known";
  return invoiceOfLine(tx, company, line) === undefined ? "unmatched" : "certain";
}

function matched(tx: Tx, company: Company, line: StatementLine): Omit<LineRow, "id" | "import"> {
  const { kind: _, ...kept } = line;
  if (line.direction === "own") return { ...kept, status: "unmatched", found: {} };
  if (line.direction === "out") return { ...kept, status: outgoing(tx, company, line), found: {} };
  if (paymentByKey(tx, paymentKey(line)) !== undefined) return { ...kept, status: "known", found: {} };
  if (wasSkipped(tx, line.key)) return { ...kept, status: "skipped", found: {} };
  return { ...kept, ...placed(matchLine(line, foundFor(tx, line))) };
}

/** A match as it is kept. */
export function placed(match: Match): Pick<LineRow, "status" | "found"> & { readonly deal?: DealId } {
  switch (match.kind) {
    case "certain":
      return { status: "certain", found: {}, deal: match.deal };
    case "ask":
      return { status: "ask", found: { why: match.why, candidates: match.candidates } };
    case "unmatched":
      return { status: "unmatched", found: { why: match.why } };
  }
}

/** A line that was said to be not ours is asked again, with the deals that fit it now. */
export function askAgain(turn: Turn, line: LineRow): void {
  const match = matchLine(line, foundFor(turn.tx, line));
  const found = match.kind === "certain" ? { candidates: [match.deal] } : placed(match).found;
  moveLine(turn.tx, line, { status: "ask", found });
}
