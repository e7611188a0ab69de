/** «Показать»: every line of a statement, grouped by what becomes of it; a long list comes as a file. */
import { dealById } from "../../../db/deals.ts";
import type { ImportRow } from "../../../db/imports.ts";
import { countLines, linesIn, type LineRow, type LineStatus } from "../../../db/statement-lines.ts";
import { messagesOf } from "../../cards/fit.ts";
import { plainText } from "../../delivery/message.ts";
import { listedLine } from "../../imports/statement-words.ts";
import { dealName } from "../../payments/deal-words.ts";
import type { Turn } from "../../work.ts";
import { sendText } from "../look.ts";

/** What needs a person's eye stands first. */
const groups: readonly LineStatus[] = ["ask", "unmatched", "certain", "booked", "skipped", "known"];
/** Lines of a group that are listed at all; a file has room for a month of a busy company. */
const linesMax = 5000;
/** Messages of a list in the chat; a longer one comes as a file. */
const messagesMax = 2;

export function sendLines(turn: Turn, row: ImportRow): void {
  const { tx, words } = turn;
  const counts = countLines(tx, row.id).filter((one) => one.direction === "in");
  const texts = groups.flatMap((status) => {
    const lines = linesIn(tx, row.id, status, { limit: linesMax });
    if (lines.length === 0) return [];
    const count = counts.reduce((all, one) => all + (one.status === status ? one.count : 0), 0);
    return [
      `<b>${words("statement-group", { status, count })}</b>`,
      ...lines.map((line) => listedLine(line, dealOf(turn, line), turn)),
      ...(count > lines.length ? [words("sheet-more", { count: count - lines.length })] : []),
    ];
  });
  if (texts.length === 0) return turn.toast(words("statement-no-lines"));
  const messages = messagesOf(texts);
  if (messages.length <= messagesMax) for (const text of messages) turn.say({ text });
  else sendText(turn, `statement-${row.id}.txt`, texts.map(plainText).join("\n"), "statement-file");
}

function dealOf(turn: Turn, line: LineRow): string | undefined {
  const deal = line.deal === undefined ? undefined : dealById(turn.tx, line.deal);
  return deal && dealName(deal, 60);
}
