/** Doubtful lines of a statement, asked one by one: whose money is this? */
import { dealById } from "../../../db/deals.ts";
import { importById, moveImport } from "../../../db/imports.ts";
import { countLines, lineById, linesIn, moveLine, type LineRow } from "../../../db/statement-lines.ts";
import { paymentById } from "../../../db/payments.ts";
import type { DealId, Language } from "../../../flows/ids.ts";
import type { Deal } from "../../../flows/payments/deal.ts";
import { closeMessage, dropButtons, repaintMessage, type Press, type Taps } from "../../act.ts";
import { promptApart } from "../../ask.ts";
import { button } from "../../buttons.ts";
import { candidatesOf, doubtText, lineTitle, summaryText } from "../../imports/statement-words.ts";
import { dealMoney, dealName } from "../../payments/deal-words.ts";
import { leftOf } from "../../imports/found-deals.ts";
import { plain } from "../../refusals.ts";
import { nameOf } from "../../cards/place.ts";
import type { Words } from "../../texts.ts";
import type { Turn } from "../../work.ts";
import { withDeal } from "../payments/deal.ts";
import { sayDone, withImport } from "./import-rights.ts";
import { bookLine } from "./line-booking.ts";
import { askAgain } from "./matched-lines.ts";

/** Asks the next doubt of an import; none left: it is done, and that is said. */
export function askNext(turn: Turn, id: number, after = 0): void {
  const row = importById(turn.tx, id);
  if (row === undefined) return;
  const [line] = linesIn(turn.tx, id, "ask", { after, limit: 1 });
  if (line !== undefined) return ask(turn, line);
  if (after > 0 && linesIn(turn.tx, id, "ask", { limit: 1 }).length > 0)
    return turn.say({
      text: turn.words("statement-later"),
      buttons: [[button(turn.words("button-import-ask"), { kind: "import-ask", import: id })]],
    });
  if (!moveImport(turn.tx, row, { status: "done" })) return;
  const counts = countLines(turn.tx, id);
  const done = (words: Words, language: Language): string =>
    words("statement-done", { summary: summaryText(counts, { words, me: { language } }) });
  turn.say({
    text: done(turn.words, turn.me.language),
    buttons: [[button(turn.words("button-import-show"), { kind: "import-show", import: id })]],
  });
  sayDone(turn, row, done);
}

function ask(turn: Turn, line: LineRow): void {
  const { words } = turn;
  const at = { line: line.id };
  const offered = candidatesOf(line).flatMap((id) => dealById(turn.tx, id) ?? []);
  turn.say({
    text: doubtText(line, turn),
    buttons: [
      ...offered.map((deal) => [button(offer(turn, deal), { kind: "line-deal", ...at, deal: deal.id })]),
      [button(words("button-line-other"), { kind: "line-other", ...at })],
      [
        button(words("button-line-skip"), { kind: "line-skip", ...at }),
        button(words("button-line-later"), { kind: "line-later", ...at }),
      ],
    ],
  });
}

/** «ЗП-2026-0118 · Кроссовки, розница · осталось 9 990,00 ₽». */
function offer(turn: Turn, deal: Deal): string {
  const left = dealMoney(deal, leftOf(turn.tx, deal), turn.me.language);
  return turn.words("statement-offer", { deal: plain(dealName(deal, 40)), left });
}

/** An incoming line of an import that I may go on with: what went out is no customer's money, whatever a press claims. */
function withLine(turn: Turn, id: number, body: (line: LineRow) => void): void {
  const line = lineById(turn.tx, id);
  if (line?.direction !== "in") return withImport(turn, 0, () => undefined);
  withImport(turn, line.import, () => body(line));
}

/** Carries on with a line that is still in doubt; otherwise says that it is settled, and asks the next. */
function withDoubt(turn: Turn, id: number, press: Press, body: (line: LineRow) => void): void {
  withLine(turn, id, (line) => {
    if (line.status === "ask") return body(line);
    turn.toast(turn.words("payment-done-before"));
    closeMessage(turn, press.message, settledText(turn, line));
  });
}

/** What became of a line; and by whom, if that was a colleague. */
function settledText(turn: Turn, line: LineRow): string {
  const deal = line.deal === undefined ? undefined : dealById(turn.tx, line.deal);
  const text = turn.words("statement-settled", {
    line: lineTitle(line, turn),
    how: line.status,
    deal: deal === undefined ? "" : dealName(deal),
  });
  const by = line.payment === undefined ? undefined : paymentById(turn.tx, line.payment)?.bookedBy;
  return by === undefined || by === turn.me.id ? text : `${text} (${nameOf(turn.company, by)})`;
}

/** Settles a doubt where its question stands and asks the next. */
export function settle(
  turn: Turn,
  line: LineRow,
  deal: DealId | undefined,
  message: number | undefined,
): void {
  if (deal === undefined) moveLine(turn.tx, line, { status: "skipped" });
  else bookLine(turn, line, deal);
  const now = lineById(turn.tx, line.id);
  if (now === undefined) throw new Error(`line ${line.id} is gone`);
  const text = settledText(turn, now);
  const again = button(turn.words("button-line-unskip"), { kind: "line-unskip", line: line.id });
  if (now.status === "skipped") repaintMessage(turn, message, { text, buttons: [[again]] });
  else if (message === undefined) turn.say({ text });
  else closeMessage(turn, message, text);
  askNext(turn, line.import, line.id);
}

export const doubtTaps: Taps<
  "line-deal" | "line-other" | "line-skip" | "line-unskip" | "line-later" | "import-ask"
> = {
  "line-deal": (turn, { line: id, deal }, press) =>
    withDoubt(turn, id, press, (line) =>
      withDeal(turn, deal, (found) => {
        if (found.currency !== line.currency)
          return turn.toast(plain(turn.words("payment-other-currency")), true);
        settle(turn, line, found.id, press.message);
      }),
    ),
  "line-other": (turn, { line: id }, press) =>
    withDoubt(turn, id, press, (line) =>
      promptApart(turn, { kind: "deal-words", line: line.id }, () => ({
        text: turn.words("statement-ask-deal", { line: lineTitle(line, turn) }),
        forceReply: true,
      })),
    ),
  "line-skip": (turn, { line: id }, press) =>
    withDoubt(turn, id, press, (line) => settle(turn, line, undefined, press.message)),
  "line-unskip": (turn, { line: id }, press) =>
    withLine(turn, id, (line) => {
      if (line.status !== "skipped") return turn.toast(turn.words("payment-done-before"));
      dropButtons(turn, press.message);
      askAgain(turn, line);
      askNext(turn, line.import, line.id - 1);
    }),
  "line-later": (turn, { line: id }, press) =>
    withDoubt(turn, id, press, (line) => {
      closeMessage(turn, press.message, turn.words("statement-put-off", { line: lineTitle(line, turn) }));
      askNext(turn, line.import, line.id);
    }),
  "import-ask": (turn, { import: id }) => withImport(turn, id, () => askNext(turn, id)),
};

/** Deals found by words for a line, as buttons. */
export function offerForLine(turn: Turn, id: number, found: readonly Deal[]): void {
  withLine(turn, id, (line) =>
    turn.say({
      text: turn.words("statement-which", { line: lineTitle(line, turn) }),
      buttons: found.map((deal) => [
        button(offer(turn, deal), { kind: "line-deal", line: line.id, deal: deal.id }),
      ]),
    }),
  );
}
