/**
 * Payments of supplier invoices proposed from the outgoing lines of a statement, confirmed as a list by the accountant who
 * has them (domain 9.3). What a colleague has, or nobody, is said and left alone.
 */
import { createHash } from "node:crypto";
import type { ImportRow } from "../../../db/imports.ts";
import { countLines, lineById, moveLine, type LineRow } from "../../../db/statement-lines.ts";
import { execute } from "../../../db/execute.ts";
import type { NewPayment } from "../../../flows/engine/request.ts";
import { act, repaintMessage, type Press, type Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import { paidInvoiceText, whoseText } from "../../imports/paid-invoice-words.ts";
import { paidInvoices, type PaidInvoice } from "../../imports/paid-invoices.ts";
import { plain, refusalText } from "../../refusals.ts";
import type { Message, Turn } from "../../work.ts";
import { askPromise } from "../letters/promise.ts";
import { withImport } from "./import-rights.ts";

/** Invoices that one press marks as paid, and others that are listed beside them. */
const listedMax = 20;
const othersMax = 15;

/** «Исходящих 7: похоже, оплачены счета: 4», with the preview of a statement; nothing where none fits. */
export function proposeInvoices(turn: Turn, row: ImportRow): void {
  const out = countLines(turn.tx, row.id).filter((one) => one.direction === "out");
  const counted = (of: typeof out): number => of.reduce((all, { count }) => all + count, 0);
  const count = counted(out.filter((one) => one.status === "certain"));
  if (count === 0) return;
  turn.say({
    text: turn.words("books-proposed", { all: counted(out), count }),
    buttons: [[button(turn.words("button-import-show"), { kind: "import-invoices", import: row.id })]],
  });
}

/** What a list shows, and what pressing its button would do. */
interface Listed {
  readonly mine: readonly PaidInvoice[];
  readonly others: readonly PaidInvoice[];
  readonly leftOut: readonly PaidInvoice[];
}

function listed(turn: Turn, row: ImportRow): Listed {
  const of = { import: row.id, me: turn.me.id };
  const found = paidInvoices(turn.tx, turn.company, { ...of, status: "certain" });
  return {
    mine: found.filter(({ whose }) => whose.kind === "mine").slice(0, listedMax),
    others: found.filter(({ whose }) => whose.kind !== "mine").slice(0, othersMax),
    leftOut: paidInvoices(turn.tx, turn.company, { ...of, status: "skipped" }).slice(0, othersMax),
  };
}

/** Which payments a button confirms: pressed on an older list it books nothing else than what stood there. */
const stampOf = (mine: readonly PaidInvoice[]): string =>
  createHash("sha256")
    .update(mine.map(({ line, request }) => `${line.id}:${request.id}`).join())
    .digest("hex")
    .slice(0, 8);

function listMessage(turn: Turn, row: ImportRow, first: readonly string[] = []): Message {
  const { words } = turn;
  const { mine, others, leftOut } = listed(turn, row);
  const said = (one: PaidInvoice, why: string): string => `— ${paidInvoiceText(one, turn)} · ${why}`;
  const number = ({ request }: PaidInvoice): { number: string } => ({ number: String(request.id) });
  const lines = [
    ...(mine.length > 0 ? [`<b>${words("books-list", { count: mine.length })}</b>`] : []),
    ...mine.map((one, at) => `${at + 1}. ${paidInvoiceText(one, turn)}`),
    ...leftOut.map((one) => said(one, words("books-left-out"))),
    ...others.map((one) => said(one, whoseText(one.whose, turn))),
  ];
  const free = others.flatMap(({ line, request, whose }) =>
    whose.kind === "free"
      ? [{ line, label: `${whose.says}: ${words("card-number", { number: String(request.id) })}` }]
      : [],
  );
  const shown = stampOf(mine);
  return {
    text: [...first, ...(lines.length === 0 ? [words("books-none-left")] : lines)].join("\n"),
    buttons: [
      ...(mine.length === 0
        ? []
        : [
            [
              button(
                words("books-button-pay", { count: mine.length }),
                { kind: "import-pay", import: row.id, shown },
                "success",
              ),
            ],
          ]),
      ...pairs(
        mine.map((one) =>
          button(words("books-button-leave-out", number(one)), { kind: "line-leave-out", line: one.line.id }),
        ),
      ),
      ...pairs(
        leftOut.map((one) =>
          button(words("books-button-put-back", number(one)), { kind: "line-put-back", line: one.line.id }),
        ),
      ),
      ...free.map(({ line, label }) => [button(plain(label), { kind: "line-take-invoice", line: line.id })]),
    ],
  };
}

const pairs = <T>(all: readonly T[]): T[][] =>
  all.flatMap((_, at) => (at % 2 === 0 ? [all.slice(at, at + 2)] : []));

/** A list of an import that I may go on with, and that was not given up. */
function withList(turn: Turn, id: number, press: Press, body: (row: ImportRow) => void): void {
  withImport(turn, id, (row) => {
    if (row.kind === "statement" && row.status !== "cancelled") return body(row);
    turn.toast(turn.words("payment-done-before"));
    repaintMessage(turn, press.message, { text: turn.words("import-cancelled") });
  });
}

/** An outgoing line of an import that I may go on with. */
function withOutgoing(
  turn: Turn,
  id: number,
  press: Press,
  body: (line: LineRow, row: ImportRow) => void,
): void {
  const line = lineById(turn.tx, id);
  withList(turn, line?.direction === "out" ? line.import : 0, press, (row) => {
    if (line !== undefined) body(line, row);
  });
}

export const paidInvoiceTaps: Taps<
  "import-invoices" | "import-pay" | "line-leave-out" | "line-put-back" | "line-take-invoice"
> = {
  "import-invoices": (turn, { import: id }, press) =>
    withList(turn, id, press, (row) => repaintMessage(turn, press.message, listMessage(turn, row))),
  "import-pay": (turn, { import: id, shown }, press) =>
    withList(turn, id, press, (row) => payAll(turn, row, shown, press)),
  "line-leave-out": (turn, { line: id }, press) =>
    withOutgoing(turn, id, press, (line, row) => {
      if (line.status !== "certain") turn.toast(turn.words("payment-done-before"));
      else moveLine(turn.tx, line, { status: "skipped" });
      repaintMessage(turn, press.message, listMessage(turn, row));
    }),
  "line-put-back": (turn, { line: id }, press) =>
    withOutgoing(turn, id, press, (line, row) => {
      if (line.status !== "skipped") turn.toast(turn.words("payment-done-before"));
      else moveLine(turn.tx, line, { status: "certain" });
      repaintMessage(turn, press.message, listMessage(turn, row));
    }),
  "line-take-invoice": (turn, { line: id }, press) =>
    withOutgoing(turn, id, press, (line, row) => {
      takeInvoice(turn, line, row);
      repaintMessage(turn, press.message, listMessage(turn, row));
    }),
};

/** Taking it is an act of its own: the supplier hears of it as of any other, by the promise that is shown (S1.10). */
function takeInvoice(turn: Turn, line: LineRow, row: ImportRow): void {
  const { tx, company, me, now, words } = turn;
  const found = paidInvoices(tx, company, { import: row.id, me: me.id, status: "certain" }).find(
    (one) => one.line.id === line.id,
  );
  if (found?.whose.kind !== "free") return turn.toast(words("payment-done-before"));
  const done = act(turn, found, { kind: "take", by: me.id, at: now, visa: found.step });
  if (done === undefined) return;
  turn.toast(words("books-taken", { number: String(found.request.id) }));
  askPromise(turn, found.request.id);
}

/** Marks everything of the list as paid that stood there when it was shown; what is refused meanwhile is said. */
function payAll(turn: Turn, row: ImportRow, shown: string, press: Press): void {
  const { mine } = listed(turn, row);
  if (mine.length === 0 || stampOf(mine) !== shown) {
    turn.toast(plain(turn.words("books-list-changed")), true);
    return repaintMessage(turn, press.message, listMessage(turn, row));
  }
  const refused: string[] = [];
  const paid = mine.filter((one) => {
    const why = payOne(turn, one);
    if (why !== undefined)
      refused.push(`⚠️ ${turn.words("card-number", { number: String(one.request.id) })}: ${why}`);
    return why === undefined;
  });
  const numbers = paid.map(({ request }) => turn.words("card-number", { number: String(request.id) }));
  const first = [
    ...(paid.length === 0 ? [] : [`✓ ${turn.words("books-paid", { numbers: numbers.join(", ") })}`]),
    ...refused,
  ];
  turn.toast(turn.words("books-paid-count", { count: paid.length }));
  repaintMessage(turn, press.message, listMessage(turn, row, first));
}

/** Books one line; why not, as HTML, or undefined: it is booked. */
function payOne(turn: Turn, { line, request, process, step }: PaidInvoice): string | undefined {
  const { tx, me, now } = turn;
  const payment: NewPayment = {
    date: line.paidOn,
    sum: line.amount,
    line: line.id,
    ...(line.number !== "" && { order: line.number }),
  };
  const command = { kind: "pay", by: me.id, at: now, visa: step, payment } as const;
  const done = execute(tx, { request: request.id }, command);
  if (!("refusal" in done)) {
    moveLine(tx, line, { status: "booked" });
    return undefined;
  }
  const { company, words } = turn;
  return refusalText(done.refusal, {
    company,
    process,
    place: request.place,
    now,
    words,
    language: me.language,
  });
}
