/** Takes an old message of a card away: deletes it under 48 hours, else edits it to a closed line (design 5). */
import { loadCompany } from "../../db/company.ts";
import { postponeWithdrawal, withdrawn, type Withdrawal } from "../../db/withdrawals.ts";
import { personByTelegram } from "../../flows/company/directory.ts";
import { instant } from "../clock.ts";
import { wordsIn } from "../texts.ts";
import { flooded } from "./hindrances.ts";
import { mark } from "./mark.ts";
import { nextTry } from "./retry.ts";
import type { Sending } from "./sending.ts";

/** Telegram deletes a bot's message for everyone for 48 hours; a minute is left for clocks that differ. */
const deletableMs = 48 * 3_600_000 - 60_000;

export async function sendWithdrawal(of: Sending, old: Withdrawal): Promise<void> {
  const at = { chat_id: old.chat, message_id: old.message };
  const young = instant(of.clock) - old.sentAt < deletableMs;
  of.crashPoint("F6");
  let answer = young ? await of.channel.call("deleteMessage", at) : await close(of, old);
  if (young && answer.kind === "refused" && answer.description.includes("can't be deleted"))
    answer = await close(of, old);
  const now = instant(of.clock);
  const settled = answer.kind === "done" || answer.kind === "refused"; // refused: it is gone already
  if (settled) of.crashPoint("F7");
  await mark(of, (tx) => {
    if (answer.kind === "flood") flooded(of, tx, old.chat, answer.waitMs, now);
    if (answer.kind === "flood" || answer.kind === "lost")
      postponeWithdrawal(tx, old.id, nextTry(now, old.tries, false));
    else withdrawn(tx, old.id);
  });
  if (settled) of.crashPoint("F8");
}

function close(of: Sending, { chat, message, form }: Withdrawal) {
  const company = loadCompany(of.store);
  const words = wordsIn(personByTelegram(company, chat)?.language ?? company.language)(
    "transport-card-moved",
  );
  const at = { chat_id: chat, message_id: message, reply_markup: { inline_keyboard: [] } };
  return form === "photo"
    ? of.channel.call("editMessageCaption", { ...at, caption: words })
    : of.channel.call("editMessageText", { ...at, text: words });
}
