/** «Согласовать похожие»: the whole list is shown first, with sums and total; what was not looked at, or has a warning, is left out by name. */
import { keepBulkList } from "../../../db/bulk-lists.ts";
import { hasSeen } from "../../../db/opened-photos.ts";
import { totalOf } from "../../../flows/engine/answers.ts";
import { total } from "../../../flows/goods/money.ts";
import type { RequestId } from "../../../flows/ids.ts";
import { readerOf } from "../../act.ts";
import { button } from "../../buttons.ts";
import { caseFor, type Case } from "../../cards/case.ts";
import { firstLine } from "../../cards/first-line.ts";
import { moneyAt } from "../../cards/place.ts";
import { filedWarnings } from "../../invoices/warnings.ts";
import type { Turn } from "../../work.ts";
import { alikeAs, alikeMax, alikeMin, type Likeness } from "./alike.ts";

/** Shows what would be approved; nothing is yet. */
export function offerBulk(turn: Turn, likeness: Likeness): void {
  const { tx, company, me, words } = turn;
  const cases = alikeAs(tx, company, me.id, likeness).flatMap((line) => {
    const found = caseFor(tx, company, me.id, line.request);
    return found === undefined || totalOf(found.request.answers).unpriced > 0 ? [] : [found];
  });
  const [first] = cases;
  if (first === undefined) return turn.say({ text: words("bulk-none") });
  // the list has no room for a warning, so what has one is decided on its card (D28)
  const plain = cases.filter(({ request }) => filedWarnings(tx, company, request).length === 0);
  const seen = plain.filter(({ request }) => hasSeen(tx, me.id, request));
  const left = [...leftOut(turn, "bulk-unseen", plain, seen), ...leftOut(turn, "bulk-warned", cases, plain)];
  if (seen.length < alikeMin) return turn.say({ text: [words("bulk-too-few"), ...left].join("\n") });
  const listed = seen.slice(0, alikeMax);
  const sum = moneyAt(company, first.request.place, sumOf(listed), me.language);
  const said = { count: String(listed.length), sum, object: first.process.object[me.language] };
  const items = listed.map(({ request }) => ({ request: request.id, revision: request.revision }));
  const row = keepBulkList(tx, me.id, { visa: likeness.visa, items }, turn.now);
  turn.say({
    text: [
      `<b>${words("bulk-title", said)}</b>`,
      ...listed.map(
        (found) =>
          `${words("card-number", { number: String(found.request.id) })} · ${firstLine(found, readerOf(turn))}`,
      ),
      ...left,
    ].join("\n"),
    buttons: [
      [button(words("button-bulk-sure", said), { kind: "bulk-sure", row }, "success")],
      [button(words("button-cancel"), { kind: "bulk-cancel", row })],
    ],
  });
}

function leftOut(
  turn: Turn,
  why: "bulk-unseen" | "bulk-warned",
  all: readonly Case[],
  kept: readonly Case[],
): string[] {
  const requests = all.filter((one) => !kept.includes(one)).map(({ request }) => request.id);
  return requests.length === 0 ? [] : [turn.words(why, { numbers: numbersOf(turn, requests) })];
}

const sumOf = (cases: readonly Case[]) => total(cases.map(({ request }) => totalOf(request.answers).total));

/** More numbers are counted, not listed. */
const numbersMax = 20;

/** «№ 1, № 2, ещё 3» */
export function numbersOf({ words }: Turn, requests: readonly RequestId[]): string {
  const shown = requests
    .slice(0, numbersMax)
    .map((request) => words("card-number", { number: String(request) }));
  const more = requests.length - shown.length;
  return [...shown, ...(more > 0 ? [words("card-more-people", { count: more })] : [])].join(", ");
}
