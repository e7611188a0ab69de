/** /open 17, «№ 17», «СП-2026-000017»: any card again at any time (D7). */
import { requestsByPaper } from "../../db/requests.ts";
import { units, type RequestId } from "../../flows/ids.ts";
import { showCard, withCase } from "../act.ts";
import { showDealByNumber } from "./payments/find-deal.ts";
import type { Claim } from "../claims.ts";
import type { Feature, Turn } from "../work.ts";

const requestNumber = /^(?:№|#|n)?\s*([1-9]\d{0,9})$/iu;
const paperNumber = /^\p{L}{1,4}-\d{4}-\d{1,9}$/u;
/** What is a number to be opened even without the command. */
const bare = /^(?:(?:№|#)\s*[1-9]\d{0,9}|\p{L}{2,4}-\d{4}-\d{6})$/u;

export const open: Feature = {
  name: "open",
  register(chat) {
    chat.command("open", (ctx) => {
      const typed = ctx.match;
      ctx.work("open", (turn) => openNumber(turn, typed));
    });
  },
};

/** «№ 17» or a paper's number, typed as it is, when nobody awaited it as an answer. */
export const openByNumber: Claim = (turn, message) => {
  const typed = message.text?.trim() ?? "";
  if (!bare.test(typed)) return false;
  openNumber(turn, typed);
  return true;
};

/** Shows the cards that a number names: of a request, or of a paper. */
function openNumber(turn: Turn, typed: string): void {
  const number = typed.trim();
  const [, request] = requestNumber.exec(number) ?? [];
  if (request !== undefined) return show(turn, [units<RequestId>(Number(request))]);
  if (paperNumber.test(number)) {
    const requests = requestsByPaper(turn.tx, number.toUpperCase());
    if (requests.length > 0 || !showDealByNumber(turn, number)) show(turn, requests);
    return;
  }
  if (showDealByNumber(turn, number)) return;
  return turn.say({ text: turn.words("open-how") });
}

function show(turn: Turn, requests: readonly RequestId[]): void {
  let shown = 0;
  for (const request of requests)
    withCase(turn, request, () => {
      shown += 1;
      showCard(turn, request);
    });
  if (shown > 0) return;
  turn.refused(); // also for a paper that there isn't: a silence that only foreign ones meet would tell them apart
  turn.say({ text: turn.words("refusal-no-such-request") });
}
